import { isDeepStrictEqual } from 'node:util';
import type { Claim, Dossier } from '../record/dossier.ts';
import type { LedgerEntry } from '../record/ledger.ts';
import type { ClaimValue, Thing } from '../record/ledger-values.ts';
import { claimValueOf } from './claim-value.ts';
import type { Rules } from './decide-review.ts';
import { type Actor, type Decision, type Desk, refuse } from './decision.ts';
import { type ClaimId, entriesOf } from './entries-of.ts';
import type { ClaimFields } from './read-claim-fields.ts';
import type { ReportValue } from './read-report.ts';

interface Wish extends ClaimId {
  /** The place in the ledger at which whoever acts read the claim: what they meant to amend. */
  readonly since: number;
  readonly why: string;
}

/** What someone wants to do to a claim on record. */
export type Amending =
  /**
   * It was wrong: it is to read as `fields` say; `things` are what these need and the record lacks. `report` takes the
   * place of its only report.
   */
  | (Wish & {
      readonly kind: 'correct';
      readonly fields: ClaimFields;
      readonly report?: ReportValue;
      readonly things: readonly Thing[];
      readonly source: string;
    })
  /** It was wrong, and nothing takes its place. */
  | (Wish & { readonly kind: 'retract'; readonly source: string })
  /** It was right in its time: the claim `by` overtakes it, which is in `things` unless it is on record. */
  | (Wish & { readonly kind: 'supersede'; readonly by: string; readonly things: readonly Thing[] });

export type AmendmentRefusal =
  | { readonly kind: 'not-editor' }
  /** The record never held it, or the files withdrew it. */
  | { readonly kind: 'unknown-claim' }
  | { readonly kind: 'retracted'; readonly at: string; readonly by: string; readonly why: string }
  /** Someone amended it after it was read: `entry` is the last that did. */
  | { readonly kind: 'stale'; readonly entry: LedgerEntry; readonly now: Claim }
  /** It reads like that already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unknown-newer' }
  | { readonly kind: 'itself' }
  /** Four eyes: nobody lets in a claim of their own, not as a newer one either. */
  | { readonly kind: 'own-claim' }
  | { readonly kind: 'overtaken-already'; readonly newer: Claim }
  /** The claim overtakes the newer one itself, through those between: from the claim to the newer one. */
  | { readonly kind: 'circle'; readonly claims: readonly Claim[] };

/** What an amendment enters into the ledger, or why it may not be made. */
export function decideAmendment(
  desk: Desk,
  { isEditor }: Actor,
  wish: Amending,
  { fourEyes }: Rules = { fourEyes: false },
): Decision<AmendmentRefusal> {
  if (!isEditor) return refuse({ kind: 'not-editor' });
  const dossier = desk.dossiers.find(({ slug }) => slug === wish.dossier);
  const claim = dossier?.claims.get(wish.claim);
  const entries = entriesOf(desk.entries, wish);
  if (dossier === undefined || claim === undefined) return refuse(missing(entries));
  const later = entries.findLast(({ seq }) => seq > wish.since);
  if (later !== undefined) return refuse({ kind: 'stale', entry: later, now: claim });
  switch (wish.kind) {
    case 'correct':
      return correct(claim, wish);
    case 'retract': {
      const { why, source } = wish;
      return { kind: 'acts', acts: [{ kind: 'retracted', dossier: dossier.slug, claim: claim.id, why, source }] };
    }
    case 'supersede':
      if (fourEyes && !dossier.claims.has(wish.by) && wish.things.length > 0) return refuse({ kind: 'own-claim' });
      return supersede(dossier, claim, wish);
  }
}

/** Why a claim is not there to be amended. */
function missing(entries: readonly LedgerEntry[]): AmendmentRefusal {
  const last = entries.at(-1);
  if (last?.act.kind !== 'retracted') return { kind: 'unknown-claim' };
  return { kind: 'retracted', at: last.at, by: last.by, why: last.act.why };
}

function correct(claim: Claim, wish: Extract<Amending, { kind: 'correct' }>): Decision<AmendmentRefusal> {
  const value = correctedValue(claim, wish);
  if (isDeepStrictEqual(value, claimValueOf(claim))) return refuse({ kind: 'unchanged' });
  const { dossier, why, source } = wish;
  const things = [...wish.things, { subject: 'claim', value } as const];
  return { kind: 'acts', acts: [{ kind: 'corrected', dossier, claim: claim.id, things, why, source }] };
}

/** The claim with its fields replaced; what it says of other claims stays, and where it was published where there is more. */
function correctedValue(
  claim: Claim,
  { fields, report }: Pick<Extract<Amending, { kind: 'correct' }>, 'fields' | 'report'>,
): ClaimValue {
  const { id, reports, supersedes, conflictsWith } = claimValueOf(claim);
  const [only, ...others] = reports;
  if (report === undefined || only === undefined || others.length > 0)
    return { id, ...fields, supersedes, conflictsWith, reports };
  // A form knows the article's own chain alone: that of this statement stays with the article.
  const corrected = report.article === only.article ? { ...report, via: only.via } : report;
  return { id, ...fields, supersedes, conflictsWith, reports: [corrected] };
}

function supersede(
  dossier: Dossier,
  claim: Claim,
  { by, things, why }: Extract<Amending, { kind: 'supersede' }>,
): Decision<AmendmentRefusal> {
  if (by === claim.id) return refuse({ kind: 'itself' });
  const newer = dossier.claims.get(by);
  const isFiled = things.some((thing) => thing.subject === 'claim' && thing.value.id === by);
  if (newer === undefined && !isFiled) return refuse({ kind: 'unknown-newer' });
  if (newer?.supersedes.includes(claim.id)) return refuse({ kind: 'overtaken-already', newer });
  const circle = wayDown(dossier, claim, by);
  if (circle !== undefined) return refuse({ kind: 'circle', claims: circle });
  return { kind: 'acts', acts: [{ kind: 'superseded', dossier: dossier.slug, claim: claim.id, by, things, why }] };
}

/** From a claim through what it overtakes to another, both included; undefined when none of that leads there. */
function wayDown(dossier: Dossier, from: Claim, to: string): readonly Claim[] | undefined {
  const ways: (readonly Claim[])[] = [[from]];
  const seen = new Set([from.id]);
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    const last = way.at(-1) as Claim;
    if (last.id === to) return way;
    for (const id of last.supersedes) {
      const older = dossier.claims.get(id);
      if (older === undefined || seen.has(id)) continue;
      seen.add(id);
      ways.push([...way, older]);
    }
  }
  return undefined;
}
