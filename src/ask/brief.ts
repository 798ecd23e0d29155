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

function publishedBy({ article: { published } }: Report): IsoDate {
  return (published.kind === 'dated' ? published.date : (published.notAfter ?? published.notBefore)) ?? '';
}

/** The newest report among claims: the last by its date, or by the later bound of an undated article. */
export function newestReport(claims: Iterable<Claim>): Report | undefined {
  let newest: Report | undefined;
  for (const claim of claims) {
    for (const report of claim.reports) if (!newest || publishedBy(report) > publishedBy(newest)) newest = report;
  }
  return newest;
}

/** How old the record is, as a sentence; empty for a record without reports. `now` is an ISO instant. */
export function freshness(claims: Iterable<Claim>, now: string): string {
  const newest = newestReport(claims);
  if (!newest) return '';
  const day = publishedBy(newest);
  const today = Temporal.PlainDate.from(now.slice(0, 10));
  const days = day === '' ? undefined : Temporal.PlainDate.from(day).until(today, { largestUnit: 'days' }).days;
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
