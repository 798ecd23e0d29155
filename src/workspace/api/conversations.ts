import { limits } from '../limits.ts';
import type { Channel } from '../state/entities.ts';
import type { State } from '../state/state.ts';
import { type Arguments, flagOf, textOf } from './arguments.ts';
import { visibleChannel } from './channels.ts';
import { shown } from './chat.ts';
import { type Call, done, type Method, type Result, refused, scopedByChannel } from './method.ts';

/** A channel as the API returns it. */
export const channelInfo = (state: State, channel: Channel): Record<string, unknown> => ({
  id: channel.id,
  created: 1_700_000_000,
  is_archived: channel.archived,
  is_im: channel.kind === 'im',
  is_mpim: false,
  is_org_shared: false,
  context_team_id: state.app.teamId,
  ...(channel.kind === 'im'
    ? { user: channel.name, is_open: true }
    : {
        name: channel.name,
        name_normalized: channel.name,
        is_channel: channel.kind === 'public',
        is_group: channel.kind === 'private',
        is_private: channel.kind === 'private',
        is_general: channel.name === 'newsroom',
        is_member: channel.members.has(state.app.botUserId),
        topic: { value: '', creator: '', last_set: 0 },
        purpose: { value: channel.purpose, creator: '', last_set: 0 },
        num_members: channel.members.size,
      }),
});

/** One page of a list, by Slack's cursor. */
export const paged = <Item>(items: readonly Item[], args: Arguments, usual: number) => {
  const limit = Math.min(Math.max(Number(args.limit ?? usual) || usual, 1), limits.listPage.max);
  const start = Number(Buffer.from(textOf(args, 'cursor') ?? '', 'base64').toString() || 0) || 0;
  const more = start + limit < items.length;
  return {
    items: items.slice(start, start + limit),
    more,
    cursor: more ? Buffer.from(String(start + limit)).toString('base64') : '',
  };
};

const within = (ts: string, args: Arguments) => {
  const inclusive = flagOf(args, 'inclusive');
  const oldest = textOf(args, 'oldest');
  const latest = textOf(args, 'latest');
  if (inclusive && (ts === oldest || ts === latest)) return true;
  return (oldest === undefined || Number(ts) > Number(oldest)) && (latest === undefined || Number(ts) < Number(latest));
};

const info = ({ state, args }: Call): Result => {
  const seen = visibleChannel(state, args);
  if ('refusal' in seen) return seen.refusal;
  return done({ channel: channelInfo(state, seen.channel) });
};

const kinds = { public_channel: 'public', private_channel: 'private', im: 'im' } as const;

const list = ({ state, args }: Call): Result => {
  const types = (textOf(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
  const wanted = types.flatMap((type) => kinds[type as keyof typeof kinds] ?? []);
  const all = [...state.room.channels.values()].filter(
    (channel) =>
      wanted.includes(channel.kind) &&
      (channel.kind === 'public' || channel.members.has(state.app.botUserId)) &&
      !(flagOf(args, 'exclude_archived') && channel.archived),
  );
  const page = paged(all, args, 100);
  return done({
    channels: page.items.map((channel) => channelInfo(state, channel)),
    response_metadata: { next_cursor: page.cursor },
  });
};

const members = ({ state, args }: Call): Result => {
  const seen = visibleChannel(state, args);
  if ('refusal' in seen) return seen.refusal;
  const page = paged([...seen.channel.members], args, 100);
  return done({ members: page.items, response_metadata: { next_cursor: page.cursor } });
};

/** The messages that the app may read in a channel, oldest first. */
const readable = (state: State, args: Arguments) => {
  const seen = visibleChannel(state, args);
  if ('refusal' in seen) return seen;
  if (!seen.channel.members.has(state.app.botUserId)) return { refusal: refused('not_in_channel') };
  return { posts: state.room.posts(seen.channel.id).filter((post) => !post.onlyFor) };
};

const history = ({ state, args }: Call): Result => {
  const read = readable(state, args);
  if ('refusal' in read) return read.refusal;
  const top = read.posts
    .map((post) => post.message)
    .filter(
      (message) => !message.thread_ts || message.thread_ts === message.ts || message.subtype === 'thread_broadcast',
    )
    .filter((message) => within(message.ts, args))
    .reverse();
  const page = paged(top, args, 100);
  const metadata = flagOf(args, 'include_all_metadata');
  return done({
    messages: page.items.map((message) => shown(state, message, metadata)),
    has_more: page.more,
    response_metadata: { next_cursor: page.cursor },
  });
};

const replies = ({ state, args }: Call): Result => {
  const read = readable(state, args);
  if ('refusal' in read) return read.refusal;
  const ts = textOf(args, 'ts');
  const named = read.posts.find((post) => post.message.ts === ts)?.message;
  if (!named) return refused('thread_not_found');
  const root = named.thread_ts ?? named.ts;
  const thread = read.posts
    .map((post) => post.message)
    .filter((message) => message.ts === root || message.thread_ts === root)
    .filter((message) => message.ts === root || within(message.ts, args));
  const page = paged(thread, args, 1000);
  const metadata = flagOf(args, 'include_all_metadata');
  return done({
    messages: page.items.map((message) => shown(state, message, metadata)),
    has_more: page.more,
    response_metadata: { next_cursor: page.cursor },
  });
};

const open = ({ state, args }: Call): Result => {
  const users = (textOf(args, 'users') ?? '').split(',').filter(Boolean);
  const channel = textOf(args, 'channel');
  const reference = channel ?? users[0];
  if (!reference || users.length > 1)
    return refused(users.length > 1 ? 'method_not_supported_for_channel_type' : 'users_list_not_supplied');
  const direct = state.room.find(reference);
  if (direct?.kind !== 'im') return refused(channel ? 'channel_not_found' : 'user_not_found');
  return done({ channel: flagOf(args, 'return_im') ? channelInfo(state, direct) : { id: direct.id } });
};

const listScopes = ({ args }: Call) =>
  (textOf(args, 'types') ?? 'public_channel').split(',').map((type) => {
    if (type.trim() === 'im') return 'im:read';
    return type.trim() === 'private_channel' ? 'groups:read' : 'channels:read';
  });

/** `conversations.*` */
export const conversations = {
  'conversations.info': { scopes: scopedByChannel('read'), run: info },
  'conversations.list': { scopes: listScopes, run: list },
  'conversations.members': { scopes: scopedByChannel('read'), run: members },
  'conversations.history': { scopes: scopedByChannel('history'), run: history },
  'conversations.replies': { scopes: scopedByChannel('history'), run: replies },
  'conversations.open': { scopes: () => ['im:write'], run: open },
} as const satisfies Record<string, Method>;
