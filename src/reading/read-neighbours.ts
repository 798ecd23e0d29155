import type { Dossier } from '../record/dossier.ts';
import { analyse, type Token } from '../search/analyse.ts';
import { createNeighbours, type Neighbours } from '../search/neighbours.ts';

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.word);
}

/** The words that stand side by side in the names of a dossier. */
export function readNameNeighbours(dossier: Dossier): Neighbours {
  const neighbours = createNeighbours();
  for (const { name, aliases } of dossier.people.values())
    for (const text of [name, ...aliases]) neighbours.add(wordsOf(analyse(text)));
  return neighbours;
}

/** The words that stand beside one of a few in texts, each given as its words, over those in names. */
export function readNeighbours(
  names: Neighbours,
  texts: Iterable<readonly Token[]>,
  beside: ReadonlySet<string>,
): Neighbours {
  const neighbours = createNeighbours(names);
  for (const tokens of texts) neighbours.add(wordsOf(tokens), beside);
  return neighbours;
}
