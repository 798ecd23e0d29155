import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DESK_WORDS } from '../../../src/slack/desk/words.ts';
import { neutralText } from '../../../src/slack/format/neutral-text.ts';
import type { ApiFault } from '../../../src/workspace/faults.ts';
import type { Site } from '../../store/contract.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../store/postgres-server.ts';
import { postgresSite, sqliteSite } from '../../store/sites.ts';
import { openSlack } from '../support/open-newsroom.ts';
import { spawnInstance } from '../support/spawn-instance.ts';
import { fileClaim, reviews } from './desk-acts.ts';

const { outcome: OUTCOME } = DESK_WORDS;

async function newsroom(site: Site) {
  onTestFinished(site.remove);
  const slack = await openSlack();
  const called = (method: string) => slack.calls.filter((call) => call.method === method).length;
  const direct = (text: string) =>
    slack.messages({ channel: 'dm' }).filter((message) => message.text.includes(neutralText(text)));
  return { slack, called, direct, start: () => spawnInstance(slack, site.location) };
}

/** Long enough for anything that is still to come. */
const quiet = () => sleep(700);

const moments = ['hanging', 'hanging-after-accepting'] as const satisfies readonly ApiFault[];

function survivesKills(open: () => Promise<Site>) {
  it.each(moments)(
    'killed (%s) while it posts a proposal, the next one sees to it that the desk has it once',
    async (fault) => {
      const { slack, called, direct, start } = await newsroom(await open());
      const first = await start();
      slack.faults.add(fault, { method: 'chat.postMessage' });
      await fileClaim({ slack });
      await slack.until(() => called('chat.postMessage') === 1);
      await first.kill();
      await start();
      await slack.until(() => direct(OUTCOME.filed).at(0), { within: 15_000, label: 'the confirmation' });
      await quiet();
      expect(await reviews({ slack }, 1)).toHaveLength(1);
      expect(direct(OUTCOME.filed)).toHaveLength(1);
    },
  );

  it('killed between an approval and its telling, the next one shows it and tells who proposed it once', async () => {
    const { slack, called, direct, start } = await newsroom(await open());
    const first = await start();
    await fileClaim({ slack });
    await reviews({ slack }, 1);
    await slack.until(() => direct(OUTCOME.filed).at(0));
    slack.faults.add('hanging', { method: 'chat.update' });
    await slack.click({ user: 'tom', channel: 'editors-desk', actionId: 'approve-proposal' });
    await slack.until(() => called('chat.update') === 1);
    await first.kill();
    await start();
    const approved = OUTCOME.approved('Tom Okafor');
    await slack.until(() => direct(approved).at(0), { within: 15_000, label: 'the outcome' });
    await quiet();
    expect(direct(approved)).toHaveLength(1);
    const [review, ...others] = await reviews({ slack }, 1);
    expect(review?.text).toContain('Approved by Tom Okafor');
    expect(others).toEqual([]);
  });
}

describe('at the desk, an instance on SQLite', { timeout: 40_000 }, () => survivesKills(sqliteSite));

describe.skipIf(!postgresPrograms)('at the desk, an instance on PostgreSQL', { timeout: 40_000 }, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());
  survivesKills(() => postgresSite(server));
});
