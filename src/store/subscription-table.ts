import { type Subscription, subscriptionSchema } from '../digest/subscription.ts';
import type { Session } from './backend.ts';
import type { Subscriptions } from './store.ts';
import { StoreError } from './store-error.ts';
import { words } from './store-words.ts';

/** The subscriptions on a database. */
export function createSubscriptions({ run }: Session): Subscriptions {
  return {
    async get(channel) {
      const row = await run((db) =>
        db.selectFrom('subscriptions').selectAll().where('channel', '=', channel).executeTakeFirst(),
      );
      return row && readSubscription(row);
    },
    async all() {
      const rows = await run((db) => db.selectFrom('subscriptions').selectAll().orderBy('channel').execute());
      return rows.map(readSubscription);
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
