import { z } from 'zod';

const pressSchemaOfSlack = z.object({
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
  user: z.object({ id: z.string(), username: z.string().optional(), name: z.string().optional() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ channel_id: z.string().optional(), message_ts: z.string().optional() }).default({}),
  response_url: z.string().optional(),
});

/** A press of a button, whatever button it is. */
export const pressSchema = z.object({
  value: z.string().optional(),
  user: z.object({ id: z.string(), name: z.string() }),
  channel: z.string().optional(),
  messageTs: z.string().optional(),
  responseUrl: z.string().optional(),
});

export type Press = Readonly<z.infer<typeof pressSchema>>;

/** Reads the body of a button press. Throws when it is not one. */
export function readPress(body: unknown): { readonly actionId: string; readonly press: Press } {
  const { actions, user, channel, container, response_url } = pressSchemaOfSlack.parse(body);
  const [action] = actions as [(typeof actions)[number]];
  const press = {
    value: action.value,
    user: { id: user.id, name: user.name ?? user.username ?? user.id },
    channel: channel?.id ?? container.channel_id,
    messageTs: container.message_ts,
    responseUrl: response_url,
  };
  // Leaves out what is not there: presses are kept as JSON.
  return { actionId: action.action_id, press: pressSchema.parse(JSON.parse(JSON.stringify(press))) };
}
