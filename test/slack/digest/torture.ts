import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscription } from '../../../src/digest/subscription.ts';
import { dueKey } from '../../../src/slack/digest/edition-job.ts';
import { BOT_EVENTS, SCOPE_NAMES } from '../../../src/slack/scopes.ts';
import type { Timings } from '../../../src/slack/timings.ts';
import { enterDossiers } from '../../../src/store/enter-dossiers.ts';
import { openStore, type StoreLocation } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type ApiFault, apiFaults } from '../../../src/workspace/faults.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/start-workspace.ts';
import { ferryRecord } from '../support/ferry-record.ts';
import type { InstanceArguments } from '../support/instance.ts';
import { createVictim } from '../support/victim.ts';

/** How much is done to how many. */
export interface Torture {
  readonly location: StoreLocation;
  readonly instances: number;
  readonly channels: number;
  /** The longest that an instance is left alone, in ms. */
  readonly restMs: number;
  /** How long the killing may take at most, in ms; what is left by then is finished in peace. */
  readonly limitMs: number;
}

/** What came of it. */
export interface Figures {
  readonly channels: number;
  /** Channels with more than one message, or with one message of a thread twice. */
  readonly doubles: number;
  /** Channels without a message, or without the one in the thread. */
  readonly lost: number;
  readonly messages: number;
  readonly kills: number;
  readonly freezes: number;
  readonly calls: number;
  readonly faults: number;
  readonly seconds: number;
  /** What happened to each channel that got something twice or nothing, line by line. */
  readonly wronged: readonly (readonly string[])[];
}

const BOT_TOKEN = 'xoxb-local-torture';
const SIGNING_SECRET = 'a-secret-of-the-torture';

/** Short leases, so that what was left by the killed is taken up soon; in the proportions of the real ones. */
const TIMINGS: Partial<Timings> = { call: 700, deliveryLease: 4000, doubt: 50, tick: 300, betweenPosts: 5 };

/** Everything that can happen to a call and does not mean that the channel is closed. */
const FAULTS = [
  'reset-before-accepting',
  'reset-after-accepting',
  'server-error',
  'server-error-after-accepting',
  'rate-limited',
  'hanging',
  'hanging-after-accepting',
  'internal-error',
  'internal-error-partial',
  'fatal-error',
  'invalid-blocks',
] as const satisfies readonly ApiFault[];

/** Real instances on one store, all of them killed and frozen again and again, a Slack that fails one call in five. */
export async function torture({ location, instances, channels, restMs, limitMs }: Torture): Promise<Figures> {
  const start = performance.now();
  const slack = await startWorkspace({
    botToken: BOT_TOKEN,
    signingSecret: SIGNING_SECRET,
    appName: 'Dateline',
    commands: [],
    shortcuts: [],
    examples: [],
    scopes: SCOPE_NAMES,
    events: BOT_EVENTS,
    desks: Array.from({ length: channels }, (_, place) => `desk-${place + 1}`),
    page: false,
  });
  const faults = failOneInFive(slack);
  const store = await openStore(location, () => {});
  const victims = Array.from({ length: instances }, (_, place) =>
    createVictim(place + 1, argumentsFor(slack, location), restMs),
  );
  try {
    await enterDossiers(store.ledger, ferryRecord);
    const keys = await subscribeAll(slack, store);
    const settled = new Set<string>();
    const unsettled = () => readUnsettled(store, keys, settled);
    await Promise.all(victims.map((victim) => victim.start()));
    const begin = performance.now();
    const isOver = () => performance.now() - begin > limitMs;
    const tormenting = victims.map((victim) => victim.torment());
    while (!isOver() && (await unsettled()) > 0) await sleep(200);
    for (const victim of victims) victim.leaveInPeace();
    await Promise.all(tormenting);
    while ((await unsettled()) > 0 && performance.now() - start < 2 * limitMs + 90_000) await sleep(500);
    // What is doubled is doubled by then: every lease has ended, and everyone has looked again.
    await sleep(1.5 * (TIMINGS.deliveryLease as number));
    return {
      channels,
      ...count(slack),
      kills: victims.reduce((sum, { kills }) => sum + kills, 0),
      freezes: victims.reduce((sum, { freezes }) => sum + freezes, 0),
      calls: slack.calls.length,
      faults: faults.size,
      wronged: [...doubledIn(slack), ...lostIn(slack)].map((name) =>
        historyOf(
          slack,
          faults,
          victims.flatMap(({ harm }) => harm),
          name,
        ),
      ),
      seconds: Math.round((performance.now() - start) / 1000),
    };
  } finally {
    await Promise.all(victims.map((victim) => victim.end()));
    await store.close();
    await slack.close();
  }
}

/** The figures on one line. */
export function describeFigures(name: string, figures: Figures): string {
  const { channels, messages, kills, freezes, calls, faults, doubles, lost, seconds } = figures;
  return `${name}: ${channels} channels, ${messages} messages, ${kills} kills, ${freezes} freezes, ${faults} of ${calls} calls failed, ${doubles} doubles, ${lost} lost, ${seconds} s`;
}

function argumentsFor(slack: Workspace, location: StoreLocation): InstanceArguments {
  return { slackApiUrl: slack.apiUrl, location, botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, timings: TIMINGS };
}

/** Gives the faults that struck, by the place of the call among all. */
function failOneInFive(slack: Workspace): ReadonlyMap<number, ApiFault> {
  const struck = new Map<number, ApiFault>();
  const takeForCall = (_method: string, _channel: string | undefined, hasBlocks: boolean) => {
    if (Math.random() >= 0.2) return undefined;
    const fault = FAULTS[Math.floor(Math.random() * FAULTS.length)] as ApiFault;
    if (fault === 'invalid-blocks' && !hasBlocks) return undefined;
    struck.set(slack.calls.length, fault);
    return { ...apiFaults[fault], retryAfter: 1 };
  };
  Object.assign(slack.faults, { takeForCall });
  return struck;
}

/** Gives every channel a digest that is due now; gives the keys of the editions. */
async function subscribeAll(slack: Workspace, store: Store): Promise<ReadonlySet<string>> {
  const now = Temporal.Now.zonedDateTimeISO('UTC');
  const topic = [...(ferryRecord[0]?.topics.keys() ?? [])][0] as string;
  const keys = new Set<string>();
  for (const [place, { id }] of desksOf(slack).entries()) {
    const subscription: Subscription = {
      channel: id,
      topics: messagesOf(place) === 1 ? [{ dossier: 'harbour-ferry', topic }] : [],
      time: now.toPlainTime().toString({ smallestUnit: 'minute' }),
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      zone: 'UTC',
      quietDay: 'say',
      state: { kind: 'active' },
      setUpBy: 'U0NADIA001',
      setUpAt: now.subtract({ hours: 12 }).toInstant().toString(),
    };
    await store.subscriptions.put(subscription);
    keys.add(dueKey(id, now.toPlainDate().toString()));
  }
  return keys;
}

/** Every other edition is long enough for a thread. */
const messagesOf = (place: number) => 1 + (place % 2);

const desksOf = (slack: Workspace) => slack.channels.filter(({ name }) => name.startsWith('desk-'));

/** How many of the editions are not settled yet. */
async function readUnsettled(store: Store, keys: ReadonlySet<string>, settled: Set<string>): Promise<number> {
  const open = [...keys].filter((key) => !settled.has(key));
  const pages = Array.from({ length: Math.ceil(open.length / 50) }, (_, page) => open.slice(page * 50, page * 50 + 50));
  for (const page of pages) {
    const found = await Promise.all(page.map((key) => store.deliveries.latest(`digest:${key.split(':')[1]}`)));
    for (const one of found) if (one) settled.add(one.key);
  }
  return [...keys].filter((key) => !settled.has(key)).length;
}
/** The channels that got something twice. */
function doubledIn(slack: Workspace): readonly string[] {
  return desksOf(slack)
    .map(({ name }) => name)
    .filter((name) => {
      const { top, posted, marks } = messagesIn(slack, name);
      return top.length > 1 || marks.size < posted.length;
    });
}

/** The channels that got nothing, or not the message in the thread. */
function lostIn(slack: Workspace): readonly string[] {
  return desksOf(slack)
    .map(({ name }) => name)
    .filter((name, place) => messagesIn(slack, name).marks.size < messagesOf(place));
}

function messagesIn(slack: Workspace, channel: string) {
  const posted = slack.messages({ channel }).filter(({ bot_id }) => bot_id);
  const top = posted.filter(({ ts, thread_ts }) => (thread_ts ?? ts) === ts);
  return { posted, top, marks: new Set(posted.map(({ metadata }) => JSON.stringify(metadata))) };
}

/** Every call about a channel and every harm done meanwhile, in order. */
function historyOf(
  slack: Workspace,
  faults: ReadonlyMap<number, ApiFault>,
  harm: readonly { readonly at: number; readonly what: string }[],
  name: string,
): readonly string[] {
  const id = desksOf(slack).find((desk) => desk.name === name)?.id;
  const calls = slack.calls.flatMap(({ method, args, at }, place) =>
    args.channel === id
      ? [
          {
            at,
            what: `${method} ${args.thread_ts ?? ''} ${JSON.stringify(args.metadata ?? '').slice(-40)} ${faults.get(place) ?? 'ok'}`,
          },
        ]
      : [],
  );
  const [from, to] = [calls[0]?.at ?? 0, calls.at(-1)?.at ?? 0];
  return [...calls, ...harm.filter(({ at }) => at > from - 10_000 && at < to)]
    .sort((a, b) => a.at - b.at)
    .map(({ at, what }) => `${at - from} ${what}`);
}

function count(slack: Workspace): Pick<Figures, 'doubles' | 'lost' | 'messages'> {
  const messages = desksOf(slack).reduce((sum, { name }) => sum + messagesIn(slack, name).posted.length, 0);
  return { doubles: doubledIn(slack).length, lost: lostIn(slack).length, messages };
}
