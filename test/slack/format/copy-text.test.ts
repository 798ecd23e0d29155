import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyText, LONGEST_COPY } from '../../../src/slack/format/copy-text.ts';
import { hostileText } from '../support/arbitrary-answer.ts';

describe('copy to check', () => {
  it.each([
    ['*Nine* people _died_, “the ~coastguard~” said.', 'Nine people died, “the coastguard” said.'],
    ['&gt; Nine people died.\n&gt; Six were men.', 'Nine people died.\nSix were men.'],
    ['• Nine died\r\n• Six were men', '• Nine died\n• Six were men'],
    ['```Nine died.```', 'Nine died.'],
    ['a  b\t c \n\n d', 'a b c\n\nd'],
    ['snake_case_name and 5 * 3 * 2', 'snake_case_name and 5 * 3 * 2'],
    ['<https://a.example|Kestrel News> says <@U024BE7LH|maria> filed 5 &lt; 6', 'Kestrel News says maria filed 5 < 6'],
  ])('%j is read as %j', (raw, text) => {
    expect(copyText(raw)).toEqual({ kind: 'copy', text });
  });

  it('in several texts is read as one, in their order', () => {
    expect(copyText('Nine died.', ' ', 'Six were men.')).toEqual({ kind: 'copy', text: 'Nine died.\nSix were men.' });
  });

  it.each(['', ' \n ', '* * *', '\u200B', '<@U024BE7LH>', '…'])('%j has nothing to check', (raw) => {
    expect(copyText(raw)).toEqual({ kind: 'empty' });
  });

  it('is refused when it is too long, not cut', () => {
    expect(copyText('x'.repeat(LONGEST_COPY))).toMatchObject({ kind: 'copy' });
    expect(copyText('x'.repeat(LONGEST_COPY), 'x')).toEqual({ kind: 'too-long', length: LONGEST_COPY + 2 });
  });

  it('holds no markup and nothing invisible, whatever was sent', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const read = copyText(raw);
        if (read.kind !== 'copy') return;
        expect(read.text).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\r\t]|<[!@#]/);
        expect(read.text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('takes 40,000 openers in its stride', () => {
    const start = performance.now();
    for (const opener of [' *a', '<', '_', ' ~', '`', '\n>']) copyText(opener.repeat(40_000 / opener.length));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
