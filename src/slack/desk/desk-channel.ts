import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../../log.ts';

/** Whether Dateline can post in the desk's channel. */
export type ChannelState = 'open' | 'not-invited' | 'archived' | 'unread';

const infoSchema = z.object({
  channel: z.object({ is_archived: z.boolean().default(false), is_member: z.boolean().default(false) }),
});
const PATIENCE_MS = 1500;

/** Asks Slack whether the desk's channel can be posted in. Never rejects; `unread` where Slack does not say in time. */
export async function readDeskChannel(client: WebClient, channel: string, log: Log): Promise<ChannelState> {
  const patience = new AbortController();
  const tooLate = sleep<ChannelState>(PATIENCE_MS, 'unread', { signal: patience.signal, ref: false }).catch(
    () => 'unread' as const,
  );
  return Promise.race([readState(client, channel, log), tooLate]).finally(() => patience.abort());
}

async function readState(client: WebClient, channel: string, log: Log): Promise<ChannelState> {
  try {
    const { is_archived, is_member } = infoSchema.parse(await client.conversations.info({ channel })).channel;
    if (is_archived) return 'archived';
    return is_member ? 'open' : 'not-invited';
  } catch (err) {
    // A private channel that the bot is not in does not exist for it.
    if ((err as { data?: { error?: unknown } }).data?.error === 'channel_not_found') return 'not-invited';
    log.warn({ err }, 'could not read the channel of the desk');
    return 'unread';
  }
}
