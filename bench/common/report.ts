import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Line } from './line.ts';
import type { Spread } from './statistics.ts';

const RESULTS = new URL('../results/', import.meta.url);

/** Prints a part's lines as a table, and writes them as JSON lines to bench/results/<part>.jsonl. */
export function report(part: string, lines: readonly Line[]): void {
  const names = [...new Set(lines.flatMap(({ measured, unmeasured }) => Object.keys({ ...measured, ...unmeasured })))];
  const rows = lines.map(({ what, unit, measured, unmeasured, ratio, note }) => [
    `${what} [${unit}]${note ? ` (${note})` : ''}`,
    ...names.map((name) => (measured[name] ? withSpread(measured[name]) : (unmeasured?.[name] ?? ''))),
    ratio ? `${withSpread(ratio.spread)} of ${ratio.to}${ratio.goal ? `, goal ${ratio.goal}` : ''}` : '',
  ]);
  printTable([[part, ...names, 'ratio'], ...rows]);
  mkdirSync(RESULTS, { recursive: true });
  const around = {
    part,
    at: Temporal.Now.instant().toString({ smallestUnit: 'second' }),
    node: process.version,
    machine: `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`,
    load: Number(loadavg()[0]?.toFixed(1)),
  };
  const text = lines.map((line) => `${JSON.stringify({ ...around, ...line })}\n`).join('');
  writeFileSync(new URL(`${part}.jsonl`, RESULTS), text);
}

function withSpread({ median, low, high }: Spread): string {
  const middle = short(median);
  return low === high ? middle : `${middle} (${short(low)}–${short(high)})`;
}

/** Three significant digits, and no more than are there. */
function short(value: number): string {
  if (!Number.isFinite(value)) return 'n/a';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const [place, row] of rows.entries()) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    if (place === 0) console.log(widths.map((width) => '-'.repeat(width)).join('  '));
  }
  console.log();
}
