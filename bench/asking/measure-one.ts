/**
 * Measures one contestant at one size in a process of its own, and prints what came out as a line of JSON:
 * `measure-one.ts <contestant> <claims> <seconds>`.
 */
import type { Claim } from '../../src/record/dossier.ts';
import { quantile } from '../common/statistics.ts';
import { CONTESTANTS, type Contestant, type Find } from './contestants.ts';
import { generateDossier } from './generate-dossier.ts';
import { type MadeUpQuestion, makeQuestions } from './make-questions.ts';
import { SLOWEST_S, TOO_SLOW } from './patience.ts';

/** How a contestant did on one set of questions. */
export interface Times {
  readonly asked: number;
  /** Milliseconds a question. */
  readonly p50: number;
  /** The processor's time, as the mean: what the machine does beside it weighs least there. */
  readonly processor: number;
  readonly p99: number;
  /** Mean reciprocal rank of the first claim that answers, and how often one is among the first five. */
  readonly mrr: number;
  readonly recall5: number;
}

/** What is measured of one contestant. */
export interface Measured {
  readonly contestant: string;
  readonly claims: number;
  readonly buildS: number;
  /** The processor's time for it; less than the whole where others had the processor. */
  readonly buildProcessorS: number;
  readonly heapMb: number;
  /** What the claims take themselves, without any index. */
  readonly claimsMb: number;
  readonly plain: Times;
  readonly misspelt: Times;
  /** Adding one claim, as the median, where it can be added. */
  readonly addMs?: number;
}

const QUESTIONS = 1000;
const MISSPELT = 300;
const ROUNDS = 3;
const WARMING = 300;
/** Warming goes on for so long at most, as a share of the time to be asked for. */
const WARMING_SHARE = 0.1;
const ADDED = 300;

const [name = '', claims = '1000', seconds = '60'] = process.argv.slice(2);

/** The processor's time that this thread has had, in milliseconds. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function heapMb(): number {
  // Twice: what the first finds to be free is given back by the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** Asks all, as far as the time goes; a question's time is its least in the rounds, so that what else runs is left out. */
async function time(find: Find, questions: readonly MadeUpQuestion[], rounds: number, limitS: number): Promise<Times> {
  const least: number[] = [];
  const ranks: number[] = [];
  const end = performance.now() + limitS * 1000;
  const begin = processorMs();
  let times = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [n, { ask, answers }] of questions.entries()) {
      if (performance.now() > end) break;
      const start = performance.now();
      const found = await find(ask);
      const ms = performance.now() - start;
      times++;
      least[n] = Math.min(ms, least[n] ?? ms);
      if (round === 0 && answers.size > 0) ranks.push(found.findIndex((claim) => answers.has(claim)));
    }
  }
  const processor = (processorMs() - begin) / times;
  const sorted = least.toSorted((a, b) => a - b);
  const mean = (value: (rank: number) => number) => ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length;
  return {
    asked: least.length,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    processor,
    mrr: mean((rank) => (rank < 0 ? 0 : 1 / (rank + 1))),
    recall5: mean((rank) => (rank >= 0 && rank < 5 ? 1 : 0)),
  };
}

/** Asks other questions first; one that is too slow an answer ends it all. */
async function warm(): Promise<void> {
  const end = performance.now() + Number(seconds) * 1000 * WARMING_SHARE;
  for (const { ask } of makeQuestions(made, WARMING, 3)) {
    const start = performance.now();
    await find(ask);
    if (performance.now() - start > SLOWEST_S * 1000) process.exit(TOO_SLOW);
    if (performance.now() > end) return;
  }
}

const bare = heapMb();
const made = generateDossier(Number(claims));
const questions = makeQuestions(made, QUESTIONS);
const misspelt = makeQuestions(made, MISSPELT, 9, 'misspelt');
// What everyone reads once, as word lists, is read on a small record before.
const contestant: Contestant = CONTESTANTS[name as keyof typeof CONTESTANTS];
await contestant(generateDossier(200, 5).dossier).find('How many died in Brekk?');
// A text put together from parts is made one when it is first searched, which frees the parts: not the index's doing.
const { claims: filed, measures } = made.dossier;
const texts = [...filed.values().map(({ statement }) => statement), ...measures.values().map(({ title }) => title)];
if (texts.some((text) => /\0/.test(text))) throw new Error('There is a text with a NUL.');
texts.length = 0;
const before = heapMb();
const start = performance.now();
const startProcessor = processorMs();
const { find, add } = contestant(made.dossier);
const buildS = (performance.now() - start) / 1000;
const buildProcessorS = (processorMs() - startProcessor) / 1000;
const after = heapMb();
await warm();
const measured = {
  contestant: name,
  claims: Number(claims),
  buildS,
  buildProcessorS,
  heapMb: after - before,
  claimsMb: before - bare,
  plain: await time(find, questions, ROUNDS, Number(seconds)),
  misspelt: await time(find, misspelt, 1, Number(seconds) / 3),
};
/** How long adding takes, as the median of some hundred claims. Last, since it changes what is found. */
function timeAdding(take: (claim: Claim) => void): number {
  const times = Array.from({ length: ADDED }, () => {
    const claim = made.makeClaim();
    const begin = performance.now();
    take(claim);
    return performance.now() - begin;
  });
  return quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );
}

const all: Measured = { ...measured, ...(add ? { addMs: timeAdding(add) } : {}) };
console.log(JSON.stringify(all));
