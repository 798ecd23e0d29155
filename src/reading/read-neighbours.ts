import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse } from '../search/analyse.ts';
import { createNeighbours, type Neighbours } from '../search/neighbours.ts';

function wordsOf(text: string): string[] {
  return analyse(text).map((token) => token.word);
}

/** The words that stand side by side in the names of a dossier. */
export function readNameNeighbours(dossier: Dossier): Neighbours {
  const neighbours = createNeighbours();
  for (const { name, aliases } of dossier.people.values())
    for (const text of [name, ...aliases]) neighbours.add(wordsOf(text));
  return neighbours;
}

/** The words that stand beside one of a few in the statements and quoted fragments of claims, over those in names. */
export function readNeighbours(names: Neighbours, claims: Iterable<Claim>, beside: ReadonlySet<string>): Neighbours {
  const neighbours = createNeighbours(names);
  for (const { statement, reports } of claims) {
    neighbours.add(wordsOf(statement), beside);
    for (const { quote } of reports) if (quote !== undefined) neighbours.add(wordsOf(quote), beside);
  }
  return neighbours;
}
