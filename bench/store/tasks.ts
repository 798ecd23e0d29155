import type { Act } from '../../src/record/ledger.ts';
import type { ClaimVersion, Store } from '../../src/store/store.ts';
import type { Floor } from './floors.ts';

/** Something that a store does, and the same rows written and read with nothing around the database. */
export interface Task {
  readonly what: string;
  /** How often in a round; what is printed is for one. */
  readonly times: number;
  /** Both are told how often they were called before. */
  readonly store: (store: Store, n: number) => Promise<unknown>;
  readonly floor: (floor: Floor, n: number) => Promise<unknown>;
}

const DOSSIER = 'made-up';
const READ = 1000;
const AT_ONCE = 100;

/** How many acts there are, and how many places show the claim that everyone was told. */
export const filled = (isSmallest: boolean) => (isSmallest ? 1000 : 10_000);

const retracted = (n: number): Act => ({
  kind: 'retracted',
  dossier: DOSSIER,
  claim: `claim-${n}`,
  why: 'The agency withdrew its report of the evening before.',
  source: 'The Courier, 16 March 2024',
});

const shown = (n: number): ClaimVersion[] =>
  [0, 1, 2, 3].map((place) => ({ dossier: DOSSIER, claim: `claim-${(n + place) % 80}`, version: 1 }));

const INSERT_ACT = 'insert into ledger (seq, at, by_whom, act) values (?1, ?2, ?3, ?4)';
const INSERT_POSTING = `insert into postings (dossier, claim, channel, ts, reader, thread, version, posted_at)
  values (?1, ?2, ?3, ?4, ?5, null, ?6, ?7)
  on conflict (dossier, claim, channel, ts, reader) do update set version = excluded.version
  where postings.version < excluded.version`;

let acts = 1_000_000;
const append = (floor: Floor, n: number) =>
  floor.run(INSERT_ACT, ++acts, Date.now(), 'U1', JSON.stringify(retracted(n)));

/** All of them; `isSmallest` does each a few times only. */
export function storeTasks(isSmallest: boolean): readonly Task[] {
  const posted = filled(isSmallest);
  const few = (times: number) => (isSmallest ? 2 : times);
  return [
    {
      what: 'append an act, and wait for it',
      times: few(50),
      store: (store, n) => store.ledger.append({ by: 'U1', acts: [retracted(n)] }),
      floor: async (floor, n) => append(floor, n),
    },
    {
      what: `append an act, ${AT_ONCE} editors at once`,
      times: few(3) * AT_ONCE,
      store: async (store, n) =>
        n % AT_ONCE === 0 &&
        Promise.all(
          Array.from({ length: AT_ONCE }, (_, by) => store.ledger.append({ by: `U${by}`, acts: [retracted(n)] })),
        ),
      floor: async (floor, n) => append(floor, n),
    },
    {
      what: `read the last ${READ} acts`,
      times: few(10),
      store: (store) => store.ledger.read({ after: posted - READ, until: STARTED }),
      floor: async (floor) => {
        const rows = (await floor.run(
          'select * from ledger where seq > ?1 and at <= ?2 order by seq',
          posted - READ,
          Date.parse(STARTED),
        )) as readonly { act: string }[];
        return rows.map(({ act }) => JSON.parse(act));
      },
    },
    {
      what: 'claim an edition, and settle it with 4 claims',
      times: few(30),
      async store(store, n) {
        const key = `edition:${n}`;
        await store.deliveries.claim({ key, series: 'digest:C1', detail: { n }, leaseMs: 60_000 });
        const place = { kind: 'message', channel: 'C1', ts: `${n}.0` } as const;
        await store.deliveries.settle(key, { kind: 'posted', place, claims: shown(n) });
      },
      async floor(floor, n) {
        const key = `edition:${n}`;
        await floor.run(
          `insert into deliveries (key, series, detail, claimed_at, attempt, lease_until) values (?1, ?2, ?3, ?4, 1, ?5)`,
          key,
          'digest:C1',
          JSON.stringify({ n }),
          Date.now(),
          Date.now() + 60_000,
        );
        await floor.run('begin');
        await floor.run('update deliveries set outcome = ?2, settled_at = ?3 where key = ?1', key, '{}', Date.now());
        for (const { dossier, claim, version } of shown(n)) {
          await floor.run(INSERT_POSTING, dossier, claim, 'C1', `${n}.0`, '', version, Date.now());
        }
        await floor.run('commit');
      },
    },
    {
      what: 'accept an event and finish it',
      times: few(30),
      async store(store, n) {
        await store.inbox.accept(`event:${n}`, { n }, 60_000);
        await store.inbox.finish(`event:${n}`);
      },
      async floor(floor, n) {
        await floor.run(
          'insert into inbox (event, work, accepted_at, attempt, lease_until) values (?1, ?2, ?3, 1, ?4)',
          `event:${n}`,
          JSON.stringify({ n }),
          Date.now(),
          Date.now() + 60_000,
        );
        await floor.run('update inbox set work = null, finished_at = ?2 where event = ?1', `event:${n}`, Date.now());
      },
    },
    {
      what: `note what ${AT_ONCE} people were shown, 4 claims each`,
      times: few(10),
      store: (store, n) =>
        store.postings.show(
          Array.from({ length: AT_ONCE }, (_, user) => ({
            place: { kind: 'private', channel: 'C1', user: `U${n}x${user}` },
            claims: shown(n + user),
          })),
        ),
      async floor(floor, n) {
        await floor.run('begin');
        for (let user = 0; user < AT_ONCE; user++) {
          for (const { dossier, claim, version } of shown(n + user)) {
            await floor.run(INSERT_POSTING, dossier, claim, 'C1', '', `U${n}x${user}`, version, Date.now());
          }
        }
        await floor.run('commit');
      },
    },
    {
      what: `find the ${posted} places that show a claim`,
      times: few(3),
      store: (store) => store.postings.of({ dossier: DOSSIER, claim: 'everywhere' }),
      floor: async (floor) =>
        floor.run(
          'select * from postings where dossier = ?1 and claim = ?2 order by posted_at, channel, ts, reader',
          DOSSIER,
          'everywhere',
        ),
    },
  ];
}

const STARTED = '2025-01-01T00:00:00.000Z';

/** What is there before anything is measured: a ledger of many acts, and a claim that as many places show. */
export async function fill(floor: Floor, many: number): Promise<void> {
  await floor.run('begin');
  for (let n = 1; n <= many; n++) {
    await floor.run(INSERT_ACT, n, Date.parse(STARTED), 'U1', JSON.stringify(retracted(n)));
    await floor.run(INSERT_POSTING, DOSSIER, 'everywhere', `C${n % 500}`, `${n}.0`, '', 1, Date.now());
  }
  await floor.run('commit');
}
