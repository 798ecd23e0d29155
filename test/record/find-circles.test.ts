import { expect, it } from 'vitest';
import { findCircles } from '../../src/record/find-circles.ts';

function circlesIn(edges: Record<string, readonly string[]>) {
  return findCircles(new Map(Object.entries(edges)));
}

it('finds none in a chain, a diamond, or edges to what is not there', () => {
  expect(circlesIn({ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['nowhere'] })).toEqual([]);
});

it('finds each circle once, wherever the search enters it', () => {
  expect(circlesIn({ x: ['a'], a: ['b'], b: ['c'], c: ['a'], p: ['q'], q: ['p', 'c'] })).toEqual([
    ['a', 'b', 'c'],
    ['p', 'q'],
  ]);
});

it('leaves a node that points at itself to others', () => {
  expect(circlesIn({ a: ['a'] })).toEqual([]);
});

it('follows a chain of a hundred thousand', () => {
  const chain = Array.from({ length: 100_000 }, (_, at): [string, string[]] => [`${at}`, [`${(at + 1) % 100_000}`]]);
  expect(findCircles(new Map(chain))[0]).toHaveLength(100_000);
});
