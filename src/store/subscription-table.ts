import { type Subscription, subscriptionSchema } from '../digest/subscription.ts';
import type { Session } from './backend.ts';
import type { Subscriptions } from './store.ts';
import { StoreError } from './store-error.ts';
import { words } from './store-words.ts';

/** The subscriptions on a database. `report` is told once of each that cannot be read: those of others go on. */
export function createSubscriptions({ run }: Session, report: (fault: Error) => void): Subscriptions {
  const reported = new Set<string>();

  function readOrReport(row: { channel: string; body: string }): readonly Subscription[] {
    try {
      return [readSubscription(row)];
    } catch (fault) {
      if (!reported.has(row.body)) report(fault as Error);
      reported.add(row.body);
      return [];
    }
  }

  return {
    async get(channel) {
      const row = await run((db) =>
        db.selectFrom('subscriptions').selectAll().where('channel', '=', channel).executeTakeFirst(),
      );
      return row && readSubscription(row);
    },
    async all() {
      const rows = await run((db) => db.selectFrom('subscriptions').selectAll().orderBy('channel').execute());
      return rows.flatMap(readOrReport);
    },
    async put(subscription) {
      const body = JSON.stringify(subscriptionSchema.parse(subscription));
      await run((db) =>
        db
          .insertInto('subscriptions')
          .values({ channel: subscription.channel, body })
          .onConflict((conflict) => conflict.column('channel').doUpdateSet({ body }))
          .execute(),
      );
    },
    async remove(channel) {
      await run((db) => db.deleteFrom('subscriptions').where('channel', '=', channel).execute());
    },
  };
}

function readSubscription({ channel, body }: { channel: string; body: string }): Subscription {
  try {
    return subscriptionSchema.parse(JSON.parse(body));
  } catch (error) {
    throw new StoreError('store-damaged', words.unreadable(`a subscription of ${channel}`), error);
  }
}
