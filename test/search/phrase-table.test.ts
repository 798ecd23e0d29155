import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseTable } from '../../src/search/phrase-table.ts';

const stem = fc.constantFrom('north', 'korea', 'korean', 'army', 'of');
const phrase = fc.array(stem, { minLength: 1, maxLength: 3 });

describe('a table of phrases', () => {
  it('finds the longest name at each place', () => {
    const table = createPhraseTable<string>();
    table.add(['north', 'korea'], 'pyongyang');
    table.add(['north', 'korea', 'army'], 'kpa');
    table.add(['army'], 'an army');
    expect(table.longest(['the', 'north', 'korea', 'army'])).toEqual([{ value: 'kpa', start: 1, end: 4 }]);
    expect(table.matches(['north', 'korea', 'army']).map((match) => match.value)).toEqual([
      'kpa',
      'pyongyang',
      'an army',
    ]);
  });

  it('finds what was added, where it stands, and never one phrase inside another', () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 6 }), fc.array(stem, { maxLength: 10 }), (phrases, text) => {
        const table = createPhraseTable<string>();
        for (const stems of phrases) table.add(stems, stems.join(' '));
        let before = 0;
        for (const { value, start, end } of table.longest(text)) {
          expect(text.slice(start, end).join(' ')).toBe(value);
          expect(start).toBeGreaterThanOrEqual(before);
          before = end;
        }
        const found = new Set(table.matches(text).map((match) => `${match.start} ${match.value}`));
        for (const stems of phrases)
          text.forEach((_, at) => {
            const isHere = stems.every((word, n) => text[at + n] === word);
            expect(found.has(`${at} ${stems.join(' ')}`)).toBe(isHere);
          });
      }),
    );
  });
});
