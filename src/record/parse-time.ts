import type { IsoDate, Span } from './dossier.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONTH = /^\d{4}-\d{2}$/;
const YEAR = /^\d{4}$/;

/** The day that `text` writes as `YYYY-MM-DD`; undefined when it is not written so or there is no such day. */
export function parseDay(text: string): IsoDate | undefined {
  if (!DAY.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return undefined;
  }
}

/** A day, a month or a year as the days that it covers. */
function parsePeriod(text: string): Span | undefined {
  if (YEAR.test(text)) return { from: `${text}-01-01`, to: `${text}-12-31` };
  if (MONTH.test(text)) {
    const first = parseDay(`${text}-01`);
    if (first === undefined) return undefined;
    return { from: first, to: Temporal.PlainDate.from(first).with({ day: 31 }).toString() };
  }
  const day = parseDay(text);
  return day === undefined ? undefined : { from: day, to: day };
}

/** How reading a span ended; `backwards` is a range whose end comes before its start. */
export type SpanReading =
  | { readonly kind: 'span'; readonly span: Span }
  | { readonly kind: 'backwards' }
  | { readonly kind: 'unreadable' };

/** Reads `2025-02-19`, `2025-02`, `2025`, or a range of any two of them such as `2025-02/2025-04`. */
export function parseSpan(text: string): SpanReading {
  const [first, last, ...rest] = text.split('/').map(parsePeriod);
  if (first === undefined || rest.length > 0) return { kind: 'unreadable' };
  if (!text.includes('/')) return { kind: 'span', span: first };
  if (last === undefined) return { kind: 'unreadable' };
  return last.to < first.from ? { kind: 'backwards' } : { kind: 'span', span: { from: first.from, to: last.to } };
}
