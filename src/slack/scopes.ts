/** A permission, and what would not work without it: events by name, Web API methods, `slash commands` or `shortcuts`. */
interface Scope {
  readonly neededBy: readonly string[];
  /**
   * The admin may decline it; Dateline then answers a thread that began before its last start without its context, and
   * gives up a message of which Slack did not say whether it took it.
   */
  readonly optional?: true;
}

/** Every permission that Dateline asks for. */
export const SCOPES = {
  'app_mentions:read': { neededBy: ['app_mention'] },
  'chat:write': { neededBy: ['chat.postMessage', 'chat.postEphemeral', 'chat.update'] },
  commands: { neededBy: ['slash commands', 'shortcuts'] },
  'im:history': { neededBy: ['message.im', 'conversations.replies', 'conversations.history'] },
  'im:write': { neededBy: ['conversations.open'] },
  'channels:read': {
    neededBy: ['conversations.info', 'conversations.members', 'channel_left', 'channel_archive', 'channel_deleted'],
  },
  'groups:read': {
    neededBy: ['conversations.info', 'conversations.members', 'group_left', 'group_archive', 'group_deleted'],
  },
  'im:read': { neededBy: ['conversations.info'] },
  'users:read': { neededBy: ['users.info'] },
  'usergroups:read': { neededBy: ['usergroups.users.list'] },
  'channels:history': { neededBy: ['conversations.replies', 'conversations.history'], optional: true },
  'groups:history': { neededBy: ['conversations.replies', 'conversations.history'], optional: true },
} as const satisfies Record<string, Scope>;

export type ScopeName = keyof typeof SCOPES;

/** The names of all scopes. */
export const SCOPE_NAMES = Object.keys(SCOPES) as readonly ScopeName[];

/** The events that Dateline subscribes to. */
export const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'message.im',
  'channel_left',
  'channel_archive',
  'channel_deleted',
  'group_left',
  'group_archive',
  'group_deleted',
] as const;
