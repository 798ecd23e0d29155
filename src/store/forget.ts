import { sql } from 'kysely';
import type { Session } from './backend.ts';

/** Forgets finished events, and settled deliveries that belong to no series. Gives how many. */
export async function forget({ run, backend: { now } }: Session, olderThanMs: number): Promise<number> {
  const before = sql<number>`${now} - ${sql.lit(olderThanMs)}`;
  return await run(async (db) => {
    const events = await db.deleteFrom('inbox').where('finished_at', '<=', before).executeTakeFirst();
    const deliveries = await db
      .deleteFrom('deliveries')
      .where('settled_at', '<=', before)
      .where('series', 'is', null)
      .executeTakeFirst();
    return Number(events.numDeletedRows + deliveries.numDeletedRows);
  });
}
