import { type Insertable, type InsertObject, type Kysely, sql, type Transaction } from 'kysely';
import type { Session } from './backend.ts';
import { toInstant } from './instant.ts';
import type { ClaimVersion, Json, Place, Posting, Postings, Shown } from './store.ts';
import type { Tables } from './tables.ts';

type Row = Omit<Insertable<Tables['postings']>, 'posted_at'>;

// Databases take some 32,000 values in a statement; a row has seven.
const MOST_ROWS = 4000;

/** The postings on a database. */
export function createPostings({ run, transact, backend: { now } }: Session): Postings {
  /** A statement is a transaction of its own. */
  const note = (db: Kysely<Tables>, rows: readonly InsertObject<Tables, 'postings'>[]) =>
    db
      .insertInto('postings')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['dossier', 'claim', 'channel', 'ts', 'reader'])
          .doUpdateSet({ version: sql`excluded.version` })
          .whereRef('postings.version', '<', sql.ref('excluded.version')),
      )
      .execute();

  return {
    async show(shown) {
      const rows = newestOf(shown).map((row) => ({ ...row, posted_at: now }));
      if (rows.length === 0) return;
      if (rows.length <= MOST_ROWS) return void (await run((db) => note(db, rows)));
      await transact(async (transaction) => {
        for (let from = 0; from < rows.length; from += MOST_ROWS) {
          await note(transaction, rows.slice(from, from + MOST_ROWS));
        }
      });
    },

    async of({ dossier, claim }) {
      const rows = await run((db) =>
        db
          .selectFrom('postings')
          .selectAll()
          .where('dossier', '=', dossier)
          .where('claim', '=', claim)
          .orderBy('posted_at')
          .orderBy('channel')
          .orderBy('ts')
          .orderBy('reader')
          .execute(),
      );
      return rows.map(
        (row): Posting => ({
          place: toPlace(row),
          version: row.version,
          at: toInstant(row.posted_at),
        }),
      );
    },

    async source({ channel, ts }) {
      const row = await run((db) =>
        db
          .selectFrom('messages')
          .select('source')
          .where('channel', '=', channel)
          .where('ts', '=', ts)
          .executeTakeFirst(),
      );
      return row && (JSON.parse(row.source) as Json);
    },
  };
}

/** Keeps what a message was made from, in place of what was kept before. */
export async function writeSource(
  transaction: Transaction<Tables>,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  source: Json,
): Promise<void> {
  const body = JSON.stringify(source);
  await transaction
    .insertInto('messages')
    .values({ channel, ts, source: body })
    .onConflict((conflict) => conflict.columns(['channel', 'ts']).doUpdateSet({ source: body }))
    .execute();
}

/** Notes that a place shows claims. A place that shows a newer version already keeps it. */
export async function writePostings(
  transaction: Transaction<Tables>,
  place: Place,
  claims: readonly ClaimVersion[],
  postedAt: number,
): Promise<void> {
  const { channel } = place;
  const where =
    place.kind === 'message'
      ? { channel, ts: place.ts, reader: '', thread: place.thread ?? null }
      : { channel, ts: '', reader: place.user, thread: null };
  for (const { dossier, claim, version } of claims) {
    await transaction
      .insertInto('postings')
      .values({ dossier, claim, version, ...where, posted_at: postedAt })
      .onConflict((conflict) =>
        conflict
          .columns(['dossier', 'claim', 'channel', 'ts', 'reader'])
          .doUpdateSet({ version })
          .where('postings.version', '<', version),
      )
      .execute();
  }
}

/** A row a claim and reader: no statement may write one twice. */
function newestOf(shown: readonly Shown[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { place, claims } of shown) {
    for (const { dossier, claim, version } of claims) {
      const key = JSON.stringify([dossier, claim, place.channel, place.user]);
      if ((rows.get(key)?.version ?? -1) > version) continue;
      rows.set(key, { dossier, claim, version, channel: place.channel, ts: '', reader: place.user, thread: null });
    }
  }
  return [...rows.values()];
}

function toPlace({ channel, ts, reader, thread }: Tables['postings']): Place {
  if (reader !== '') return { kind: 'private', channel, user: reader };
  return { kind: 'message', channel, ts, ...(thread === null ? {} : { thread }) };
}
