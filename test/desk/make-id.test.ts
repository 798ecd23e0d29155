import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeId } from '../../src/desk/make-id.ts';
import { idSchema } from '../../src/record/data-folder-schema.ts';

describe('an id', () => {
  it.each([
    ['Seoul says that some 11,000 soldiers were sent to Russia.', 'seoul-says-11000-soldiers-sent-russia'],
    ['Moscow has not confirmed it', 'moscow-not-confirmed'],
    ['Yu Yong-weon', 'yu-yong-weon'],
    ['The Straits Times 2025-02-19', 'straits-times-2025-02-19'],
    ['Зеленський', 'zelenskiy'],
    ['2024', 'claim-2024'],
    ['🚒', 'fire-engine'],
    ['…', 'claim'],
  ])('of %j is %s', (words, id) => {
    expect(makeId(words, 'claim', new Set())).toBe(id);
  });

  it('is never one that is taken, and always one that the data folder takes', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.nat(3), (words, times) => {
        const taken = new Set<string>();
        for (let time = 0; time <= times; time += 1) {
          const id = makeId(words, 'claim', taken);
          expect(taken).not.toContain(id);
          expect(idSchema.parse(id)).toBe(id);
          expect(id).toMatch(/^[a-z0-9-]{1,60}$/);
          taken.add(id);
        }
      }),
      { numRuns: 30 },
    );
  });
});
