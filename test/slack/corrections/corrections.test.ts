import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createAsker } from '../../../src/ask/ask.ts';
import type { Asker } from '../../../src/ask/asker.ts';
import { createLiveAsker } from '../../../src/ask/live-asker.ts';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { correctionKey } from '../../../src/slack/corrections/correction.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { openDelivery } from '../support/open-delivery.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { openRecord } from '../support/open-record.ts';
import { asFiled, corrected, enter, FERRY, retracted, SOURCE, superseded } from './amend.ts';

const CLAIM = 'rescued-190';
const QUESTION = 'how many were rescued?';
const OLD = asFiled(CLAIM).statement;
const NEW = 'The coastguard says that 188 people were pulled from the water or from rafts.';

interface Opening {
  readonly lookAgain?: number;
  /** Answers from the record as it stands, or as it stood when it was opened. */
  readonly asker?: (live: Asker, old: Asker) => Asker;
}

async function open({ lookAgain = 300, asker = (live) => live }: Opening = {}) {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
  onTestFinished(store.close);
  const record = await openRecord(store);
  const newsroom = await openNewsroom({
    store,
    record,
    asker: asker(createLiveAsker(record), createAsker(record.dossiers)),
    timings: { betweenEdits: 5, lookAgain, tick: 100 },
  });
  const { slack } = newsroom;
  const bot = (where?: Parameters<typeof slack.messages>[0]) => slack.messages(where).filter(({ bot_id }) => bot_id);
  const shown = async (count: number, claim = CLAIM) => {
    for (;;) {
      const postings = await store.postings.of({ dossier: FERRY, claim });
      if (postings.length >= count) return postings;
      await sleep(10);
    }
  };
  const through = async (seq: number) => {
    for (;;) {
      const settled = await store.deliveries.settledIn('corrections');
      if (settled.some(({ key }) => key === correctionKey(seq))) return;
      await sleep(20);
    }
  };
  const ask = async (text = `@Dateline ${QUESTION}`, threadTs?: string) => {
    const before = bot().length;
    const asked = await slack.postMessage({ text, ...(threadTs ? { threadTs } : {}) });
    await slack.until(() => bot().length > before);
    return asked;
  };
  return { ...newsroom, bot, shown, through, ask };
}

const lineOf = (text: string | undefined, part: string) => text?.split('\n').find((line) => line.includes(part)) ?? '';

describe('a correction', { timeout: 40_000 }, () => {
  it('edits the message that showed the claim, tells its thread once, and then the editor', async () => {
    const { store, record, slack, bot, ask, shown, through } = await open();
    const asked = await ask();
    await shown(1);
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    await through(seq);
    const [answer, notice, ...more] = bot().filter(({ thread_ts }) => thread_ts === asked.ts);
    expect(more).toEqual([]);
    expect(lineOf(answer?.text, OLD)).toMatch(/^• was: .*Kestrel News, 12 Mar 2024.*\[corrected on \d+ \w+ \d{4}\]$/);
    expect(lineOf(answer?.text, NEW)).toMatch(/^• now: .*Kestrel News, 12 Mar 2024.*\[corrected on/);
    expect(answer?.text).toMatch(/^Corrected on \d+ \w+ \d{4}\. On record:/);
    expect(JSON.stringify(answer?.blocks)).toContain(
      JSON.stringify({ type: 'text', text: OLD, style: { strike: true } }),
    );
    expect(notice?.text).toMatch(/^Correction, \d+ \w+ \d{4}, \d\d:\d\d UTC: what was said here was wrong\.\n/);
    expect(lineOf(notice?.text, OLD)).toContain('• was: ');
    expect(lineOf(notice?.text, NEW)).toContain(SOURCE);
    const direct = bot({ channel: 'dm', user: 'tom' }).map(({ text }) => text);
    expect(direct).toEqual([`The correction of “${OLD}” is through: corrected in 1 message and said in 1 thread.`]);
    expect(slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(1);
  });

  it('tells a thread once, however many of its messages showed the claim', async () => {
    const { store, record, bot, ask, shown, through } = await open();
    const asked = await ask();
    await ask(`@Dateline ${QUESTION}`, asked.ts);
    await shown(2);
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    await through(seq);
    const texts = bot().map(({ text }) => text ?? '');
    expect(texts.filter((text) => text.startsWith('Corrected on'))).toHaveLength(2);
    expect(texts.filter((text) => text.startsWith('Correction, '))).toHaveLength(1);
  });

  it('tells each person who saw it privately once, by a direct message', async () => {
    const { store, record, slack, bot, shown, through } = await open();
    for (const user of ['nadia', 'nadia', 'ines']) await slack.runCommand({ user, line: `/dateline ask ${QUESTION}` });
    await shown(2);
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    await through(seq);
    for (const user of ['nadia', 'ines']) {
      const [direct, ...more] = bot({ channel: 'dm', user });
      expect(direct?.text).toMatch(/^Correction, .* UTC: what you were shown was wrong\.\n• was: .*\n• now: /);
      expect(more).toEqual([]);
    }
    expect(bot({ channel: 'dm', user: 'tom' })[0]?.text).toContain('told 2 people who had seen it privately');
  });

  it('strikes out what was retracted, and puts nothing in its place', async () => {
    const { store, record, bot, ask, shown, through } = await open();
    await ask();
    await shown(1);
    const seq = await enter({ store, record }, retracted(CLAIM));
    await through(seq);
    const [answer, notice] = bot();
    expect(lineOf(answer?.text, OLD)).toMatch(
      /^• was: .*\[retracted on .*: Nobody can stand by rescued-190\. \(.*\)\]$/,
    );
    expect(answer?.text).not.toContain('now: ');
    expect(notice?.text).toContain('what was said here was wrong; it is retracted, and nothing takes its place.');
  });

  it('says of what was overtaken that it was right in its time, and never calls it a correction', async () => {
    const { store, record, bot, ask, shown, through } = await open();
    await ask();
    await shown(1);
    const seq = await enter({ store, record }, superseded(CLAIM, 'passengers-214-tollesund'));
    await through(seq);
    const [answer, notice] = bot();
    expect(answer?.text).toMatch(/^Overtaken on \d+ \w+ \d{4}\. /);
    expect(lineOf(answer?.text, OLD)).toMatch(
      /^• overtaken: .*\[overtaken on .*: Counted again since rescued-190\. Now: /,
    );
    expect(notice?.text).toMatch(/^Overtaken, .* UTC: what was said here was right in its time\.\n/);
    expect(lineOf(notice?.text, asFiled('passengers-214-tollesund').statement)).toContain('Kestrel News, 12 Mar 2024');
    expect([answer, notice].map((one) => one?.text).join()).not.toMatch(/correct/i);
  });

  it('of a correction reaches the notices of the first one too, and the message ends at the newest', async () => {
    const { store, record, slack, bot, ask, shown, through } = await open();
    await ask();
    await slack.runCommand({ user: 'ines', line: `/dateline ask ${QUESTION}` });
    await shown(2);
    await through(await enter({ store, record }, corrected(CLAIM, NEW)));
    const newest = 'The coastguard says that 187 people were pulled from the water or from rafts.';
    await through(await enter({ store, record }, corrected(CLAIM, newest)));
    const [answer, first, second, ...more] = bot().filter(({ ephemeral }) => !ephemeral);
    expect(more).toEqual([]);
    expect(lineOf(answer?.text, OLD)).toContain('• was: ');
    expect(answer?.text).not.toContain(NEW);
    expect(lineOf(answer?.text, newest)).toContain('• now: ');
    expect(lineOf(first?.text, NEW)).toContain('• was: ');
    expect(lineOf(first?.text, newest)).toContain('• now: ');
    expect(lineOf(second?.text, newest)).toContain('• now: ');
    const direct = bot({ channel: 'dm', user: 'ines' });
    expect(direct.filter(({ thread_ts }) => thread_ts)).toEqual([]);
    expect(direct).toHaveLength(2);
    for (const { text } of direct) expect(lineOf(text, newest)).toContain('• now: ');
  });

  it('that is taken back strikes out nothing that stands, and says of the wrong one alone that it was wrong', async () => {
    const { store, record, slack, bot, ask, shown, through } = await open();
    await ask();
    await slack.runCommand({ user: 'ines', line: `/dateline ask ${QUESTION}` });
    await shown(2);
    await through(await enter({ store, record }, corrected(CLAIM, NEW)));
    await through(await enter({ store, record }, corrected(CLAIM, OLD)));
    const [answer, , second, ...more] = bot().filter(({ ephemeral }) => !ephemeral);
    expect(more).toEqual([]);
    expect(lineOf(answer?.text, OLD)).toMatch(/^• The coastguard .*\[corrected on \d+ \w+ \d{4}: The log says so/);
    expect(answer?.text).not.toMatch(/was: |now: /);
    const direct = bot({ channel: 'dm', user: 'ines' });
    expect(direct).toHaveLength(2);
    for (const notice of [second, direct[1]]) {
      expect(notice?.text).toMatch(/^Correction, /);
      expect(lineOf(notice?.text, NEW)).toContain('• was: ');
      expect(lineOf(notice?.text, OLD)).toContain('• now: ');
    }
  });

  it('that is taken back before anyone was told tells nobody that the right was wrong', async () => {
    const { store, record, bot, ask, shown, through } = await open();
    await ask();
    await shown(1);
    const last = await enter({ store, record }, corrected(CLAIM, NEW), corrected(CLAIM, OLD));
    await through(last - 1);
    await through(last);
    const [answer, ...notices] = bot();
    expect(answer?.text).not.toContain('was: ');
    expect(notices).toEqual([]);
  });

  it('of what overtook a claim leaves that as it was shown', async () => {
    const { store, record, bot, ask, shown, through } = await open();
    await ask();
    await shown(1);
    await through(await enter({ store, record }, superseded(CLAIM, 'passengers-214-tollesund')));
    await through(await enter({ store, record }, retracted('passengers-214-tollesund')));
    const [answer, first, second, ...more] = bot();
    expect(more).toEqual([]);
    expect(lineOf(answer?.text, OLD)).toMatch(/^• The coastguard /);
    expect(answer?.text).not.toMatch(/overtaken/i);
    expect(lineOf(first?.text, OLD)).toMatch(/^• The coastguard /);
    expect(second?.text).toMatch(/^Correction, .* it is retracted, and nothing takes its place\./);
  });

  it('that another crosses leaves one notice of how it stands', async () => {
    const { store, record, bot, ask, shown, through } = await open();
    await ask();
    await shown(1);
    const last = await enter({ store, record }, corrected(CLAIM, NEW), retracted(CLAIM));
    await through(last - 1);
    await through(last);
    const [answer, ...notices] = bot();
    expect(lineOf(answer?.text, OLD)).toContain('[retracted on ');
    expect(notices.map(({ text }) => text?.split('\n')[0])).toEqual([expect.stringContaining('it is retracted')]);
  });

  it('finds what an instance that was behind posted meanwhile, before it is through', async () => {
    const { store, record, slack, bot, ask, shown, through } = await open({ lookAgain: 1000 });
    await ask();
    await shown(1);
    const { dossiers, versionOf } = record;
    const versions = new Map(
      [...(dossiers[0]?.claims.keys() ?? [])].map((id) => [id, versionOf({ dossier: FERRY, claim: id })]),
    );
    const behind = { dossiers, versionOf: ({ claim }: { claim: string }) => versions.get(claim) ?? 0 };
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    await slack.until(() => bot().length === 2);
    const { delivery, channel } = await openDelivery({ slack, store, record: behind });
    const late = createAsker(dossiers).ask({ ask: QUESTION, now: '2026-11-22T00:00:00Z' });
    await delivery.deliver({ key: 'late', to: { channel }, message: answerMessage(late), since: Date.now() });
    await through(seq);
    const texts = bot().map(({ text }) => text ?? '');
    expect(texts.filter((text) => text.startsWith('Corrected on'))).toHaveLength(2);
    expect(texts.filter((text) => text.startsWith('Correction, '))).toHaveLength(2);
  });

  it('reaches what is posted in the old version after it is through', async () => {
    let isBehind = false;
    const { store, record, slack, bot, ask, shown, through } = await open({
      asker: (live: Asker, old: Asker): Asker => ({
        ask: (question) => (isBehind ? old : live).ask(question),
        brief: live.brief,
      }),
    });
    await ask();
    await shown(1);
    await through(await enter({ store, record }, corrected(CLAIM, NEW)));
    isBehind = true;
    await ask();
    await slack.until(() => bot().filter(({ text }) => text?.startsWith('Correction, ')).length === 2);
    expect(bot().filter(({ text }) => text?.startsWith('Corrected on'))).toHaveLength(2);
    isBehind = false;
    await ask();
    await sleep(500);
    expect(bot()).toHaveLength(5);
  });

  it('edits what a digest told, and leads its next edition', async () => {
    const { store, record, slack, bot, through, shown } = await open();
    const id = 'dead-36-ministry';
    const [old, mended] = [
      asFiled(id).statement,
      'On 15 August the Transport Ministry cut the number of dead from 37 to 35.',
    ];
    const channel = slack.channels.find(({ name }) => name === 'newsroom')?.id ?? '';
    await store.subscriptions.put({
      channel,
      topics: [],
      time: '09:00',
      weekdays: [1],
      zone: 'UTC',
      quietDay: 'say',
      state: { kind: 'active' },
      setUpBy: 'U1',
      setUpAt: new Date().toISOString(),
    });
    const editions = () => bot().filter(({ ts, thread_ts = ts, ephemeral }) => thread_ts === ts && !ephemeral);
    await slack.runCommand({ line: '/dateline digest now' });
    await slack.until(() => editions().length === 1, { within: 20_000, label: 'the first edition' });
    await shown(1, id);
    await through(await enter({ store, record }, corrected(id, mended)));
    const [first] = editions();
    const inFirst = bot().filter(({ ephemeral }) => !ephemeral);
    expect(inFirst.filter(({ text }) => text?.startsWith('Correction, '))).toHaveLength(1);
    const page = inFirst.find(({ text }) => text?.includes(old) && !text.startsWith('Correction, '));
    expect(page?.text).toContain(`now: ${mended}`);
    expect(lineOf(page?.text, old)).toMatch(/was: .*\[corrected on /);
    await slack.runCommand({ line: '/dateline digest now' });
    await slack.until(() => editions().length === 2, { within: 20_000, label: 'the second edition' });
    const second = editions().find(({ ts }) => ts !== first?.ts);
    const [, , title, line] = (second?.text ?? '').split('\n').filter(Boolean);
    expect(title).toBe('Corrections');
    expect(line).toContain(mended);
  });

  it('counts what it cannot reach, and says so to the editor', async () => {
    const { store, record, slack, bot, ask, shown, through } = await open();
    await ask();
    await ask();
    await shown(2);
    slack.faults.add('message-not-found', { method: 'chat.update' });
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    await through(seq);
    expect(bot({ channel: 'dm', user: 'tom' })[0]?.text).toMatch(
      /is through: corrected in 1 message, said in 1 thread and 1 place could not be reached \(deleted\)\.$/,
    );
  });

  it('waits as long as Slack asks, and is begun again where Slack fails', async () => {
    const { store, record, slack, bot, ask, shown, through } = await open();
    for (let n = 0; n < 4; n += 1) await ask();
    await shown(4);
    slack.faults.add('rate-limited', { method: 'chat.update' });
    slack.faults.add('internal-error-partial', { method: 'chat.update', times: 2 });
    slack.faults.add('server-error-after-accepting', { method: 'chat.postMessage' });
    slack.faults.add('reset-after-accepting', { method: 'chat.postMessage' });
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    await through(seq);
    const texts = bot().map(({ text }) => text ?? '');
    expect(texts.filter((text) => text.startsWith('Corrected on'))).toHaveLength(4);
    expect(texts.filter((text) => text.startsWith('Correction, '))).toHaveLength(4);
  });

  it('of a message of before sources were kept is told in its thread alone', async () => {
    const { store, record, slack, bot, shown, through } = await open();
    const channel = slack.channels.find(({ name }) => name === 'newsroom')?.id ?? '';
    const { ts } = await slack.postMessage({ text: 'a message of long ago' });
    await store.deliveries.claim({ key: 'old', detail: null, leaseMs: 1000 });
    const claims = [{ dossier: FERRY, claim: CLAIM, version: 1 }];
    await store.deliveries.settle('old', { kind: 'posted', place: { kind: 'message', channel, ts }, claims });
    await shown(1);
    await through(await enter({ store, record }, corrected(CLAIM, NEW)));
    expect(slack.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
    expect(bot().map(({ thread_ts }) => thread_ts)).toEqual([ts]);
  });
});
