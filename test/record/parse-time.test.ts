import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay, parseSpan } from '../../src/record/parse-time.ts';

describe('a time that an editor writes', () => {
  it.each([
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02/2024-04', '2024-02-01', '2024-04-30'],
    ['2024/2024-04-03', '2024-01-01', '2024-04-03'],
    ['2024-12-31/2025', '2024-12-31', '2025-12-31'],
    ['2024-03-15/2024-03', '2024-03-15', '2024-03-31'],
  ])('%s covers %s to %s', (text, from, to) => {
    expect(parseSpan(text)).toEqual({ kind: 'span', span: { from, to } });
  });

  it.each(['2024-04/2024-02', '2025/2024', '2024-03-15/2024-02'])('%s ends before it starts', (text) => {
    expect(parseSpan(text)).toEqual({ kind: 'backwards' });
  });

  it.each([
    '',
    '24',
    '2023-02-29',
    '2024-13',
    '2024-2',
    'March 2024',
    '2024-01-01/',
    '/2024',
    '2024/2025/2026',
    '2024-01-01T10:00',
  ])('"%s" cannot be read', (text) => {
    expect(parseSpan(text)).toEqual({ kind: 'unreadable' });
  });

  it('every day of the calendar is read as itself', () => {
    const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(parseDay(day)).toBe(day);
      }),
    );
  });
});
