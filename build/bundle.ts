import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, rolldown } from 'rolldown';
import { MADE_FROM, stateOf } from '../src/is-fresh.js';
import { lazyRequires } from './lazy-requires.ts';

/** Starts from the sources, also where the app is bundled: only needed without Slack. */
const APART = 'src/workspace/start-workspace.ts';
/**
 * Stay where they are too, not to be read by every start: undici comes with the first call to Slack, pg with PostgreSQL,
 * and the rest with the receivers of Bolt that Dateline has no use for.
 */
const SELDOM = ['undici', 'pg', 'express', 'raw-body', 'jsonwebtoken'];
/** What else decides what a bundle is. npm's list stands for the files of packages, which all have one date. */
const BESIDES = [
  'package.json',
  'tsconfig.json',
  'node_modules/.package-lock.json',
  'build/bundle.ts',
  'build/lazy-requires.ts',
];

/**
 * Writes the app and all that it needs into `dist/` below a project's folder, with the list of what it was made from.
 * CommonJS, since an ECMAScript module that imports node:http makes Node load all that node:http can give, 50 ms of it.
 * Not minified, so that a stack trace can be read. Rejects when a source does not compile.
 */
export async function bundle(project: URL): Promise<void> {
  const root = fileURLToPath(project);
  const dist = join(root, 'dist');
  const began = Date.now();
  rmSync(dist, { recursive: true, force: true });
  const build = await rolldown({
    cwd: root,
    input: { main: 'src/main.ts', 'start-sqlite-worker': 'src/store/sqlite/start-sqlite-worker.js' },
    platform: 'node',
    external: SELDOM,
    plugins: [apart(), lazyRequires(), asciiPatterns()],
    logLevel: 'silent',
  });
  const { output } = await build.write({
    dir: dist,
    format: 'cjs',
    // A single character beyond Latin-1 would double the memory of the whole text.
    charset: 'ascii',
    comments: false,
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
  });
  // All that was read: a module that only hands things on leaves no code behind.
  const own = (await build.watchFiles).filter((path) => path.startsWith(join(root, 'src')));
  await build.close();
  writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  const sources = [...own, ...BESIDES.map((path) => join(root, path))];
  // What was written meanwhile may or may not be in it.
  if (sources.some((path) => statSync(path).mtimeMs >= began)) throw new Error('its sources were changed meanwhile');
  const madeFrom = {
    sources: Object.fromEntries(sources.map((path) => [relative(dist, path), stateOf(path)])),
    written: Object.fromEntries(output.map(({ fileName }) => [fileName, statSync(join(dist, fileName)).size])),
  };
  writeFileSync(join(dist, MADE_FROM), JSON.stringify(madeFrom));
}

/** Leaves a module where it is. */
function apart(): Plugin {
  return {
    name: 'apart',
    resolveId: {
      filter: { id: /\/start-workspace\.ts$/ },
      handler: () => ({ id: `../${APART}`, external: true }),
    },
  };
}

/** Writes the characters of patterns as their numbers, which mean the same there; the bundler does it for all others. */
function asciiPatterns(): Plugin {
  const outside = /(?<=new RegExp\(\s*String\.raw`[^`]*)\P{ASCII}/gu;
  const number = (character: string) =>
    Array.from({ length: character.length }, (_, unit) => character.charCodeAt(unit))
      .map((code) => `\\u${code.toString(16).padStart(4, '0')}`)
      .join('');
  return {
    name: 'ascii-patterns',
    transform: {
      filter: { code: 'String.raw`' },
      handler: (code) => ({ code: code.replaceAll(outside, number), map: null }),
    },
  };
}
