import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Backend, Session } from './backend.ts';
import { toInstant } from './instant.ts';
import type { ClaimVersion, Json, Place, Posting, Postings } from './store.ts';
import type { Tables } from './tables.ts';

/** The postings on a database. */
export function createPostings({ run, backend: { now, each } }: Session): Postings {
  return {
    async show(shown) {
      const rows = shown.flatMap(({ place, claims }) => rowsOf(place, claims));
      if (rows.length > 0) await run((db) => insert(db, rows, now, each));
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
  each: Backend['each'],
): Promise<void> {
  if (claims.length > 0) await insert(transaction, rowsOf(place, claims), sql`cast(${postedAt} as bigint)`, each);
}

type Row = readonly [
  dossier: string,
  claim: string,
  version: number,
  channel: string,
  reader: string,
  ts: string,
  thread: string | null,
];

function rowsOf(place: Place, claims: readonly ClaimVersion[]): Row[] {
  const [reader, ts, thread] =
    place.kind === 'message' ? (['', place.ts, place.thread ?? null] as const) : ([place.user, '', null] as const);
  return claims.map(({ dossier, claim, version }) => [dossier, claim, version, place.channel, reader, ts, thread]);
}

/** Any number of rows as one parameter: they cost one statement. */
async function insert(
  db: Kysely<Tables>,
  rows: readonly Row[],
  postedAt: RawBuilder<unknown>,
  each: Backend['each'],
): Promise<void> {
  // Grouped, as no statement may write a row twice; in order, so that instances do not wait for each other in a circle;
  // "where true" tells SQLite that what follows is no join.
  await sql`insert into postings (dossier, claim, channel, reader, ts, thread, version, posted_at)
    select value->>0, value->>1, value->>3, value->>4, value->>5, value->>6, max(cast(value->>2 as integer)), ${postedAt}
    from ${each(JSON.stringify(rows))} where true group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5
    on conflict (dossier, claim, channel, ts, reader) do update set version = excluded.version
    where postings.version < excluded.version`.execute(db);
}

function toPlace({ channel, ts, reader, thread }: Tables['postings']): Place {
  if (reader !== '') return { kind: 'private', channel, user: reader };
  return { kind: 'message', channel, ts, ...(thread === null ? {} : { thread }) };
}
