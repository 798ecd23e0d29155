import { sql } from 'kysely';
import type { Session } from './backend.ts';

/**
 * Forgets finished events, settled deliveries that belong to no series, and deliveries that nobody has taken up for
 * `abandonedMs`: what was given up unsettled. Gives how many.
 */
export async function forget(
  { run, backend: { now } }: Session,
  olderThanMs: number,
  abandonedMs: number,
): Promise<number> {
  const before = sql<number>`${now} - ${sql.lit(olderThanMs)}`;
  const abandoned = sql<number>`${now} - ${sql.lit(abandonedMs)}`;
  return await run(async (db) => {
    const events = await db.deleteFrom('inbox').where('finished_at', '<=', before).executeTakeFirst();
    const deliveries = await db
      .deleteFrom('deliveries')
      .where('settled_at', '<=', before)
      .where('series', 'is', null)
      .executeTakeFirst();
    const unsettled = await db
      .deleteFrom('deliveries')
      .where('settled_at', 'is', null)
      .where('lease_until', '<=', abandoned)
      .executeTakeFirst();
    return Number(events.numDeletedRows + deliveries.numDeletedRows + unsettled.numDeletedRows);
  });
}
