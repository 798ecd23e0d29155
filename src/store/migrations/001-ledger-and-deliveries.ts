import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The ledger, subscriptions, inbox, deliveries and postings. */
export const ledgerAndDeliveries: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('ledger')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('by_whom', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('ledger_at').on('ledger').column('at').execute();

  await schema
    .createTable('subscriptions')
    .addColumn('channel', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();

  await schema
    .createTable('inbox')
    .addColumn('event', 'text', (column) => column.primaryKey())
    .addColumn('work', 'text')
    .addColumn('accepted_at', 'bigint', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('finished_at', 'bigint')
    .execute();
  await schema
    .createIndex('inbox_open')
    .on('inbox')
    .column('accepted_at')
    .where(sql.ref('finished_at'), 'is', null)
    .execute();
  await schema.createIndex('inbox_finished').on('inbox').column('finished_at').execute();

  await schema
    .createTable('deliveries')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('series', 'text')
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('settled_at', 'bigint')
    .execute();
  await schema.createIndex('deliveries_series').on('deliveries').columns(['series', 'settled_at']).execute();
  await schema
    .createIndex('deliveries_open')
    .on('deliveries')
    .column('claimed_at')
    .where(sql.ref('settled_at'), 'is', null)
    .execute();

  await schema
    .createTable('postings')
    .addColumn('dossier', 'text', (column) => column.notNull())
    .addColumn('claim', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('ts', 'text', (column) => column.notNull())
    .addColumn('reader', 'text', (column) => column.notNull())
    .addColumn('thread', 'text')
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('posted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('postings_place', ['dossier', 'claim', 'channel', 'ts', 'reader'])
    .execute();
}
