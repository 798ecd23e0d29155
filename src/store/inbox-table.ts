import { sql } from 'kysely';
import type { Session } from './backend.ts';
import { inBatches } from './in-batches.ts';
import type { Inbox, Json } from './store.ts';

interface Accepting {
  readonly event: string;
  readonly work: Json;
  readonly leaseMs: number;
}

/** The inbox on a database. A row is the event's id for good, and its work until that is finished. */
export function createInbox({ run, backend: { now, each, atOnce } }: Session): Inbox {
  const acceptOne = inBatches(atOnce, accept);
  const finishOne = inBatches(atOnce, finish);
  const leaseEnd = (leaseMs: number) => sql<number>`${now} + ${sql.lit(leaseMs)}`;

  /** Whether each is new. Of one that comes twice at once, the first is. */
  async function accept(pieces: readonly Accepting[]): Promise<boolean[]> {
    const rows = pieces.map(({ event, work, leaseMs }) => [event, JSON.stringify(work), leaseMs]);
    // In order, so that instances do not wait for each other in a circle; "where true" tells SQLite that what follows is
    // no join.
    const accepted = await run((db) =>
      sql<{ event: string }>`insert into inbox (event, work, accepted_at, attempt, lease_until)
        select value->>0, value->>1, ${now}, 1, ${now} + cast(value->>2 as integer)
        from ${each(JSON.stringify(rows))} where true order by 1 on conflict (event) do nothing returning event`.execute(
        db,
      ),
    );
    const isNew = new Set(accepted.rows.map(({ event }) => event));
    return pieces.map(({ event }) => isNew.delete(event));
  }

  async function finish(events: readonly string[]): Promise<undefined[]> {
    const rows = JSON.stringify(events.map((event) => [event]));
    await run((db) =>
      sql`update inbox set work = null, finished_at = ${now}
        where event in (select value->>0 from ${each(rows)}) and finished_at is null`.execute(db),
    );
    return events.map(() => undefined);
  }
  return {
    accept: (event, work, leaseMs) => acceptOne({ event, work, leaseMs }),
    async claim(leaseMs) {
      while (true) {
        const oldest = await run((db) =>
          db
            .selectFrom('inbox')
            .select('event')
            .where('finished_at', 'is', null)
            .where('lease_until', '<=', now)
            .orderBy('accepted_at')
            .orderBy('event')
            .limit(1)
            .executeTakeFirst(),
        );
        if (oldest === undefined) return undefined;
        const claimed = await run((db) =>
          db
            .updateTable('inbox')
            .set({ attempt: sql`attempt + 1`, lease_until: leaseEnd(leaseMs) })
            .where('event', '=', oldest.event)
            .where('finished_at', 'is', null)
            .where('lease_until', '<=', now)
            .returning(['event', 'work', 'attempt'])
            .executeTakeFirst(),
        );
        // Otherwise another instance was quicker with this one.
        if (claimed) return { ...claimed, work: JSON.parse(claimed.work as string) as Json };
      }
    },
    finish: finishOne,
    async release(event, attempt) {
      await run((db) =>
        db
          .updateTable('inbox')
          .set({ lease_until: now })
          .where('event', '=', event)
          .where('attempt', '=', attempt)
          .where('finished_at', 'is', null)
          .execute(),
      );
    },
  };
}
