import type { Article, Claim } from '../record/dossier.ts';
import type { LedgerEntry } from '../record/ledger.ts';
import type { ClaimValue } from '../record/ledger-values.ts';
import { thingsIn } from '../record/things-in.ts';
import { withArticles } from '../record/with-articles.ts';
import { type ClaimId, entriesOf } from './entries-of.ts';

/** One thing that happened to a claim. */
export interface HistoryStep {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  /** `DATA_FOLDER` or a Slack user id. */
  readonly by: string;
  /** Who proposed it, where that was someone else than who let it in. */
  readonly proposedBy?: string;
  /** `filed`: it came in; `changed`: it came in again, otherwise; `overtaken`: a newer claim overtakes it. */
  readonly kind: 'filed' | 'changed' | 'corrected' | 'retracted' | 'overtaken' | 'withdrawn';
  /** As it read from then on, or until then where it went out; absent where no article of it was on record. */
  readonly claim?: Claim;
  readonly why?: string;
  /** What shows that it was wrong. */
  readonly source?: string;
  /** The claim that overtakes it, as it read then. */
  readonly newer?: Claim;
}

/** What happened to a claim, oldest first; empty for a claim that the ledger does not know. */
export function claimHistory(entries: readonly LedgerEntry[], id: ClaimId): readonly HistoryStep[] {
  const own = new Set(entriesOf(entries, id));
  if (own.size === 0) return [];
  const articles = new Map<string, Article>();
  const claims = new Map<string, ClaimValue>();
  const proposers = new Map<string, string>();
  const steps: HistoryStep[] = [];
  const read = (claim: string) => {
    const value = claims.get(claim);
    return value && withArticles(value, articles);
  };

  for (const entry of entries) {
    if (entry.act.dossier !== id.dossier) continue;
    if (entry.act.kind === 'proposed' && !proposers.has(entry.act.proposal))
      proposers.set(entry.act.proposal, entry.by);
    const isIn = claims.has(id.claim) && steps.at(-1)?.kind !== 'withdrawn' && steps.at(-1)?.kind !== 'retracted';
    for (const thing of thingsIn(entry.act)) {
      if (thing.subject === 'article') articles.set(thing.value.slug, thing.value);
      if (thing.subject === 'claim') claims.set(thing.value.id, thing.value);
    }
    if (!own.has(entry)) continue;
    const proposer = entry.act.kind === 'approved' ? proposers.get(entry.act.proposal) : undefined;
    const step = stepOf(entry, id.claim, isIn, read);
    steps.push(proposer === undefined || proposer === entry.by ? step : { ...step, proposedBy: proposer });
  }
  return steps;
}

function stepOf(
  { seq, at, by, act }: LedgerEntry,
  claim: string,
  isIn: boolean,
  read: (claim: string) => Claim | undefined,
): HistoryStep {
  const reads = read(claim);
  const base = { seq, at, by, ...(reads ? { claim: reads } : {}) };
  switch (act.kind) {
    case 'corrected':
      if (act.claim !== claim) break;
      return { ...base, kind: 'corrected', why: act.why, source: act.source };
    case 'retracted':
      return { ...base, kind: 'retracted', why: act.why, source: act.source };
    case 'superseded': {
      if (act.claim !== claim) break;
      const newer = read(act.by);
      return { ...base, kind: 'overtaken', why: act.why, ...(newer ? { newer } : {}) };
    }
    case 'withdrawn':
      return { ...base, kind: 'withdrawn' };
  }
  const why = act.kind === 'approved' ? act.why : undefined;
  return { ...base, kind: isIn ? 'changed' : 'filed', ...(why === undefined ? {} : { why }) };
}
