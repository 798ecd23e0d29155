import type { WrittenTime } from '../reading/read-times.ts';
import type { Span } from '../record/dossier.ts';
import type { ClaimReading } from './claim-reading.ts';

/** How a time of a sentence stands to a claim: its own, another, one it leaves open, or none it has. */
export type TimeMatch = 'same' | 'differs' | 'finer' | 'absent';

const FIRST = '0000-01-01';
const LAST = '9999-12-31';

function reach({ role }: WrittenTime, { from, to }: Span, denied: boolean): Span {
  if (role === 'as-of' && !denied) return { from: FIRST, to };
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

/** How the sentence bears on its times: whether it is credited to someone, and whether it denies something. */
interface Bearing {
  readonly credited: boolean;
  readonly denied: boolean;
}

/**
 * Holds a time of a sentence against a claim's own time, those of its statement, and its publication, which counts
 * where the sentence is credited or the claim has no time of its own.
 */
export function compareTime(time: WrittenTime, reading: ClaimReading, { credited, denied }: Bearing): TimeMatch {
  const { when } = reading.claim;
  const own = [...(when ? [when] : []), ...reading.times.flatMap(({ spans }) => spans)];
  // "Since 3 June" is held against "since 3 May" day by day.
  const bounds = reading.times.filter(({ role }) => role === time.role && (role === 'since' || role === 'until'));
  if (bounds.length > 0)
    return bounds.some((bound) => bound.spans.some((a) => time.spans.some((b) => overlap(a, b)))) ? 'same' : 'differs';
  const spans = time.spans.map((span) => reach(time, span, denied));
  const meets = (others: readonly Span[]) => spans.some((span) => others.some((other) => overlap(span, other)));
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
