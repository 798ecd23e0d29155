import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayTellFigures, readFigures } from '../../src/reading/read-figures.ts';
import { analyse } from '../../src/search/analyse.ts';

const brief = (text: string) =>
  readFigures(text).map(({ low, high, comparator }) => `${comparator} ${low === high ? low : `${low}-${high}`}`);

describe('reading figures', () => {
  it.each([
    ['some 12,000 troops', ['about 12000']],
    ['more than 6,000 killed and wounded', ['more 6000']],
    ['10,000-12,000 men', ['exact 10000-12000']],
    ['between 10,000 and 12,000 men', ['exact 10000-12000']],
    ['at least 200 pieces', ['least 200']],
    ['up to 300 were hurt', ['most 300']],
    ['two hundred and fifty thousand', ['exact 250000']],
    ['$1.5 billion', ['exact 1500000000']],
    ['12k sent', ['exact 12000']],
    ['48 or 45 million', ['exact 48000000', 'exact 45000000']],
    ['80 per cent', ['exact 80']],
    ['300 or so calls', ['about 300']],
    ['150 or more', ['least 150']],
    ['a dozen boats', ['exact 12']],
    ['no number at all', []],
    ['the 3rd brigade and B52s', []],
  ])('%s: %j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it('reads back every whole number, written bare or in thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('', ' men', '.'), (value, after) => {
        for (const written of [String(value), value.toLocaleString('en-GB')]) {
          const figures = readFigures(`They counted ${written}${after}`);
          expect(figures.map(({ low, high }) => [low, high])).toEqual([[value, value]]);
          const [figure] = figures;
          expect(`They counted ${written}${after}`.slice(figure?.start, figure?.end).trim()).toBe(written);
        }
      }),
    );
  });

  const piece = fc.constantFrom('12,000', '3', 'two', 'hundred', ' ', '-', 'to', 'million', '%', '$', 'over', ' and ');
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(piece, { maxLength: 14 }).map((all) => all.join('')),
  );

  it('never fails, and gives figures in order, none inside another, the lower end first', () => {
    fc.assert(
      fc.property(text, (written) => {
        let before = 0;
        for (const { low, high, start, end } of readFigures(written)) {
          expect(low).toBeLessThanOrEqual(high);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
      }),
    );
  });

  it('a text whose words tell of no number has none', () => {
    fc.assert(
      fc.property(text, (written) => {
        if (!mayTellFigures(analyse(written))) expect(readFigures(written)).toEqual([]);
      }),
    );
    expect(mayTellFigures(analyse('The ferry sank off the coast.'))).toBe(false);
  });
});
