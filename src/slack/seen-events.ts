import { LRUCache } from 'lru-cache';

/** Remembers what has been handled, for at least the ten minutes over which Slack may deliver it again. */
export interface SeenEvents {
  /** Claims a key. True for the first caller, false for every later one. */
  claim(key: string): Promise<boolean>;
}

const REMEMBERED_MS = 15 * 60 * 1000;
const MOST_KEYS = 100_000;

/** Seen events in this process's memory, the oldest forgotten first. */
export function createSeenEvents(): SeenEvents {
  const keys = new LRUCache<string, true>({ max: MOST_KEYS, ttl: REMEMBERED_MS });
  return {
    async claim(key) {
      if (keys.has(key)) return false;
      keys.set(key, true);
      return true;
    },
  };
}
