import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import pg from 'pg';

/** A database without anything around it. */
export interface Floor {
  /** Runs a statement, prepared once; parameters are ?1, ?2 ... */
  run(
    sql: string,
    ...parameters: readonly (string | number | null)[]
  ): Promise<readonly unknown[]> | readonly unknown[];
  close(): Promise<void> | void;
}

/** SQLite in this thread, as safe on disk as Dateline's. */
export function sqliteFloor(file: string): Floor {
  const database = new DatabaseSync(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  const prepared = new Map<string, StatementSync>();
  return {
    run(sql, ...parameters) {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      return statement.all(...(parameters as SQLInputValue[]));
    },
    close: () => database.close(),
  };
}

/** One connection to PostgreSQL. */
export async function postgresFloor(url: string): Promise<Floor> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const names = new Map<string, string>();
  return {
    async run(sql, ...parameters) {
      const name = names.get(sql) ?? `bench_${names.size}`;
      names.set(sql, name);
      const { rows } = await client.query({ name, text: sql.replaceAll(/\?(\d+)/g, '$$$1'), values: [...parameters] });
      return rows;
    },
    close: () => client.end(),
  };
}
