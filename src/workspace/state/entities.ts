import type { Metadata } from '../blocks/check-metadata.ts';
import type { Fields } from '../blocks/walk-blocks.ts';

/** A person of the workspace, or the app's bot. */
export interface User {
  readonly id: string;
  /** Short name: `nadia`. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  /** IANA time zone. */
  readonly timeZone: string;
  readonly isBot: boolean;
}

/** A channel or a direct message. */
export interface Channel {
  readonly id: string;
  /** Without `#`; of a direct message the other person's id. */
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  readonly purpose: string;
  readonly archived: boolean;
  /** Ids of members, the bot included where it is one. */
  readonly members: Set<string>;
}

/** A message, in Slack's own field names. */
export interface SlackMessage {
  type: 'message';
  subtype?: string;
  ts: string;
  user?: string;
  team?: string;
  bot_id?: string;
  app_id?: string;
  text: string;
  blocks?: Fields[];
  metadata?: Metadata;
  thread_ts?: string;
  parent_user_id?: string;
  reply_count?: number;
  reply_users_count?: number;
  reply_users?: string[];
  latest_reply?: string;
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[]; count: number }[];
}

/** A message with where it stands and who sees it. */
export interface Post {
  readonly channel: string;
  /** Set for an ephemeral message: the one user who sees it. */
  readonly onlyFor?: string;
  readonly message: SlackMessage;
}

/** Whose app this is. */
export interface AppIdentity {
  readonly teamId: string;
  readonly teamDomain: string;
  readonly teamName: string;
  readonly appId: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly name: string;
}

/** Something that happened in the workspace. */
export type Change =
  | { readonly kind: 'posted'; readonly post: Post }
  | { readonly kind: 'edited'; readonly post: Post; readonly before: SlackMessage }
  | { readonly kind: 'deleted'; readonly post: Post }
  | { readonly kind: 'reacted'; readonly post: Post }
  | { readonly kind: 'joined'; readonly channel: string; readonly user: string }
  | { readonly kind: 'left'; readonly channel: string; readonly user: string }
  | { readonly kind: 'views'; readonly user: string }
  | { readonly kind: 'connection' };
