import type { Assertion } from './assertion.ts';
import type { ClaimReading } from './claim-reading.ts';
import { areOpposites, hasOpposites } from './opposites.ts';
import type { MatterWord } from './read-matter.ts';

/** A word that the claim lacks and that one of the claim's own words excludes, neither or both denied. */
export function findOpposite(
  { terms }: Assertion,
  reading: ClaimReading,
  residue: readonly MatterWord[],
): { readonly word: MatterWord; readonly onRecord: string } | undefined {
  for (const word of residue) {
    if (!hasOpposites(word.stem)) continue;
    const other = reading.matter.find(
      (place) => areOpposites(word.stem, place.stem) && !place.terms.some((term) => terms.has(term)),
    );
    if (other && word.denied === other.denied) return { word, onRecord: other.text };
  }
  return undefined;
}
