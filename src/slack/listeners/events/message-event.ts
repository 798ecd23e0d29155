import { z } from 'zod';

const envelopeSchema = z.object({
  authorizations: z.array(z.object({ user_id: z.string().nullish() })).optional(),
  event: z.object({
    type: z.string(),
    subtype: z.string().optional(),
    channel: z.string(),
    channel_type: z.string().optional(),
    user: z.string().optional(),
    bot_id: z.string().nullish(),
    text: z.string().default(''),
    ts: z.string(),
    thread_ts: z.string().optional(),
    edited: z.unknown().optional(),
  }),
});

/** A message that a person wrote, new and whole. */
export const personMessageSchema = z.object({
  channel: z.string(),
  user: z.string(),
  isDirect: z.boolean(),
  text: z.string(),
  ts: z.string(),
  /** The thread that it is in, when it is in one. */
  threadTs: z.string().optional(),
  botUserId: z.string().optional(),
});

export type PersonMessage = Readonly<z.infer<typeof personMessageSchema>>;

// A file sent with words, and a thread reply also sent to the channel, are messages like any other.
const PERSON_SUBTYPES = new Set([undefined, 'file_share', 'thread_broadcast']);

/** The message in an event; nothing for bots (ourselves too), edits, deletions, joins and other notes by Slack. */
export function personMessage(body: unknown): PersonMessage | undefined {
  const parsed = envelopeSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { event, authorizations } = parsed.data;
  if (!event.user || event.bot_id || event.edited || !PERSON_SUBTYPES.has(event.subtype)) return undefined;
  const botUserId = authorizations?.[0]?.user_id ?? undefined;
  if (event.user === botUserId || event.user === 'USLACKBOT') return undefined;
  return {
    channel: event.channel,
    user: event.user,
    isDirect: event.channel_type === 'im',
    text: event.text,
    ts: event.ts,
    threadTs: event.thread_ts,
    botUserId,
  };
}
