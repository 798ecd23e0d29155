import { sql } from 'kysely';
import type { Session } from './backend.ts';
import type { Inbox, Json } from './store.ts';

/** The inbox on a database. A row is the event's id for good, and its work until that is finished. */
export function createInbox({ run, backend: { now } }: Session): Inbox {
  const leaseEnd = (leaseMs: number) => sql<number>`${now} + ${sql.lit(leaseMs)}`;
  return {
    async accept(event, work, leaseMs) {
      const accepted = await run((db) =>
        db
          .insertInto('inbox')
          .values({
            event,
            work: JSON.stringify(work),
            accepted_at: now,
            attempt: 1,
            lease_until: leaseEnd(leaseMs),
          })
          .onConflict((conflict) => conflict.column('event').doNothing())
          .returning('event')
          .executeTakeFirst(),
      );
      return accepted !== undefined;
    },
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
    async finish(event) {
      await run((db) =>
        db
          .updateTable('inbox')
          .set({ work: null, finished_at: now })
          .where('event', '=', event)
          .where('finished_at', 'is', null)
          .execute(),
      );
    },
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
