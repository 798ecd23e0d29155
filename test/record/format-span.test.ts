import { expect, it } from 'vitest';
import { formatSpan } from '../../src/record/format-span.ts';

it.each([
  ['2025-02-19', '2025-02-19', '19 Feb 2025'],
  ['2025-02-01', '2025-02-28', 'Feb 2025'],
  ['2024-02-01', '2024-02-29', 'Feb 2024'],
  ['2025-02-01', '2025-02-27', '1 Feb 2025 to 27 Feb 2025'],
  ['2025-02-01', '2025-04-30', 'Feb 2025 to Apr 2025'],
  ['2025-01-01', '2025-12-31', '2025'],
  ['2024-01-01', '2025-12-31', 'Jan 2024 to Dec 2025'],
  ['2025-02-19', '2025-03-01', '19 Feb 2025 to 1 Mar 2025'],
])('from %s to %s reads %s', (from, to, text) => {
  expect(formatSpan({ from, to })).toBe(text);
});
