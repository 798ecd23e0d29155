import { z } from 'zod';

const pressSchema = z.object({
  actions: z.array(z.object({ action_id: z.string(), value: z.string().optional() })).min(1),
  user: z.object({ id: z.string(), username: z.string().optional(), name: z.string().optional() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ channel_id: z.string().optional(), message_ts: z.string().optional() }).default({}),
  response_url: z.string().optional(),
});

/** A press of a button, whatever button it is. */
export interface Press {
  readonly value: string | undefined;
  readonly user: { readonly id: string; readonly name: string };
  readonly channel: string | undefined;
  readonly messageTs: string | undefined;
  readonly responseUrl: string | undefined;
}

/** Reads the body of a button press. Throws when it is not one. */
export function readPress(body: unknown): Press & { readonly actionId: string } {
  const { actions, user, channel, container, response_url } = pressSchema.parse(body);
  const [action] = actions as [(typeof actions)[number]];
  return {
    actionId: action.action_id,
    value: action.value,
    user: { id: user.id, name: user.name ?? user.username ?? user.id },
    channel: channel?.id ?? container.channel_id,
    messageTs: container.message_ts,
    responseUrl: response_url,
  };
}
