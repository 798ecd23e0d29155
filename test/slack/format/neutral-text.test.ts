import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralText } from '../../../src/slack/format/neutral-text.ts';
import { hostileText } from '../support/arbitrary-answer.ts';

describe('text made neutral', () => {
  it.each([
    ['<!channel> & <@U1>', '&lt;!channel&gt; &amp; &lt;@\u2060U1&gt;'],
    ['*bold* _it_ ~no~ `code`', '∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ'],
    ['> quoted', '› quoted'],
    ['5 > 4', '5 &gt; 4'],
    [':rotating_light: now', '∶rotatingˍlight: now'],
    ['@here https://a.example', '@\u2060here https:\u2060//a.example'],
    ['Kursk: some 12,000', 'Kursk: some 12,000'],
  ])('%j reads %j', (text, neutral) => {
    expect(neutralText(text)).toBe(neutral);
  });

  it('holds nothing that Slack takes for markup', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(neutralText(text)).not.toMatch(/[<>*_~`]|&(?!amp;|lt;|gt;)|:\/\/|@\w|:[a-z0-9+-]+:/i);
      }),
    );
  });
});
