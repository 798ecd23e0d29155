/**
 * Asking at a thousand to a million claims, against libraries that search: `npm run bench -- asking`.
 * `--sizes 1000,100000` for some sizes, `--only ask,minisearch` for some contestants, `--smallest` for continuous
 * integration. Each is asked for `--seconds 60`: those that need longer are asked fewer questions, as the table tells.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Line } from '../common/line.ts';
import { report } from '../common/report.ts';
import type { Spread } from '../common/statistics.ts';
import { CONTESTANTS } from './contestants.ts';
import type { Measured } from './measure-one.ts';
import { HEAP_MB, PATIENCE_S, SLOWEST_S, TOO_SLOW } from './patience.ts';

const SIZES = [1000, 10_000, 100_000, 1_000_000];
const SCRIPT = fileURLToPath(new URL('measure-one.ts', import.meta.url));

/** What was measured of a contestant, or why nothing was. */
async function measure(contestant: string, size: number, seconds: number): Promise<Measured | string> {
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`];
  const child = spawn(process.execPath, [...flags, SCRIPT, contestant, `${size}`, `${seconds}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_S * 1000,
  });
  const closed = once(child, 'close');
  const [line, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code, signal] = (await closed) as [number | null, string | null];
  if (code === 0) return JSON.parse(line) as Measured;
  if (code === TOO_SLOW) return `not in ${SLOWEST_S} s`;
  if (signal === 'SIGTERM') return `not in ${PATIENCE_S} s`;
  // So V8 ends a process that has no heap left.
  if (signal === 'SIGABRT' || /heap out of memory/.test(complaint)) return `not in ${HEAP_MB / 1000} GB`;
  const [error = `ended with ${signal ?? code}`] = /^\w*Error: .*$/m.exec(complaint) ?? [];
  return error;
}

function exactly(value: number): Spread {
  return { median: value, low: value, high: value };
}

/** What is told of every contestant that got ready. `ask` is all of asking; like with like is `finding` beside the libraries. */
const ROWS: readonly (readonly [what: string, unit: string, of: (measured: Measured) => number | undefined])[] = [
  ['p50 a question', 'ms', ({ plain }) => plain.p50],
  ['p99 a question', 'ms', ({ plain }) => plain.p99],
  ['p99 a misspelt question', 'ms', ({ misspelt }) => misspelt.p99],
  ['processor time a question, mean', 'ms', ({ plain }) => plain.processor],
  ['MRR', '0 to 1', ({ plain }) => plain.mrr],
  ['recall at 5', '0 to 1', ({ plain }) => plain.recall5],
  ['MRR, misspelt', '0 to 1', ({ misspelt }) => misspelt.mrr],
  ['build', 's', ({ buildS }) => buildS],
  ['build, processor time', 's', ({ buildProcessorS }) => buildProcessorS],
  ['heap of the index', 'MB', ({ heapMb }) => heapMb],
  ['adding one claim', 'ms', ({ addMs }) => addMs],
  ['questions asked', '', ({ plain }) => plain.asked],
];

function linesOf(size: number, all: ReadonlyMap<string, Measured | string>): Line[] {
  const missing = [...all].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return ROWS.map(([what, unit, of]) => ({
    what: `${size.toLocaleString('en-GB')} claims: ${what}`,
    unit,
    measured: Object.fromEntries(
      [...all.values()].flatMap((measured) => {
        if (typeof measured === 'string') return [];
        const value = of(measured);
        return value === undefined ? [] : [[measured.contestant, exactly(value)]];
      }),
    ),
    unmeasured: Object.fromEntries(missing),
  }));
}

/** By which power of the size a cost grows: the slope of their logarithms. */
function exponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (of: (point: readonly [number, number]) => number) =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const [x, y] = [mean(([size]) => size), mean(([, cost]) => cost)];
  return (
    logs.reduce((sum, [size, cost]) => sum + (size - x) * (cost - y), 0) /
    logs.reduce((sum, [size]) => sum + (size - x) ** 2, 0)
  );
}

const { values } = parseArgs({
  options: {
    smallest: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    sizes: { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '60' },
  },
});
const sizes = values.sizes?.split(',').map(Number) ?? (values.smallest ? [1000] : SIZES);
const names = values.only?.split(',') ?? Object.keys(CONTESTANTS);
const unknown = names.filter((name) => !Object.hasOwn(CONTESTANTS, name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}; there are ${Object.keys(CONTESTANTS).join(', ')}.`);
  process.exit(1);
}
const lines: Line[] = [];
const costs = new Map<string, [number, number][]>();
for (const size of sizes) {
  const all = new Map<string, Measured | string>();
  for (const name of names) {
    const measured = await measure(name, size, values.smallest ? 1 : Number(values.seconds));
    all.set(name, measured);
    if (typeof measured !== 'string') costs.set(name, [...(costs.get(name) ?? []), [size, measured.plain.processor]]);
  }
  lines.push(...linesOf(size, all));
}
if (sizes.length > 1)
  lines.push({
    what: 'processor time a question grows with the size to the power of',
    unit: '',
    measured: Object.fromEntries([...costs].map(([name, points]) => [name, exactly(exponent(points))])),
  });
report('asking', lines);
