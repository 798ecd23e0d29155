import type { Dossier } from '../record/dossier.ts';
import { analyse } from '../search/analyse.ts';
import { createNeighbours, type Neighbours } from '../search/neighbours.ts';

/** The words that stand side by side in a dossier's statements, quoted fragments and names. */
export function readNeighbours(dossier: Dossier): Neighbours {
  const neighbours = createNeighbours();
  const add = (text: string) => neighbours.add(analyse(text).map((token) => token.word));
  for (const claim of dossier.claims.values()) {
    add(claim.statement);
    for (const report of claim.reports) if (report.quote !== undefined) add(report.quote);
  }
  for (const person of dossier.people.values()) for (const name of [person.name, ...person.aliases]) add(name);
  return neighbours;
}
