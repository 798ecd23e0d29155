/**
 * Dateline under 200 requests a second for as long as is asked, with a Slack that fails calls and a network that loses
 * acknowledgements: whether its memory grows, and whether a reply is lost or comes twice.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { HEAP_ON_DEMAND, startContestant } from '../common/contestant.ts';
import type { Line } from '../common/line.ts';
import { residentMb } from '../common/process-usage.ts';
import { readOptions } from '../common/read-options.ts';
import { report } from '../common/report.ts';
import { quantile, type Slope, slopeOf, spreadOf } from '../common/statistics.ts';
import { dateline } from '../slack-path/contestants.ts';
import { startSoakSlack } from './soak-slack.ts';
import { createTraffic, type Mention } from './traffic.ts';

const options = readOptions();
const PER_SECOND = options.isSmallest ? 20 : options.rate;
const MINUTES = options.isSmallest ? 0.1 : options.minutes;
const SAMPLE_MS = options.isSmallest ? 1000 : 10_000;
const FAULT_SHARE = 0.03;
// Longer than anything takes that is still to come: a lease of a minute, and what follows its end.
const WATCHED_MS = 3 * 60_000;
const LONGEST_DRAIN_MS = 2 * 60_000;
const LAST_LOOK_MS = options.isSmallest ? 0 : 5000;

const slack = await startSoakSlack(FAULT_SHARE);
const ours = dateline(slack.url);
const app = await startContestant({ ...ours, nodeOptions: HEAP_ON_DEMAND });
const waiting = new Set<Mention>();
const tally = { lost: 0, doubled: 0, answered: 0, refused: 0 };
const traffic = createTraffic(app.url, PER_SECOND, (mention) => waiting.add(mention));
const heap: [hours: number, mb: number][] = [];
const resident: [hours: number, mb: number][] = [];
const begin = Date.now();
try {
  const sampling = new AbortController();
  const sampled = sample(sampling.signal);
  await traffic.run(begin + MINUTES * 60_000);
  sampling.abort();
  await sampled;
  slack.relent();
  await drain();
  tell();
} finally {
  await app.stop();
  slack.close();
  ours.remove();
}

async function sample(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(SAMPLE_MS, undefined, { signal }).catch(() => {});
    const hours = (Date.now() - begin) / 3_600_000;
    heap.push([hours, await app.heapMb()]);
    resident.push([hours, residentMb(app.pid)]);
    for (const mention of waiting) if (Date.now() - mention.at > WATCHED_MS) count(mention);
  }
}

/** Counts what became of a mention, for good. */
function count(mention: Mention): void {
  const replies = slack.repliesIn(mention.channel, mention.ts);
  if (replies > 0) tally.answered += 1;
  else if (mention.isAccepted) tally.lost += 1;
  else tally.refused += 1;
  if (replies > 1) tally.doubled += 1;
  slack.forget(mention.channel, mention.ts);
  waiting.delete(mention);
}

/** Waits until everything has its reply, and a little longer for a second one. */
async function drain(): Promise<void> {
  const until = Date.now() + LONGEST_DRAIN_MS;
  const isOpen = ({ channel, ts, isAccepted }: Mention) => isAccepted && slack.repliesIn(channel, ts) === 0;
  while (Date.now() < until && [...waiting].some(isOpen)) await sleep(100);
  await sleep(LAST_LOOK_MS);
  for (const mention of [...waiting]) count(mention);
}

function tell(): void {
  const sorted = Float64Array.from(traffic.times).sort();
  const { commands, mentions, retries, failed } = traffic.counts;
  // Caches fill up to their limits first; what grows after that, grows.
  const later = (points: [number, number][]) => points.slice(Math.floor(points.length / 2));
  report('soak', [
    number('requests', 'requests', commands + mentions, `in ${MINUTES} min, ${retries} more sent again`),
    number('not acknowledged within 3 s', 'requests', failed),
    number('acknowledged, p50', 'ms', quantile(sorted, 0.5)),
    number('acknowledged, p99', 'ms', quantile(sorted, 0.99)),
    number('calls to Slack that failed', 'calls', slack.counts.faults, `of ${slack.counts.calls}`),
    number('mentions answered', 'mentions', tally.answered),
    number('mentions never accepted, after 3 retries', 'mentions', tally.refused),
    number('replies lost', 'mentions', tally.lost),
    number('replies that came twice', 'mentions', tally.doubled),
    number('heap after a collection, at the end', 'MB', heap.at(-1)?.[1] ?? Number.NaN),
    growth('heap growth in the later half', slopeOf(later(heap))),
    number('resident memory, at the end', 'MB', resident.at(-1)?.[1] ?? Number.NaN),
    growth('resident growth in the later half', slopeOf(later(resident))),
  ]);
  if (tally.lost + tally.doubled > 0) process.exitCode = 1;
}

function number(what: string, unit: string, value: number, note?: string): Line {
  return { what, unit, measured: { Dateline: spreadOf([value]) }, ...(note ? { note } : {}) };
}

function growth(what: string, { slope, plusMinus }: Slope): Line {
  return {
    what,
    unit: 'MB/h',
    measured: { Dateline: { median: slope, low: slope - plusMinus, high: slope + plusMinus } },
    note: 'with its 95 % confidence interval',
  };
}
