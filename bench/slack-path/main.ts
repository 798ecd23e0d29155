/**
 * Signed slash commands and mentions against three servers: node:http with the signature checked, Bolt with its own
 * receiver, and Dateline. In rounds of about a second, each server in its turn.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Contestant, startContestant } from '../common/contestant.ts';
import { type Line, ratios } from '../common/line.ts';
import { processorMs } from '../common/process-usage.ts';
import { readOptions } from '../common/read-options.ts';
import { report } from '../common/report.ts';
import { spreadOf } from '../common/statistics.ts';
import { bareBolt, bareHttp, dateline, STUB } from './contestants.ts';
import { type Load, openLoad } from './open-load.ts';
import type { Kind } from './requests.ts';

interface Size {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly mentions: number;
}

/** What one server did in one round. */
interface Round {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time a request, all threads. */
  readonly processorUs: number;
  /** Replies posted a second, for mentions. */
  readonly repliesPerSecond: number;
}

const FULL: Size = { rounds: 9, seconds: 1, warmUpSeconds: 6, mentions: 300 };
const SMALLEST: Size = { rounds: 1, seconds: 0.5, warmUpSeconds: 0.5, mentions: 50 };
const NAMES: Readonly<Record<Kind, string>> = {
  'asked-before': 'commands asked before',
  'never-asked': 'commands never asked before',
  mentions: 'mentions',
};
const LONGEST_WAIT_MS = 60_000;

const size = readOptions().isSmallest ? SMALLEST : FULL;
const slack = await startContestant(STUB);
const ours = dateline(slack.url);
const contestants: readonly Contestant[] = [
  await startContestant(bareHttp(slack.url)),
  await startContestant(bareBolt(slack.url)),
  await startContestant(ours),
];
const load = await openLoad();
let volleys = 0;
try {
  const lines: Line[] = [];
  for (const kind of ['asked-before', 'never-asked', 'mentions'] as const) {
    for (const contestant of contestants) await warmUp(contestant, kind);
    for (const connections of [1, 50]) lines.push(...(await measure(kind, connections, load)));
  }
  report('slack', lines);
} finally {
  load.stop();
  for (const contestant of [...contestants, slack]) await contestant.stop();
  ours.remove();
}

async function warmUp({ url }: Contestant, kind: Kind): Promise<void> {
  const much = kind === 'mentions' ? { requests: size.mentions } : { seconds: size.warmUpSeconds };
  await load.fire({ url, kind, run: nextRun(), connections: 20, ...much });
  await settled();
}

async function measure(kind: Kind, connections: number, load: Load): Promise<Line[]> {
  const rounds = new Map<string, Round[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < size.rounds; round++) {
    // Whoever comes first in a round has no advantage over the rounds.
    const order = [
      ...contestants.slice(round % contestants.length),
      ...contestants.slice(0, round % contestants.length),
    ];
    for (const contestant of order) {
      rounds.get(contestant.name)?.push(await play(contestant, kind, connections, load));
    }
  }
  return linesOf(kind, connections, rounds);
}

async function play({ url, pid, name }: Contestant, kind: Kind, connections: number, load: Load): Promise<Round> {
  const before = { ms: processorMs(pid), posted: (await postings()).posted };
  const much =
    kind === 'mentions'
      ? { requests: Math.ceil(size.mentions / (connections === 1 ? 10 : 1)) }
      : { seconds: size.seconds };
  const echo = await load.fire({ url, kind, run: nextRun(), connections, ...much });
  if (echo.failed > 0) throw new Error(`${name} failed ${echo.failed} of ${echo.requests} requests`);
  const posted = kind === 'mentions' ? await settled(before.posted + echo.requests) : undefined;
  return {
    perSecond: echo.perSecond,
    p50: echo.p50,
    p99: echo.p99,
    processorUs: ((processorMs(pid) - before.ms) * 1000) / echo.requests,
    repliesPerSecond: posted ? (echo.requests * 1000) / (posted.last - echo.began) : Number.NaN,
  };
}

function linesOf(kind: Kind, connections: number, rounds: ReadonlyMap<string, readonly Round[]>): Line[] {
  const what = `${NAMES[kind]}, ${connections === 1 ? '1 connection' : `${connections} connections`}`;
  const line = (name: string, unit: string, pick: (round: Round) => number, goal?: string): Line => {
    const values = (contestant: string) => (rounds.get(contestant) ?? []).map(pick);
    return {
      what: `${what}: ${name}`,
      unit,
      measured: Object.fromEntries([...rounds.keys()].map((it) => [it, spreadOf(values(it))])),
      ratio: {
        of: 'Dateline',
        to: 'Bolt',
        spread: spreadOf(ratios(values('Dateline'), values('Bolt'))),
        ...(goal ? { goal } : {}),
      },
    };
  };
  return [
    line('acknowledged', '1/s', (round) => round.perSecond, '≥ 0.8'),
    line('p50', 'ms', (round) => round.p50, '≤ 1.3'),
    line('p99', 'ms', (round) => round.p99, '≤ 1.5'),
    line('processor time a request', 'µs', (round) => round.processorUs),
    ...(kind === 'mentions' ? [line('replies posted', '1/s', (round) => round.repliesPerSecond)] : []),
  ];
}

function nextRun(): string {
  volleys += 1;
  return `R${process.pid}x${volleys}x`;
}

async function postings(): Promise<{ readonly posted: number; readonly last: number }> {
  const response = await fetch(new URL('/posted', slack.url));
  return (await response.json()) as { posted: number; last: number };
}

/** Resolves when so many messages are posted; without a number, when no more come. */
async function settled(atLeast?: number): Promise<{ readonly posted: number; readonly last: number }> {
  const begin = performance.now();
  for (let before = await postings(); ; ) {
    if (atLeast !== undefined && before.posted >= atLeast) return before;
    await sleep(atLeast === undefined ? 500 : 20);
    const now = await postings();
    if (atLeast === undefined && now.posted === before.posted) return now;
    if (performance.now() - begin > LONGEST_WAIT_MS)
      throw new Error(`${now.posted} of ${atLeast} messages were posted`);
    before = now;
  }
}
