import type { ClaimIndex } from '../ask/claim-index.ts';
import { analyse, fold, stemOf } from '../search/analyse.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { Quantity } from './read-quantities.ts';

/** How a sentence's number stands to a claim. */
export type FigureMatch =
  | { readonly kind: 'same' }
  /** The same thing is counted and the number, its direction or its unit differs; `other` is the claim's number. */
  | { readonly kind: 'differs'; readonly other: Pick<Quantity, 'low' | 'high' | 'comparator' | 'unit'> }
  /** The number is the claim's, and counts something else there (killed; killed and wounded). */
  | { readonly kind: 'other-measure' }
  | { readonly kind: 'absent' };

type Bound = Pick<Quantity, 'low' | 'high' | 'comparator' | 'unit'> & { readonly nearly?: boolean };

const UP = /^(?:more|least)$/;
const DOWN = /^(?:less|most)$/;
/** How far an "about" may stand from the number that it rounds. */
const ROUNDING = 0.03;

/** Whether a written number says what one on record does: anchors alike, and no bound that the record does not give. */
export function figuresAgree(written: Bound, onRecord: Bound): boolean {
  const near = (a: number, b: number) =>
    Math.abs(a - b) <=
    (written.comparator === 'about' || onRecord.comparator === 'about' || written.unit === 'percent'
      ? Math.max(Math.abs(b) * ROUNDING, 1e-9)
      : 1e-9);
  const anchored = near(written.low, onRecord.low) && near(written.high, onRecord.high);
  const inside =
    onRecord.low < onRecord.high &&
    written.low >= onRecord.low &&
    written.high <= onRecord.high &&
    written.comparator === 'about';
  if (!anchored && !inside) return false;
  const [w, r] = [written.comparator, onRecord.comparator];
  if ((written.nearly && UP.test(r)) || (onRecord.nearly && UP.test(w))) return false;
  if ((UP.test(w) && DOWN.test(r)) || (DOWN.test(w) && UP.test(r))) return false;
  // "More than 12,000" says more than "some 12,000"; "12,000" for "more than 12,000" only drops the hedge.
  return !((w === 'more' || w === 'less') && !(UP.test(r) || DOWN.test(r)));
}

const overlaps = (a: readonly string[], b: readonly string[]) => a.some((stem) => b.includes(stem));

/** Stems with the meanings they have in the story. */
function meanings(index: ClaimIndex, stems: readonly string[]): string[] {
  return stems.flatMap((stem) => [stem, ...index.lexicon.concepts.matches([stem]).map(({ value }) => value)]);
}

const titles = new WeakMap<ClaimIndex, Map<string, readonly (readonly string[])[]>>();

/** The words of a measure's title, each with its meanings; worked out once. */
function titleTerms(index: ClaimIndex, measure: string): readonly (readonly string[])[] {
  const known = titles.get(index) ?? new Map<string, readonly (readonly string[])[]>();
  titles.set(index, known);
  const found = known.get(measure) ?? readTitle(index, measure);
  known.set(measure, found);
  return found;
}

function readTitle(index: ClaimIndex, measure: string): string[][] {
  const title = index.dossier.measures.get(measure)?.title ?? '';
  return analyse(title)
    .filter((token) => !token.stop)
    .map((token) => meanings(index, [token.stem]));
}

/** The words that "and" or "or" joins in a measure's title, each with its meanings; what stands in brackets explains. */
function coordinatedIn(index: ClaimIndex, measure: string): string[][] {
  const title = (index.dossier.measures.get(measure)?.title ?? '').replace(/\([^)]*\)/gu, ' ');
  const pair = /([\p{L}-]+) (?:and|or) ([\p{L}-]+)/u.exec(title);
  return pair ? [pair[1], pair[2]].map((word) => meanings(index, [stemOf(fold(word as string))])) : [];
}

/** How much of what a measure counts is in the sentence: the share of its title's words. */
function fitOf(index: ClaimIndex, measure: string, terms: ReadonlySet<string>): number {
  const words = titleTerms(index, measure);
  return words.length === 0 ? 0 : words.filter((word) => word.some((term) => terms.has(term))).length / words.length;
}

/**
 * Whether the sentence counts what another measure of the family counts: its title fits better, or a word beside the
 * number belongs to it alone ("214 passengers and crew").
 */
function isOfOtherMeasure(
  index: ClaimIndex,
  quantity: Quantity,
  reading: ClaimReading,
  sentence: ReadonlySet<string>,
): boolean {
  const measure = reading.claim.figure?.measure;
  if (measure === undefined) return false;
  const family = index.dossier.measures.get(measure)?.family;
  const siblings = [...index.dossier.measures.values()].filter(
    (other) => other.family === family && other.id !== measure,
  );
  if (siblings.length === 0) return false;
  const own = new Set(titleTerms(index, measure).flat());
  const fit = fitOf(index, measure, sentence);
  const together = coordinatedIn(index, measure);
  // "Killed and wounded" is not what a sentence counts that speaks of the killed alone.
  if (together.length > 1 && together.some((word) => word.some((term) => sentence.has(term)))) {
    if (!together.every((word) => word.some((term) => sentence.has(term)))) return true;
  }
  const stated = reading.quantities.find((other) => figuresAgree(quantity, other));
  const noun = quantity.noun === undefined ? [] : meanings(index, [quantity.noun]);
  const renamed =
    stated?.noun !== undefined &&
    noun.length > 0 &&
    !overlaps(noun, meanings(index, stated.behind)) &&
    !sentence.has(stated.noun) &&
    !noun.some((term) => own.has(term));
  return siblings.some((other) => {
    const words = titleTerms(index, other.id);
    const better = fitOf(index, other.id, sentence);
    // "138 families", where the record counts 138 households and another measure counts families.
    if (renamed && words.some((word) => overlaps(word, noun))) return true;
    const shared = words.some((word) => word.some((term) => own.has(term)));
    if (shared && together.length < 2 && fit <= 0.5 && better === 1) return true;
    // A word behind the number that only the other measure has, and that the claim's statement does not.
    return (
      shared &&
      [...quantity.behind, ...quantity.beside.slice(0, 3)].some((stem) => {
        const terms = meanings(index, [stem]);
        return (
          words.some((word) => overlaps(word, terms)) &&
          !terms.some((term) => own.has(term)) &&
          !terms.some((term) => (reading.terms.get(term) ?? 0) === 1)
        );
      })
    );
  });
}

/** Whether two numbers count the same thing, as far as their words tell. */
function isComparable(index: ClaimIndex, quantity: Quantity, unit: string, beside: readonly string[]): boolean {
  if (quantity.unit !== unit) return false;
  if (quantity.unit !== 'count') return true;
  if (quantity.noun === undefined) return overlaps(meanings(index, quantity.beside), beside);
  return (
    overlaps(meanings(index, [quantity.noun]), beside) || overlaps(meanings(index, quantity.behind.slice(0, 3)), beside)
  );
}

/** Whether a number in one unit can be the other's: "45 million" for 45 million crowns. */
function unitsMeet(one: string, other: string): boolean {
  const bound = /^(?:percent|age|days)$/;
  return one === other || ((one === 'count' || other === 'count') && !bound.test(one) && !bound.test(other));
}

/** Holds a sentence's number against a claim's numbers. `sentence` and `quantities` are the whole sentence's. */
export function compareFigure(
  index: ClaimIndex,
  quantity: Quantity,
  reading: ClaimReading,
  sentence: ReadonlySet<string>,
  quantities: readonly Quantity[],
): FigureMatch {
  if (quantity.each) {
    const stated = reading.quantities.find(
      (other) => other.each && other.unit === quantity.unit && figuresAgree(quantity, other),
    );
    return stated ? { kind: 'same' } : { kind: 'absent' };
  }
  if (quantity.only && !/\b(?:only|just|single|sole|alone|lone)\b/iu.test(reading.claim.statement))
    return { kind: 'absent' };
  const { filed } = reading;
  if (filed && unitsMeet(filed.unit, quantity.unit) && figuresAgree(quantity, filed))
    return isOfOtherMeasure(index, quantity, reading, sentence) ? { kind: 'other-measure' } : { kind: 'same' };
  const stated = reading.quantities.filter((other) => unitsMeet(other.unit, quantity.unit) && !other.each);
  const equal = stated.find((other) => figuresAgree(quantity, other));
  const measure = reading.claim.figure?.measure;
  const measured = measure === undefined ? [] : [...index.termsOfMeasure(measure)];
  // "Cut from 37 to 36": the former number alone is not the claim's.
  const filedToo = quantities.some((other) => other.unit === filed?.unit && filed && figuresAgree(other, filed));
  const former = filed !== undefined && !filedToo && isComparable(index, quantity, filed.unit, measured);
  if (equal && !former) return { kind: 'same' };
  if (
    filed &&
    !isOfOtherMeasure(index, quantity, reading, sentence) &&
    isComparable(index, quantity, filed.unit, [...measured, ...meanings(index, reading.quantities[0]?.beside ?? [])])
  )
    return { kind: 'differs', other: filed };
  const rival = stated.find((other) => isComparable(index, quantity, other.unit, meanings(index, other.beside)));
  return rival ? { kind: 'differs', other: rival } : { kind: 'absent' };
}
