import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Dossier } from './dossier.ts';
import type { DossierSource, SourceFile } from './draft-dossier.ts';
import { InvalidRecordError } from './mistake.ts';
import { words } from './mistake-words.ts';
import { readRecord } from './read-dossier.ts';

const SIGNS = ['dossier.yml', 'dossier.yaml', 'articles.yml', 'people.yml', 'claims'];

/**
 * Loads every dossier of a data folder, sorted by name. A sub-folder that holds none of a dossier's files is passed over.
 * Throws one `InvalidRecordError` with every mistake of every dossier.
 */
export function loadRecord(folder: string): readonly Dossier[] {
  const reading = readRecord(readSources(folder));
  if (!reading.ok) throw new InvalidRecordError(reading.mistakes);
  return reading.dossiers;
}

/** The files of every dossier of a data folder, as text, sorted by name. Throws `InvalidRecordError` for what is no data folder. */
export function readSources(folder: string): readonly DossierSource[] {
  if (!isFolder(folder)) throw new InvalidRecordError([{ file: folder, ...words.noFolder }]);
  if (existsSync(join(folder, 'dossier.yml'))) throw new InvalidRecordError([{ file: folder, ...words.dossierItself }]);
  const slugs = readdirSync(folder)
    .sort()
    .filter((name) => SIGNS.some((sign) => existsSync(join(folder, name, sign))));
  if (slugs.length === 0) throw new InvalidRecordError([{ file: folder, ...words.noDossier }]);
  return slugs.map((slug) => readSource(folder, slug));
}

function readSource(data: string, slug: string): DossierSource {
  const folder = `${data.replace(/[\\/]+$/, '')}/${slug}`;
  const names = [
    ...listYaml(folder),
    ...(isFolder(join(folder, 'claims')) ? listYaml(join(folder, 'claims')).map((name) => `claims/${name}`) : []),
  ];
  const files = names.map((name): SourceFile => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  return { slug, folder, files };
}

function listYaml(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.') && !isFolder(join(folder, name)))
    .sort();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
