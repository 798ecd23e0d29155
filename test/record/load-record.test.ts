import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/record/draft-dossier.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { InvalidRecordError } from '../../src/record/mistake.ts';
import { ferryFiles, spoil } from './ferry-files.ts';

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'dateline-data-'));
});

afterEach(() => rmSync(data, { recursive: true }));

function write(slug: string, files: readonly SourceFile[]): void {
  for (const { name, text } of files) {
    mkdirSync(dirname(join(data, slug, name)), { recursive: true });
    writeFileSync(join(data, slug, name), text);
  }
}

function errorOf(folder: string): InvalidRecordError {
  try {
    loadRecord(folder);
  } catch (error) {
    if (error instanceof InvalidRecordError) return error;
    throw error;
  }
  throw new Error('The record was loaded.');
}

const tunnelFiles = spoil(
  spoil(ferryFiles, 'dossier.yml', 'command: /accident', 'command: /tunnel'),
  'dossier.yml',
  'command: /inquiry',
  'command: /tunnel-inquiry',
);

describe('loading a data folder', () => {
  it('gives every dossier in it, sorted by name, and passes over what is none', () => {
    write('tunnel', tunnelFiles);
    write('ferry', ferryFiles);
    write('pictures', [{ name: 'ferry.txt', text: 'x' }]);
    writeFileSync(join(data, 'README.md'), '# The record');
    expect(loadRecord(data).map(({ slug, claims }) => [slug, claims.size])).toEqual([
      ['ferry', 5],
      ['tunnel', 5],
    ]);
  });

  it('reads only the .yml files of the folder claims', () => {
    write('ferry', [
      ...ferryFiles,
      { name: 'claims/notes.txt', text: '- id: x' },
      { name: 'claims/old/a.yml', text: '-' },
    ]);
    expect(loadRecord(`${data}/`)[0]?.claims.size).toBe(5);
  });

  it('throws one error with the mistakes of all dossiers', () => {
    write('ferry', spoil(ferryFiles, 'people.yml', 'kind: person', 'kind: man'));
    write('tunnel', spoil(tunnelFiles, 'claims/accident.yml', 'key: true', 'key: yes'));
    const error = errorOf(data);
    expect(error.code).toBe('invalid-record');
    expect(error.mistakes).toHaveLength(2);
    expect(error.message.replaceAll(data, 'data')).toBe(
      [
        'The record has 2 mistakes:',
        'data/ferry/people.yml:3 person "moe": \'kind\' must be person or body. Write one of these.',
        'data/tunnel/claims/accident.yml:4 claim "aboard-line": \'key\' must be true or false. Write true, or take the line out.',
      ].join('\n'),
    );
  });

  it('tells of a folder that has claims and no dossier.yml', () => {
    write(
      'ferry',
      ferryFiles.filter(({ name }) => name !== 'dossier.yml'),
    );
    expect(errorOf(data).message.replaceAll(data, 'data')).toBe(
      'The record has a mistake:\ndata/ferry/dossier.yml: This file is missing. Make dossier.yml: the title of the story, its topics and measures.',
    );
  });

  it('tells of a folder that is not there, one that is empty, and one that is a dossier itself', () => {
    write('ferry', ferryFiles);
    mkdirSync(join(data, 'empty'));
    expect(errorOf(join(data, 'nowhere')).mistakes[0]?.problem).toBe('There is no such folder.');
    expect(errorOf(join(data, 'empty')).mistakes[0]?.problem).toBe('There is no dossier in this folder.');
    expect(errorOf(join(data, 'ferry')).mistakes[0]?.problem).toBe('This folder is a dossier itself.');
  });

  it("loads the newsroom's own record", () => {
    const dossiers = loadRecord('data');
    expect(dossiers.length).toBeGreaterThan(0);
    for (const { claims } of dossiers) expect(claims.size).toBeGreaterThan(0);
  });
});
