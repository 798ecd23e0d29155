import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { Message } from './blocks/message.ts';
import { notice } from './blocks/notice.ts';
import { WORDS } from './words.ts';

/** One thing to do for a person, and how to tell them when it fails. */
export interface Job {
  /** For the log: "/pows", "app_mention". Never what the person wrote. */
  readonly name: string;
  readonly tell: (message: Message) => Promise<unknown>;
}

/** Thrown by a task that cannot be finished now: it is neither done nor failed, and will be done again. */
export class Unfinished extends Error {}

export type WorkEnd = 'done' | 'failed' | 'unfinished';

/** Runs every listener: with an id of its own in the log, an honest word to the person on failure, and a count of what is open. */
export interface Work {
  /** Never rejects. Of a failure the person has been told. */
  run(job: Job, task: (log: Log) => Promise<void>): Promise<WorkEnd>;
  /** Counts something else as under way. */
  track(going: Promise<unknown>): void;
  /** Resolves when nothing is under way, or after `limitMs`; true if all was done. */
  settled(limitMs: number): Promise<boolean>;
}

/** Work that logs to `log`. */
export function createWork(log: Log, newId: () => string = () => randomUUID().slice(0, 8)): Work {
  const open = new Set<Promise<unknown>>();

  function track(going: Promise<unknown>): void {
    const ended: Promise<unknown> = going.then(
      () => open.delete(ended),
      () => open.delete(ended),
    );
    open.add(ended);
  }

  async function attempt(job: Job, task: (log: Log) => Promise<void>): Promise<WorkEnd> {
    const id = newId();
    const requestLog = log.child({ id, job: job.name });
    const start = performance.now();
    try {
      await task(requestLog);
      requestLog.info({ ms: Math.round(performance.now() - start) }, 'done');
      return 'done';
    } catch (error) {
      if (error instanceof Unfinished) {
        requestLog.warn({ why: error.message }, 'unfinished; trying again later');
        return 'unfinished';
      }
      requestLog.error({ err: error }, 'failed');
      await job
        .tell(notice(WORDS.failed(id)))
        .catch((err) => requestLog.error({ err }, 'could not tell of the failure'));
      return 'failed';
    }
  }

  // What is under way may begin something else.
  async function everythingDone(): Promise<void> {
    while (open.size > 0) await Promise.all(open);
  }

  return {
    run(job, task) {
      const attempted = attempt(job, task);
      track(attempted);
      return attempted;
    },
    track,
    async settled(limitMs) {
      const allDone = everythingDone().then(() => true);
      const timeout = new AbortController();
      const tooLate = sleep(limitMs, false, { signal: timeout.signal }).catch(() => false);
      return Promise.race([allDone, tooLate]).finally(() => timeout.abort());
    },
  };
}
