import { describe, expect, it } from 'vitest';
import { onceEach } from '../../src/record/once-each.ts';

describe('what is made once for each object', () => {
  it('is made at the first asking, and the same after it', () => {
    const made: object[] = [];
    const sizeOf = onceEach((list: readonly number[]) => {
      made.push(list);
      return { size: list.length };
    });
    const [one, like] = [
      [1, 2],
      [1, 2],
    ];
    expect(sizeOf(one)).toBe(sizeOf(one));
    expect(sizeOf(like)).not.toBe(sizeOf(one));
    expect(made).toEqual([one, like]);
  });

  it('may be nothing, and is not looked for again', () => {
    let asked = 0;
    const nothing = onceEach((_: object) => {
      asked += 1;
      return undefined;
    });
    const it = {};
    expect([nothing(it), nothing(it), asked]).toEqual([undefined, undefined, 1]);
  });
});
