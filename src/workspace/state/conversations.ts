import type { Clock } from './clock.ts';
import type { Change, Channel, Post, SlackMessage, User } from './entities.ts';

/** What a new message consists of; the rest is added when it is posted. */
export type Draft = Omit<SlackMessage, 'type' | 'ts'>;

/** Users, channels and messages, with everything that changes them. */
export interface Conversations {
  readonly users: ReadonlyMap<string, User>;
  readonly channels: ReadonlyMap<string, Channel>;
  /** A channel by id, by name with or without `#`, or a direct message by a person's id. */
  readonly find: (reference: string) => Channel | undefined;
  /** Everything posted in a channel, oldest first, ephemeral messages included. */
  readonly posts: (channel: string) => readonly Post[];
  readonly message: (channel: string, ts: string) => Post | undefined;
  readonly post: (channel: string, draft: Draft, onlyFor?: string) => Post;
  readonly edit: (post: Post, change: (message: SlackMessage) => void) => void;
  readonly react: (post: Post, name: string, user: string) => void;
  readonly remove: (post: Post) => void;
  readonly join: (channel: Channel, user: string) => void;
  readonly leave: (channel: Channel, user: string) => void;
  /** Tells of every change, in order; returns what stops it. */
  readonly watch: (listener: (change: Change) => void) => () => void;
  readonly announce: (change: Change) => void;
}

/** An empty room with the given people and channels. */
export const createConversations = (
  users: readonly User[],
  channels: readonly Channel[],
  clock: Clock,
): Conversations => {
  const listeners = new Set<(change: Change) => void>();
  const byId = new Map(channels.map((channel) => [channel.id, channel]));
  const posts = new Map<string, Post[]>(channels.map((channel) => [channel.id, []]));
  const announce = (change: Change) => {
    for (const listener of listeners) listener(change);
  };

  const message = (channel: string, ts: string) => posts.get(channel)?.find((post) => post.message.ts === ts);

  const recount = (channel: string, threadTs: string) => {
    const root = message(channel, threadTs);
    if (!root) return;
    const replies = (posts.get(channel) ?? []).filter(
      (post) => !post.onlyFor && post.message.thread_ts === threadTs && post.message.ts !== threadTs,
    );
    const repliers = [...new Set(replies.flatMap((post) => post.message.user ?? []))];
    const latest = replies.at(-1)?.message.ts;
    root.message.thread_ts = threadTs;
    root.message.reply_count = replies.length;
    root.message.reply_users = repliers;
    root.message.reply_users_count = repliers.length;
    if (latest) root.message.latest_reply = latest;
  };

  return {
    users: new Map(users.map((user) => [user.id, user])),
    channels: byId,
    find: (reference) => {
      const name = reference.replace(/^#/, '');
      return (
        byId.get(reference) ??
        channels.find((channel) => channel.name === name && (channel.kind !== 'im' || reference.startsWith('U')))
      );
    },
    posts: (channel) => posts.get(channel) ?? [],
    message,
    post: (channel, draft, onlyFor) => {
      const post: Post = {
        channel,
        ...(onlyFor === undefined ? {} : { onlyFor }),
        message: { type: 'message', ts: clock.timestamp(), ...draft },
      };
      posts.get(channel)?.push(post);
      if (draft.thread_ts && !onlyFor) {
        const parent = message(channel, draft.thread_ts)?.message.user;
        if (parent) post.message.parent_user_id = parent;
        recount(channel, draft.thread_ts);
      }
      announce({ kind: 'posted', post });
      return post;
    },
    edit: (post, change) => {
      const before = structuredClone(post.message);
      change(post.message);
      announce({ kind: 'edited', post, before });
    },
    react: (post, name, user) => {
      const others = post.message.reactions ?? [];
      const same = others.find((one) => one.name === name);
      if (same) Object.assign(same, { users: [...same.users, user], count: same.count + 1 });
      else post.message.reactions = [...others, { name, users: [user], count: 1 }];
      announce({ kind: 'reacted', post });
    },
    remove: (post) => {
      const list = posts.get(post.channel) ?? [];
      const place = list.indexOf(post);
      if (place >= 0) list.splice(place, 1);
      if (post.message.thread_ts && post.message.thread_ts !== post.message.ts) {
        recount(post.channel, post.message.thread_ts);
      }
      announce({ kind: 'deleted', post });
    },
    join: (channel, user) => {
      if (channel.members.has(user)) return;
      channel.members.add(user);
      announce({ kind: 'joined', channel: channel.id, user });
    },
    leave: (channel, user) => {
      if (channel.members.delete(user)) announce({ kind: 'left', channel: channel.id, user });
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    announce,
  };
};
