import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ApiFault } from '../../../src/workspace/faults.ts';
import type { Workspace } from '../../../src/workspace/start-workspace.ts';
import type { Site } from '../../store/contract.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../store/postgres-server.ts';
import { postgresSite, sqliteSite } from '../../store/sites.ts';
import { openSlack } from '../support/open-newsroom.ts';
import { sendEvent } from '../support/send-signed.ts';
import { spawnInstance } from '../support/spawn-instance.ts';

const posts = (slack: Workspace) => slack.calls.filter(({ method }) => method === 'chat.postMessage');
const replies = (slack: Workspace) => slack.messages().filter(({ bot_id }) => bot_id);

/** Long enough for anything that is still to come. */
const quiet = () => sleep(700);

async function newsroom(site: Site) {
  onTestFinished(site.remove);
  // Slack tries for longer than a new instance takes to start.
  const slack = await openSlack(undefined, [20, 2000, 6000]);
  return { slack, site, start: (slack: Workspace) => spawnInstance(slack, site.location) };
}

/** A mention as Slack would deliver it, again and again, under one event id. */
async function mention(slack: Workspace) {
  slack.sendTo('http://127.0.0.1:9/nobody-is-there');
  const { ts, channel } = await slack.postMessage({ text: 'how many died?' }).then((message) => ({
    ts: message.ts,
    channel: slack.channels.find(({ name }) => name === 'newsroom')?.id ?? '',
  }));
  const event = { type: 'app_mention', channel, user: 'U0NADIA', text: `<@${slack.app.botUserId}> how many died?`, ts };
  return (appUrl: string) => sendEvent(appUrl, 'Ev1', event).then(({ status }) => status);
}

const moments: readonly [ApiFault, string][] = [
  ['hanging-after-accepting', 'after Slack took its reply'],
  ['hanging', 'before Slack took its reply'],
  ['rate-limited', 'while Slack asks to wait'],
];

function survivesCrashes(open: () => Promise<Site>, when = moments) {
  it.each(when)('killed (%s) %s, the next one sees to it that the reply is there once', async (fault) => {
    const { slack, start } = await newsroom(await open());
    const first = await start(slack);
    slack.faults.add(fault, { method: 'chat.postMessage', retryAfter: 20 });
    await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.until(() => posts(slack).length === 1);
    await first.kill();
    await start(slack);
    await slack.until(() => replies(slack).length === 1);
    await quiet();
    expect(replies(slack)).toHaveLength(1);
  });

  it('a retry whose first delivery was lost is answered; four deliveries over six minutes give one reply', async () => {
    const { slack, site, start } = await newsroom(await open());
    const deliver = await mention(slack);
    await expect(deliver('http://127.0.0.1:9/')).rejects.toThrow();
    const first = await start(slack);
    expect(await deliver(first.appUrl)).toBe(200);
    await slack.until(() => replies(slack).length === 1);
    const second = await start(slack);
    expect(await deliver(second.appUrl)).toBe(200);
    await first.kill();
    await second.kill();
    await site.execute('update inbox set accepted_at = accepted_at - 360000, finished_at = finished_at - 360000');
    const store = await site.open();
    await store.forget();
    await store.close();
    const third = await start(slack);
    expect(await deliver(third.appUrl)).toBe(200);
    expect(await deliver(third.appUrl)).toBe(200);
    await quiet();
    expect(posts(slack)).toHaveLength(1);
  });

  it('of two instances that get the same event at once, one answers', async () => {
    const { slack, start } = await newsroom(await open());
    const deliver = await mention(slack);
    const instances = await Promise.all([start(slack), start(slack)]);
    const statuses = await Promise.all([...instances, ...instances].map(({ appUrl }) => deliver(appUrl)));
    expect(statuses).toEqual([200, 200, 200, 200]);
    await slack.until(() => replies(slack).length === 1);
    await quiet();
    expect(posts(slack)).toHaveLength(1);
  });

  it('killed at random while Slack fails now and then, every question has one reply', async () => {
    const { slack, start } = await newsroom(await open());
    const faults: ApiFault[] = ['reset-after-accepting', 'server-error', 'internal-error-partial', 'hanging'];
    const questions = ['one', 'two', 'three', 'four', 'five', 'six'];
    let instance = await start(slack);
    for (const [index, question] of questions.entries()) {
      slack.faults.add(faults[index % faults.length] as ApiFault, { method: 'chat.postMessage' });
      await slack.postMessage({ text: `@Dateline ${question}?` });
      if (index % 3 !== 1) continue;
      await sleep(Math.random() * 300);
      await instance.kill();
      instance = await start(slack);
    }
    await slack.until(() => replies(slack).length >= questions.length, { within: 20_000 });
    await quiet();
    const answered = replies(slack).map(({ text }) => /Asked: (\w+)/.exec(text ?? '')?.[1] ?? text);
    expect(answered.sort()).toEqual([...questions].sort());
  });
}

describe('an instance on SQLite', { timeout: 40_000 }, () => survivesCrashes(sqliteSite));

describe.skipIf(!postgresPrograms)('an instance on PostgreSQL', { timeout: 40_000 }, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  survivesCrashes(() => postgresSite(server), moments.slice(0, 1));
});

describe('asked to stop', { timeout: 40_000 }, () => {
  it('an instance finishes what it accepted, and exits with 0', async () => {
    const { slack, start } = await newsroom(await sqliteSite());
    const instance = await start(slack);
    slack.faults.add('rate-limited', { method: 'chat.postMessage', retryAfter: 1 });
    await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.until(() => posts(slack).length === 1);
    expect(await instance.terminate()).toBe(0);
    expect(replies(slack)).toHaveLength(1);
  });

  it('an instance leaves what takes longer to the next one', async () => {
    const { slack, site } = await newsroom(await sqliteSite());
    const instance = await spawnInstance(slack, site.location, { stop: 300 });
    slack.faults.add('rate-limited', { method: 'chat.postMessage', retryAfter: 20 });
    await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.until(() => posts(slack).length === 1);
    expect(await instance.terminate()).toBe(0);
    expect(replies(slack)).toHaveLength(0);
    await spawnInstance(slack, site.location);
    await slack.until(() => replies(slack).length === 1);
  });
});
