import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/check/split-sentences.ts';

const textsOf = (copy: string) => splitSentences(copy).map(({ text }) => text);

describe('a piece of copy is split into sentences', () => {
  test.each([
    ['titles', 'Mr. Jang met them. He left.', ['Mr. Jang met them.', 'He left.']],
    ['months', 'It ran on Feb. 19 in Seoul. AFP took it.', ['It ran on Feb. 19 in Seoul.', 'AFP took it.']],
    ['numbers', 'Tactical Group No. 84 did it. Kyiv agreed.', ['Tactical Group No. 84 did it.', 'Kyiv agreed.']],
    [
      'initials',
      'J. K. Smith of the U.S. Army came. Nobody spoke.',
      ['J. K. Smith of the U.S. Army came.', 'Nobody spoke.'],
    ],
    ['decimals', 'It cost $2.5m. That is much.', ['It cost $2.5m.', 'That is much.']],
  ])('%s do not end one', (_, copy, expected) => {
    expect(textsOf(copy)).toEqual(expected);
  });

  test('a quotation keeps its sentences and its credit', () => {
    expect(textsOf('"It was dark. I was cold," he said. "Will they accept me?" he asked. Then he left.')).toEqual([
      '"It was dark. I was cold," he said.',
      '"Will they accept me?" he asked.',
      'Then he left.',
    ]);
  });

  test('an item of a list is a sentence without its marker, whether it has a full stop or not', () => {
    expect(textsOf('- First item has none\n- Second has one.\n1. Numbered.')).toEqual([
      'First item has none',
      'Second has one.',
      'Numbered.',
    ]);
  });

  test('a line that breaks within a sentence goes on', () => {
    expect(textsOf('The line breaks\nin the middle of it. So what.')).toEqual([
      'The line breaks\nin the middle of it.',
      'So what.',
    ]);
  });

  test('other scripts have their own full stops', () => {
    expect(textsOf('그는 말했다. 他说。我走了。')).toEqual(['그는 말했다.', '他说。', '我走了。']);
  });

  test('sentences are in order, do not overlap and stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'grapheme' }), (copy) => {
        let last = 0;
        for (const { text, start, end } of splitSentences(copy)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(copy.slice(start, end)).toBe(text);
          last = end;
        }
      }),
    );
  });

  test('no letter is lost', () => {
    const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z ,."“”?!]{0,30}$/), { maxLength: 8 }), (parts) => {
        const copy = parts.join('\n');
        expect(letters(textsOf(copy).join(''))).toBe(letters(copy));
      }),
    );
  });
});
