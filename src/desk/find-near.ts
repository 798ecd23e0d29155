import type { Claim, Dossier } from '../record/dossier.ts';
import { onceEach } from '../record/once-each.ts';
import { analyse } from '../search/analyse.ts';
import type { ClaimFields } from './read-claim-fields.ts';

// How much of what two claims say they share, from 0 to 1, from which on they may be one; less will do where the figure
// is the same too. Measured on the dossiers at hand: sharing half is a paraphrase or a neighbour, a third only a topic.
const NEAR = 0.45;
const NEAR_WITH_FIGURE = 0.2;
const NEAR_WITH_OTHER_VOICES = 0.6;
const MOST = 3;

/**
 * The claims on record that may say the same as a new one, the nearest first, three at most: those whose words are
 * mostly the same, the telling ones counting more. A claim with another number for the same measure says something else.
 */
export function findNear(
  dossier: Dossier,
  fields: Pick<ClaimFields, 'statement' | 'figure' | 'saidBy'>,
): readonly Claim[] {
  const { claims, words, counts } = wordsIn(dossier);
  const weigh = (own: Iterable<string>) =>
    [...own].reduce((sum, word) => sum + Math.log(1 + claims.length / (1 + (counts.get(word) ?? 0))), 0);
  const wanted = wordsOf(fields, dossier);
  return claims
    .map((claim, place) => {
      const own = words[place] as ReadonlySet<string>;
      const shared = weigh(wanted.intersection(own));
      return { claim, score: shared === 0 ? 0 : (2 * shared) / (weigh(wanted) + weigh(own)) };
    })
    .filter(({ claim, score }) => {
      const figures = compareFigures(claim, fields);
      if (figures === 'differ') return false;
      if (isOfOthers(claim, fields)) return score >= NEAR_WITH_OTHER_VOICES;
      return score >= (figures === 'agree' ? NEAR_WITH_FIGURE : NEAR);
    })
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ claim }) => claim);
}

function compareFigures(
  { figure }: Claim,
  { figure: other }: Pick<ClaimFields, 'figure'>,
): 'agree' | 'differ' | 'none' {
  if (figure === undefined || other === undefined) return 'none';
  return figure.measure === other.measure && figure.low <= other.high && other.low <= figure.high ? 'agree' : 'differ';
}

/** Whether nobody who says the one says the other: then they are two claims, unless they read the same. */
function isOfOthers({ saidBy }: Claim, { saidBy: others }: Pick<ClaimFields, 'saidBy'>): boolean {
  return saidBy.length > 0 && others.length > 0 && !saidBy.some((id) => others.includes(id));
}

/** The stems of a statement, with synonyms as one. Who says so is not what is said. */
function wordsOf(
  { statement, saidBy }: Pick<ClaimFields, 'statement' | 'saidBy'>,
  dossier: Dossier,
): ReadonlySet<string> {
  const voices = new Set(
    saidBy.flatMap((id) => {
      const { name = '', aliases = [] } = dossier.people.get(id) ?? {};
      return [name, ...aliases].flatMap((spelling) => analyse(spelling).map(({ stem }) => stem));
    }),
  );
  return new Set(
    analyse(statement)
      .filter(({ stop, stem }) => !stop && !voices.has(stem))
      .map(({ stem }) => spellings(dossier).get(stem) ?? stem),
  );
}

interface DossierWords {
  readonly claims: readonly Claim[];
  /** For each claim, in their order. */
  readonly words: readonly ReadonlySet<string>[];
  /** In how many claims a word is. */
  readonly counts: ReadonlyMap<string, number>;
}

/** The words of a dossier's claims. */
const wordsIn = onceEach((dossier: Dossier): DossierWords => {
  const claims = [...dossier.claims.values()];
  const words = claims.map((claim) => wordsOf(claim, dossier));
  const counts = new Map<string, number>();
  for (const word of words.flatMap((own) => [...own])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { claims, words, counts };
});

/** For each word of the dossier's vocabulary, the word that it stands for there. */
const spellings = onceEach((dossier: Dossier): ReadonlyMap<string, string> => {
  const single = (text: string) => {
    const [token, ...rest] = analyse(text);
    return token && rest.length === 0 ? [token.stem] : [];
  };
  return new Map(
    [...dossier.vocabulary].flatMap(([word, synonyms]) =>
      single(word).flatMap((stem) => synonyms.flatMap(single).map((other): [string, string] => [other, stem])),
    ),
  );
});
