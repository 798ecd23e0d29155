/**
 * Ranks a corpus for judged queries with Dateline's index, and prints how well and how fast:
 * `npm run -s bench:retrieval -- --corpus C.jsonl --queries Q.jsonl --qrels R.tsv [--json]`.
 * Without files, a made-up corpus with noisy queries: `--made-up 10000`; `--learn` finds the weights of the second look
 * on one half of the queries and tells how they do on the other.
 */
import { parseArgs } from 'node:util';
import { generateDossier } from '../asking/generate-dossier.ts';
import { createRandom } from '../asking/random.ts';
import { quantile } from '../common/statistics.ts';
import { noisyQuery } from './noisy-queries.ts';
import { CollectionError, type JudgedQuery, readCollection } from './read-collection.ts';
import { type RankScores, scoreRun } from './score-run.ts';
import { createTextIndex, NO_RERANKING, RANK_WEIGHTS, type RankWeights, type TextDocument } from './text-index.ts';

interface Collection {
  readonly documents: readonly TextDocument[];
  readonly queries: readonly JudgedQuery[];
}

interface Measured extends RankScores {
  readonly documents: number;
  readonly queries: number;
  readonly buildMs: number;
  readonly heapMb: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const MADE_UP_QUERIES = 1000;
const GRID = [0, 0.1, 0.2, 0.4, 0.6, 0.9, 1.3];

function heapMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

function measure({ documents, queries }: Collection, weights: RankWeights): Measured {
  const before = heapMb();
  const start = performance.now();
  const index = createTextIndex(documents);
  const buildMs = performance.now() - start;
  const after = heapMb();
  for (const { text } of queries.slice(0, 50)) index.search(text, weights);
  const times: number[] = [];
  const run = queries.map(({ text, relevant }) => {
    const begin = performance.now();
    const ranked = index.search(text, weights);
    times.push(performance.now() - begin);
    return { ranked, relevant };
  });
  times.sort((a, b) => a - b);
  return {
    documents: documents.length,
    queries: queries.length,
    ...scoreRun(run),
    buildMs,
    heapMb: after - before,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
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

/** The weights that do best on these queries; the smaller of equals, since they are learnt on made-up text. */
function learn(collection: Collection): RankWeights {
  let best = { weights: NO_RERANKING, map5: 0 };
  const index = createTextIndex(collection.documents);
  for (const told of GRID)
    for (const beside of GRID)
      for (const asked of [0, 0.2, 0.6]) {
        const weights = { told, beside, asked };
        const run = collection.queries.map(({ text, relevant }) => ({ ranked: index.search(text, weights), relevant }));
        const { map5 } = scoreRun(run);
        if (map5 > best.map5 + 0.001) best = { weights, map5 };
      }
  return best.weights;
}

function show(title: string, measured: Measured): void {
  console.log(title);
  for (const [name, value] of Object.entries(measured))
    console.log(`  ${name.padEnd(10)} ${Number.isInteger(value) ? value : value.toPrecision(3)}`);
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
  const { corpus, queries, qrels } = values;
  const given = [corpus, queries, qrels].filter((path) => path !== undefined).length;
  if (given !== 0 && given !== 3) throw new CollectionError('--corpus, --queries and --qrels go together.');
  if (corpus !== undefined && queries !== undefined && qrels !== undefined) {
    const { unknown, ...collection } = readCollection({ corpus, queries, qrels });
    if (unknown.length > 0)
      console.error(`${unknown.length} judgements of what is not there are left out, as ${unknown[0]}`);
    tell(collection, 'Dateline', values.json);
    return;
  }
  const size = Number(values['made-up'] ?? (values.smallest ? 1000 : 10_000));
  if (!(size >= 100)) throw new CollectionError('--made-up takes how many documents: 100 or more.');
  const made = makeUp(size);
  if (!values.learn) {
    tell(made, 'Dateline, made-up corpus', values.json);
    return;
  }
  const half = made.queries.length / 2;
  const weights = learn({ ...made, queries: made.queries.slice(0, half) });
  console.log(`learnt on the first half: ${JSON.stringify(weights)}`);
  const held = { ...made, queries: made.queries.slice(half) };
  show('held, with them', measure(held, weights));
  tell(held, 'held, as set', values.json);
}

function tell(collection: Collection, title: string, asJson: boolean): void {
  const measured = measure(collection, RANK_WEIGHTS);
  const bm25 = measure(collection, NO_RERANKING);
  if (asJson) console.log(JSON.stringify({ ...measured, bm25 }));
  else {
    show(title, measured);
    show('BM25 alone, for comparison', bm25);
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof CollectionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
