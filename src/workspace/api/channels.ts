import type { Channel } from '../state/entities.ts';
import type { State } from '../state/state.ts';
import type { Arguments } from './arguments.ts';
import { textOf } from './arguments.ts';
import { type Result, refused } from './method.ts';

/** A channel that the app may see, or Slack's refusal. */
export type Seen = { readonly channel: Channel } | { readonly refusal: Result };

/** The channel of a call, as far as the app can see it: a private one only as a member. */
export const visibleChannel = (state: State, args: Arguments): Seen => {
  const reference = textOf(args, 'channel');
  const channel = reference ? state.room.find(reference) : undefined;
  const hidden = channel?.kind === 'private' && !channel.members.has(state.app.botUserId);
  return channel && !hidden ? { channel } : { refusal: refused('channel_not_found') };
};

/** The channel of a call that writes: seen, not archived, and the app in it. */
export const writableChannel = (state: State, args: Arguments, scopes: ReadonlySet<string>): Seen => {
  const seen = visibleChannel(state, args);
  if ('refusal' in seen) return seen;
  const { channel } = seen;
  if (channel.archived) return { refusal: refused('is_archived') };
  const open = channel.kind === 'public' && scopes.has('chat:write.public');
  if (!channel.members.has(state.app.botUserId) && !open) return { refusal: refused('not_in_channel') };
  return seen;
};
