import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../src/export/export-record.ts';
import type { Dossier } from '../../src/record/dossier.ts';
import type { DossierSource } from '../../src/record/draft-dossier.ts';
import { type Act, DATA_FOLDER, type LedgerEntry } from '../../src/record/ledger.ts';
import { folderDifference, ledgerDifference } from '../../src/record/ledger-difference.ts';
import { readSources } from '../../src/record/load-record.ts';
import { readRecord } from '../../src/record/read-dossier.ts';
import { replay } from '../../src/record/replay.ts';
import { deskActs } from './desk-acts.ts';

const ferryFiles = readSources('test/fixtures/harbour-ferry/data');
const folders = [
  ferryFiles,
  readSources('data'),
  readSources('test/fixtures/quarry/data'),
  readSources('test/fixtures/vaccine/data'),
];

const folderAt = (place: number) => folders[place] as readonly DossierSource[];

function read(sources: readonly DossierSource[]): readonly [Dossier, ...Dossier[]] {
  const reading = readRecord(sources);
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  return reading.dossiers as readonly [Dossier, ...Dossier[]];
}

function enter(entries: readonly LedgerEntry[], acts: readonly Act[], by: string): readonly LedgerEntry[] {
  const at = '2026-11-22T09:00:00.000Z';
  return [...entries, ...acts.map((act, n) => ({ seq: entries.length + n + 1, at, by, act }))];
}

/** The ledger after a folder was read and editors did something. */
function ledgerOf(sources: readonly DossierSource[], acts: readonly Act[]): readonly LedgerEntry[] {
  return enter(enter([], ledgerDifference(read(sources), []), DATA_FOLDER), acts, 'U1');
}

/** The folder after an export. */
function exported(sources: readonly DossierSource[], entries: readonly LedgerEntry[]): readonly DossierSource[] {
  const { files } = exportRecord(sources, entries);
  return sources.map((source) => {
    const changed = files.filter(({ folder }) => folder === source.folder);
    const names = new Set([...source.files, ...changed].map(({ name }) => name));
    return {
      ...source,
      files: [...names].sort().flatMap((name) => {
        const file = changed.find((one) => one.name === name) ?? source.files.find((one) => one.name === name);
        return file ? [{ name, text: file.text }] : [];
      }),
    };
  });
}

/** A record without the order of what it holds, which files may change. */
function unordered(record: readonly Dossier[]) {
  return record.map((dossier) => ({
    ...dossier,
    claims: new Map(
      [...dossier.claims]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([id, claim]) => [
          id,
          { ...claim, supersedes: [...claim.supersedes].sort(), conflictsWith: [...claim.conflictsWith].sort() },
        ]),
    ),
  }));
}

const cases = fc
  .constantFrom(...folders.keys())
  .chain((place) => fc.tuple(fc.constant(place), deskActs(read(folderAt(place))[0])));

describe('an export', () => {
  it('brings the folder level: starting on it changes nothing in the record, and there is nothing left to export', () => {
    fc.assert(
      fc.property(cases, ([place, acts]) => {
        const sources = folderAt(place);
        const entries = ledgerOf(sources, acts);
        const after = exported(sources, entries);
        const difference = folderDifference(read(after), entries);
        expect(difference.conflicts).toEqual([]);
        const level = enter(entries, difference.acts, DATA_FOLDER);
        const standing = (ledger: readonly LedgerEntry[]) =>
          unordered(replay(ledger, read(after))).map(({ amendments: _, ...rest }) => rest);
        expect(standing(level)).toEqual(standing(entries));
        expect(exportRecord(after, level)).toEqual({ files: [], written: [], conflicts: [] });
        expect(exportRecord(after, entries)).toEqual({ files: [], written: [], conflicts: [] });
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  it('is the record for whoever starts with it and an empty ledger', () => {
    fc.assert(
      fc.property(cases, ([place, acts]) => {
        const sources = folderAt(place);
        const entries = ledgerOf(sources, acts);
        const folder = read(exported(sources, entries));
        const recorded = unordered(replay(entries, folder)).map((one) => ({ ...one, amendments: new Map() }));
        expect(unordered(folder)).toEqual(recorded);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  it('keeps every line of the files that is of nothing else', () => {
    fc.assert(
      fc.property(cases, ([place, acts]) => {
        const sources = folderAt(place);
        const { files, written } = exportRecord(sources, ledgerOf(sources, acts));
        const touched = new Set(written.map(({ id }) => id));
        for (const { folder, name, text } of files) {
          const before = sources.find((one) => one.folder === folder)?.files.find((file) => file.name === name)?.text;
          const after = text.split('\n');
          let from = 0;
          for (const line of untouched(before ?? '', touched)) {
            const at = after.indexOf(line, from);
            expect([name, line, at >= 0]).toEqual([name, line, true]);
            from = at + 1;
          }
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);
});

/** The lines of a file that say something and are in no entry of these ids, comments in entries included. */
function untouched(text: string, ids: ReadonlySet<string>): readonly string[] {
  let isTouched = false;
  return text.split('\n').filter((line) => {
    const key = /^(?:- id: |(?! |#|-))([^\s:]+):?/.exec(line)?.[1];
    if (key !== undefined) isTouched = ids.has(key);
    return line.trim() !== '' && (!isTouched || line.trimStart().startsWith('#'));
  });
}
