import { cite, formatCitation } from '../record/citation.ts';
import type { Claim } from '../record/dossier.ts';
import { newestReport } from '../record/newest-report.ts';
import { onceEach } from '../record/once-each.ts';
import { standingOf } from '../record/standing.ts';
import type { Answer } from './answer.ts';
import type { ClaimIndex } from './claim-index.ts';
import { figureTable } from './figure-table.ts';
import { handlingNotes, soberOrder } from './handling-notes.ts';
import { showClaim } from './show-claim.ts';
import { words } from './words.ts';

const MOST = 10;

/** The newest report, looked for once in a list of claims: an index keeps its list as long as the record is the same. */
const newestAmong = onceEach((claims: Iterable<Claim>) => newestReport(claims));

/** How old the record is, as a sentence; empty for a record without reports. `now` is an ISO instant. */
export function freshness(claims: Iterable<Claim>, now: string): string {
  const newest = newestAmong(claims);
  if (!newest) return '';
  const today = Temporal.PlainDate.from(now.slice(0, 10));
  // An undated report has no age to give.
  const days = newest.dated && newest.since ? Temporal.PlainDate.from(newest.since).until(today).days : undefined;
  return words.newest(formatCitation(cite(newest.report)), days);
}

/** A topic's key claims that still stand, sober ones first, with how old the record is. */
export function briefTopic(index: Pick<ClaimIndex, 'dossier' | 'claims'>, topic: string, now: string): Answer {
  const filed = index.claims.filter((claim) => claim.topic === topic);
  const standing = filed.filter((claim) => standingOf(index.dossier, claim).kind !== 'superseded');
  const key = standing.filter((claim) => claim.key);
  const chosen = soberOrder(key.length > 0 ? key : standing).slice(0, MOST);
  const shown = chosen.map((claim) => showClaim(index, claim, chosen));
  const table = figureTable(index, shown, false);
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
