import { z } from 'zod';
import type { Seen } from '../../desk/decide-review.ts';

const seenSchema = z.strictObject({ proposal: z.string(), version: z.number() });

/** A proposal as it was shown, as the value of a button or the metadata of a modal. */
export function seenValue({ proposal, version }: Seen): string {
  return JSON.stringify({ proposal, version });
}

/** The proposal in such a value; undefined when the value is not one that we wrote. */
export function readSeen(value: unknown): Seen | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return seenSchema.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}
