import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { callRepeatedly, type Patience } from './call-repeatedly.ts';
import type { DeliveryMark } from './delivery-mark.ts';
import { isSignedOut } from './read-failure.ts';

const pageSchema = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
      }),
    )
    .default([]),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

/** What Slack's history says of a message. `closed`: it may not be read, now or later. */
export type Found =
  | { readonly kind: 'found'; readonly ts: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'closed'; readonly why: string };

/** Where to look: a channel or a thread in it, from a moment on (ms since 1970). */
export interface Haystack {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly since: number;
}

// Two clocks are compared: ours, or a store's, and Slack's. Looking further back costs nothing where it is quiet.
const LARGEST_SKEW_MS = 60 * 60 * 1000;
const PAGE = 100;
const MOST_PAGES = 10;

/** Looks for the message that carries a mark. */
export async function findPosted(
  client: WebClient,
  { channel, thread, since }: Haystack,
  mark: DeliveryMark,
  patience: Patience,
): Promise<Found> {
  const oldest = ((since - LARGEST_SKEW_MS) / 1000).toFixed(6);
  const range = { channel, oldest, inclusive: true, limit: PAGE, include_all_metadata: true };
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const here = { ...range, ...(cursor ? { cursor } : {}) };
    const read = await callRepeatedly<unknown>(
      () =>
        thread === undefined
          ? client.conversations.history(here)
          : client.conversations.replies({ ...here, ts: thread }),
      patience,
    );
    if (read.kind === 'doubt' || read.kind === 'unreachable') return { kind: 'unreadable', why: read.why };
    if (read.kind === 'refused' && isSignedOut(read.why)) return { kind: 'unreadable', why: read.why };
    if (read.kind !== 'done') return { kind: 'closed', why: read.why };
    const { messages, response_metadata } = pageSchema.parse(read.value);
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === mark.event_type && metadata.event_payload.key === mark.event_payload.key,
    );
    if (found) return { kind: 'found', ts: found.ts };
    cursor = response_metadata?.next_cursor;
    if (!cursor) return { kind: 'absent' };
  }
  return { kind: 'closed', why: `not among the last ${PAGE * MOST_PAGES} messages` };
}
