import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inBatches } from '../../src/store/in-batches.ts';

describe('what is written in batches', () => {
  it('goes out at once while there is room, and then together', async () => {
    const batches: (readonly number[])[] = [];
    const double = inBatches<number, number>(2, async (items) => {
      batches.push(items);
      await sleep(5);
      return items.map((item) => 2 * item);
    });
    expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
    expect(await double(6)).toBe(12);
    expect(batches).toEqual([[1], [2], [3, 4, 5], [6]]);
  });

  it('fails with its batch alone', async () => {
    const write = inBatches<string, string>(1, async (items) => {
      await sleep(1);
      if (items.includes('bad')) throw new Error('refused');
      return items;
    });
    const ended = await Promise.allSettled(['first', 'good', 'bad'].map(write));
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await write('later')).toBe('later');
  });
});
