import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** What differs between the databases. Everything else is written once, on Kysely. */
export interface Backend {
  readonly db: Kysely<Tables>;
  /** The store as an operator knows it: a path, or a server without its password. */
  readonly name: string;
  /** The database's clock in whole ms, fixed within a statement. */
  readonly now: RawBuilder<number>;
  /** The elements of a JSON array as rows with a column `value`: for many rows at the cost of one parameter. */
  each(json: string): RawBuilder<unknown>;
  /** How many statements it runs side by side. */
  readonly atOnce: number;
  /** Called once by every transaction, before its first statement. */
  begin(transaction: Transaction<Tables>): Promise<void>;
  /**
   * Keeps other appenders out until the transaction ends, and wakes followers when it commits.
   * Without it a reader could see entry 8, go on from there, and never see 7, which committed later.
   */
  lockLedger(transaction: Transaction<Tables>): Promise<void>;
  /** Calls back when another process may have appended; gives what ends it. */
  onAppend(wake: () => void): () => void;
  /** How soon a follower looks again without having been called, in ms. */
  pollMs(): number;
  /** Any error of this database as a fault with a message for an operator. */
  explain(error: unknown): StoreError;
  close(): Promise<void>;
}

/** A backend while it is open: every query goes through here, so that every error leaves as a StoreError. */
export interface Session {
  readonly backend: Backend;
  run<T>(query: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  transact<T>(queries: (transaction: Transaction<Tables>) => Promise<T>): Promise<T>;
}
