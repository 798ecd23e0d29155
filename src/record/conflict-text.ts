import { isDeepStrictEqual } from 'node:util';
import { dayOfAct } from './as-read.ts';
import { formatDate } from './citation.ts';
import type { Conflict } from './conflict.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Thing } from './ledger-values.ts';

const ACTS: Readonly<Partial<Record<LedgerEntry['act']['kind'], string>>> = {
  approved: 'let in',
  corrected: 'corrected',
  retracted: 'retracted',
  superseded: 'superseded',
};

const words = {
  disagree: ({ dossier, subject, id }: Conflict) =>
    `${dossier}, ${subject} ${id}: the data folder and the desk disagree.`,
  folder: (version: string) => `  In the folder: ${version}`,
  record: (version: string) => `  On record: ${version}`,
  gone: 'not there any more',
  retracted: 'retracted',
  byDesk: (act: string, by: string, day: string) => ` (${act} at the desk by ${by} on ${day})`,
  needed: (claims: readonly string[]) => `  The record needs it: ${claims.join(', ')}.`,
  stays: '  The record stays as it is until one of them is made like the other.',
  field: (key: string, value: string) => `${key}: ${value}`,
  none: 'none',
} as const;

/** A conflict in words for an editor: what it is on, both versions where they differ, who made the record's and when. */
export function conflictText(conflict: Conflict): string {
  const { folder, record, act, neededBy } = conflict;
  const keys = folder && record ? differing(folder, record) : undefined;
  const hand = act ? words.byDesk(ACTS[act.act.kind] ?? act.act.kind, act.by, formatDate(dayOfAct(act))) : '';
  return [
    words.disagree(conflict),
    words.folder(folder === undefined ? words.gone : versionText(folder, keys)),
    words.record((record === undefined ? words.retracted : versionText(record, keys)) + hand),
    ...(neededBy.length > 0 ? [words.needed(neededBy)] : []),
    words.stays,
  ].join('\n');
}

/** The keys in which two versions differ. */
function differing(one: Thing, other: Thing): readonly string[] {
  const [a, b] = [one.value, other.value] as unknown as readonly Readonly<Record<string, unknown>>[];
  const keys = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...keys].filter((key) => !isDeepStrictEqual(a?.[key], b?.[key]));
}

/** A version by the `keys` that matter; by all that it has where none are given. */
function versionText(
  { value }: Thing,
  keys: readonly string[] = Object.keys(value).filter((key) => key !== 'id' && key !== 'slug'),
): string {
  const fields = value as unknown as Readonly<Record<string, unknown>>;
  return keys.map((key) => words.field(key, valueText(fields[key]))).join('; ');
}

function valueText(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return words.none;
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0));
  return fields.map(([key, inner]) => `${key} ${valueText(inner)}`).join(' ');
}
