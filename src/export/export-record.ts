import type { Conflict } from '../record/conflict.ts';
import { DatelineError } from '../record/dateline-error.ts';
import type { DossierSource, SourceFile } from '../record/draft-dossier.ts';
import type { LedgerEntry } from '../record/ledger.ts';
import { InvalidRecordError } from '../record/mistake.ts';
import { readRecord } from '../record/read-dossier.ts';
import { exportDossier, type Written } from './export-dossier.ts';
import { planExport } from './plan-export.ts';

/** Files that an export would spoil: nothing is written. */
export class ExportError extends DatelineError {
  override readonly code = 'export';
}

/** What an export does to the data folder. */
export interface ExportedRecord {
  /** The files that are new or changed. */
  readonly files: readonly (SourceFile & { readonly folder: string })[];
  readonly written: readonly (Written & { readonly dossier: string })[];
  /** Where files and desk disagree: left as the files have it. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Writes into the data folder what editors did at the desk. Pure: gives the new texts. They are read again, and have to
 * hold what the record holds. Throws InvalidRecordError for a folder with mistakes, ExportError where that fails.
 */
export function exportRecord(sources: readonly DossierSource[], entries: readonly LedgerEntry[]): ExportedRecord {
  const before = readRecord(sources);
  if (!before.ok) throw new InvalidRecordError(before.mistakes);
  const plan = planExport(before.dossiers, entries);
  const done = sources.map((source, place) => {
    const dossier = before.dossiers[place];
    const wanted = plan.dossiers.find((one) => one.dossier === source.slug);
    if (dossier === undefined || wanted === undefined) return { source, files: source.files, written: [] };
    try {
      return { source, ...exportDossier(source, dossier, wanted) };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ExportError(`${source.folder}: ${error.message}. Nothing was written.`, error);
    }
  });
  refuseSpoilt(
    done.map(({ source, files }) => ({ ...source, files })),
    entries,
    plan.conflicts.length,
  );
  return {
    files: done.flatMap(({ source, files }) =>
      files
        .filter(({ name, text }) => source.files.find((file) => file.name === name)?.text !== text)
        .map((file) => ({ ...file, folder: source.folder })),
    ),
    written: done.flatMap(({ source, written }) => written.map((one) => ({ ...one, dossier: source.slug }))),
    conflicts: plan.conflicts,
  };
}

/** Reads what would be written: it has to be a record, and to have nothing left to export. */
function refuseSpoilt(sources: readonly DossierSource[], entries: readonly LedgerEntry[], conflicts: number): void {
  const after = readRecord(sources);
  if (!after.ok) {
    const { message } = new InvalidRecordError(after.mistakes);
    throw new ExportError(`The files would have mistakes after the export, so nothing was written:\n${message}`);
  }
  const plan = planExport(after.dossiers, entries);
  const left = sources.flatMap((source, place) => {
    const [dossier, wanted] = [after.dossiers[place], plan.dossiers.find((one) => one.dossier === source.slug)];
    return dossier && wanted ? exportDossier(source, dossier, wanted).written : [];
  });
  if (left.length === 0 && plan.conflicts.length === conflicts) return;
  const ids = left.map(({ subject, id }) => `${subject} ${id}`).join(', ');
  throw new ExportError(`The files would not hold what the record holds, so nothing was written: ${ids}.`);
}
