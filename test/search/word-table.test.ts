import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordTable, hashOf } from '../../src/search/word-table.ts';

describe('a table of written words', () => {
  it('finds within a text what was put in for a word, and nothing for others', () => {
    const word = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 200 }), word, fc.string(), (words, other, before) => {
        const table = createWordTable<string>();
        for (const one of words) table.put(one, hashOf(one), one.toUpperCase());
        expect(table.size).toBe(words.length);
        for (const one of [...words, other]) {
          const found = table.find(`${before}${one}!`, before.length, before.length + one.length, hashOf(one));
          expect(found).toBe(words.includes(one) ? one.toUpperCase() : undefined);
        }
      }),
    );
  });

  it('grows past its first room', () => {
    const table = createWordTable<number>();
    for (let n = 0; n < 10_000; n++) table.put(`word${n}`, hashOf(`word${n}`), n);
    for (let n = 0; n < 10_000; n += 7) {
      const text = `word${n}`;
      expect(table.find(text, 0, text.length, hashOf(text))).toBe(n);
    }
  });

  it('tells words of one hash apart by their letters', () => {
    const table = createWordTable<string>();
    table.put('ferry', 7, 'ferry');
    table.put('storm', 7, 'storm');
    expect(table.find('the storm', 4, 9, 7)).toBe('storm');
    expect(table.find('the coast', 4, 9, 7)).toBeUndefined();
  });
});
