import { foldName } from './fold-name.ts';
import type { Mistake } from './mistake.ts';
import { words } from './mistake-words.ts';
import { formatPlace, mistakeAt, type Place, type PlacedEntry, within } from './place.ts';

/** A mistake for every name or alias that leads to two people; spellings are compared by `foldName`. */
export function checkNames(people: readonly PlacedEntry[]): readonly Mistake[] {
  const owners = new Map<string, { readonly id: string; readonly place: Place }>();
  const mistakes: Mistake[] = [];
  for (const { id, value, place } of people) {
    for (const { spelling, path } of namesIn(value)) {
      const key = foldName(spelling);
      const here = within(place, ...path);
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, { id, place: here });
      else if (owner.id !== id && key !== '')
        mistakes.push(mistakeAt(here, words.nameTwice(spelling, owner.id, formatPlace(owner.place))));
    }
  }
  return mistakes;
}

function namesIn(value: unknown): readonly { readonly spelling: string; readonly path: readonly PropertyKey[] }[] {
  const { name, aliases } = (value ?? {}) as { readonly name?: unknown; readonly aliases?: unknown };
  return [
    { spelling: name, path: ['name'] },
    ...(Array.isArray(aliases) ? aliases : []).map((spelling: unknown, at) => ({ spelling, path: ['aliases', at] })),
  ].filter((found): found is { spelling: string; path: (string | number)[] } => typeof found.spelling === 'string');
}
