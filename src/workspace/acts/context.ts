import type { Deliver } from '../events/deliver.ts';
import type { WorkspaceOptions } from '../options.ts';
import type { Channel, User } from '../state/entities.ts';
import { slackbot } from '../state/seed.ts';
import type { State } from '../state/state.ts';

/** What people act with. */
export interface ActContext {
  readonly state: State;
  readonly deliver: Deliver;
  readonly options: Pick<WorkspaceOptions, 'commands' | 'shortcuts' | 'appName' | 'events'>;
  /** The workspace's own address, without a slash at the end. */
  readonly url: () => string;
}

/** A person of the workspace by handle or id. Throws for anyone else. */
export const personOf = (state: State, reference: string): User => {
  const user = [...state.room.users.values()].find(
    (one) => !one.isBot && (one.id === reference || one.name === reference),
  );
  if (!user) throw new Error(`no person ${reference} in the workspace`);
  return user;
};

/** A channel by id or name; `dm` is the person's direct message with the app. Throws when the person cannot see it. */
export const channelOf = (state: State, user: User, reference: string): Channel => {
  const channel = state.room.find(reference === 'dm' ? user.id : reference);
  if (!channel?.members.has(user.id)) throw new Error(`${user.name} sees no channel ${reference}`);
  return channel;
};

/** Slackbot's word to one person. */
export const whisper = (state: State, user: User, channel: Channel, text: string): void => {
  state.room.post(channel.id, { user: slackbot, team: state.app.teamId, text }, user.id);
};
