import { z } from 'zod';
import { limits } from '../limits.ts';

/** A plain_text object of at most `max` characters. */
export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: z.string().min(1).max(max), emoji: z.boolean().optional() });

/** A mrkdwn object of at most `max` characters. */
export const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(max), verbatim: z.boolean().optional() });

/** Either kind of text object. */
export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

/** A block_id, action_id, callback_id or external_id. */
export const identifier = z.string().min(1).max(limits.identifier.max);

/** A link that a client can follow. */
export const link = z
  .string()
  .min(1)
  .max(limits.url.max)
  .refine((value) => URL.canParse(value) && /^(https?|mailto|slack):/.test(value), { error: 'invalid url' });

/** An image_url: Slack fetches it, so it has to be http(s). */
export const imageLink = link.refine((value) => /^https?:/.test(value), { error: 'invalid url' });

/** The dialog shown before an element acts. */
export const confirmation = z.strictObject({
  title: plainText(limits.confirmTitle.max).optional(),
  text: anyText(limits.confirmText.max),
  confirm: plainText(limits.confirmButton.max).optional(),
  deny: plainText(limits.confirmButton.max).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
