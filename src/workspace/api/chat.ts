import { limits } from '../limits.ts';
import type { Post, SlackMessage } from '../state/entities.ts';
import type { State } from '../state/state.ts';
import { flagOf, textOf } from './arguments.ts';
import { visibleChannel, writableChannel } from './channels.ts';
import { type Content, readContent } from './content.ts';
import { type Call, done, type Method, type Result, refused, scoped } from './method.ts';

/** The fields that every message of the app has. */
export const asApp = (state: State) => ({
  user: state.app.botUserId,
  bot_id: state.app.botId,
  app_id: state.app.appId,
  team: state.app.teamId,
});

/** A message as the API returns it: the bot's profile added, metadata only where asked for. */
export const shown = (state: State, message: SlackMessage, withMetadata = true): Record<string, unknown> => {
  const { metadata, ...rest } = structuredClone(message);
  return {
    ...rest,
    ...(metadata && withMetadata ? { metadata } : {}),
    ...(message.bot_id
      ? {
          bot_profile: {
            id: state.app.botId,
            app_id: state.app.appId,
            name: state.app.name,
            deleted: false,
            team_id: state.app.teamId,
          },
        }
      : {}),
  };
};

const threadOf = (state: State, channel: string, ts: string | undefined) => {
  if (ts === undefined) return {};
  const root = state.room.message(channel, ts)?.message;
  // A reply's ts names its thread too, as in Slack.
  return root && !(root.thread_ts && root.thread_ts !== ts) ? { thread_ts: ts } : { thread_ts: root?.thread_ts ?? ts };
};

const metadataOf = (content: Content) =>
  content.metadata && content.metadata !== 'removed' ? { metadata: content.metadata } : {};

const blocksOf = (content: Content) => (content.blocks ? { blocks: content.blocks } : {});

const postMessage = ({ state, args, scopes }: Call): Result => {
  const seen = writableChannel(state, args, scopes);
  if ('refusal' in seen) return seen.refusal;
  const read = readContent(state, args);
  if ('refusal' in read) return read.refusal;
  const threadTs = textOf(args, 'thread_ts');
  if (threadTs !== undefined && !state.room.message(seen.channel.id, threadTs)) return refused('thread_not_found');
  const { content } = read;
  const post = state.room.post(seen.channel.id, {
    ...asApp(state),
    ...(flagOf(args, 'reply_broadcast') && threadTs ? { subtype: 'thread_broadcast' } : {}),
    text: content.text,
    ...blocksOf(content),
    ...metadataOf(content),
    ...threadOf(state, seen.channel.id, threadTs),
  });
  return done({ channel: seen.channel.id, ts: post.message.ts, message: shown(state, post.message) });
};

const postEphemeral = ({ state, args, scopes }: Call): Result => {
  const seen = writableChannel(state, args, scopes);
  if ('refusal' in seen) return seen.refusal;
  const user = textOf(args, 'user');
  if (!user || !seen.channel.members.has(user)) return refused('user_not_in_channel');
  const read = readContent(state, args);
  if ('refusal' in read) return read.refusal;
  const post = state.room.post(
    seen.channel.id,
    {
      ...asApp(state),
      text: read.content.text,
      ...blocksOf(read.content),
      ...threadOf(state, seen.channel.id, textOf(args, 'thread_ts')),
    },
    user,
  );
  return done({ message_ts: post.message.ts });
};

/** An own, lasting message of the app, or Slack's refusal. */
const ownMessage = (state: State, args: Call['args'], error: string): { post: Post } | { refusal: Result } => {
  const seen = visibleChannel(state, args);
  if ('refusal' in seen) return seen;
  const post = state.room.message(seen.channel.id, textOf(args, 'ts') ?? '');
  if (!post || post.onlyFor) return { refusal: refused('message_not_found') };
  if (seen.channel.archived) return { refusal: refused('is_inactive') };
  if (post.message.bot_id !== state.app.botId) return { refusal: refused(error) };
  return { post };
};

const update = ({ state, args }: Call): Result => {
  const own = ownMessage(state, args, 'cant_update_message');
  if ('refusal' in own) return own.refusal;
  const read = readContent(state, args, { maxText: limits.updateText.max });
  if ('refusal' in read) return read.refusal;
  const { content } = read;
  state.room.edit(own.post, (message) => {
    message.text = content.text;
    if (content.blocks) message.blocks = content.blocks;
    // Text alone takes the blocks away; an empty list does so with blocks given.
    else if (args.blocks !== undefined || textOf(args, 'text')) delete message.blocks;
    if (content.metadata === 'removed') delete message.metadata;
    else if (content.metadata) message.metadata = content.metadata;
    message.edited = { user: state.app.botUserId, ts: state.clock.timestamp() };
  });
  const { message, channel } = own.post;
  return done({ channel, ts: message.ts, text: message.text, message: shown(state, message) });
};

const remove = ({ state, args }: Call): Result => {
  const own = ownMessage(state, args, 'cant_delete_message');
  if ('refusal' in own) return own.refusal;
  state.room.remove(own.post);
  return done({ channel: own.post.channel, ts: own.post.message.ts });
};

const getPermalink = ({ state, args }: Call): Result => {
  const seen = visibleChannel(state, args);
  if ('refusal' in seen) return seen.refusal;
  const ts = textOf(args, 'message_ts') ?? '';
  const post = state.room.message(seen.channel.id, ts);
  if (!post || post.onlyFor) return refused('message_not_found');
  const path = `https://${state.app.teamDomain}.slack.com/archives/${seen.channel.id}/p${ts.replace('.', '')}`;
  const thread = post.message.thread_ts;
  const inThread = thread && thread !== ts ? `?thread_ts=${thread}&cid=${seen.channel.id}` : '';
  return done({ channel: seen.channel.id, permalink: path + inThread });
};

/** `chat.*` */
export const chat = {
  'chat.postMessage': { scopes: scoped('chat:write'), run: postMessage },
  'chat.postEphemeral': { scopes: scoped('chat:write'), run: postEphemeral },
  'chat.update': { scopes: scoped('chat:write'), run: update },
  'chat.delete': { scopes: scoped('chat:write'), run: remove },
  'chat.getPermalink': { scopes: scoped(), run: getPermalink },
} as const satisfies Record<string, Method>;
