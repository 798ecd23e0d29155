import { type Appended, actSchema, type Ledger, type LedgerEntry, type Submission } from '../record/ledger.ts';
import type { Session } from './backend.ts';
import { type Followers, followLedger } from './follow-ledger.ts';
import { toInstant, toMs } from './instant.ts';
import { StoreError } from './store-error.ts';
import { words } from './store-words.ts';

// Well under the parameters that a statement may have: 65,535 on PostgreSQL, 32,766 on SQLite.
const ROWS_A_STATEMENT = 1000;

/** The ledger on a database. */
export function createLedger(session: Session, followers: Followers): Ledger {
  const { run, transact, backend } = session;

  async function append({ by, acts, after }: Submission): Promise<Appended> {
    const bodies = acts.map((act) => JSON.stringify(actSchema.parse(act)));
    const entries = await transact(async (transaction) => {
      await backend.lockLedger(transaction);
      const head = await transaction
        .selectFrom('ledger')
        .select(({ fn }) => [fn.max('seq').as('seq'), fn.max('at').as('at'), backend.now.as('now')])
        .executeTakeFirstOrThrow();
      const seq = head.seq ?? 0;
      if (after !== undefined && after !== seq) return undefined;
      // The clock of a machine can be set back; the ledger's time never is.
      const at = Math.max(head.now, head.at ?? 0);
      const rows = bodies.map((act, index) => ({ seq: seq + 1 + index, at, by_whom: by, act }));
      for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
        await transaction
          .insertInto('ledger')
          .values(rows.slice(start, start + ROWS_A_STATEMENT))
          .execute();
      }
      return rows.map(
        (row, index): LedgerEntry => ({
          seq: row.seq,
          at: toInstant(at),
          by,
          act: acts[index] as LedgerEntry['act'],
        }),
      );
    });
    if (entries === undefined) return { kind: 'overtaken' };
    followers.wake();
    return { kind: 'appended', entries };
  }

  async function read({ after = 0, until }: { after?: number; until?: string } = {}): Promise<readonly LedgerEntry[]> {
    const rows = await run((db) =>
      db
        .selectFrom('ledger')
        .selectAll()
        .where('seq', '>', after)
        .$if(until !== undefined, (query) => query.where('at', '<=', toMs(until as string)))
        .orderBy('seq')
        .execute(),
    );
    return rows.map((row) => ({ seq: row.seq, at: toInstant(row.at), by: row.by_whom, act: readAct(row) }));
  }

  return {
    append,
    read,
    follow: (after, receive) => followLedger({ after, receive, read: (place) => read({ after: place }), followers }),
  };
}

function readAct({ seq, act }: { seq: number; act: string }): LedgerEntry['act'] {
  try {
    return actSchema.parse(JSON.parse(act));
  } catch (error) {
    throw new StoreError('store-newer', words.newerEntry(seq), error);
  }
}
