import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../store/postgres-server.ts';
import { postgresSite, sqliteSite } from '../../store/sites.ts';
import { describeFigures, type Torture, torture } from './torture.ts';

// In 1,000 messages by `npm run torture:corrections`; otherwise small enough to run with every test.
const messages = Number(process.env.DATELINE_TORTURE ?? 50);
const inFull = messages > 50;
const speed = 10;
const restMs = inFull ? 10_000 : 1000;
const limitMs = inFull ? 4 * 60_000 : 15_000;
const options = { timeout: 4 * limitMs + 120_000, concurrent: !inFull };

async function expectOneEach(name: string, given: Pick<Torture, 'location' | 'instances'>) {
  const figures = await torture({ ...given, messages, speed, restMs, limitMs });
  process.stdout.write(`${describeFigures(name, figures)}\n`);
  expect(figures).toMatchObject({ messages, unedited: 0, untold: 0, toldTwice: 0 });
  expect(figures.directs).toBe(figures.people);
  expect(figures.kills + figures.freezes).toBeGreaterThan(0);
}

describe('however often every instance is killed and frozen, a correction reaches each message once', options, () => {
  describe.skipIf(!postgresPrograms)('on PostgreSQL', () => {
    let server: PostgresServer;
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server?.stop());

    it(`from ${inFull ? 4 : 2} instances`, async () => {
      const site = await postgresSite(server);
      await expectOneEach('PostgreSQL', { location: site.location, instances: inFull ? 4 : 2 });
    });
  });

  it('on SQLite, from one instance', async ({ onTestFinished }) => {
    const site = await sqliteSite();
    onTestFinished(site.remove);
    await expectOneEach('SQLite', { location: site.location, instances: 1 });
  });
});
