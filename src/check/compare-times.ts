import type { WrittenTime } from '../reading/read-times.ts';
import type { Span } from '../record/dossier.ts';
import { isOutBy } from '../record/standing.ts';
import type { ClaimReading } from './claim-reading.ts';

/** How a time of a sentence stands to a claim: its own, another, one it leaves open, or none it has. */
export type TimeMatch = 'same' | 'differs' | 'finer' | 'absent';

const FIRST = '0000-01-01';
const LAST = '9999-12-31';

function reach({ role }: WrittenTime, { from, to }: Span): Span {
  if (role === 'since') return { from, to: LAST };
  if (role === 'until') return { from: FIRST, to };
  return { from, to };
}

const overlap = (a: Span, b: Span) => a.from <= b.to && b.from <= a.to;
const contains = (a: Span, b: Span) => a.from <= b.from && b.to <= a.to;

/** The days on which the claim was published, as spans. */
function publicationSpans(reading: ClaimReading): Span[] {
  return reading.claim.reports.flatMap(({ article: { published } }) => {
    if (published.kind === 'dated') return [{ from: published.date, to: published.date }];
    const { notBefore, notAfter } = published;
    return notBefore === undefined ? [] : [{ from: notBefore, to: notAfter ?? notBefore }];
  });
}

/**
 * Holds a time of a sentence against a claim's own time, those of its statement, and its publication, which counts
 * where the sentence is credited or the claim has no time of its own.
 */
export function compareTime(time: WrittenTime, reading: ClaimReading, credited: boolean): TimeMatch {
  const { when } = reading.claim;
  const own = [...(when ? [when] : []), ...reading.times.flatMap(({ spans }) => spans)];
  const spans = time.spans.map((span) => reach(time, span));
  const meets = (others: readonly Span[]) => spans.some((span) => others.some((other) => overlap(span, other)));
  if (time.role === 'as-of' && reading.claim.reports.some(({ article }) => isOutBy(article, spans[0]?.to ?? FIRST))) {
    if (!when || spans.some((span) => when.from <= span.to)) return 'same';
  }
  if (meets(own)) {
    const exact =
      time.grain !== 'day' ||
      time.role !== 'during' ||
      own.some((other) => spans.some((span) => contains(span, other)));
    return exact ? 'same' : 'finer';
  }
  if (meets(publicationSpans(reading)))
    return own.length === 0 || credited || time.role !== 'during' ? 'same' : 'differs';
  return own.length === 0 ? 'absent' : 'differs';
}
