import type { Claim, IsoDate, Report } from './dossier.ts';

/** The newest report of a record and since when it can have been out. */
export interface NewestReport {
  readonly report: Report;
  /** Its date, or the earliest day that an undated article allows. Absent: nothing bounds it from below. */
  readonly since?: IsoDate;
  /** Whether `since` is the article's own date. */
  readonly dated: boolean;
}

/**
 * The newest report among claims: the last by its date, or by the lower bound of an undated article, so that a record
 * is never made to look fresher than it is known to be. On one day a dated article goes before an undated one.
 */
export function newestReport(claims: Iterable<Claim>): NewestReport | undefined {
  let newest: Report | undefined;
  for (const claim of claims) {
    for (const report of claim.reports) if (newest === undefined || rank(report) > rank(newest)) newest = report;
  }
  if (newest === undefined) return undefined;
  const { published } = newest.article;
  const since = published.kind === 'dated' ? published.date : published.notBefore;
  return { report: newest, ...(since === undefined ? {} : { since }), dated: published.kind === 'dated' };
}

function rank({ article: { published } }: Report): string {
  return published.kind === 'dated' ? `${published.date} dated` : (published.notBefore ?? published.notAfter ?? '');
}
