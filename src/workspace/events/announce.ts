import { shown } from '../api/chat.ts';
import type { Change, Channel, Post, SlackMessage } from '../state/entities.ts';
import type { State } from '../state/state.ts';
import type { AppRequest } from './app-request.ts';

const channelTypes = { public: 'channel', private: 'group', im: 'im' } as const satisfies Record<
  Channel['kind'],
  string
>;
const messageEvents = {
  public: 'message.channels',
  private: 'message.groups',
  im: 'message.im',
} as const satisfies Record<Channel['kind'], string>;

/** The scopes without which Slack sends an event to no app. */
const eventScopes: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  member_joined_channel: 'channels:read',
  channel_left: 'channels:read',
  channel_archive: 'channels:read',
  channel_deleted: 'channels:read',
  group_left: 'groups:read',
  group_archive: 'groups:read',
  group_deleted: 'groups:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
};

/** The events that an app has both subscribed to and has the scope for. */
export const permitted = (events: readonly string[], scopes: readonly string[]): string[] =>
  events.filter((event) => {
    const scope = eventScopes[event];
    return scope === undefined || scopes.includes(scope);
  });

/** An event in the envelope of the Events API. */
export const eventRequest = (
  state: State,
  event: Record<string, unknown> & { type: string },
  channel?: string,
): AppRequest => {
  const { app, clock } = state;
  return {
    kind: 'event',
    type: event.type,
    ...(channel === undefined ? {} : { channel }),
    payload: {
      token: 'local-verification-token',
      team_id: app.teamId,
      context_team_id: app.teamId,
      context_enterprise_id: null,
      api_app_id: app.appId,
      event,
      type: 'event_callback',
      event_id: clock.id('Ev'),
      event_time: Math.floor(clock.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: app.teamId,
          user_id: app.botUserId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: clock.id('EC'),
    },
  };
};

const messageEvent = (state: State, channel: Channel, message: SlackMessage, extra: Record<string, unknown> = {}) => ({
  ...shown(state, message),
  type: 'message',
  channel: channel.id,
  channel_type: channelTypes[channel.kind],
  event_ts: message.ts,
  ...extra,
});

const posted = (state: State, channel: Channel, post: Post, subscribed: ReadonlySet<string>): AppRequest[] => {
  const { message } = post;
  const mentions = message.text.includes(`<@${state.app.botUserId}`) && message.user !== state.app.botUserId;
  const both = [
    ...(subscribed.has(messageEvents[channel.kind]) ? [messageEvent(state, channel, message)] : []),
    // A mention in a channel is told twice: as a message and as a mention, with one ts.
    ...(mentions && channel.kind !== 'im' && subscribed.has('app_mention')
      ? [{ ...messageEvent(state, channel, message), type: 'app_mention', channel_type: undefined }]
      : []),
  ];
  return both.map((event) => eventRequest(state, event, channel.id));
};

const hidden = (state: State, channel: Channel, subtype: string, extra: Record<string, unknown>) => {
  const ts = state.clock.timestamp();
  return eventRequest(
    state,
    {
      type: 'message',
      subtype,
      hidden: true,
      channel: channel.id,
      channel_type: channelTypes[channel.kind],
      ts,
      event_ts: ts,
      ...extra,
    },
    channel.id,
  );
};

/** What the app is told of a change: nothing of what it may not see or has not subscribed to. */
export const announcements = (state: State, change: Change, subscribed: ReadonlySet<string>): AppRequest[] => {
  if (change.kind === 'joined') {
    const channel = state.room.channels.get(change.channel);
    if (!channel || !subscribed.has('member_joined_channel')) return [];
    const event = {
      type: 'member_joined_channel',
      user: change.user,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: state.app.teamId,
      event_ts: state.clock.timestamp(),
    };
    return [eventRequest(state, event, channel.id)];
  }
  if (change.kind === 'left') {
    const channel = state.room.channels.get(change.channel);
    const type = channel?.kind === 'private' ? 'group_left' : 'channel_left';
    // Slack tells an app of its own leaving alone.
    if (!channel || change.user !== state.app.botUserId || !subscribed.has(type)) return [];
    return [eventRequest(state, { type, channel: channel.id, event_ts: state.clock.timestamp() }, channel.id)];
  }
  if (change.kind !== 'posted' && change.kind !== 'edited' && change.kind !== 'deleted') return [];
  const { post } = change;
  const channel = state.room.channels.get(post.channel);
  if (!channel?.members.has(state.app.botUserId) || post.onlyFor) return [];
  if (change.kind === 'posted') return posted(state, channel, post, subscribed);
  if (!subscribed.has(messageEvents[channel.kind])) return [];
  const message = shown(state, post.message);
  return change.kind === 'edited'
    ? [hidden(state, channel, 'message_changed', { message, previous_message: shown(state, change.before) })]
    : [hidden(state, channel, 'message_deleted', { deleted_ts: post.message.ts, previous_message: message })];
};
