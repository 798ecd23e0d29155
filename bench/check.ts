import { createChecker } from '../src/check/checker.ts';
import { loadRecord } from '../src/record/load-record.ts';

/** How long a draft of 2,000 words takes to check once the index is built. */
const WORDS = 2000;
const RUNS = 20;
const NOW = '2025-11-20T12:00:00Z';

const record = loadRecord('data');
const statements = record.flatMap(({ claims }) => [...claims.values()].map(({ statement }) => statement));
const draft: string[] = [];
for (let n = 0, words = 0; words < WORDS; n++) {
  const statement = statements[(n * 7) % statements.length] as string;
  draft.push(statement);
  words += statement.split(/\s+/).length;
}
const copy = draft.join(' ');

const built = performance.now();
const checker = createChecker(record);
checker.check('Nothing yet.', NOW);
const ready = performance.now();
const first = performance.now();
checker.check(copy, NOW);
const times = [performance.now() - first];
for (let run = 1; run < RUNS; run++) {
  const start = performance.now();
  checker.check(copy, NOW);
  times.push(performance.now() - start);
}
const sorted = times.slice(1).sort((a, b) => a - b);
const at = (share: number) => (sorted[Math.floor(sorted.length * share)] as number).toFixed(0);
console.log(`${copy.split(/\s+/).length} words, ${draft.length} sentences, ${statements.length} claims`);
console.log(
  `ready ${(ready - built).toFixed(0)} ms, first ${(times[0] as number).toFixed(0)} ms, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
);
