import type { Assertion } from './assertion.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { MatterWord } from './read-matter.ts';

/** A stretch of a sentence, in characters. */
export type Stretch = readonly [start: number, end: number];

/** How much of a sentence's words a claim carries. */
export interface MatterMatch {
  /** The weight of all its words, and of those carried. */
  readonly whole: number;
  readonly carried: number;
  /** The words that the claim lacks. */
  readonly residue: readonly MatterWord[];
  /** The names among them. */
  readonly absentNames: readonly MatterWord[];
}

/** From this strength on a claim has a word. */
const ENOUGH = 0.5;

/** The place of a word's match in the claim's statement, if it is there. */
export function placesOf(word: MatterWord, reading: ClaimReading): readonly MatterWord[] {
  for (const term of word.terms) {
    const found = reading.places.get(term);
    if (found) return found;
  }
  return [];
}

function strengthOf(word: MatterWord, reading: ClaimReading): number {
  let best = 0;
  for (const term of word.terms) {
    const strength = reading.terms.get(term);
    if (strength === 1) return 1;
    if (strength !== undefined && strength > best) best = strength;
  }
  return best;
}

/** How firmly a claim has a word; a name that it has only as a place is no party to it. */
function partStrength(word: MatterWord, reading: ClaimReading): number {
  const strength = strengthOf(word, reading);
  return word.names.length > 0 && strength > 0 && placesOf(word, reading).every((place) => place.placed)
    ? Math.min(strength, 0.6)
    : strength;
}

/** How firmly a claim has the place that a sentence names: there as a place, there by that word, or only as a party. */
function placeStrength(word: MatterWord, reading: ClaimReading): number {
  const named = reading.matter.filter(
    (place) =>
      place.text === word.text ||
      place.stem === word.stem ||
      word.terms.includes(place.stem) ||
      place.terms.includes(word.stem),
  );
  if (named.some((place) => place.placed)) return 1;
  return named.length > 0 ? 0.6 : strengthOf(word, reading) > 0 ? 0.3 : 0;
}

/** The words of a sentence with a title before a name ("Captain Brekk") that its name makes good. */
function isTitle(word: MatterWord, assertion: Assertion, reading: ClaimReading): boolean {
  const next = assertion.matter.find((other) => other.start > word.start);
  return (
    next !== undefined &&
    next.names.length > 0 &&
    next.start - word.end < 3 &&
    (strengthOf(word, reading) > 0 || reading.titles.has(word.stem))
  );
}

export function isWithin(
  { start, end }: { readonly start: number; readonly end: number },
  stretches: readonly Stretch[],
) {
  return stretches.some(([from, to]) => start >= from && end <= to);
}

/** Whether a claim has a word as what it is there: quoted, credited, or a party. */
function isPresent(word: MatterWord, assertion: Assertion, reading: ClaimReading, quoted: readonly Stretch[]): boolean {
  if (isWithin(word, quoted)) return true;
  // Whoever is credited is held against those who say so, not against the matter.
  const isSayer =
    reading.claim.saidBy.length > 0 &&
    word.ids.length > 0 &&
    assertion.credit.voices.some(({ start, end }) => word.start >= start && word.end <= end);
  return (
    isSayer ||
    word.names.some((id) => reading.people.has(id)) ||
    (word.parts.length > 1 && word.parts.every((terms) => terms.some((term) => reading.places.has(term))))
  );
}

/** Holds a sentence's words against a claim's. `quoted` are the stretches that are quotations on record there. */
export function compareMatter(assertion: Assertion, reading: ClaimReading, quoted: readonly Stretch[]): MatterMatch {
  let whole = 0;
  let carried = 0;
  const residue: MatterWord[] = [];
  const absentNames: MatterWord[] = [];
  for (const word of assertion.matter) {
    whole += word.weight;
    const present = isPresent(word, assertion, reading, quoted);
    const asPlace = word.placed && !isWithin(word, quoted);
    const strength = asPlace ? placeStrength(word, reading) : present ? 1 : partStrength(word, reading);
    const made = strength < 1 && isTitle(word, assertion, reading);
    if (strength > 0) carried += word.weight * (made ? 1 : Math.max(strength, ENOUGH));
    if (strength === 0 || (strength < ENOUGH && !made)) residue.push(word);
    if (word.names.length > 0 && !present && strength < ENOUGH) absentNames.push(word);
  }
  return { whole, carried, residue, absentNames };
}
