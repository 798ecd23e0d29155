import type { Assertion } from './assertion.ts';
import type { ClaimReading } from './claim-reading.ts';
import { placesOf } from './compare-matter.ts';
import { isDenying } from './negation.ts';
import { areAlike } from './opposites.ts';
import type { MatterWord } from './read-matter.ts';

const RANK = /\b(?<not>(?:not|never|hardly) )?(?:the|their|its|his|her) (?<rank>first|only|last|sole|latest)\b/giu;

/** "The first attempt" and "not the first time": one says of a rank what the other denies. */
function findDeniedRank({ text, matter }: Assertion, { claim, matter: places }: ClaimReading): MatterWord | undefined {
  for (const own of text.matchAll(RANK)) {
    const rank = own.groups?.rank?.toLowerCase();
    const [other] = [...claim.statement.matchAll(RANK)].filter(({ groups }) => groups?.rank?.toLowerCase() === rank);
    if (!other || (own.groups?.not === undefined) === (other.groups?.not === undefined)) continue;
    // What the rank is of stands behind it, in both.
    const behind = matter.filter(({ start }) => start >= own.index + own[0].length);
    const beyond = places.filter(({ start }) => start >= other.index + other[0].length);
    const shared = behind.find((word) => beyond.some((place) => place.terms.some((term) => word.terms.includes(term))));
    if (shared) return shared;
  }
  return undefined;
}

/**
 * The word whose denial differs. A denial reaches to the end of its clause, so what counts is the first word after it
 * that both texts have.
 */
export function findDenial(
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
  const rank = findDeniedRank(assertion, reading);
  if (rank) return rank;
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
