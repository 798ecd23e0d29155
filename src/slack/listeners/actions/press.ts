import { z } from 'zod';

const pressSchemaOfSlack = z.object({
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
  user: z.object({ id: z.string(), username: z.string().optional(), name: z.string().optional() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ channel_id: z.string().optional(), message_ts: z.string().optional() }).default({}),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  view: z
    .object({
      id: z.string(),
      callback_id: z.string().default(''),
      private_metadata: z.string().default(''),
      state: z.object({ values: z.unknown() }).nullish(),
    })
    .optional(),
});

/** A press of a button or a choice from a menu, whatever it is. */
export const pressSchema = z.object({
  /** The button's value, or that of the option chosen. */
  value: z.string().optional(),
  user: z.object({ id: z.string(), name: z.string() }),
  channel: z.string().optional(),
  messageTs: z.string().optional(),
  responseUrl: z.string().optional(),
  /** Good for three seconds, once. */
  triggerId: z.string().optional(),
  /** The modal or Home tab that it was pressed in, with what was entered there by then. */
  view: z.object({ id: z.string(), callbackId: z.string(), metadata: z.string(), values: z.unknown() }).optional(),
});

export type Press = Readonly<z.infer<typeof pressSchema>>;

/** Reads the body of a button press. Throws when it is not one. */
export function readPress(body: unknown): { readonly actionId: string; readonly press: Press } {
  const { actions, user, channel, container, response_url, trigger_id, view } = pressSchemaOfSlack.parse(body);
  const [action] = actions as [(typeof actions)[number]];
  const press = {
    value: action.value ?? action.selected_option?.value,
    user: { id: user.id, name: user.name ?? user.username ?? user.id },
    channel: channel?.id ?? container.channel_id,
    messageTs: container.message_ts,
    responseUrl: response_url,
    triggerId: trigger_id,
    view: view && {
      id: view.id,
      callbackId: view.callback_id,
      metadata: view.private_metadata,
      values: view.state?.values ?? {},
    },
  };
  // Leaves out what is not there: presses are kept as JSON.
  return { actionId: action.action_id, press: pressSchema.parse(JSON.parse(JSON.stringify(press))) };
}
