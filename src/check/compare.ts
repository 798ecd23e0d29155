import type { ClaimIndex } from '../ask/claim-index.ts';
import type { Claim } from '../record/dossier.ts';
import type { Assertion } from './assertion.ts';
import type { ClaimReading } from './claim-reading.ts';
import { type CreditMatch, compareCredit } from './compare-credit.ts';
import { compareFigure, type FigureMatch } from './compare-figures.ts';
import { compareQuotes } from './compare-quotes.ts';
import { compareTime } from './compare-times.ts';
import { findReplaced } from './find-replaced.ts';
import { isDenying } from './negation.ts';
import { areAlike, areOpposites } from './opposites.ts';
import type { MatterWord } from './read-matter.ts';
import type { Quantity } from './read-quantities.ts';

/** A point in which a sentence and a claim about the same matter cannot both be right. */
export type Clash =
  | {
      readonly kind: 'figure';
      readonly quantity: Quantity;
      readonly other: Pick<Quantity, 'low' | 'high' | 'comparator' | 'unit'>;
    }
  | { readonly kind: 'measure'; readonly quantity: Quantity }
  | { readonly kind: 'time'; readonly written: string }
  /** One denies what the other says. */
  | { readonly kind: 'denial'; readonly word: MatterWord }
  /** One word stands where the claim has another that excludes it, or that has its place. */
  | { readonly kind: 'opposite' | 'replaced'; readonly word: MatterWord; readonly onRecord: string }
  | { readonly kind: 'quote'; readonly written: string; readonly onRecord: string }
  /** Two parties have changed places. */
  | { readonly kind: 'roles'; readonly words: readonly MatterWord[] };

/** A sentence held against one claim. */
export interface Comparison {
  readonly claim: Claim;
  readonly reading: ClaimReading;
  /** The share of the sentence's weight that the claim carries, 0 to 1. */
  readonly coverage: number;
  /** The share of the claim's statement that the sentence carries, 0 to 1. */
  readonly echo: number;
  /** Words of the sentence that the claim lacks. */
  readonly residue: readonly MatterWord[];
  /** Names of the sentence that are not in the claim. */
  readonly absentNames: readonly MatterWord[];
  readonly clashes: readonly Clash[];
  readonly credit: CreditMatch;
  readonly figures: { readonly same: readonly Quantity[]; readonly absent: readonly Quantity[] };
  readonly times: { readonly same: number; readonly absent: number };
  /** Quotations of the sentence that are on record there. */
  readonly quoted: number;
}

const FIGURE_WEIGHT = 2.5;
const QUOTE_WEIGHT = 3;

/** The place of a word's match in the claim's statement, if it is there. */
function placesOf(word: MatterWord, reading: ClaimReading): readonly MatterWord[] {
  for (const term of word.terms) {
    const found = reading.places.get(term);
    if (found) return found;
  }
  return [];
}

function strengthOf(word: MatterWord, reading: ClaimReading): number {
  return Math.max(0, ...word.terms.map((term) => reading.terms.get(term) ?? 0));
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

/**
 * The word whose denial differs. A denial reaches to the end of its clause, so what counts is the first word after it
 * that both texts have.
 */
function findDenial(
  assertion: Assertion,
  reading: ClaimReading,
  quotedSpans: readonly (readonly [number, number])[],
): MatterWord | undefined {
  // What a quotation on record denies within itself, the statement may tell in other words.
  const shared = assertion.matter.filter(
    (word) =>
      placesOf(word, reading).length > 0 &&
      (word.denied || !quotedSpans.some(([start, end]) => word.start >= start && word.end <= end)),
  );
  const hasLike = (own: readonly MatterWord[], others: readonly MatterWord[]) =>
    own.some(
      (word) =>
        isDenying(word.text.toLowerCase()) &&
        others.some((other) => areAlike(word.stem, other.stem) || other.stem === word.stem),
    );
  const denying = shared.filter((word) => word.denied);
  // "Neither Moscow nor Pyongyang has confirmed" denies the confirming; "without Kyiv" denies a name.
  const written = denying.find((word) => word.names.length === 0) ?? denying[0];
  if (written) {
    if (written.deniedByVerb && hasLike(assertion.matter, reading.matter)) return undefined;
    return placesOf(written, reading).every((place) => !place.denied) ? written : undefined;
  }
  const denied = reading.matter.filter((word) => word.denied && word.names.length === 0);
  for (const place of denied) {
    const match = shared.find((word) => word.names.length === 0 && placesOf(word, reading).includes(place));
    if (!match) continue;
    if (place.deniedByVerb && hasLike(reading.matter, assertion.matter)) return undefined;
    return placesOf(match, reading).every((other) => other.denied) ? match : undefined;
  }
  return undefined;
}

function findOpposite(residue: readonly MatterWord[], assertion: Assertion, reading: ClaimReading): Clash | undefined {
  const sentence = new Set(assertion.matter.flatMap((word) => word.terms));
  for (const word of residue) {
    const other = reading.matter.find(
      (place) => areOpposites(word.stem, place.stem) && !place.terms.some((term) => sentence.has(term)),
    );
    if (other && word.denied === other.denied) return { kind: 'opposite', word, onRecord: other.text };
  }
  return undefined;
}

type Role = 'doer' | 'target';

/** Whether a name does something in its text or has it done: behind "by", before a verb; behind "to". */
function roleOf(text: string, word: MatterWord, isFirst: boolean): Role | undefined {
  const before = text.slice(Math.max(0, word.start - 40), word.start);
  if (/\bby (?:[\p{Ll}-]+ ){0,3}$/u.test(before)) return 'doer';
  if (/\b(?:to|at|against|from|for) (?:[\p{Ll}-]+ ){0,3}$/u.test(before)) return 'target';
  if (!isFirst) return undefined;
  return /^[^,;]{0,40}?\b(?:was|were|been|is|are) \p{L}+ed\b/u.test(text.slice(word.end)) ? 'target' : 'doer';
}

function findSwappedRoles(assertion: Assertion, reading: ClaimReading): readonly MatterWord[] | undefined {
  const rolesIn = (text: string, words: readonly MatterWord[]) => {
    const named = words.filter((word) => word.names.length > 0);
    return new Map(
      named.map((word, n) => [word.names[0] as string, { role: roleOf(text, word, n === 0), word }] as const),
    );
  };
  const written = rolesIn(assertion.text, assertion.matter);
  const onRecord = rolesIn(reading.claim.statement, reading.matter);
  const both = [...written].filter(([id]) => onRecord.has(id));
  if (both.length < 2) return undefined;
  const swapped = both.filter(
    ([id, { role }]) => role !== undefined && onRecord.get(id)?.role !== undefined && onRecord.get(id)?.role !== role,
  );
  return swapped.length >= 2 ? swapped.map(([, { word }]) => word) : undefined;
}

/** Whose age a number gives: the last one named before it, or the first named at all. */
function ownerOf(quantity: Quantity, assertion: Assertion): MatterWord | undefined {
  const named = assertion.matter.filter((word) => word.names.length > 0);
  return named.findLast((word) => word.end <= quantity.start) ?? named[0];
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

/** Holds a sentence against one claim, part by part. */
export function compare(index: ClaimIndex, assertion: Assertion, reading: ClaimReading): Comparison {
  const clashes: Clash[] = [];
  const sentence = new Set(assertion.matter.flatMap((word) => word.terms));
  let whole = 0;
  let carried = 0;
  const residue: MatterWord[] = [];
  const absentNames: MatterWord[] = [];
  const quotedSpans: (readonly [number, number])[] = [];
  let quoted = 0;
  for (const quote of assertion.quotes) {
    if (quote.text.trim().split(/\s+/).length < 2) continue;
    const matches = reading.quotes.map((other) => compareQuotes(quote.text, other));
    if (matches.some(({ kind }) => kind === 'same')) {
      quoted += 1;
      quotedSpans.push([quote.start, quote.end]);
    } else {
      const altered = matches.find((match) => match.kind === 'altered');
      if (altered) clashes.push({ kind: 'quote', written: altered.written, onRecord: altered.onRecord });
    }
  }
  for (const word of assertion.matter) {
    whole += word.weight;
    const inQuote = quotedSpans.some(([start, end]) => word.start >= start && word.end <= end);
    const isPerson = word.names.length > 0;
    // Whoever is credited is held against those who say so, not against the matter.
    const isSayer =
      reading.claim.saidBy.length > 0 &&
      word.ids.length > 0 &&
      assertion.credit.voices.some(({ start, end }) => word.start >= start && word.end <= end);
    const present =
      inQuote ||
      isSayer ||
      (isPerson && word.names.some((id) => reading.people.has(id))) ||
      (word.parts.length > 1 && word.parts.every((terms) => terms.some((term) => reading.places.has(term))));
    const strength = word.placed && !inQuote ? placeStrength(word, reading) : present ? 1 : partStrength(word, reading);
    if (strength > 0) carried += word.weight * (isTitle(word, assertion, reading) ? 1 : Math.max(strength, 0.5));
    if (strength === 0 || (strength < 0.5 && !isTitle(word, assertion, reading))) residue.push(word);
    if (isPerson && !present && strength < FILED_ENOUGH) absentNames.push(word);
  }
  const same: Quantity[] = [];
  const absent: Quantity[] = [];
  for (const quantity of assertion.quantities) {
    const owner = quantity.unit === 'age' ? ownerOf(quantity, assertion) : undefined;
    const match: FigureMatch =
      owner !== undefined && !owner.names.some((id) => reading.claim.people.includes(id))
        ? { kind: 'absent' }
        : compareFigure(index, quantity, reading, sentence, assertion.quantities);
    if (match.kind !== 'differs') whole += FIGURE_WEIGHT;
    if (match.kind === 'same') {
      same.push(quantity);
      carried += FIGURE_WEIGHT;
    } else if (match.kind === 'differs') clashes.push({ kind: 'figure', quantity, other: match.other });
    else if (match.kind === 'other-measure') clashes.push({ kind: 'measure', quantity });
    else absent.push(quantity);
  }
  whole += quoted * QUOTE_WEIGHT;
  carried += quoted * QUOTE_WEIGHT;
  const credited = assertion.credit.voices.length > 0;
  const denied = assertion.matter.some((word) => word.denied);
  let timesSame = 0;
  let timesAbsent = 0;
  for (const time of assertion.times) {
    const match = compareTime(time, reading, { credited, denied });
    if (match === 'same') timesSame += 1;
    else if (match === 'differs')
      clashes.push({ kind: 'time', written: assertion.text.slice(time.start, time.end).trim() });
    else timesAbsent += 1;
  }
  const denial = findDenial(assertion, reading, quotedSpans);
  if (denial) clashes.push({ kind: 'denial', word: denial });
  const opposite = findOpposite(residue, assertion, reading);
  if (opposite) clashes.push(opposite);
  const replaced = opposite || denial ? undefined : findReplaced(assertion, reading, residue);
  if (replaced) clashes.push({ kind: 'replaced', ...replaced });
  const roles = findSwappedRoles(assertion, reading);
  if (roles) clashes.push({ kind: 'roles', words: roles });
  const told = reading.matter.filter((word) => word.names.length === 0 && word.start < reading.mainEnd);
  const weight = told.reduce((sum, word) => sum + word.weight, 0);
  const echoed = told
    .filter((word) => word.terms.some((term) => sentence.has(term)))
    .reduce((sum, word) => sum + word.weight, 0);
  return {
    claim: reading.claim,
    reading,
    coverage: whole === 0 ? 0 : carried / whole,
    echo: weight === 0 ? 0 : echoed / weight,
    residue,
    absentNames,
    clashes,
    credit: compareCredit(index, assertion.credit, reading),
    figures: { same, absent },
    times: { same: timesSame, absent: timesAbsent },
    quoted,
  };
}

const FILED_ENOUGH = 0.5;
