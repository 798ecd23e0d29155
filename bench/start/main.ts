/** From the start of a process until it listens, and its memory: node:http, Bolt with its own receiver, and Dateline. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type ContestantStart, startContestant } from '../common/contestant.ts';
import { type Line, ratios } from '../common/line.ts';
import { processorMs, residentMb } from '../common/process-usage.ts';
import { readOptions } from '../common/read-options.ts';
import { report } from '../common/report.ts';
import { spreadOf } from '../common/statistics.ts';
import { bareBolt, bareHttp, dateline, STUB } from '../slack-path/contestants.ts';
import { openLoad } from '../slack-path/open-load.ts';
import { createRequests } from '../slack-path/requests.ts';

interface Start {
  readonly readyMs: number;
  /** Until a command that was sent as soon as it listened is answered. */
  readonly answeredMs: number;
  /** Processor time until then, all threads. */
  readonly processorMs: number;
  readonly idleMb: number;
  readonly busyMb: number;
}

const { isSmallest } = readOptions();
const ROUNDS = isSmallest ? 1 : 9;
const BUSY_SECONDS = isSmallest ? 0.5 : 5;
// What is made ready after the start is done by then.
const IDLE_MS = isSmallest ? 500 : 3000;

const slack = await startContestant(STUB);
const load = await openLoad();
const ours = dateline(slack.url);
const starts: readonly ContestantStart[] = [bareHttp(slack.url), bareBolt(slack.url), ours];
const rounds = new Map<string, Start[]>(starts.map(({ name }) => [name, []]));
try {
  // The first start fills the store; every later one finds it there.
  const first = await startOnce(ours, false);
  for (let round = 0; round < ROUNDS; round++) {
    for (const start of round % 2 === 0 ? starts : starts.toReversed()) {
      rounds.get(start.name)?.push(await startOnce(start, round === 0));
    }
  }
  const firstLine: Line = {
    what: 'the very first start, with an empty store',
    unit: 'ms',
    measured: { Dateline: spreadOf([first.readyMs]) },
  };
  report('start', [
    line('ready', 'ms', (start) => start.readyMs, '≤ 1.5'),
    line('processor time until ready', 'ms', (start) => start.processorMs),
    line('the first command answered, sent at once', 'ms', (start) => start.answeredMs),
    firstLine,
    line('resident memory, idle', 'MB', (start) => start.idleMb, '≤ 1.4'),
    line(`resident memory after ${BUSY_SECONDS} s of commands`, 'MB', (start) => start.busyMb, '≤ 1.4'),
  ]);
} finally {
  load.stop();
  await slack.stop();
  ours.remove();
}

async function startOnce(start: ContestantStart, makeBusy: boolean): Promise<Start> {
  const started = await startContestant(start);
  const ready = performance.now();
  const used = processorMs(started.pid);
  const answer = await fetch(started.url, { method: 'POST', ...createRequests('asked-before', 'F')() });
  if (!(await answer.text())) throw new Error(`${start.name} gave no answer`);
  const answeredMs = started.readyMs + performance.now() - ready;
  await sleep(IDLE_MS);
  const idleMb = residentMb(started.pid);
  if (makeBusy) {
    await load.fire({ url: started.url, kind: 'asked-before', run: 'S', connections: 10, seconds: BUSY_SECONDS });
  }
  const busyMb = makeBusy ? residentMb(started.pid) : Number.NaN;
  await started.stop();
  return { readyMs: started.readyMs, answeredMs, processorMs: used, idleMb, busyMb };
}

function line(what: string, unit: string, pick: (start: Start) => number, goal?: string): Line {
  const values = (name: string) => (rounds.get(name) ?? []).map(pick).filter((value) => !Number.isNaN(value));
  return {
    what,
    unit,
    measured: Object.fromEntries([...rounds.keys()].map((name) => [name, spreadOf(values(name))])),
    ratio: {
      of: 'Dateline',
      to: 'Bolt',
      spread: spreadOf(ratios(values('Dateline'), values('Bolt'))),
      ...(goal && { goal }),
    },
  };
}
