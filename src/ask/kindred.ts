import type { Claim } from '../record/dossier.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { Candidate } from './find-claims.ts';

/** Another claim that says much the same, with how much: the share of the first one's score that it reaches, 0 to 1. */
export interface Kindred {
  readonly claim: Claim;
  readonly likeness: number;
}

const LOOKED_AT = 12;
/** Its rarest terms tell a claim from others; common ones cost more to look up than they say. */
const TERMS = 16;

/** The claims most like one, likest first: those that a search for its own words, names and meanings finds. Who says it does not count. */
export function kindredOf(index: ClaimIndex, { claim, profile }: Pick<Candidate, 'claim' | 'profile'>): Kindred[] {
  const stems = profile.tokens.map((token) => token.stem);
  const speakers = new Set(claim.saidBy);
  const terms = new Set([
    ...profile.tokens.filter((token) => !token.stop).map((token) => token.stem),
    ...index.lexicon.concepts.matches(stems).map((match) => match.value),
    ...profile.names.filter((id) => !speakers.has(id)).map((id) => `@${id}`),
  ]);
  const telling = [...terms].sort((a, b) => index.terms.idf(b) - index.terms.idf(a)).slice(0, TERMS);
  const hits = index.terms.search(
    telling.map((term) => ({ alternatives: [{ term, weight: 1 }] })),
    LOOKED_AT,
  );
  const own = hits.find(({ document }) => index.claims[document] === claim)?.score ?? Number.POSITIVE_INFINITY;
  return hits
    .filter(({ document }) => index.claims[document] !== claim)
    .map(({ document, score }) => ({ claim: index.claims[document] as Claim, likeness: score / own }));
}
