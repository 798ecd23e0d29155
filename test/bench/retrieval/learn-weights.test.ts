import { describe, expect, it } from 'vitest';
import { type Find, findHeldOut, learnWeights } from '../../../bench/retrieval/learn-weights.ts';

const queries = Array.from({ length: 10 }, (_, n) => ({ id: `q${n}`, text: `${n}`, relevant: new Set(['right']) }));
/** Ranks right by as much as the author counts, and wrong by as much as a picture does. */
const find: Find = (_, { author, pictured }) =>
  [
    { id: 'right', score: author },
    { id: 'wrong', score: 0.5 + pictured },
  ].sort((a, b) => b.score - a.score);

describe('learning the weights of a post', () => {
  it('weighs what helps and leaves at nothing what harms or does nothing', () => {
    expect(learnWeights(queries, find)).toEqual({ common: 0, author: 1, posted: 0, pictured: 0, kin: 0 });
  });

  it('finds for a query with weights that it had no part in', () => {
    // The second query of ten is the only one that a picture helps: its own fold never hears of it.
    const odd: Find = (text, weights) =>
      text === '1' ? find(text, { ...weights, author: weights.pictured * 9, pictured: 0 }) : find(text, weights);
    const { weights, found } = findHeldOut(queries, odd);
    expect(weights.map(({ author }) => author)).toEqual([1, 1, 1, 1, 1]);
    expect(found[0]?.[0]?.id).toBe('right');
    expect(found[1]?.[0]?.id).toBe('wrong');
  });
});
