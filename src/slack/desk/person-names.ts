import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import { upTo } from '../up-to.ts';
import { DESK_WORDS } from './words.ts';

/** What people are called in Slack. Never rejects: where Slack does not say, a word for somebody. */
export type NameOf = (user: string) => Promise<string>;

const KEPT_MS = 10 * 60 * 1000;
const MOST_NAMES = 5000;

const userSchema = z.object({
  user: z.object({
    real_name: z.string().optional(),
    name: z.string().optional(),
    profile: z.object({ real_name: z.string().optional(), display_name: z.string().optional() }).default({}),
  }),
});

/** Reads names from Slack, and keeps them for some minutes. A name is plain text: a mention would ring. */
export function createNameOf(client: Pick<WebClient, 'users'>, log: Log): NameOf {
  const names = new LRUCache<string, string>({ ...upTo(MOST_NAMES), ttl: KEPT_MS });
  return async (user) => {
    const known = names.get(user);
    if (known !== undefined) return known;
    try {
      const { real_name, name, profile } = userSchema.parse(await client.users.info({ user })).user;
      const found = [real_name, profile.real_name, profile.display_name, name].find(Boolean) ?? user;
      names.set(user, found);
      return found;
    } catch (err) {
      log.warn({ err, user }, 'could not read a name');
      return DESK_WORDS.somebody;
    }
  };
}
