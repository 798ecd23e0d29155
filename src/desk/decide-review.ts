import type { Dossier } from '../record/dossier.ts';
import type { Thing } from '../record/ledger-values.ts';
import { type Actor, type Decision, type Desk, refuse } from './decision.ts';
import type { FormMistakes } from './filled-form.ts';
import { placeThings } from './place-things.ts';
import { claimIn, type Proposal, proposalsIn } from './proposals.ts';

/** Why nothing is entered of what someone files or decides. */
export type ReviewRefusal =
  /** The dossier is not on record any more. */
  | { readonly kind: 'no-dossier' }
  | { readonly kind: 'no-proposal' }
  | { readonly kind: 'not-editor' }
  /** Only who proposed something, and editors, may change it. */
  | { readonly kind: 'not-yours' }
  /** Four eyes: nobody lets in what they proposed themselves. */
  | { readonly kind: 'own-proposal' }
  /** This was filed before. */
  | { readonly kind: 'filed'; readonly proposal: Proposal }
  /** Somebody has approved or declined it. */
  | { readonly kind: 'decided'; readonly proposal: Proposal }
  /** It was changed since it was seen. */
  | { readonly kind: 'revised'; readonly proposal: Proposal }
  /** The claim that it adds a report to is not on record any more. */
  | { readonly kind: 'claim-gone' }
  /** What it refers to is not on record any more, by field of the form. */
  | { readonly kind: 'unfit'; readonly mistakes: FormMistakes };

/** Something to be proposed. */
export interface Filing {
  readonly dossier: string;
  /** An id of its own: the same again is the same filing. */
  readonly proposal: string;
  /** For a claim on record, `things` have that claim with the added reports alone. */
  readonly things: readonly Thing[];
}

/** A proposal as it was seen: its id and the `seq` of the version that was shown. */
export interface Seen {
  readonly proposal: string;
  readonly version: number;
}

/** How strictly proposals are let in. */
export interface Rules {
  /** Whether nobody may let in what they proposed themselves. */
  readonly fourEyes: boolean;
}

/** Anyone may propose. The same filing again is refused as filed. */
export function decideFiling(desk: Desk, filing: Filing): Decision<ReviewRefusal> {
  const before = proposalsIn(desk.entries).get(filing.proposal);
  if (before) return refuse({ kind: 'filed', proposal: before });
  const dossier = dossierOf(desk, filing.dossier);
  if (!dossier) return refuse({ kind: 'no-dossier' });
  const claim = claimIn(filing.things)?.id ?? '';
  const addsReport = dossier.claims.has(claim);
  const placed = placeThings(filing.things, { ...desk, dossier, proposal: filing.proposal, addsReport });
  if (placed.kind !== 'placed') return refuse(placed);
  const things = addsReport ? onlyAdded(placed.things, dossier) : placed.things;
  return acts({ kind: 'proposed', dossier: filing.dossier, proposal: filing.proposal, things: [...things] });
}

/**
 * Whoever proposed something may change it while it waits, and so may editors. With `approve` an editor lets it in as
 * changed, both at once.
 */
export function decideRevision(
  desk: Desk,
  seen: Seen,
  things: readonly Thing[],
  actor: Actor,
  approve: Rules | undefined,
): Decision<ReviewRefusal> {
  const found = waiting(desk, seen);
  if ('refusal' in found) return refuse(found.refusal);
  const { proposal, dossier } = found;
  if (!actor.isEditor && proposal.first.by !== actor.user) return refuse({ kind: 'not-yours' });
  const refusal = approve && approvalRefusal(proposal, actor, approve);
  if (refusal) return refuse(refusal);
  const { id, addsReport } = proposal;
  const placed = placeThings(things, { ...desk, dossier, proposal: id, addsReport });
  if (placed.kind !== 'placed') return refuse(placed);
  const revised = addsReport ? onlyAdded(placed.things, dossier) : placed.things;
  const about = { dossier: dossier.slug, proposal: id };
  const proposed = { kind: 'proposed', ...about, things: [...revised] } as const;
  return approve ? acts(proposed, { kind: 'approved', ...about, things: [...placed.things] }) : acts(proposed);
}

/** An editor lets a proposal in as it was shown to them. */
export function decideApproval(desk: Desk, seen: Seen, actor: Actor, rules: Rules): Decision<ReviewRefusal> {
  const found = waiting(desk, seen);
  if ('refusal' in found) return refuse(found.refusal);
  const { proposal, dossier } = found;
  const refusal = approvalRefusal(proposal, actor, rules);
  if (refusal) return refuse(refusal);
  const { id, addsReport, last } = proposal;
  const placed = placeThings(last.things, { ...desk, dossier, proposal: id, addsReport });
  if (placed.kind !== 'placed') return refuse(placed);
  return acts({ kind: 'approved', dossier: dossier.slug, proposal: id, things: [...placed.things] });
}

/** An editor turns a proposal down, and says why. */
export function decideDecline(desk: Desk, seen: Seen, why: string, actor: Actor): Decision<ReviewRefusal> {
  const found = waiting(desk, seen);
  if ('refusal' in found) return refuse(found.refusal);
  if (!actor.isEditor) return refuse({ kind: 'not-editor' });
  return acts({ kind: 'declined', dossier: found.proposal.dossier, proposal: found.proposal.id, why });
}

type Waiting = { readonly proposal: Proposal; readonly dossier: Dossier } | { readonly refusal: ReviewRefusal };

function waiting(desk: Desk, { proposal: id, version }: Seen): Waiting {
  const proposal = proposalsIn(desk.entries).get(id);
  if (!proposal) return { refusal: { kind: 'no-proposal' } };
  if (proposal.state.kind !== 'waiting') return { refusal: { kind: 'decided', proposal } };
  if (proposal.last.seq !== version) return { refusal: { kind: 'revised', proposal } };
  const dossier = dossierOf(desk, proposal.dossier);
  return dossier ? { proposal, dossier } : { refusal: { kind: 'no-dossier' } };
}

function approvalRefusal(proposal: Proposal, actor: Actor, { fourEyes }: Rules): ReviewRefusal | undefined {
  if (!actor.isEditor) return { kind: 'not-editor' };
  return fourEyes && proposal.first.by === actor.user ? { kind: 'own-proposal' } : undefined;
}

function dossierOf({ dossiers }: Desk, slug: string): Dossier | undefined {
  return dossiers.find((dossier) => dossier.slug === slug);
}

/** Placed things whose claim lists the added reports alone, as proposals do. */
function onlyAdded(placed: readonly Thing[], dossier: Dossier): readonly Thing[] {
  return placed.map((thing) => {
    if (thing.subject !== 'claim') return thing;
    const standing = dossier.claims.get(thing.value.id)?.reports.length ?? 0;
    return { ...thing, value: { ...thing.value, reports: thing.value.reports.slice(standing) } };
  });
}

function acts<Entered extends readonly [object, ...object[]]>(...entered: Entered) {
  return { kind: 'acts', acts: entered } as const;
}
