import type { ActContext } from '../acts/context.ts';
import { personOf } from '../acts/context.ts';
import type { Command, Shortcut, WorkspaceOptions } from '../options.ts';
import type { Channel, SlackMessage, User } from '../state/entities.ts';
import type { SlackView } from '../state/views.ts';
import { ownCommands } from '../words.ts';

/** A message as the page shows it. */
export interface PageMessage extends SlackMessage {
  readonly ephemeral: boolean;
}

/** A channel as the page shows it. */
export interface PageChannel extends Omit<Channel, 'members'> {
  readonly appIsHere: boolean;
  readonly messages: readonly PageMessage[];
}

/** All that one person sees of the workspace. */
export interface Snapshot {
  readonly team: string;
  readonly app: { readonly name: string; readonly userId: string };
  readonly me: User;
  readonly people: readonly User[];
  readonly channels: readonly PageChannel[];
  readonly modals: readonly SlackView[];
  readonly home: SlackView | null;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  readonly examples: readonly string[];
}

/** What a person sees now. Throws for someone who is not there. */
export const snapshotFor = (
  { state }: ActContext,
  options: Pick<WorkspaceOptions, 'commands' | 'shortcuts' | 'examples'>,
  reference: string,
): Snapshot => {
  const me = personOf(state, reference);
  const { app, room, views } = state;
  const channels = [...room.channels.values()].filter((channel) => channel.members.has(me.id));
  return {
    team: app.teamName,
    app: { name: app.name, userId: app.botUserId },
    me,
    people: [...room.users.values()],
    channels: channels.map(({ members, ...channel }) => ({
      ...channel,
      appIsHere: members.has(app.botUserId),
      messages: room
        .posts(channel.id)
        .filter((post) => post.onlyFor === undefined || post.onlyFor === me.id)
        .map((post) => ({ ...post.message, ephemeral: post.onlyFor !== undefined })),
    })),
    modals: views.stack(me.id),
    home: views.home(me.id) ?? null,
    commands: [...options.commands, ...ownCommands],
    shortcuts: options.shortcuts,
    examples: options.examples,
  };
};
