import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** Who may not import whom, with the beginning of the reason that the linter gives. */
const FORBIDDEN_LAYERS = [
  ['record', 'search', 'record is the ground'],
  ['search', 'ask', 'search finds in a record'],
  ['reading', 'ask', 'reading turns text into'],
  ['ask', 'slack', 'ask answers from the record'],
  ['check', 'store', 'check judges copy by the record'],
  ['digest', 'slack', 'digest decides editions'],
  ['desk', 'store', 'desk decides editorial acts'],
  ['store', 'slack', 'store keeps what the core declares'],
  ['slack', 'workspace', 'slack renders and delivers'],
  ['workspace', 'record', 'workspace speaks'],
] as const;
const PURE = 'The core is pure';
const FORBIDDEN_IN_CORE = {
  'imports @slack/bolt': "import x from '@slack/bolt';\nexport const a = x;\n",
  'imports pg': "import x from 'pg';\nexport const a = x;\n",
  'imports node:sqlite': "import x from 'node:sqlite';\nexport const a = x;\n",
  'imports node:fs': "import x from 'node:fs';\nexport const a = x;\n",
  'imports dotenv': "import x from 'dotenv';\nexport const a = x;\n",
  'reads the clock': 'export const a = Date.now();\n',
  'reads the process': 'export const a = process.argv;\n',
  'calls the network': "export const a = fetch('https://example.com');\n",
} as const;

const folder = mkdtempSync(join(tmpdir(), 'dateline-layers-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the linter says of each of these files, under the project's own rules; all in one run, since a run takes long. */
function lint(files: Readonly<Record<string, string>>): string {
  cpSync('biome.json', join(folder, 'biome.json'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const biome = resolve('node_modules/.bin/biome');
  const run = spawnSync(biome, ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return run.stdout + run.stderr;
}

/** The part of the linter's report that is about one file. */
function saidOf(report: string, path: string): string {
  return report
    .split(/\n(?=src\/)/)
    .filter((part) => part.startsWith(path))
    .join('\n');
}

describe('the layers', () => {
  const report = lint({
    ...Object.fromEntries(
      FORBIDDEN_LAYERS.map(([from, to]) => [
        `src/${from}/upwards.ts`,
        `import { b } from '../${to}/b.ts';\nexport const a = b;\n`,
      ]),
    ),
    ...Object.fromEntries(
      Object.entries(FORBIDDEN_IN_CORE).map(([what, code]) => [`src/ask/${what.replaceAll(/\W+/g, '-')}.ts`, code]),
    ),
    'src/ask/downwards.ts': "import { b } from '../search/b.ts';\nexport const a = b;\n",
  });

  it.each(FORBIDDEN_LAYERS)('%s may not import %s: "%s ..."', (from, _to, reason) => {
    expect(saidOf(report, `src/${from}/upwards.ts`)).toContain(reason);
  });

  it.each(Object.keys(FORBIDDEN_IN_CORE))('refuses a core that %s', (what) => {
    expect(saidOf(report, `src/ask/${what.replaceAll(/\W+/g, '-')}.ts`)).toContain(PURE);
  });

  it('lets what is above import what is below', () => {
    expect(saidOf(report, 'src/ask/downwards.ts')).toBe('');
  });
});
