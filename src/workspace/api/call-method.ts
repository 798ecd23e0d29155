import { type Answer, apiFaults, type Faults } from '../faults.ts';
import type { WorkspaceOptions } from '../options.ts';
import type { State } from '../state/state.ts';
import type { Arguments } from './arguments.ts';
import { textOf } from './arguments.ts';
import { type Call, type Result, refused } from './method.ts';
import { methods } from './methods.ts';
import type { Rates } from './rates.ts';

/** A call that the app made, with what it was told. */
export interface CallRecord {
  /** The method, or `response_url`. */
  readonly method: string;
  readonly args: Arguments;
  /** The answer's body; absent when a fault kept it. */
  readonly answer?: Record<string, unknown>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What goes back over HTTP. */
export type Reply =
  | Exclude<Answer, { kind: 'status' | 'error' }>
  | {
      readonly kind: 'json';
      readonly status: number;
      readonly headers: Record<string, string>;
      readonly body: Record<string, unknown>;
    };

/** What calling needs. */
export interface ApiContext {
  readonly state: State;
  readonly options: Pick<WorkspaceOptions, 'botToken' | 'scopes'> & { readonly appToken: string };
  readonly faults: Faults;
  readonly calls: CallRecord[];
  /** Absent: any number of calls. */
  readonly rates?: Rates | undefined;
  /** A fresh address for a Socket Mode connection. */
  readonly socketUrl: () => string;
}

/** A result as Slack writes it. */
export const bodyOf = (result: Result): Record<string, unknown> => {
  if (result.ok) return { ok: true, ...result.data };
  const { messages, ...rest } = result;
  if (!messages) return rest;
  const response_metadata = { messages: messages.map((message) => `[ERROR] ${message}`) };
  return { ...rest, errors: messages, response_metadata };
};

const json = (body: Record<string, unknown>, status = 200, headers: Record<string, string> = {}): Reply => ({
  kind: 'json',
  status,
  headers,
  body,
});

const faultReply = (answer: Answer, retryAfter: number): Reply => {
  if (answer.kind === 'error') return json({ ok: false, error: answer.error });
  if (answer.kind !== 'status') return answer;
  if (answer.status !== 429) return json({ ok: false, error: 'internal_error' }, answer.status);
  return json({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(retryAfter) });
};

/**
 * Carries out what a fault leaves of a call, and logs it. `perform` is the call itself;
 * an error of Slack's is an answer, not a fault.
 */
export const underFaults = (
  context: ApiContext,
  method: string,
  args: Arguments,
  channel: string | undefined,
  perform: () => Result,
  statusOf: (result: Result) => number = () => 200,
): Reply => {
  const at = context.state.clock.now();
  const hasBlocks = Array.isArray(args.blocks) && args.blocks.length > 0;
  const limited = context.rates?.refuse(method, channel);
  const fault =
    limited === undefined
      ? context.faults.takeForCall(method, channel, hasBlocks)
      : { ...apiFaults['rate-limited'], retryAfter: limited };
  const result = !fault || fault.performs ? perform() : undefined;
  const reply =
    fault || !result
      ? faultReply(fault?.answer ?? { kind: 'hang' }, fault?.retryAfter ?? 1)
      : json(bodyOf(result), statusOf(result));
  context.calls.push({ method, args, ...(reply.kind === 'json' ? { answer: reply.body } : {}), at });
  return reply;
};

const tokenOf = (authorization: string | undefined, args: Arguments) =>
  /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? textOf(args, 'token');

const perform = (context: ApiContext, name: string, token: string | undefined, args: Arguments): Result => {
  if (token === undefined) return refused('not_authed');
  const { options, state } = context;
  if (name === 'apps.connections.open') {
    if (token === options.botToken) return refused('not_allowed_token_type');
    if (token !== options.appToken) return refused('invalid_auth');
    return { ok: true, data: { url: context.socketUrl() } };
  }
  if (token !== options.botToken) return refused('invalid_auth');
  const method = methods[name];
  if (!method) return refused('unknown_method');
  const scopes = new Set(options.scopes);
  const call: Call = { state, args, scopes };
  const needed = method.scopes(call);
  if (needed.length > 0 && !needed.some((scope) => scopes.has(scope))) {
    return { ok: false, error: 'missing_scope', needed: needed.join(','), provided: options.scopes.join(',') };
  }
  return method.run(call);
};

/** Answers one call of the Web API, faults and all. */
export const callMethod = (
  context: ApiContext,
  name: string,
  authorization: string | undefined,
  args: Arguments | undefined,
): Reply => {
  if (!args) return json({ ok: false, error: 'invalid_post_type' });
  const channel = textOf(args, 'channel');
  const id = channel === undefined ? undefined : (context.state.room.find(channel)?.id ?? channel);
  return underFaults(context, name, args, id, () => perform(context, name, tokenOf(authorization, args), args));
};
