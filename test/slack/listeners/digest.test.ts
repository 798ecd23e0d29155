import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Dossier } from '../../../src/record/dossier.ts';
import { DIGEST_INPUTS } from '../../../src/slack/blocks/digest-modal.ts';
import { seriesOf } from '../../../src/slack/digest/edition-job.ts';
import { DIGEST_WORDS } from '../../../src/slack/digest/words.ts';
import { neutralText } from '../../../src/slack/format/neutral-text.ts';
import { enterDossiers } from '../../../src/store/enter-dossiers.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Json, Store } from '../../../src/store/store.ts';
import { ferryRecord } from '../support/ferry-record.ts';
import { openNewsroom as openWithoutLedger } from '../support/open-newsroom.ts';
import { sendEvent } from '../support/send-signed.ts';

type Newsroom = Awaited<ReturnType<typeof openWithoutLedger>>;

/** A newsroom whose ledger has the data folder, as it has in a running Dateline. */
async function openNewsroom(wrap = (store: Store) => store): Promise<Newsroom & { readonly store: Store }> {
  const store = wrap(await openStore({ kind: 'sqlite', file: ':memory:' }, () => {}));
  await enterDossiers(store.ledger, ferryRecord);
  const newsroom = await openWithoutLedger({ store });
  onTestFinished(async () => {
    await newsroom.app.stop();
    await store.close();
  });
  return { ...newsroom, store };
}

interface At {
  readonly user?: string;
  readonly channel?: string;
}

/** What a person is told after typing a command. */
async function told({ slack }: Newsroom, line: string, expected: string, at: At = {}) {
  const before = slack.messages(at).length;
  await slack.runCommand({ line, ...at });
  return slack.until(
    () =>
      slack
        .messages(at)
        .slice(before)
        .find(({ text, ephemeral }) => ephemeral && text.includes(neutralText(expected))),
    { label: expected },
  );
}

async function openForm({ slack }: Newsroom, at: At = {}) {
  await slack.runCommand({ line: '/dateline digest', ...at });
  return slack.until(() => slack.views(at.user === undefined ? {} : { user: at.user }).at(-1), { label: 'the form' });
}

async function setUp(newsroom: Newsroom, fill = {}, at: At = {}) {
  await openForm(newsroom, at);
  const outcome = await newsroom.slack.submitView({ fill, ...(at.user === undefined ? {} : { user: at.user }) });
  expect(outcome).toMatchObject({ status: 'closed' });
}

/** A store that can be made to stall: what is asked of it then waits. */
function stallable() {
  let stalled: Promise<unknown> = Promise.resolve();
  const slowly = <T extends object>(part: T): T =>
    new Proxy(part, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return typeof method === 'function'
          ? (...args: unknown[]) => stalled.then(() => Reflect.apply(method, target, args))
          : method;
      },
    });
  return {
    stall(until: Promise<unknown>) {
      stalled = until;
    },
    wrap: (store: Store): Store => ({
      ...store,
      subscriptions: slowly(store.subscriptions),
      deliveries: slowly(store.deliveries),
      inbox: slowly(store.inbox),
    }),
  };
}

/** A claim that a text shows. */
function ferryClaim(text: string): string {
  const [{ claims }] = ferryRecord as [Dossier];
  const shown = [...claims.values()].find(({ statement }) => text.includes(neutralText(statement)));
  return shown?.id ?? 'none';
}

const posted = ({ slack }: Newsroom, at: At = {}) =>
  slack.messages(at).filter(({ bot_id, ephemeral, thread_ts, ts }) => bot_id && !ephemeral && (thread_ts ?? ts) === ts);

describe('/dateline digest', () => {
  it('opens a form that begins with weekday mornings in the time zone of who opens it', async () => {
    const view = await openForm(await openNewsroom());
    const blocks = JSON.stringify(view.blocks);
    expect(blocks).toContain('"initial_time":"09:00"');
    expect(view.blocks.find((block) => block.block_id === DIGEST_INPUTS.zone)).toMatchObject({
      element: { initial_option: { value: 'Europe/London' } },
    });
  });

  it('keeps what was chosen, confirms it to one person alone, and shows it again', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom, {
      [DIGEST_INPUTS.time]: '07:30',
      [DIGEST_INPUTS.weekdays]: ['1', '3', '7'],
      [DIGEST_INPUTS.zone]: 'Australia/Lord_Howe',
      [DIGEST_INPUTS.quiet]: 'silent',
    });
    const when = 'Monday, Wednesday and Sunday at 07:30 (Australia/Lord_Howe)';
    await newsroom.slack.until(() => newsroom.slack.messages().find(({ text }) => text.includes(neutralText(when))));
    const status = await told(newsroom, '/dateline digest status', when);
    expect(status.text).toContain('It covers every topic.');
    expect(status.text).toContain('it posts nothing');
    expect(newsroom.slack.messages({ user: 'tom' }).some(({ text }) => text.includes('Lord'))).toBe(false);
    expect(JSON.stringify((await openForm(newsroom)).blocks)).toContain('"initial_time":"07:30"');
  });

  it.each([
    [DIGEST_INPUTS.weekdays, []],
    [DIGEST_INPUTS.time, ''],
  ])('says at the field %s what is missing there', async (field, entry) => {
    const newsroom = await openNewsroom();
    await openForm(newsroom);
    const outcome = await newsroom.slack.submitView({ fill: { [field]: entry } });
    expect(outcome).toMatchObject({ status: 'errors', errors: { [field]: expect.any(String) } });
  });

  it('posts one at once: the record as it stands, each claim recorded as shown, and then what is new since', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom);
    await told(newsroom, '/dateline digest now', DIGEST_WORDS.onItsWay);
    const first = await newsroom.slack.until(() => posted(newsroom).at(0), { label: 'the edition' });
    expect(first.text).toContain('The record as it stands');
    expect(first.text).toContain('Kestrel News');
    const { store } = newsroom;
    await vi.waitFor(async () => expect(await store.deliveries.latest(seriesOf('C0NEWSROOM'))).toBeDefined());
    await told(newsroom, '/dateline digest status', 'The last one was of');
    expect(await store.postings.of({ dossier: 'harbour-ferry', claim: ferryClaim(first.text) })).toMatchObject([
      { place: { kind: 'message', channel: 'C0NEWSROOM', ts: first.ts } },
    ]);
    await told(newsroom, '/dateline digest now', DIGEST_WORDS.onItsWay);
    const second = await newsroom.slack.until(() => posted(newsroom).at(1), { label: 'the second edition' });
    expect(second.text).toContain('nothing new since the last edition');
  });

  it('that Slack refused is not called the last one', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom);
    newsroom.slack.faults.add('channel-not-found', { method: 'chat.postMessage', channel: 'C0NEWSROOM' });
    await told(newsroom, '/dateline digest now', DIGEST_WORDS.nowFailed);
    await told(newsroom, '/dateline digest status', 'None has been posted yet.');
  });

  it('is paused though who acknowledged that died right after it', async () => {
    const accepted: Json[] = [];
    const newsroom = await openNewsroom((store) => ({
      ...store,
      inbox: {
        ...store.inbox,
        // Kept, and never begun: it is as if this instance had been killed.
        accept: async (event, work) => {
          accepted.push(work);
          await store.inbox.accept(event, work, 0);
          return false;
        },
      },
    }));
    await setUp(newsroom);
    await newsroom.slack.runCommand({ line: '/dateline digest pause' });
    expect(accepted).toMatchObject([{ kind: 'digest-act', work: { words: ' pause' } }]);
    await vi.waitFor(async () =>
      expect(await newsroom.store.subscriptions.get('C0NEWSROOM')).toMatchObject({ state: { why: 'by-hand' } }),
    );
  });

  it('is paused, goes on, and ends', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom);
    await told(newsroom, '/dateline digest pause', DIGEST_WORDS.paused);
    await told(newsroom, '/dateline digest status', 'a member paused it');
    await told(newsroom, '/dateline digest resume', 'goes on: Monday to Friday at 09:00');
    await told(newsroom, '/dateline digest off', DIGEST_WORDS.off);
    await told(newsroom, '/dateline digest status', DIGEST_WORDS.none);
    await told(newsroom, '/dateline digest bananas', 'nothing that a digest can do');
  });

  it.each([
    ['a channel that Dateline is not in', { channel: 'standards' }, DIGEST_WORDS.access['not-invited']],
    ['a private channel', { channel: 'source-protection', user: 'tom' }, DIGEST_WORDS.access['not-invited']],
    ['an archived channel', { channel: 'election-night' }, DIGEST_WORDS.access.archived],
  ])('in %s says what to do', async (_, at, expected) => {
    await told(await openNewsroom(), '/dateline digest', expected, at);
  });

  it('is for members of the channel alone, also when the form is sent off', async () => {
    const newsroom = await openNewsroom();
    await openForm(newsroom);
    newsroom.slack.channels.find(({ name }) => name === 'newsroom')?.members.delete('U0NADIA001');
    expect(await newsroom.slack.submitView({})).toMatchObject({
      status: 'errors',
      errors: { [DIGEST_INPUTS.topics]: DIGEST_WORDS.access['not-member'] },
    });
  });

  it('is acknowledged within 500 ms while the store stalls, and told when the store is back', {
    retry: 2,
  }, async () => {
    const { stall, wrap } = stallable();
    const newsroom = await openNewsroom(wrap);
    const { slack } = newsroom;
    await setUp(newsroom);
    await openForm(newsroom);
    stall(sleep(2500));
    const fill = { [DIGEST_INPUTS.time]: '07:30' };
    const took = async (act: Promise<unknown>) => {
      const start = performance.now();
      await act;
      return performance.now() - start;
    };
    expect(
      await took(slack.submitView({ fill }).then((end) => expect(end).toMatchObject({ status: 'closed' }))),
    ).toBeLessThan(500);
    for (const what of ['now', 'status', 'pause', 'off'])
      expect(await took(slack.runCommand({ line: `/dateline digest ${what}` }))).toBeLessThan(500);
    await slack.until(() => slack.messages().find(({ text }) => text.includes(neutralText('at 07:30'))));
    await slack.until(() => slack.messages().find(({ text }) => text.includes(neutralText(DIGEST_WORDS.off))));
  });

  it('works in a direct message with Dateline', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom, {}, { channel: 'dm' });
    await told(newsroom, '/dateline digest now', DIGEST_WORDS.onItsWay, { channel: 'dm' });
    await newsroom.slack.until(() =>
      posted(newsroom, { channel: 'dm' }).find(({ text }) => text.includes('as it stands')),
    );
  });

  it('is paused when Dateline is removed, and who set it up is told once', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom);
    const { slack } = newsroom;
    await slack.runCommand({ line: '/remove @Dateline' });
    const direct = () => slack.messages({ channel: 'dm' }).filter(({ text }) => text.includes('is paused'));
    await slack.until(() => direct().at(0), { label: 'the direct message' });
    await slack.runCommand({ line: '/invite @Dateline' });
    await told(newsroom, '/dateline digest status', 'Dateline was removed from the channel');
    expect(direct()).toHaveLength(1);
    expect(direct()[0]?.text).toContain('Dateline was removed from the channel');
  });

  it.each([
    ['channel_archive', 'the channel was archived'],
    ['group_archive', 'the channel was archived'],
    ['channel_deleted', 'the channel was deleted'],
    ['group_deleted', 'the channel was deleted'],
    ['group_left', 'Dateline was removed from the channel'],
  ])('is paused at the event %s, however often Slack sends it', async (type, reason) => {
    const newsroom = await openNewsroom();
    await setUp(newsroom);
    const { slack, appUrl } = newsroom;
    for (const id of ['Ev1', 'Ev1', 'Ev2']) await sendEvent(appUrl, id, { type, channel: 'C0NEWSROOM' });
    const direct = () => slack.messages({ channel: 'dm' }).filter(({ text }) => text.includes('is paused'));
    await slack.until(() => direct().at(0), { label: 'the direct message' });
    await told(newsroom, '/dateline digest status', reason);
    expect(direct()).toHaveLength(1);
  });

  it('goes on when it was set up after what an event tells of, however late that comes', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom);
    await sendEvent(newsroom.appUrl, 'Ev1', { type: 'channel_left', channel: 'C0NEWSROOM' }, 60);
    await newsroom.slack.until(() => newsroom.lines.find(({ job, msg }) => job === 'channel-closed' && msg === 'done'));
    expect(await newsroom.store.subscriptions.get('C0NEWSROOM')).toMatchObject({ state: { kind: 'active' } });
  });

  it('is paused when Slack refuses the edition because the channel was archived', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom);
    newsroom.slack.faults.add('is-archived', { method: 'chat.postMessage', channel: 'C0NEWSROOM' });
    await newsroom.slack.runCommand({ line: '/dateline digest now' });
    await newsroom.slack.until(() =>
      newsroom.slack.messages({ channel: 'dm' }).find(({ text }) => text.includes('the channel was archived')),
    );
    await told(newsroom, '/dateline digest status', 'the channel was archived');
  });

  it('stands on the Home tab of who set it up', async () => {
    const newsroom = await openNewsroom();
    await setUp(newsroom);
    await newsroom.slack.openApp({});
    const home = await newsroom.slack.until(() => newsroom.slack.home());
    expect(JSON.stringify(home.blocks)).toContain('Monday to Friday at 09:00');
  });
});
