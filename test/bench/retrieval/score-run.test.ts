import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreRun } from '../../../bench/retrieval/score-run.ts';

const relevant = new Set(['a', 'b']);

describe('scoring rankings', () => {
  it('counts the first hit, precision among the first five, and recall', () => {
    const scores = scoreRun([
      { ranked: ['x', 'a', 'y', 'b'], relevant },
      { ranked: [], relevant },
    ]);
    expect(scores).toEqual({ map1: 0, map5: (1 / 2 + 2 / 4) / 2 / 2, mrr: 1 / 4, recall10: 1 / 2, recall50: 1 / 2 });
  });

  it('is 1 for a perfect ranking and never leaves 0 to 1', () => {
    expect(Object.values(scoreRun([{ ranked: ['b', 'a', 'x'], relevant }]))).toEqual([1, 1, 1, 1, 1]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...'abcdefgh')), (ranked) => {
        for (const score of Object.values(scoreRun([{ ranked, relevant }]))) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
