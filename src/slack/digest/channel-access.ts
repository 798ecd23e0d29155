import type { WebClient } from '@slack/web-api';
import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../../log.ts';

/** Whether a person may change what Dateline posts in a channel. */
export type Access =
  | { readonly kind: 'member' }
  | { readonly kind: 'not-member' }
  /** Dateline is not in the channel. */
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'archived' }
  /** A conversation that Dateline cannot be in: a direct message between others. */
  | { readonly kind: 'no-channel' }
  /** Slack did not say. */
  | { readonly kind: 'unread' };

const infoSchema = z.object({
  channel: z.object({
    is_archived: z.boolean().default(false),
    is_im: z.boolean().default(false),
    is_member: z.boolean().default(false),
  }),
});
const membersSchema = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const PAGE = 1000;
const MOST_PAGES = 100;

/** Asks Slack whether Dateline is in a channel, and whether a person is. */
export async function readAccess(client: WebClient, channel: string, user: string, log: Log): Promise<Access> {
  try {
    const { is_archived, is_im, is_member } = infoSchema.parse(await client.conversations.info({ channel })).channel;
    if (is_archived) return { kind: 'archived' };
    // Slack shows the app no direct message but those with itself.
    if (is_im) return { kind: 'member' };
    if (!is_member) return { kind: 'not-invited' };
    return { kind: await readMembership(client, channel, user) };
  } catch (err) {
    if (isNotFound(err)) return { kind: channel.startsWith('D') ? 'no-channel' : 'not-invited' };
    log.warn({ err }, 'could not read who is in the channel');
    return { kind: 'unread' };
  }
}

/** A person's own time zone, as their Slack has it; UTC where Slack does not say. */
export async function readTimeZone(client: WebClient, user: string, log: Log): Promise<string> {
  try {
    const { user: found } = await client.users.info({ user });
    return found?.tz ?? 'UTC';
  } catch (err) {
    log.warn({ err }, 'could not read a time zone');
    return 'UTC';
  }
}

/** Among more members than can be read in time nobody is told that they are none. */
async function readMembership(
  client: WebClient,
  channel: string,
  user: string,
): Promise<'member' | 'not-member' | 'unread'> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await client.conversations.members({ channel, limit: PAGE, ...(cursor ? { cursor } : {}) });
    const { members, response_metadata } = membersSchema.parse(read);
    if (members.includes(user)) return 'member';
    cursor = response_metadata?.next_cursor;
    if (!cursor) return 'not-member';
  }
  return 'unread';
}

function isNotFound(error: unknown): boolean {
  const { code, data } = error as { code?: unknown; data?: { error?: unknown } };
  return code === ErrorCode.PlatformError && data?.error === 'channel_not_found';
}
