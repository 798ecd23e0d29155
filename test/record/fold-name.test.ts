import { expect, it } from 'vitest';
import { foldName } from '../../src/record/fold-name.ts';

it.each([
  ['Yoon Suk-yeol', 'YOON  SUKYEOL'],
  ['Kyiv’s ministry', "kyiv's ministry"],
  ['U.N.', 'UN'],
  ['Volodymyr Zelenskyy', 'Volodymyr Zelénskyy'],
  ['Sørlandet', 'Sorlandet'],
])('%s and %s are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other));
});

it.each([
  ['Baek', 'Paek'],
  ['Kim Jong-un', 'Kim Jong-il'],
])('%s and %s are two', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other));
});
