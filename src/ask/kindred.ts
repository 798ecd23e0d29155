import type { Claim } from '../record/dossier.ts';
import { onceEach } from '../record/once-each.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { ClaimProfile } from './claim-profile.ts';
import type { Candidate } from './find-claims.ts';

/** Another claim that says much the same, with how much: the share of the first one's score that it reaches, 0 to 1. */
export interface Kindred {
  readonly claim: Claim;
  readonly likeness: number;
}

const LOOKED_AT = 12;
/** Its rarest terms tell a claim from others; common ones cost more to look up than they say. */
const TERMS = 8;

/** By the claim's profile, which is of one index alone, and the likeness asked for: what is near a claim is asked for again and again. */
const known = onceEach((_: ClaimProfile) => new Map<number, readonly Kindred[]>());

/** The claims most like one, likest first, of at least that likeness: those that a search for its own words, names and meanings finds. Who says it does not count. */
export function kindredOf(
  index: ClaimIndex,
  candidate: Pick<Candidate, 'claim' | 'document' | 'profile'>,
  likeness = 0,
): readonly Kindred[] {
  const before = known(candidate.profile);
  const kindred = before.get(likeness) ?? findKindred(index, candidate, likeness);
  before.set(likeness, kindred);
  return kindred;
}

function findKindred(
  index: ClaimIndex,
  { claim, document, profile }: Pick<Candidate, 'claim' | 'document' | 'profile'>,
  likeness: number,
): Kindred[] {
  const stems = profile.tokens.map((token) => token.stem);
  const speakers = new Set(claim.saidBy);
  const terms = new Set([
    ...profile.tokens.filter((token) => !token.stop).map((token) => token.stem),
    ...index.lexicon.concepts.matches(stems).map((match) => match.value),
    ...profile.names.filter((id) => !speakers.has(id)).map((id) => `@${id}`),
  ]);
  const telling = Array.from(terms, (term) => ({ term, idf: index.terms.idf(term) }))
    .sort((a, b) => b.idf - a.idf)
    .slice(0, TERMS);
  const slots = telling.map(({ term }) => ({ alternatives: [{ term, weight: 1 }] }));
  const own = index.terms.scoreOf(slots, document);
  return index.terms
    .search(slots, LOOKED_AT, (other) => other !== document, likeness * own)
    .map((hit) => ({ claim: index.claims[hit.document] as Claim, likeness: hit.score / own }));
}
