import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { isFresh, MADE_FROM, stateOf } from '../src/is-fresh.js';

const BUNDLE = 'start();\n';

let folder: string;
const source = (name: string) => join(folder, 'src', name);
const dist = () => join(folder, 'dist');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-fresh-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['src', 'dist']) mkdirSync(join(folder, name));
  for (const name of ['a.ts', 'b.ts']) writeFileSync(source(name), `export const ${name[0]} = 1;\n`);
  writeFileSync(join(dist(), 'main.js'), BUNDLE);
  const states = ['a.ts', 'b.ts'].map((name) => [`../src/${name}`, stateOf(source(name))]);
  const madeFrom = { sources: Object.fromEntries(states), written: { 'main.js': BUNDLE.length } };
  writeFileSync(join(dist(), MADE_FROM), JSON.stringify(madeFrom));
});

describe('a bundle is fresh', () => {
  it('while every file that it was made from is as it was', () => {
    expect(isFresh(dist())).toBe(true);
  });

  it('and in an archive that keeps times to the second', () => {
    for (const name of ['a.ts', 'b.ts']) {
      const second = Math.floor(stateOf(source(name)).mtimeMs / 1000);
      utimesSync(source(name), second, second);
    }
    expect(isFresh(dist())).toBe(true);
  });

  it('and not when it was copied in part', () => {
    writeFileSync(join(dist(), 'main.js'), BUNDLE.slice(1));
    expect(isFresh(dist())).toBe(false);
    rmSync(join(dist(), 'main.js'));
    expect(isFresh(dist())).toBe(false);
  });

  it('and not when one of them is written again, with another length or with the same', () => {
    writeFileSync(source('b.ts'), 'export const b = 22;\n');
    expect(isFresh(dist())).toBe(false);
  });

  it('and not when one of them is an older version, as after a checkout that keeps times', () => {
    utimesSync(source('a.ts'), new Date('2020-01-01'), new Date('2020-01-01'));
    expect(isFresh(dist())).toBe(false);
  });

  it('and not when one of them is gone', () => {
    rmSync(source('a.ts'));
    expect(isFresh(dist())).toBe(false);
  });

  it('and not when it is missing, or its list is cut off', () => {
    expect(isFresh(join(folder, 'nowhere'))).toBe(false);
    writeFileSync(join(dist(), MADE_FROM), '{"sources":{"../src/a.ts":');
    expect(isFresh(dist())).toBe(false);
  });
});
