import { formatDate } from './citation.ts';
import type { IsoDate, Span } from './dossier.ts';

/** A span as readers see it: "19 Feb 2025", "Feb 2025", "2025", or "Feb 2025 to Apr 2025". */
export function formatSpan({ from, to }: Span): string {
  const [year] = from.split('-');
  if (from === `${year}-01-01` && to === `${year}-12-31`) return String(year);
  const whole = isFirstOfMonth(from) && isLastOfMonth(to);
  const [first, last] = whole ? [formatMonth(from), formatMonth(to)] : [formatDate(from), formatDate(to)];
  return first === last ? first : `${first} to ${last}`;
}

function formatMonth(date: IsoDate): string {
  return formatDate(date).replace(/^\d+ /, '');
}

function isFirstOfMonth(date: IsoDate): boolean {
  return date.endsWith('-01');
}

function isLastOfMonth(date: IsoDate): boolean {
  const day = Temporal.PlainDate.from(date);
  return day.day === day.daysInMonth;
}
