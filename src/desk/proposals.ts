import type { Act, LedgerEntry } from '../record/ledger.ts';
import type { ClaimValue, Thing } from '../record/ledger-values.ts';
import { claimsAmong, thingsIn } from '../record/things-in.ts';

/** One version of a proposal: who wrote it, when, and what it would bring in. */
export interface Version {
  /** The ledger entry that holds it. */
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  /** A Slack user id. */
  readonly by: string;
  readonly things: readonly Thing[];
}

/** What became of a proposal. */
export type ProposalState =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'approved';
      readonly seq: number;
      readonly at: string;
      readonly by: string;
      /** What was let in. */
      readonly things: readonly Thing[];
    }
  | { readonly kind: 'declined'; readonly seq: number; readonly at: string; readonly by: string; readonly why: string };

/** Something that someone wants in the record. */
export interface Proposal {
  /** Unique in the ledger. */
  readonly id: string;
  readonly dossier: string;
  /** As first proposed. */
  readonly first: Version;
  /** As it stands: the first, or the last revision. */
  readonly last: Version;
  /** Whether its claim was on record when it was proposed: then it adds reports to it, and lists no others. */
  readonly addsReport: boolean;
  readonly state: ProposalState;
}

/** Every proposal in a ledger, by its id, oldest first. Entries that come after a decision change nothing. */
export function proposalsIn(entries: readonly LedgerEntry[]): ReadonlyMap<string, Proposal> {
  const proposals = new Map<string, Proposal>();
  const onRecord = new Set<string>();
  for (const entry of entries) {
    const { act } = entry;
    if (act.kind === 'proposed') propose(entry, act, proposals, onRecord);
    else if (act.kind === 'approved' || act.kind === 'declined') conclude(entry, act, proposals);
    for (const { id } of claimsAmong(thingsIn(act))) onRecord.add(JSON.stringify([act.dossier, id]));
  }
  return proposals;
}

/** The claim that a proposal or an approval brings in or adds to. */
export function claimIn(things: readonly Thing[]): ClaimValue | undefined {
  return claimsAmong(things)[0];
}

type Proposing = Extract<Act, { kind: 'proposed' }>;
type Concluding = Extract<Act, { kind: 'approved' | 'declined' }>;

function propose(
  { seq, at, by }: LedgerEntry,
  { dossier, proposal: id, things }: Proposing,
  proposals: Map<string, Proposal>,
  onRecord: ReadonlySet<string>,
): void {
  const version = { seq, at, by, things };
  const before = proposals.get(id);
  if (before) {
    if (before.state.kind === 'waiting') proposals.set(id, { ...before, last: version });
    return;
  }
  const addsReport = onRecord.has(JSON.stringify([dossier, claimIn(things)?.id]));
  proposals.set(id, { id, dossier, first: version, last: version, addsReport, state: { kind: 'waiting' } });
}

function conclude({ seq, at, by }: LedgerEntry, act: Concluding, proposals: Map<string, Proposal>): void {
  const before = proposals.get(act.proposal);
  if (before?.state.kind !== 'waiting') return;
  const state: ProposalState =
    act.kind === 'declined'
      ? { kind: 'declined', seq, at, by, why: act.why }
      : { kind: 'approved', seq, at, by, things: act.things };
  proposals.set(act.proposal, { ...before, state });
}
