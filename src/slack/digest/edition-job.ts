import { z } from 'zod';
import type { IsoDate } from '../../record/dossier.ts';
import type { Settled } from '../../store/store.ts';

/** What an edition is made from, fixed when its first attempt begins, so that every attempt makes the same. */
export const editionDetailSchema = z.object({
  channel: z.string(),
  /** The ledger's place that its readers know up to; absent: they have had no edition yet. */
  since: z.number().int().nonnegative().exactOptional(),
  /** The place that it tells up to. */
  until: z.number().int().nonnegative(),
  /** The channel's local day. */
  today: z.string(),
  topics: z.array(z.strictObject({ dossier: z.string(), topic: z.string() })).readonly(),
  quietDay: z.enum(['say', 'silent']),
  /** When it was due, or asked for: an ISO instant. */
  dueAt: z.string(),
  /** Who asked for it, where someone did. */
  askedBy: z.string().exactOptional(),
  /** The instant before which it cannot have been posted. */
  decidedAt: z.string(),
});

export type EditionDetail = Readonly<z.infer<typeof editionDetailSchema>>;

/** Keys of editions that are due by the clock, and of those that someone asked for. */
const DUE = 'edition';
const ASKED = 'edition-now';

/** The key of the edition of a channel's local day. */
export function dueKey(channel: string, date: IsoDate): string {
  return `${DUE}:${channel}:${date}`;
}

/** The key of an edition that someone asked for; `request` is unique. */
export function askedKey(channel: string, request: string): string {
  return `${ASKED}:${channel}:${request}`;
}

/** The run of a channel's editions. */
export function seriesOf(channel: string): string {
  return `digest:${channel}`;
}

/** The key of one message of an edition: 0 is the one in the channel, the others are in its thread. */
export function partKey(key: string, part: number): string {
  return `part:${part}:${key}`;
}

/** The run of the messages of a channel's editions: what belongs to a run is never forgotten. */
export function partSeriesOf(channel: string): string {
  return `digest-parts:${channel}`;
}

/** What a delivery's key says, when it is an edition's. */
export function readKey(
  key: string,
):
  | { readonly kind: 'due'; readonly channel: string; readonly date: IsoDate }
  | { readonly kind: 'asked'; readonly channel: string }
  | undefined {
  const [kind, channel, rest] = key.split(':');
  if (channel === undefined || rest === undefined) return undefined;
  if (kind === DUE) return { kind: 'due', channel, date: rest };
  return kind === ASKED ? { kind: 'asked', channel } : undefined;
}

/**
 * The ledger's place that a channel's readers know up to, from the editions that were posted there, in any order: one
 * that was not posted told nothing, and one that was begun earlier may settle later.
 */
export function knownUpTo(posted: readonly Settled[]): number | undefined {
  const places = detailsOf(posted).map(({ until }) => until);
  return places.length === 0 ? undefined : Math.max(...places);
}

/** What editions were made from, as far as it can be read. */
export function detailsOf(editions: readonly Settled[]): readonly EditionDetail[] {
  return editions.flatMap(({ detail }) => editionDetailSchema.safeParse(detail).data ?? []);
}
