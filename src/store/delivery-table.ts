import { sql, type Transaction } from 'kysely';
import { elapsedMs } from '../elapsed.ts';
import type { Session } from './backend.ts';
import { toInstant } from './instant.ts';
import { writePostings, writeSource } from './posting-table.ts';
import type { Claim, Deliveries, Json, Outcome, Settled } from './store.ts';
import type { Tables } from './tables.ts';

/** The deliveries on a database. Leases are measured on its clock, so that instances need not agree on the time. */
export function createDeliveries({ run, transact, backend: { now, each } }: Session): Deliveries {
  return {
    async claim({ key, series = null, detail, shown, leaseMs }): Promise<Claim> {
      // Before asking: the lease begins later than this, never earlier.
      const asked = elapsedMs();
      const leaseEnd = sql<number>`${now} + ${sql.lit(leaseMs)}`;
      const claimed = await run((db) =>
        db
          .insertInto('deliveries')
          .values({
            key,
            series,
            detail: JSON.stringify(detail),
            shown: shown === undefined ? null : JSON.stringify(shown),
            claimed_at: now,
            attempt: 1,
            lease_until: leaseEnd,
          })
          .onConflict((conflict) =>
            conflict
              .column('key')
              .doUpdateSet({ attempt: sql`deliveries.attempt + 1`, lease_until: leaseEnd })
              .where('deliveries.settled_at', 'is', null)
              .where('deliveries.lease_until', '<=', now),
          )
          .returning(['attempt', 'detail', 'shown'])
          .executeTakeFirst(),
      );
      if (claimed) {
        const { attempt, detail, shown } = claimed;
        return {
          kind: 'claimed',
          attempt,
          detail: JSON.parse(detail) as Json,
          ...(shown === null ? {} : { shown: JSON.parse(shown) as Json }),
          postBefore: asked + leaseMs / 2,
        };
      }
      const other = await run((db) =>
        db
          .selectFrom('deliveries')
          .select(['outcome', 'lease_until', now.as('now')])
          .where('key', '=', key)
          .executeTakeFirst(),
      );
      if (other?.outcome) return { kind: 'settled', outcome: JSON.parse(other.outcome) as Outcome };
      return { kind: 'held', forMs: other ? Math.max(0, other.lease_until - other.now) : 0 };
    },

    async settle(key, outcome, source) {
      return await transact(async (transaction) => {
        const settled = await markSettled(transaction, key, outcome, now);
        if (settled && outcome.kind === 'posted') {
          const { place, claims } = outcome;
          await writePostings(transaction, place, claims, settled.settled_at as number, each);
          if (source !== undefined && place.kind === 'message') await writeSource(transaction, place, source);
        }
        return settled !== undefined;
      });
    },

    async release(key, attempt) {
      await run((db) =>
        db
          .updateTable('deliveries')
          .set({ lease_until: now })
          .where('key', '=', key)
          .where('attempt', '=', attempt)
          .where('settled_at', 'is', null)
          .execute(),
      );
    },

    async latest(series): Promise<Settled | undefined> {
      const row = await run((db) =>
        db
          .selectFrom('deliveries')
          .selectAll()
          .where('series', '=', series)
          .where('settled_at', 'is not', null)
          .orderBy('settled_at', 'desc')
          .orderBy('claimed_at', 'desc')
          .limit(1)
          .executeTakeFirst(),
      );
      return row && toSettled(row);
    },

    async latestPosted(series, most) {
      const rows = await run((db) =>
        db
          .selectFrom('deliveries')
          .selectAll()
          .where('series', '=', series)
          .where('outcome', 'like', `${POSTED}%`)
          .orderBy('claimed_at', 'desc')
          .orderBy('key', 'desc')
          .limit(most)
          .execute(),
      );
      return rows.map(toSettled);
    },

    async settledIn(series) {
      const rows = await run((db) =>
        db
          .selectFrom('deliveries')
          .selectAll()
          .where('series', '=', series)
          .where('settled_at', 'is not', null)
          .orderBy('settled_at')
          .orderBy('key')
          .execute(),
      );
      return rows.map(toSettled);
    },

    async unsettled() {
      const rows = await run((db) =>
        db
          .selectFrom('deliveries')
          .selectAll()
          .where('settled_at', 'is', null)
          .where('lease_until', '<=', now)
          .orderBy('claimed_at')
          .orderBy('key')
          .execute(),
      );
      return rows.map(({ key, series, detail, attempt }) => ({
        key,
        ...(series === null ? {} : { series }),
        detail: JSON.parse(detail) as Json,
        attempt,
      }));
    },
  };
}

/** How every outcome that was posted begins. */
const POSTED = '{"kind":"posted"';

function writeOutcome(outcome: Outcome): string {
  const { kind, ...rest } = outcome;
  return JSON.stringify({ kind, ...rest });
}

function toSettled({ key, detail, outcome, settled_at }: Tables['deliveries']): Settled {
  return {
    key,
    detail: JSON.parse(detail) as Json,
    outcome: JSON.parse(outcome as string) as Outcome,
    at: toInstant(settled_at as number),
  };
}

function markSettled(
  transaction: Transaction<Tables>,
  key: string,
  outcome: Outcome,
  now: Session['backend']['now'],
): Promise<{ settled_at: number | null } | undefined> {
  return transaction
    .updateTable('deliveries')
    .set({ outcome: writeOutcome(outcome), settled_at: now, shown: null })
    .where('key', '=', key)
    .where('settled_at', 'is', null)
    .returning('settled_at')
    .executeTakeFirst();
}
