import { LRUCache } from 'lru-cache';
import { upTo } from './up-to.ts';

/** What was asked in a conversation, oldest first, and the Slack timestamp of the last question. */
export interface Remembered {
  readonly questions: readonly string[];
  readonly lastTs: string;
}

/** The earlier questions of conversations, by a key of the caller's. */
export interface ThreadMemory {
  recall(key: string): Remembered | undefined;
  /** Keeps the last ten questions of a conversation. */
  remember(key: string, remembered: Remembered): void;
}

const MOST_THREADS = 10_000;
const MOST_QUESTIONS = 10;

/** A thread memory in this process, the least recently used conversation forgotten first. */
export function createThreadMemory(): ThreadMemory {
  const threads = new LRUCache<string, Remembered>(upTo(MOST_THREADS));
  return {
    recall: (key) => threads.get(key),
    remember: (key, { questions, lastTs }) =>
      void threads.set(key, { questions: questions.slice(-MOST_QUESTIONS), lastTs }),
  };
}
