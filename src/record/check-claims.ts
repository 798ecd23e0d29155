import { findCircles } from './find-circles.ts';
import type { Mistake } from './mistake.ts';
import { words } from './mistake-words.ts';
import { formatPlace, mistakeAt, type Place, within } from './place.ts';

/** A claim as it stands in its file, which may be anything, with where it stands. */
export interface PlacedClaim {
  readonly value: unknown;
  /** Undefined when the claim has no id that is text. */
  readonly id: string | undefined;
  readonly place: Place;
}

/** The mistakes that only show when all claims are seen together: ids given twice, and circles of supersession. */
export function checkClaims(claims: readonly PlacedClaim[]): readonly Mistake[] {
  const places = new Map<string, Place>();
  const older = new Map<string, readonly string[]>();
  const mistakes: Mistake[] = [];
  for (const { id, value, place } of claims) {
    if (id === undefined) continue;
    const first = places.get(id);
    if (first === undefined) {
      places.set(id, place);
      older.set(id, textsIn((value as { supersedes?: unknown }).supersedes));
    } else mistakes.push(mistakeAt(within(place, 'id'), words.idTwice(id, formatPlace(first))));
  }
  for (const circle of findCircles(older)) {
    const place = places.get(circle[0] as string) as Place;
    mistakes.push(mistakeAt(within(place, 'supersedes'), words.circle(circle)));
  }
  return mistakes;
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
