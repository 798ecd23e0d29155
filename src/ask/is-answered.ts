import type { ClaimIndex } from './claim-index.ts';
import { isDenied, likelihood, weighEvidence } from './evidence.ts';
import type { Candidate } from './find-claims.ts';
import type { Inquiry, Wanted } from './inquiry.ts';

/** Why the record does not answer a question. */
export type Silence =
  | { readonly reason: 'nothing-near' }
  | { readonly reason: 'stranger'; readonly name: string }
  | { readonly reason: 'after-the-record' }
  | { readonly reason: 'constraint'; readonly unmet: Candidate['unmet'] }
  | { readonly reason: 'denied' }
  /** The nearest claim tells it of someone else; both names as the record writes them. */
  | { readonly reason: 'of-another'; readonly asked: string; readonly told: string }
  | { readonly reason: 'not-told'; readonly wanted: Wanted }
  | { readonly reason: 'too-little'; readonly missing: readonly string[] };

/** How likely an answer must be: a wrong one costs more than a decline. */
const THRESHOLD = 0.45;
/** Kinds of question that a claim of another kind cannot answer, however near it is. */
const STRICT: ReadonlySet<Wanted> = new Set(['figure', 'voice', 'who', 'name']);
/** Kinds of question that take what they ask about for a fact. */
const PRESUMING: ReadonlySet<Wanted> = new Set(['when', 'where', 'how']);
/** How much less of the question a claim of the right kind may carry than the best of the wrong kind. */
const SLACK = 0.3;
const WHY_SLACK = 0.35;
/** How much less of it a claim may carry that does not deny what the question takes for a fact. */
const DENIED_SLACK = 0.1;

/** How many of the first may change places for the evidence, and how near to the best in score. */
const RIVALS = { count: 3, score: 0.5 } as const;

/** Those that `suits` go first as long as they carry nearly as much of the question as the best. */
function prefer(
  holding: readonly Candidate[],
  slack: number,
  suits: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const least = (holding[0]?.coverage ?? 0) - slack;
  const preferred: Candidate[] = [];
  const others: Candidate[] = [];
  for (const candidate of holding)
    (candidate.coverage >= least && suits(candidate) ? preferred : others).push(candidate);
  return [...preferred, ...others];
}

/** Whether there is a best among the claims found. */
export function hasBest(found: readonly Candidate[]): found is readonly [Candidate, ...Candidate[]] {
  return found.length > 0;
}

/** The claims that meet every constraint, best first; where only one kind of claim can answer, that kind goes before the rest. */
export function holdingClaims(inquiry: Inquiry, ranked: readonly Candidate[]): readonly Candidate[] {
  let holding: readonly Candidate[] = ranked.filter((candidate) => candidate.unmet.length === 0);
  if (STRICT.has(inquiry.wanted)) holding = prefer(holding, SLACK, (candidate) => candidate.fits);
  if (inquiry.wanted === 'why') holding = prefer(holding, WHY_SLACK, (candidate) => candidate.fits);
  const [best] = holding;
  if (best && isDenied(inquiry, best))
    holding = prefer(
      holding,
      DENIED_SLACK,
      (candidate) => candidate.fits >= best.fits && !isDenied(inquiry, candidate),
    );
  return likeliestFirst(inquiry, holding);
}

/** Of the first few, the one that the evidence speaks for most goes first. */
function likeliestFirst(inquiry: Inquiry, holding: readonly Candidate[]): readonly Candidate[] {
  const [best] = holding;
  if (!best) return holding;
  // The evidence is of the first three, so the rest need not be put in another order for it.
  const first = holding.slice(0, RIVALS.count);
  const rivals = first.filter(
    (candidate) => candidate.fits >= best.fits && candidate.score >= best.score * RIVALS.score,
  );
  if (rivals.length < 2) return holding;
  const chances = rivals.map((rival) =>
    likelihood(weighEvidence(inquiry, [rival, ...first.filter((other) => other !== rival)])),
  );
  const likeliest = rivals[chances.indexOf(Math.max(...chances))];
  return likeliest && likeliest !== best ? [likeliest, ...holding.filter((other) => other !== likeliest)] : holding;
}

/** Kinds of question of which the one they name first must be the one the claim tells of. */
const OF_SOMEONE: ReadonlySet<Wanted> = new Set(['when', 'why', 'how', 'where', 'figure']);
/** How many words may stand before the name of the one a statement tells of. */
const SUBJECT = 4;

/** Whom the best claim tells of, where the question names another first and the claim has nothing of that one. */
function tellsOfAnother(index: ClaimIndex, inquiry: Inquiry, { profile, missing }: Candidate): Silence | undefined {
  if (!OF_SOMEONE.has(inquiry.wanted) || inquiry.form !== 'facts') return undefined;
  const asked = inquiry.slots.find((slot) => slot.name !== undefined);
  const [told] = profile.names;
  if (asked?.name === undefined || asked.burden === 0 || !missing.includes(asked)) return undefined;
  if (told === undefined || profile.firstNameAt > SUBJECT || inquiry.names.includes(told)) return undefined;
  const speaksFor = (one: string, other: string) => index.lexicon.speaksFor.get(one)?.has(other) === true;
  if (speaksFor(told, asked.name) || speaksFor(asked.name, told)) return undefined;
  const nameOf = (id: string) => index.dossier.people.get(id)?.name ?? id;
  return { reason: 'of-another', asked: nameOf(asked.name), told: nameOf(told) };
}

/** A reason to decline that no evidence outweighs. */
export function certainSilence(
  index: ClaimIndex,
  inquiry: Inquiry,
  ranked: readonly Candidate[],
  [best]: readonly Candidate[],
): Silence | undefined {
  if (inquiry.asOf && index.newest && inquiry.asOf.from > index.newest) return { reason: 'after-the-record' };
  const [stranger] = inquiry.strangers;
  if (stranger !== undefined) return { reason: 'stranger', name: stranger };
  if (!best) {
    const [nearest] = ranked;
    return nearest ? { reason: 'constraint', unmet: nearest.unmet } : { reason: 'nothing-near' };
  }
  const { wanted } = inquiry;
  const isNameless = (id: string) => index.lexicon.unnamed.has(id) && index.dossier.people.get(id)?.kind === 'person';
  if ((wanted === 'name' || wanted === 'who') && inquiry.names.some(isNameless)) return { reason: 'not-told', wanted };
  if (inquiry.form === 'facts' && PRESUMING.has(wanted) && isDenied(inquiry, best)) return { reason: 'denied' };
  const another = tellsOfAnother(index, inquiry, best);
  if (another) return another;
  if (!best.fits && STRICT.has(wanted) && inquiry.form !== 'sources') return { reason: 'not-told', wanted };
  return undefined;
}

/** Whether the best claims answer the question; else why not. `ranked` are the claims found, best first, `holding` those of them that `holdingClaims` gives. */
export function findSilence(
  index: ClaimIndex,
  inquiry: Inquiry,
  ranked: readonly Candidate[],
  holding: readonly Candidate[],
): Silence | undefined {
  const certain = certainSilence(index, inquiry, ranked, holding);
  if (certain || !hasBest(holding)) return certain ?? { reason: 'nothing-near' };
  if (likelihood(weighEvidence(inquiry, holding)) >= THRESHOLD) return undefined;
  const [best] = holding;
  return best.fits
    ? { reason: 'too-little', missing: best.missing.map((slot) => slot.text) }
    : { reason: 'not-told', wanted: inquiry.wanted };
}
