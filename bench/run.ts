/**
 * `npm run bench` runs every part, one after the other, each in a process of its own.
 * `npm run bench -- slack start` runs those; `--smallest` only proves that they run; `--minutes 30` and `--rate 200` are
 * for the soak.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle } from '../build/bundle.ts';

/** The parts, in the order in which they run. */
const PARTS = {
  slack: 'slack-path/main.ts',
  start: 'start/main.ts',
  store: 'store/main.ts',
  corrections: 'corrections/main.ts',
  asking: 'asking/main.ts',
  soak: 'soak/main.ts',
} as const;

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { smallest: { type: 'boolean', default: false }, minutes: { type: 'string' }, rate: { type: 'string' } },
});
const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

// As `npm ci` leaves it, also where a source was changed since.
await bundle(new URL('..', import.meta.url));
for (const [name, script] of Object.entries(PARTS)) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  if ((names.length > 0 && !names.includes(name)) || !existsSync(path)) continue;
  const flags = [
    ...(values.smallest ? ['--smallest'] : []),
    ...(name === 'soak' && values.minutes !== undefined ? ['--minutes', values.minutes] : []),
    ...(name === 'soak' && values.rate !== undefined ? ['--rate', values.rate] : []),
  ];
  const begin = performance.now();
  const part = spawn(process.execPath, ['--expose-gc', path, ...flags], { stdio: 'inherit' });
  const [code] = await once(part, 'exit');
  if (code !== 0) process.exit(code ?? 1);
  console.log(`${name}: ${((performance.now() - begin) / 1000).toFixed(0)} s\n`);
}
