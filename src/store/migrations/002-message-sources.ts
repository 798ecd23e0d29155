import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What messages were made from, and what a delivery on its way shows. */
export const messageSources: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('messages')
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('messages_place', ['channel', 'ts'])
    .execute();
  await schema.alterTable('deliveries').addColumn('shown', 'text').execute();
}
