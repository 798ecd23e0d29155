import { z } from 'zod';

/** A channel's digest as its members set it up. One a channel. */
export const subscriptionSchema = z.strictObject({
  /** Slack id of the channel or direct message. */
  channel: z.string().min(1),
  /** What it covers; empty: every topic of every dossier. */
  topics: z.array(z.strictObject({ dossier: z.string(), topic: z.string() })).readonly(),
  /** Local time of day, `HH:MM`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** ISO weekdays: 1 is Monday, 7 is Sunday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).readonly(),
  /** IANA time zone. */
  zone: z.string().refine(isZone, 'is not an IANA time zone'),
  /** A day without news: say how the record stands, or send nothing. */
  quietDay: z.enum(['say', 'silent']),
  state: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('active') }),
    z.strictObject({ kind: z.literal('paused'), why: z.string() }),
  ]),
  /** Slack id of who set it up, and the ISO instant. */
  setUpBy: z.string().min(1),
  setUpAt: z.string().refine(isInstant, 'is not an ISO instant'),
});

export type Subscription = Readonly<z.infer<typeof subscriptionSchema>>;

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
