import { describe, expect, it } from 'vitest';
import { readValue } from '../../src/desk/read-value.ts';

const value = (low: number, high = low) => ({ kind: 'value', low, high });

describe('a figure as typed', () => {
  it.each([
    ['12000', value(12_000)],
    [' 12,000 ', value(12_000)],
    ['1.5 million', value(1_500_000)],
    ['1.1 billion', value(1_100_000_000)],
    ['0.1', value(0.1)],
    ['10,000-12,000', value(10_000, 12_000)],
    ['10,000 – 12,000', value(10_000, 12_000)],
    ['10 to 12 million', value(10_000_000, 12_000_000)],
    ['900 thousand to 1 million', value(900_000, 1_000_000)],
    ['12-10', { kind: 'backwards' }],
    ['12-12', { kind: 'backwards' }],
    ['12,00', { kind: 'unreadable' }],
    ['-5', { kind: 'unreadable' }],
    ['some 300', { kind: 'unreadable' }],
    ['1-2-3', { kind: 'unreadable' }],
    ['9'.repeat(400), { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
  ])('%j', (text, reading) => {
    expect(readValue(text)).toEqual(reading);
  });
});
