import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse } from '../search/analyse.ts';
import type { ClaimFields } from './read-claim-fields.ts';

// How much of what two claims say they share, from 0 to 1, from which on they may be one; less will do where the figure
// is the same too. Measured on the dossiers at hand: sharing half is a paraphrase or a neighbour, a third only a topic.
const NEAR = 0.45;
const NEAR_WITH_FIGURE = 0.2;
const MOST = 3;

/**
 * The claims on record that may say the same as a new one, the nearest first, three at most: those whose words are
 * mostly the same, the telling ones counting more. A claim with another number for the same measure says something else.
 */
export function findNear(dossier: Dossier, fields: Pick<ClaimFields, 'statement' | 'figure'>): readonly Claim[] {
  const claims = [...dossier.claims.values()];
  const words = claims.map((claim) => wordsOf(claim.statement, dossier));
  const counts = new Map<string, number>();
  for (const word of words.flatMap((own) => [...own])) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weigh = (own: Iterable<string>) =>
    [...own].reduce((sum, word) => sum + Math.log(1 + claims.length / (1 + (counts.get(word) ?? 0))), 0);
  const wanted = wordsOf(fields.statement, dossier);
  return claims
    .map((claim, place) => {
      const own = words[place] as ReadonlySet<string>;
      const shared = weigh(wanted.intersection(own));
      return { claim, score: shared === 0 ? 0 : (2 * shared) / (weigh(wanted) + weigh(own)) };
    })
    .filter(({ claim, score }) => {
      const figures = compareFigures(claim, fields);
      return figures !== 'differ' && score >= (figures === 'agree' ? NEAR_WITH_FIGURE : NEAR);
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

/** The stems of a statement, with a name's many spellings as one. */
function wordsOf(statement: string, dossier: Dossier): ReadonlySet<string> {
  return new Set(
    analyse(statement)
      .filter(({ stop }) => !stop)
      .map(({ stem }) => spellings(dossier).get(stem) ?? stem),
  );
}

const known = new WeakMap<Dossier, ReadonlyMap<string, string>>();

/** For each word of the dossier's vocabulary, the word that it stands for there. */
function spellings(dossier: Dossier): ReadonlyMap<string, string> {
  let found = known.get(dossier);
  if (found === undefined) {
    const single = (text: string) => {
      const [token, ...rest] = analyse(text);
      return token && rest.length === 0 ? [token.stem] : [];
    };
    found = new Map(
      [...dossier.vocabulary].flatMap(([word, synonyms]) =>
        single(word).flatMap((stem) => synonyms.flatMap(single).map((other): [string, string] => [other, stem])),
      ),
    );
    known.set(dossier, found);
  }
  return found;
}
