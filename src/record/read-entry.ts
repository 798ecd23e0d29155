import type { z } from 'zod';
import type { Mistake } from './mistake.ts';
import { mistakeAt, type Place, within } from './place.ts';
import { wordIssues } from './word-issue.ts';

/** An entry as the schema gives it, or all that is wrong with it. */
export type EntryReading<Entry> =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads one entry of a file, such as an article or a claim. */
export function readEntry<Entry>(schema: z.ZodType<Entry>, value: unknown, place: Place): EntryReading<Entry> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { ok: true, entry: parsed.data };
  const mistakes = wordIssues(parsed.error.issues).map(({ path, ...wording }) =>
    mistakeAt(within(place, ...path), wording),
  );
  return { ok: false, mistakes };
}
