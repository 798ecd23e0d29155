/**
 * Ranks a corpus for judged queries with Dateline's index, and prints how well and how fast:
 * `npm run -s bench:retrieval -- --corpus C.jsonl --queries Q.jsonl --qrels R.tsv [--json] [--learn]`.
 * Without files, a made-up corpus with noisy queries: `--made-up 10000`. `--learn` learns the weights of a post's parts
 * on the queries, and tells how they do on those that they were not learnt on.
 */
import { parseArgs } from 'node:util';
import { generateDossier } from '../asking/generate-dossier.ts';
import { createRandom } from '../asking/random.ts';
import { quantile } from '../common/statistics.ts';
import { findHeldOut, learnWeights } from './learn-weights.ts';
import { noisyQuery } from './noisy-queries.ts';
import { CollectionError, type JudgedQuery, readCollection } from './read-collection.ts';
import { type RankScores, scoreRun } from './score-run.ts';
import { createTextIndex, type Found, type TextDocument, type TextIndex } from './text-index.ts';

interface Collection {
  readonly documents: readonly TextDocument[];
  readonly queries: readonly JudgedQuery[];
}

interface Measured extends RankScores {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

interface Built {
  readonly index: TextIndex;
  readonly documents: number;
  readonly buildMs: number;
  readonly heapMb: number;
}

const MADE_UP_QUERIES = 1000;
const WARM_UP = 50;

function heapMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function build(documents: readonly TextDocument[]): Built {
  const before = heapMb();
  const start = performance.now();
  const index = createTextIndex(documents);
  const buildMs = performance.now() - start;
  return { index, documents: documents.length, buildMs, heapMb: heapMb() - before };
}

function score(queries: readonly JudgedQuery[], found: readonly (readonly Found[])[]): RankScores {
  return scoreRun(queries.map(({ relevant }, n) => ({ ranked: (found[n] ?? []).map(({ id }) => id), relevant })));
}

function measure(queries: readonly JudgedQuery[], find: (text: string) => Found[]): Measured {
  for (const { text } of queries.slice(0, WARM_UP)) find(text);
  const times: number[] = [];
  const found = queries.map(({ text }) => {
    const begin = performance.now();
    const hits = find(text);
    times.push(performance.now() - begin);
    return hits;
  });
  times.sort((a, b) => a - b);
  return { ...score(queries, found), p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99) };
}

function makeUp(size: number): Collection {
  const { dossier } = generateDossier(size, 3);
  const claims = [...dossier.claims.values()];
  const random = createRandom(11);
  return {
    documents: claims.map(({ id, statement }) => ({ id, text: statement })),
    queries: Array.from({ length: MADE_UP_QUERIES }, (_, n) => noisyQuery(claims, `q${n}`, random)),
  };
}

function show(title: string, measured: object): void {
  console.log(title);
  for (const [name, value] of Object.entries(measured) as [string, number][])
    console.log(`  ${name.padEnd(10)} ${Number.isInteger(value) ? value : value.toPrecision(3)}`);
}

function learn({ documents, queries }: Collection): void {
  const { index } = build(documents);
  const held = findHeldOut(queries, index.search);
  show('learnt on four fifths of the queries, measured on the fifth', score(queries, held.found));
  for (const weights of held.weights) console.log(`  ${JSON.stringify(weights)}`);
  console.log(`learnt on all: ${JSON.stringify(learnWeights(queries, index.search))}`);
}

function tell({ documents, queries }: Collection, asJson: boolean): void {
  const { index, ...built } = build(documents);
  const measured = { queries: queries.length, ...built, ...measure(queries, (text) => index.search(text)) };
  const bm25 = measure(queries, index.searchPlainly);
  if (asJson) console.log(JSON.stringify({ ...measured, bm25 }));
  else {
    show('Dateline', measured);
    show('BM25 alone, for comparison', bm25);
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      queries: { type: 'string' },
      qrels: { type: 'string' },
      'made-up': { type: 'string' },
      learn: { type: 'boolean', default: false },
      smallest: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const collection = read(values, Number(values['made-up'] ?? (values.smallest ? 1000 : 10_000)));
  tell(collection, values.json);
  if (values.learn) learn(collection);
}

function read(paths: { corpus?: string; queries?: string; qrels?: string }, size: number): Collection {
  const { corpus, queries, qrels } = paths;
  if (corpus !== undefined && queries !== undefined && qrels !== undefined) {
    const { unknown, ...collection } = readCollection({ corpus, queries, qrels });
    if (unknown.length > 0)
      console.error(`${unknown.length} judgements of what is not there are left out, as ${unknown[0]}`);
    return collection;
  }
  if (corpus ?? queries ?? qrels) throw new CollectionError('--corpus, --queries and --qrels go together.');
  if (!(size >= 100)) throw new CollectionError('--made-up takes how many documents: 100 or more.');
  return makeUp(size);
}

try {
  main();
} catch (error) {
  if (!(error instanceof CollectionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
