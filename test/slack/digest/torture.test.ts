import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../store/postgres-server.ts';
import { postgresSite, sqliteSite } from '../../store/sites.ts';
import { describeFigures, type Torture, torture } from './torture.ts';

// On 1,000 channels by `npm run torture`; otherwise small enough to run with every test.
const channels = Number(process.env.DATELINE_TORTURE ?? 20);
const inFull = channels > 20;
const restMs = inFull ? 4000 : 300;
const limitMs = inFull ? 20 * 60_000 : 5000;
const timeout = 3 * limitMs + 120_000;

// Small ones mostly wait for each other's leases to end: side by side they take half as long.
const options = { timeout, concurrent: !inFull };

async function expectOneEach(name: string, given: Pick<Torture, 'location' | 'instances'>) {
  const figures = await torture({ ...given, channels, restMs, limitMs });
  process.stdout.write(`${describeFigures(name, figures)}\n`);
  expect(figures.wronged).toEqual([]);
  // Every other edition has a thread.
  expect(figures).toMatchObject({ channels, doubles: 0, lost: 0, messages: 1.5 * channels });
  expect(figures.kills + figures.freezes).toBeGreaterThan(0);
  // A few channels are served before chance has killed anyone.
  if (channels >= 1000) expect(figures.kills).toBeGreaterThan(0);
}

describe('however often every instance is killed and frozen, each channel has its edition once', options, () => {
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
