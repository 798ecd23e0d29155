import { setTimeout as sleep } from 'node:timers/promises';
import { createAsker } from '../../../src/ask/ask.ts';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { correctionKey } from '../../../src/slack/corrections/correction.ts';
import { inParallel } from '../../../src/slack/in-parallel.ts';
import { BOT_EVENTS, SCOPE_NAMES } from '../../../src/slack/scopes.ts';
import type { Timings } from '../../../src/slack/timings.ts';
import { openStore, type StoreLocation } from '../../../src/store/open-store.ts';
import { type ApiFault, apiFaults } from '../../../src/workspace/faults.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/start-workspace.ts';
import { openDelivery } from '../support/open-delivery.ts';
import { BOT_TOKEN, SIGNING_SECRET } from '../support/open-newsroom.ts';
import { openRecord } from '../support/open-record.ts';
import { createVictim } from '../support/victim.ts';
import { asFiled, corrected, enter, FERRY } from './amend.ts';

/** How much is done to how many. */
export interface Torture {
  readonly location: StoreLocation;
  readonly instances: number;
  /** Messages that showed the claim; three of four in one thread with another. */
  readonly messages: number;
  /** How much faster than Slack's the limits let calls through. */
  readonly speed: number;
  /** The longest that an instance is left alone, in ms. */
  readonly restMs: number;
  /** How long the killing may take at most, in ms; what is left by then is finished in peace. */
  readonly limitMs: number;
}

/** What came of it. */
export interface Figures {
  readonly messages: number;
  /** Messages that do not say that they were corrected, or say the old unmarked. */
  readonly unedited: number;
  readonly threads: number;
  /** Threads without a notice, and threads with more than one. */
  readonly untold: number;
  readonly toldTwice: number;
  /** People who saw it privately, and direct messages to them. */
  readonly people: number;
  readonly directs: number;
  readonly kills: number;
  readonly freezes: number;
  readonly updates: number;
  readonly calls: number;
  /** Calls that Slack refused as too many. */
  readonly limited: number;
  readonly seconds: number;
}

const CLAIM = 'rescued-190';
const OLD = asFiled(CLAIM).statement;
const NEW = 'The coastguard says that 188 people were pulled from the water or from rafts.';
const MESSAGES_A_CHANNEL = 8;
const CHANNELS_AT_ONCE = 10;
const FAULT_SHARE = 0.05;
const FAULTS = [
  'reset-before-accepting',
  'reset-after-accepting',
  'server-error-after-accepting',
  'internal-error-partial',
  'rate-limited',
] as const satisfies readonly ApiFault[];

/** Real instances on one store bring one correction to many messages, all of them killed and frozen on the way. */
export async function torture({ location, instances, messages, speed, restMs, limitMs }: Torture): Promise<Figures> {
  const timings: Partial<Timings> = {
    call: 400,
    deliveryLease: 3000,
    doubt: 50,
    tick: 200,
    betweenPosts: 1000 / speed + 5,
    betweenEdits: 1200 / speed + 1,
    lookAgain: 3000,
  };
  const channels = Math.ceil(messages / MESSAGES_A_CHANNEL);
  const slack = await startWorkspace({
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    appName: 'Dateline',
    commands: [],
    shortcuts: [],
    examples: [],
    scopes: SCOPE_NAMES,
    events: BOT_EVENTS,
    desks: Array.from({ length: channels }, (_, place) => `desk-${place + 1}`),
    rates: speed,
    page: false,
  });
  const store = await openStore(location, () => {});
  const given = { slackApiUrl: slack.apiUrl, location, botToken: BOT_TOKEN, signingSecret: SIGNING_SECRET, timings };
  const victims = Array.from({ length: instances }, (_, place) => createVictim(place + 1, given, restMs));
  try {
    const record = await openRecord(store);
    const { delivery } = await openDelivery({
      slack,
      store,
      record,
      timings: { ...timings, call: 10_000, deliveryLease: 60_000 },
    });
    const answer = createAsker(record.dossiers).ask({ ask: 'how many were rescued?', now: '2024-09-01T00:00:00Z' });
    const message = answerMessage(answer);
    const desks = slack.channels.filter(({ name }) => name.startsWith('desk-'));
    const posting = inParallel(CHANNELS_AT_ONCE);
    for (const [desk, { id }] of desks.entries()) {
      posting.add(async () => {
        let root: string | undefined;
        for (let n = 0; n < MESSAGES_A_CHANNEL && desk * MESSAGES_A_CHANNEL + n < messages; n += 1) {
          const to = { channel: id, ...(n % 4 !== 0 && root !== undefined ? { thread: root } : {}) };
          const posted = await delivery.post(to, message);
          if (n % 4 === 0 && posted.kind === 'posted') root = posted.ts;
        }
      });
    }
    await posting.done();
    await delivery.settled();
    const version = record.versionOf({ dossier: FERRY, claim: CLAIM });
    const people = slack.users.filter(({ name }) => ['nadia', 'ines'].includes(name)).map(({ id }) => id);
    await store.postings.show(
      people.map((user) => ({
        place: { kind: 'private', channel: 'C1', user },
        claims: [{ dossier: FERRY, claim: CLAIM, version }],
      })),
    );
    const before = slack.calls.length;
    failNowAndThen(slack);
    await Promise.all(victims.map((victim) => victim.start()));
    const begin = performance.now();
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    const isThrough = async () =>
      (await store.deliveries.settledIn('corrections')).some(({ key }) => key === correctionKey(seq));
    const tormenting = victims.map((victim) => victim.torment());
    while (performance.now() - begin < limitMs && !(await isThrough())) await sleep(200);
    for (const victim of victims) victim.leaveInPeace();
    await Promise.all(tormenting);
    while (!(await isThrough()) && performance.now() - begin < 3 * limitMs + 60_000) await sleep(200);
    const seconds = Math.round((performance.now() - begin) / 1000);
    await sleep(2000);
    const calls = slack.calls.slice(before);
    return {
      ...count(slack),
      people: people.length,
      kills: victims.reduce((sum, { kills }) => sum + kills, 0),
      freezes: victims.reduce((sum, { freezes }) => sum + freezes, 0),
      updates: calls.filter(({ method }) => method === 'chat.update').length,
      calls: calls.length,
      limited: calls.filter(({ answer: said }) => said?.error === 'ratelimited').length,
      seconds,
    };
  } finally {
    await Promise.all(victims.map((victim) => victim.end()));
    await store.close();
    await slack.close();
  }
}

/** The figures on one line. */
export function describeFigures(name: string, figures: Figures): string {
  return `${name}: ${Object.entries(figures)
    .map(([what, figure]) => `${figure} ${what}`)
    .join(', ')}`;
}

function failNowAndThen(slack: Workspace): void {
  Object.assign(slack.faults, {
    takeForCall: () => {
      if (Math.random() >= FAULT_SHARE) return undefined;
      const fault = FAULTS[Math.floor(Math.random() * FAULTS.length)] as ApiFault;
      return { ...apiFaults[fault], retryAfter: 1 };
    },
  });
}

function count(
  slack: Workspace,
): Pick<Figures, 'messages' | 'unedited' | 'threads' | 'untold' | 'toldTwice' | 'directs'> {
  const desks = slack.channels.filter(({ name }) => name.startsWith('desk-'));
  const posts = desks.flatMap(({ name, id }) =>
    slack
      .messages({ channel: name })
      .flatMap(({ bot_id, text = '', ts, thread_ts = ts }) => (bot_id ? [{ text, thread: `${id}:${thread_ts}` }] : [])),
  );
  const notices = posts.filter(({ text }) => text.startsWith('Correction, '));
  const answers = posts.filter(({ text }) => !text.startsWith('Correction, '));
  const isEdited = ({ text }: { text: string }) =>
    text.startsWith('Corrected on ') && text.includes(`• was: ${OLD}`) && text.includes(`• now: ${NEW}`);
  const threads = new Set(answers.map(({ thread }) => thread));
  const told = Map.groupBy(notices, ({ thread }) => thread);
  const directs = ['nadia', 'ines'].flatMap((user) =>
    slack.messages({ channel: 'dm', user }).filter(({ bot_id }) => bot_id),
  );
  return {
    messages: answers.length,
    unedited: answers.filter((answer) => !isEdited(answer)).length,
    threads: threads.size,
    untold: [...threads].filter((thread) => !told.has(thread)).length,
    toldTwice: [...told.values()].filter(({ length }) => length > 1).length,
    directs: directs.length,
  };
}
