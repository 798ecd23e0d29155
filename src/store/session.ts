import type { Backend, Session } from './backend.ts';
import { StoreError } from './store-error.ts';
import { words } from './store-words.ts';

/** Opens a session on a backend. `close` waits for what is running. */
export function openSession(backend: Backend): Session & { close(): Promise<void> } {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function guard<T>(work: () => Promise<T>): Promise<T> {
    if (closing) throw new StoreError('store-closed', words.closed(backend.name));
    const result = work();
    running.add(result);
    try {
      return await result;
    } catch (error) {
      throw error instanceof StoreError ? error : backend.explain(error);
    } finally {
      running.delete(result);
    }
  }

  return {
    backend,
    run: (query) => guard(() => query(backend.db)),
    transact: (queries) =>
      guard(async () => {
        // When the connection is lost, the rollback fails too, and its error would hide the first one.
        let first: unknown;
        try {
          return await backend.db
            .transaction()
            .setIsolationLevel('read committed')
            .execute(async (transaction) => {
              try {
                await backend.begin(transaction);
                return await queries(transaction);
              } catch (error) {
                first = error;
                throw error;
              }
            });
        } catch (error) {
          throw first ?? error;
        }
      }),
    close() {
      closing ??= Promise.allSettled(running).then(() => backend.close());
      return closing;
    },
  };
}
