import { cite, formatCitation } from '../record/citation.ts';
import type { Claim, IsoDate, Report } from '../record/dossier.ts';
import { standingOf } from '../record/standing.ts';
import type { Answer } from './answer.ts';
import type { ClaimIndex } from './claim-index.ts';
import { figureTable } from './figure-table.ts';
import { handlingNotes, soberOrder } from './handling-notes.ts';
import { showClaim } from './show-claim.ts';
import { words } from './words.ts';

const MOST = 10;

/** The day by which an article was surely not out yet: its date, or the earliest that an undated one can have. */
function earliestDay({ article: { published } }: Report): IsoDate {
  return (published.kind === 'dated' ? published.date : published.notBefore) ?? '';
}

/** The newest report among claims. Of two from one day, the dated one; of two undated ones, the first. */
function newestReport(claims: Iterable<Claim>): Report | undefined {
  let newest: Report | undefined;
  for (const claim of claims) {
    for (const report of claim.reports) {
      const [day, known] = [earliestDay(report), newest ? earliestDay(newest) : ''];
      const surer =
        day === known && report.article.published.kind === 'dated' && newest?.article.published.kind !== 'dated';
      if (!newest || day > known || surer) newest = report;
    }
  }
  return newest;
}

/** How old the record is, as a sentence; empty for a record without reports. `now` is an ISO instant. */
export function freshness(claims: Iterable<Claim>, now: string): string {
  const newest = newestReport(claims);
  if (!newest) return '';
  const { published } = newest.article;
  const today = Temporal.PlainDate.from(now.slice(0, 10));
  // An undated report has no age to give.
  const days = published.kind === 'dated' ? Temporal.PlainDate.from(published.date).until(today).days : undefined;
  return words.newest(formatCitation(cite(newest)), days);
}

/** A topic's key claims that still stand, sober ones first, with how old the record is. */
export function briefTopic(index: Pick<ClaimIndex, 'dossier' | 'claims'>, topic: string, now: string): Answer {
  const filed = index.claims.filter((claim) => claim.topic === topic);
  const standing = filed.filter((claim) => standingOf(index.dossier, claim).kind !== 'superseded');
  const key = standing.filter((claim) => claim.key);
  const chosen = soberOrder(key.length > 0 ? key : standing).slice(0, MOST);
  const shown = chosen.map((claim) => showClaim(index, claim, chosen));
  const table = figureTable(index, shown);
  const title = index.dossier.topics.get(topic)?.title ?? topic;
  return {
    declined: shown.length === 0,
    dossier: index.dossier.slug,
    form: 'brief',
    lead: shown.length > 0 ? words.brief(title) : words.emptyBrief(title),
    claims: shown,
    ...(table ? { table } : {}),
    notes: [freshness(filed, now), ...handlingNotes(index.dossier, chosen)].filter(Boolean),
    more: standing.length - shown.length,
  };
}
