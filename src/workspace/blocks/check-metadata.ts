import { z } from 'zod';

const flat = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const payload = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), flat, z.array(flat)]));

/** Metadata of a message, as stored and returned. */
export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Record<string, unknown>;
}

/** What Slack says to `metadata`: an empty object removes it. */
export type MetadataVerdict =
  | { readonly ok: true; readonly metadata?: Metadata }
  | { readonly ok: false; readonly error: 'invalid_metadata_format' | 'invalid_metadata_schema' };

const envelope = z.strictObject({
  event_type: z.string().regex(/^[A-Za-z0-9_.-]{1,255}$/),
  event_payload: z.record(z.string(), z.unknown()),
});

/** Checks the metadata of a message: `event_type` and a payload of at most two levels. Never throws. */
export const checkMetadata = (input: unknown): MetadataVerdict => {
  if (typeof input === 'object' && input !== null && Object.keys(input).length === 0) return { ok: true };
  const parsed = envelope.safeParse(input);
  if (!parsed.success) return { ok: false, error: 'invalid_metadata_format' };
  if (!payload.safeParse(parsed.data.event_payload).success) return { ok: false, error: 'invalid_metadata_schema' };
  return { ok: true, metadata: parsed.data };
};
