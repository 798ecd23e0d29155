import type { Dossier } from './dossier.ts';
import { type DossierSource, draftDossier, type PlacedCommand } from './draft-dossier.ts';
import { formatMistake, type Mistake } from './mistake.ts';
import { words } from './mistake-words.ts';
import { formatPlace, mistakeAt, type Place } from './place.ts';

/** The dossier, or everything that is wrong with its files, in the order of files and lines. */
export type DossierReading =
  | { readonly ok: true; readonly dossier: Dossier }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** The dossiers in the order given, or everything that is wrong with any of them. */
export type RecordReading =
  | { readonly ok: true; readonly dossiers: readonly Dossier[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads one dossier. Every mistake of every file is reported at once. */
export function readDossier(source: DossierSource): DossierReading {
  const reading = readRecord([source]);
  return reading.ok ? { ok: true, dossier: reading.dossiers[0] as Dossier } : reading;
}

/** Reads dossiers that are used together: a command belongs to one topic among them all. */
export function readRecord(sources: readonly DossierSource[]): RecordReading {
  const drafts = sources.map(draftDossier);
  const mistakes = drafts
    .flatMap((draft) => draft.mistakes)
    .concat(commandsTwice(drafts.flatMap((draft) => draft.commands)));
  const dossiers = drafts.flatMap((draft) => draft.dossier() ?? []);
  return mistakes.length === 0 ? { ok: true, dossiers } : { ok: false, mistakes: arrange(mistakes) };
}

function commandsTwice(commands: readonly PlacedCommand[]): readonly Mistake[] {
  const owners = new Map<string, Place>();
  return commands.flatMap(({ command, place }) => {
    const owner = owners.get(command);
    if (owner !== undefined) return mistakeAt(place, words.commandTwice(command, formatPlace(owner)));
    owners.set(command, place);
    return [];
  });
}

/** Each mistake once, by file and line. */
function arrange(mistakes: readonly Mistake[]): readonly Mistake[] {
  const distinct = new Map(mistakes.map((mistake) => [formatMistake(mistake), mistake]));
  return [...distinct.values()].sort((one, other) =>
    one.file === other.file ? (one.line ?? 0) - (other.line ?? 0) : one.file < other.file ? -1 : 1,
  );
}
