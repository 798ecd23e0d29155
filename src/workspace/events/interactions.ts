import { shown } from '../api/chat.ts';
import type { Fields } from '../blocks/walk-blocks.ts';
import type { Post, User } from '../state/entities.ts';
import type { State } from '../state/state.ts';
import type { SlackView } from '../state/views.ts';
import type { AppRequest } from './app-request.ts';

/** Where an element that a person acts on stands. */
export type Surface = { readonly post: Post } | { readonly view: SlackView };

const common = (state: State, user: User) => ({
  user: { id: user.id, username: user.name, name: user.name, team_id: state.app.teamId },
  api_app_id: state.app.appId,
  token: 'local-verification-token',
  team: { id: state.app.teamId, domain: state.app.teamDomain },
  enterprise: null,
  is_enterprise_install: false,
});

const channelField = (state: State, id: string) => {
  const channel = state.room.channels.get(id);
  return { id, name: channel?.kind === 'im' ? 'directmessage' : (channel?.name ?? '') };
};

const interaction = (type: string, payload: Record<string, unknown>, channel?: string): AppRequest => ({
  kind: 'interaction',
  type,
  ...(channel === undefined ? {} : { channel }),
  payload: { type, ...payload },
});

/** Where a response_url for a post leads. */
const targetOf = (user: User, post: Post) => ({
  user: user.id,
  channel: post.channel,
  source: { ts: post.message.ts, ...(post.message.thread_ts ? { threadTs: post.message.thread_ts } : {}) },
});

const surfaceFields = (state: State, surface: Surface): Record<string, unknown> => {
  if ('view' in surface) return { container: { type: 'view', view_id: surface.view.id }, view: surface.view };
  const { post } = surface;
  const thread = post.message.thread_ts;
  return {
    container: {
      type: 'message',
      message_ts: post.message.ts,
      channel_id: post.channel,
      is_ephemeral: post.onlyFor !== undefined,
      ...(thread ? { thread_ts: thread } : {}),
    },
    channel: channelField(state, post.channel),
    // As in Slack, an ephemeral message is not repeated to the app.
    ...(post.onlyFor ? {} : { message: shown(state, post.message) }),
  };
};

/** A click or a choice. `url` is the workspace's own, to build the response_url. */
export const blockActions = (
  state: State,
  url: string,
  user: User,
  surface: Surface,
  actions: readonly Fields[],
  values: Fields,
): AppRequest => {
  const channel = 'post' in surface ? surface.post.channel : undefined;
  const trigger = state.triggers.issue({
    user: user.id,
    ...(channel ? { channel } : {}),
    ...('view' in surface ? { view: surface.view.id } : {}),
  });
  return interaction(
    'block_actions',
    {
      ...common(state, user),
      ...surfaceFields(state, surface),
      trigger_id: trigger,
      ...('post' in surface
        ? { state: { values }, response_url: url + state.responseUrls.issue(targetOf(user, surface.post)) }
        : {}),
      actions,
    },
    channel,
  );
};

/** What a person typed into an external select. */
export const blockSuggestion = (
  state: State,
  user: User,
  surface: Surface,
  ids: { readonly action_id: string; readonly block_id: string },
  value: string,
): AppRequest => ({
  kind: 'suggestion',
  type: 'block_suggestion',
  payload: { type: 'block_suggestion', ...common(state, user), ...surfaceFields(state, surface), ...ids, value },
});

/** A shortcut on a message. */
export const messageAction = (state: State, url: string, user: User, callbackId: string, post: Post): AppRequest =>
  interaction(
    'message_action',
    {
      ...common(state, user),
      action_ts: state.clock.timestamp(),
      callback_id: callbackId,
      trigger_id: state.triggers.issue({ user: user.id, channel: post.channel }),
      response_url: url + state.responseUrls.issue({ user: user.id, channel: post.channel }),
      channel: channelField(state, post.channel),
      message_ts: post.message.ts,
      message: shown(state, post.message),
    },
    post.channel,
  );

/** A shortcut from anywhere. */
export const globalShortcut = (state: State, user: User, callbackId: string): AppRequest =>
  interaction('shortcut', {
    ...common(state, user),
    action_ts: state.clock.timestamp(),
    callback_id: callbackId,
    trigger_id: state.triggers.issue({ user: user.id }),
  });

/** A modal sent off. `view` carries its state. */
export const viewSubmission = (state: State, user: User, view: SlackView): AppRequest =>
  interaction('view_submission', {
    ...common(state, user),
    trigger_id: state.triggers.issue({ user: user.id, view: view.id }),
    view,
    response_urls: [],
  });

/** A modal closed, where the app asked to be told. */
export const viewClosed = (state: State, user: User, view: SlackView, cleared: boolean): AppRequest =>
  interaction('view_closed', { ...common(state, user), view, is_cleared: cleared });

/** A slash command. */
export const slashCommand = (
  state: State,
  url: string,
  user: User,
  channelId: string,
  command: string,
  text: string,
): AppRequest => {
  const channel = state.room.channels.get(channelId);
  const names = { public: channel?.name ?? '', private: 'privategroup', im: 'directmessage' };
  return {
    kind: 'command',
    type: command,
    channel: channelId,
    payload: {
      token: 'local-verification-token',
      team_id: state.app.teamId,
      team_domain: state.app.teamDomain,
      channel_id: channelId,
      channel_name: names[channel?.kind ?? 'public'],
      user_id: user.id,
      user_name: user.name,
      command,
      text,
      api_app_id: state.app.appId,
      is_enterprise_install: 'false',
      response_url: url + state.responseUrls.issue({ user: user.id, channel: channelId }),
      trigger_id: state.triggers.issue({ user: user.id, channel: channelId }),
    },
  };
};
