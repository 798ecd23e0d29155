import type { Assertion } from './assertion.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { MatterWord } from './read-matter.ts';

/** A word of a sentence that stands where a claim has another. */
export interface Replaced {
  readonly word: MatterWord;
  readonly onRecord: string;
}

const ARTICLES = /\b(?:the|a|an|his|her|its|their|this|that)\b/giu;
const JOINS = /^[\s'’s]*(?:(?:of|by|as|in|at|from|to|for|with|on|near|no\.?|was|is|were|are|called|named)\s*)*$/iu;
const LONGEST = 3;

/** The function words between two words, without articles; undefined when something else stands there. */
function joint(text: string, from: number, to: number): string | undefined {
  const between = text.slice(from, to);
  if (/[;:.!?"“”()]/u.test(between.replace(/\bno\./iu, 'no'))) return undefined;
  const bare = between.replace(ARTICLES, ' ').replace(/\s+/gu, ' ');
  return JOINS.test(bare) ? bare.trim().toLowerCase() : undefined;
}

function isNumber(word: MatterWord): boolean {
  return /^\d/.test(word.text);
}

const isName = (word: MatterWord) => /^\p{Lu}/u.test(word.text);

/** Whether two words are of a sort: numbers, names, or plain words. */
function areOfASort(one: MatterWord, other: MatterWord): boolean {
  return isNumber(one) === isNumber(other) && isName(one) === isName(other);
}

/**
 * The one stretch in which a sentence departs from a claim, where the claim has another word of the sort in the same
 * place: behind the same word and preposition ("portraits of"), or as names before the same word ("region").
 */
export function findReplaced(
  assertion: Assertion,
  reading: ClaimReading,
  residue: readonly MatterWord[],
): Replaced | undefined {
  const { text, matter } = assertion;
  const telling = residue.filter((word) => word.weight >= 1);
  const [first] = telling;
  const last = telling.at(-1);
  if (first === undefined || last === undefined || telling.length > LONGEST) return undefined;
  const from = matter.indexOf(first);
  const to = matter.indexOf(last);
  if (to - from + 1 !== telling.length) return undefined;
  const terms = new Set(matter.flatMap((word) => word.terms));
  const fresh = (place: MatterWord) => !place.terms.some((term) => terms.has(term));
  const same = (word: MatterWord, place: MatterWord) => word.terms.some((term) => place.terms.includes(term));
  const before = matter[from - 1];
  const link = before && joint(text, before.end, first.start);
  const places = reading.matter;
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as MatterWord;
    const next = places[at + 1];
    if (!next) continue;
    const between = joint(reading.claim.statement, place.end, next.start);
    // Behind a bare "to" stands a verb, and verbs have too many likes.
    if (link === 'to' && !isName(first)) continue;
    if (before && link && between === link && same(before, place) && fresh(next) && areOfASort(first, next))
      return { word: first, onRecord: next.text };
    const after = matter[to + 1];
    if (!after || between !== '' || !same(after, next) || !fresh(place)) continue;
    if (isName(last) && isName(place) && joint(text, last.end, after.start) === '')
      return { word: last, onRecord: place.text };
  }
  return undefined;
}
