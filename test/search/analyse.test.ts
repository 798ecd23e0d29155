import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, fold } from '../../src/search/analyse.ts';

const words = (text: string) => analyse(text).map((token) => token.word);
const stems = (text: string) => analyse(text).map((token) => token.stem);

describe('reading words', () => {
  it.each([
    ['The 12,000 troops', ['the', '12000', 'troops']],
    ['some 12 000 men', ['some', '12000', 'men']],
    ['about 80 per cent', ['about', '80', 'percent']],
    ['about 80%', ['about', '80', 'percent']],
    ["80 per cent'a", ['80', 'percent', 'a']],
    ['1.4 nautical miles', ['1.4', 'nautical', 'miles']],
    ['Gyeore-eol’s head', ['gyeore', 'eol', 'head']],
    ['the U.S. says', ['the', 'usa', 'says']],
    ['told us', ['told', 'us']],
    ['Čapek in Østfold', ['capek', 'in', 'ostfold']],
  ])('%s: %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('brings British and American spellings together', () => {
    for (const [british, american] of [
      ['harbour', 'harbor'],
      ['defence', 'defense'],
      ['organisation', 'organization'],
      ['recognised', 'recognized'],
      ['centre', 'center'],
    ] as const)
      expect(stems(british)).toEqual(stems(american));
  });

  it('brings the irregular forms of a word together', () => {
    expect(stems('sent held told')).toEqual(stems('send hold tell'));
  });

  it('knows a name by its capital, and a whole shouted text for no names', () => {
    expect(analyse('Who is Brekk?').map((token) => token.capital)).toEqual([true, false, true]);
    expect(words('WHO SAYS US')).toEqual(['who', 'says', 'us']);
  });

  it('reads a plain text as it reads one with a foreign letter in it', () => {
    const piece = fc.constantFrom(
      ...'aSsU01 ,.\'-%"',
      ' ',
      ' ',
      'cent',
      'per',
      '000',
      ', ',
      '. ',
      'Karvel',
      '1,234',
      "'s",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = `so ${pieces.join('')}`;
        expect(analyse(text)).toEqual(analyse(`${text} ; \u00e9`).slice(0, -1));
      }),
      { numRuns: 1000 },
    );
  });

  it('never fails, and gives words that hold no capital, space or accent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const { word, stem } of analyse(text)) {
          expect(word).toMatch(/^[a-z0-9.]+$/);
          expect(stem).not.toBe('');
        }
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
