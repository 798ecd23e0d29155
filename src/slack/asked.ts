import { z } from 'zod';
import type { Answer } from '../ask/answer.ts';
import type { Asker } from '../ask/asker.ts';
import { LIMITS } from './blocks/limits.ts';

const askedSchema = z.strictObject({
  ask: z.string(),
  thread: z.array(z.string()).optional(),
  within: z.strictObject({ dossier: z.string(), topic: z.string() }).optional(),
  form: z.enum(['timeline', 'sources', 'conflicts']).optional(),
});

/** What a person asked, with what is needed to ask it again. No words within a topic ask for its brief. */
export type Asked = z.infer<typeof askedSchema>;

/** The record's answer; `now` is an ISO instant. */
export function answerTo({ ask, thread, within, form }: Asked, asker: Asker, now: string): Answer {
  if (ask === '' && within) return asker.brief(within, now);
  return asker.ask({ ask, now, ...(thread && { thread }), ...(within && { within }), ...(form && { form }) });
}

/** A question as a button's value, the earliest of its thread left out where it would be too long. */
export function toButtonValue(asked: Asked): string | undefined {
  const value = JSON.stringify(asked);
  if (value.length <= LIMITS.buttonValue) return value;
  const [, ...later] = asked.thread ?? [];
  return asked.thread?.length ? toButtonValue({ ...asked, thread: later }) : undefined;
}

/** The question in a button's value; nothing when the value is not one that we wrote. */
export function fromButtonValue(value: unknown): Asked | undefined {
  if (typeof value !== 'string' || value.length > LIMITS.buttonValue) return undefined;
  try {
    return askedSchema.parse(JSON.parse(value));
  } catch {
    return undefined;
  }
}
