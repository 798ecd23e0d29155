import type { Channel } from '../state/entities.ts';
import type { State } from '../state/state.ts';
import type { Arguments } from './arguments.ts';

/** What a method returns: the fields beside `ok: true`, or Slack's error. */
export type Result =
  | { readonly ok: true; readonly data: Record<string, unknown> }
  | {
      readonly ok: false;
      readonly error: string;
      readonly messages?: readonly string[];
      /** Of `missing_scope`. */
      readonly needed?: string;
      readonly provided?: string;
    };

/** What a method works with. */
export interface Call {
  readonly state: State;
  readonly args: Arguments;
  readonly scopes: ReadonlySet<string>;
}

/** A method of the Web API. `scopes` are alternatives, one of which the token needs; empty means none. */
export interface Method {
  readonly scopes: (call: Call) => readonly string[];
  readonly run: (call: Call) => Result;
}

/** A good answer. */
export const done = (data: Record<string, unknown> = {}): Result => ({ ok: true, data });

/** A refusal with Slack's code and, where there are any, its reasons. */
export const refused = (error: string, messages?: readonly string[]): Result =>
  messages && messages.length > 0 ? { ok: false, error, messages } : { ok: false, error };

/** Scopes that do not depend on the arguments. */
export const scoped =
  (...scopes: string[]) =>
  () =>
    scopes;

const families = { public: 'channels', private: 'groups', im: 'im' } as const satisfies Record<Channel['kind'], string>;

/** The scope of a family that fits the channel: `channels:history`, `groups:history`, `im:history`. */
export const scopedByChannel =
  (verb: 'read' | 'history') =>
  ({ state, args }: Call) => {
    const channel = typeof args.channel === 'string' ? state.room.find(args.channel) : undefined;
    return [`${families[channel?.kind ?? 'public']}:${verb}`];
  };
