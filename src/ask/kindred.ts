import type { Claim } from '../record/dossier.ts';
import type { Slot } from '../search/search-index.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { ClaimProfile } from './claim-profile.ts';
import type { Candidate } from './find-claims.ts';

/** A claim with its number in the index and what it says. */
type Numbered = Pick<Candidate, 'claim' | 'document' | 'profile'>;

/** Another claim that says much the same, with how much: the share of the first one's score that it reaches, 0 to 1. */
export interface Kindred {
  readonly claim: Claim;
  readonly likeness: number;
}

/** Its rarest terms tell a claim from others; common ones cost more to look up than they say. */
const TERMS = 8;

/** By the claim's profile, which is of one index alone: claims that answer one question answer others. */
const known = new WeakMap<ClaimProfile, readonly Slot[]>();

/** A search for what a claim says: its words, names and meanings. Who says it does not count. */
function matterOf(index: ClaimIndex, one: Numbered): readonly Slot[] {
  const matter = known.get(one.profile) ?? readMatter(index, one);
  known.set(one.profile, matter);
  return matter;
}

function readMatter(index: ClaimIndex, { claim, profile }: Numbered): Slot[] {
  const stems = profile.tokens.map((token) => token.stem);
  const speakers = new Set(claim.saidBy);
  const terms = new Set([
    ...profile.tokens.filter((token) => !token.stop).map((token) => token.stem),
    ...index.lexicon.concepts.matches(stems).map((match) => match.value),
    ...profile.names.filter((id) => !speakers.has(id)).map((id) => `@${id}`),
  ]);
  return Array.from(terms, (term) => ({ term, idf: index.terms.idf(term) }))
    .sort((a, b) => b.idf - a.idf)
    .slice(0, TERMS)
    .map(({ term }) => ({ alternatives: [{ term, weight: 1 }] }));
}

/** Those of some claims that are most like one, likest first, of at least that likeness. */
export function kindredOf(
  index: ClaimIndex,
  one: Numbered,
  others: readonly Pick<Numbered, 'claim' | 'document'>[],
  likeness = 0,
): Kindred[] {
  const [own = 0, ...scores] = index.terms.scoresOf(matterOf(index, one), [
    one.document,
    ...others.map(({ document }) => document),
  ]);
  return others
    .map(({ claim }, n) => ({ claim, likeness: (scores[n] as number) / own }))
    .filter((kindred) => kindred.claim !== one.claim && kindred.likeness > 0 && kindred.likeness >= likeness)
    .sort((a, b) => b.likeness - a.likeness);
}
