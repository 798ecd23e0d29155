import type { Conflict } from '../record/conflict.ts';
import type { Dossier } from '../record/dossier.ts';
import { findCircles } from '../record/find-circles.ts';
import { linkedValue, shelvesOf } from '../record/folder-state.ts';
import type { LedgerEntry } from '../record/ledger.ts';
import { afterActs, folderDifference } from '../record/ledger-difference.ts';
import { type ClaimValue, idOf, type Subject, type Thing, thingsOf } from '../record/ledger-values.ts';
import { filedKey, type Shelf } from '../record/shelf.ts';

/** What the record has and a dossier's files do not. */
export interface DossierPlan {
  /** The dossier's slug. */
  readonly dossier: string;
  /** What is to be in the files, as the record has it, by its subject in the order in which it is to be written. */
  readonly wanted: readonly Thing[];
  /** Ids of claims that are to leave the files. */
  readonly removed: readonly string[];
}

/** What an export is to write, and what it leaves alone. */
export interface ExportPlan {
  readonly dossiers: readonly DossierPlan[];
  /** The files keep their version of these, and of the claims that need them. */
  readonly conflicts: readonly Conflict[];
}

const SUBJECTS = ['topic', 'measure', 'person', 'article', 'claim'] as const satisfies readonly Subject[];

/** Compares the record that a ledger holds with the data folder. What changed in the folder alone is left to the next start. */
export function planExport(folder: readonly Dossier[], entries: readonly LedgerEntry[]): ExportPlan {
  const { acts, conflicts } = folderDifference(folder, entries);
  const shelves = shelvesOf(afterActs(entries, acts));
  return {
    dossiers: folder.flatMap((dossier) => {
      const shelf = shelves.get(dossier.slug);
      const open = conflicts.filter((conflict) => conflict.dossier === dossier.slug);
      return shelf === undefined ? [] : [planDossier(dossier, shelf, open)];
    }),
    conflicts,
  };
}

function planDossier(dossier: Dossier, shelf: Shelf, conflicts: readonly Conflict[]): DossierPlan {
  const open = new Set(conflicts.map(({ subject, id }) => filedKey(subject, id)));
  const filed = new Map(thingsOf(dossier).map((thing) => [filedKey(thing.subject, idOf(thing)), thing]));
  const onRecord = SUBJECTS.flatMap((subject) => thingsOn(shelf, subject));
  const kept = new Set(onRecord.map((thing) => filedKey(thing.subject, idOf(thing))));
  const removed = [...filed.values()].filter(
    (thing) => thing.subject === 'claim' && !kept.has(keyOf(thing)) && !open.has(keyOf(thing)),
  );
  const candidates = onRecord.filter((thing) => !open.has(keyOf(thing)));
  const there = new Set([...filed.keys(), ...candidates.map(keyOf)]);
  const circling = inCircles(candidates, [...filed.values()], open);
  const wanted = candidates.filter(
    (thing) => thing.subject !== 'claim' || (restsOnly(thing.value, there) && !circling.has(thing.value.id)),
  );
  return { dossier: dossier.slug, wanted, removed: removed.map(idOf) };
}

/** Claims that would overtake each other in a circle with what the files keep of those on which they conflict. */
function inCircles(
  candidates: readonly Thing[],
  filed: readonly Thing[],
  open: ReadonlySet<string>,
): ReadonlySet<string> {
  const claims = [...candidates, ...filed.filter((thing) => open.has(keyOf(thing)))];
  const edges = claims.flatMap((thing) =>
    thing.subject === 'claim' ? [[thing.value.id, thing.value.supersedes] as const] : [],
  );
  return new Set(findCircles(new Map(edges)).flat());
}

function keyOf(thing: Thing): string {
  return filedKey(thing.subject, idOf(thing));
}

function thingsOn(shelf: Shelf, subject: Subject): readonly Thing[] {
  return [...shelf[subject].entries()].flatMap(([id, value]): Thing[] => {
    const thing = { subject, value } as Thing;
    if (thing.subject !== 'claim') return [thing];
    return shelf.retracted.has(id) ? [] : [linkedValue(shelf, thing)];
  });
}

/** Whether the files will have everything that a claim rests on. */
function restsOnly({ topic, figure, people, saidBy, reports }: ClaimValue, there: ReadonlySet<string>): boolean {
  return (
    there.has(filedKey('topic', topic)) &&
    (figure === undefined || there.has(filedKey('measure', figure.measure))) &&
    [...people, ...saidBy].every((id) => there.has(filedKey('person', id))) &&
    reports.every(({ article }) => there.has(filedKey('article', article)))
  );
}
