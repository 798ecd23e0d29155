import { sql, type Transaction } from 'kysely';
import type { Session } from './backend.ts';
import { toInstant } from './instant.ts';
import type { ClaimVersion, Json, Place, Posting, Postings } from './store.ts';
import type { Tables } from './tables.ts';

/** The postings on a database. */
export function createPostings({ run, backend: { now, each } }: Session): Postings {
  return {
    async show(shown) {
      const rows = shown.flatMap(({ place: { channel, user }, claims }) =>
        claims.map(({ dossier, claim, version }) => [dossier, claim, channel, user, version]),
      );
      if (rows.length === 0) return;
      // Grouped, as no statement may write a row twice; "where true" tells SQLite that what follows is no join.
      await run((db) =>
        sql`insert into postings (dossier, claim, channel, reader, ts, thread, version, posted_at)
          select value->>0, value->>1, value->>2, value->>3, '', null, max(cast(value->>4 as integer)), ${now}
          from ${each(JSON.stringify(rows))} where true group by 1, 2, 3, 4
          on conflict (dossier, claim, channel, ts, reader) do update set version = excluded.version
          where postings.version < excluded.version`.execute(db),
      );
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

function toPlace({ channel, ts, reader, thread }: Tables['postings']): Place {
  if (reader !== '') return { kind: 'private', channel, user: reader };
  return { kind: 'message', channel, ts, ...(thread === null ? {} : { thread }) };
}
