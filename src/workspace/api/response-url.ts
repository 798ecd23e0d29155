import type { ResponseTarget } from '../state/response-urls.ts';
import type { State } from '../state/state.ts';
import { type Arguments, flagOf, textOf } from './arguments.ts';
import { type ApiContext, type Reply, underFaults } from './call-method.ts';
import { asApp } from './chat.ts';
import { readContent } from './content.ts';
import { done, type Result, refused } from './method.ts';

/** Whether the message that was acted on gives way to the new one. */
const replaces = (target: ResponseTarget, args: Arguments) => {
  if (!target.source) return false;
  if (args.replace_original !== undefined) return flagOf(args, 'replace_original');
  // Slack replaces unless told otherwise; `response_type` tells it otherwise.
  return args.response_type === undefined;
};

/** Carries out a message sent to a response_url, or returned in an acknowledgement. */
export const respond = (state: State, target: ResponseTarget, args: Arguments): Result => {
  const original = target.source && state.room.message(target.channel, target.source.ts);
  if (flagOf(args, 'delete_original')) {
    if (original) state.room.remove(original);
    return done();
  }
  const read = readContent(state, args);
  if ('refusal' in read) return read.refusal;
  const { text, blocks, metadata } = read.content;
  if (original && replaces(target, args)) {
    state.room.edit(original, (message) => {
      message.text = text;
      if (blocks) message.blocks = blocks;
      else delete message.blocks;
      if (metadata && metadata !== 'removed') message.metadata = metadata;
    });
    return done();
  }
  const inChannel = args.response_type === 'in_channel';
  if (inChannel && state.room.channels.get(target.channel)?.archived) return refused('is_archived');
  const threadTs = textOf(args, 'thread_ts');
  state.room.post(
    target.channel,
    {
      ...asApp(state),
      text,
      ...(blocks ? { blocks } : {}),
      ...(metadata && metadata !== 'removed' ? { metadata } : {}),
      ...(threadTs && state.room.message(target.channel, threadTs) ? { thread_ts: threadTs } : {}),
    },
    inChannel ? undefined : target.user,
  );
  return done();
};

/** Answers a request to a response_url. 404 when it is unknown, used up or expired; 400 for a bad message. */
export const callResponseUrl = (context: ApiContext, path: string, args: Arguments | undefined): Reply => {
  const { state } = context;
  const gone = new Set(['no_such_url', 'expired_url', 'used_url']);
  return underFaults(
    context,
    'response_url',
    args ?? {},
    undefined,
    () => {
      const redemption = state.responseUrls.redeem(path);
      if (!redemption.ok) return refused(redemption.error);
      return args ? respond(state, redemption.target, args) : refused('invalid_payload');
    },
    (result) => {
      if (result.ok) return 200;
      return gone.has(result.error) ? 404 : 400;
    },
  );
};
