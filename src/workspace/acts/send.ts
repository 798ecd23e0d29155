import { respond } from '../api/response-url.ts';
import { isFields } from '../blocks/walk-blocks.ts';
import { slashCommand } from '../events/interactions.ts';
import type { Channel, Post, User } from '../state/entities.ts';
import { ownCommands, words } from '../words.ts';
import { type ActContext, whisper } from './context.ts';
import { commandText, typeText } from './type-text.ts';

/** How a command went, as the person saw it. */
export type CommandOutcome =
  | { readonly status: 'acknowledged'; readonly acknowledgement: unknown }
  | { readonly status: 'failed'; readonly error: 'operation_timeout' | 'dispatch_failed' }
  | { readonly status: 'refused'; readonly why: string }
  | { readonly status: 'done' };

const refuse = ({ state }: ActContext, user: User, channel: Channel, why: string): CommandOutcome => {
  whisper(state, user, channel, why);
  return { status: 'refused', why };
};

const own = (context: ActContext, user: User, channel: Channel, command: string): CommandOutcome => {
  const { state } = context;
  const bot = state.app.botUserId;
  const here = channel.members.has(bot);
  if (command === '/remove') {
    state.room.leave(channel, bot);
    whisper(state, user, channel, words.removed(state.app.name));
  } else {
    state.room.join(channel, bot);
    whisper(state, user, channel, here ? words.alreadyHere(state.app.name) : words.invited(state.app.name));
  }
  return { status: 'done' };
};

/** Runs a slash command: `line` with its slash and words. */
export const runCommand = async (
  context: ActContext,
  user: User,
  channel: Channel,
  line: string,
  threadTs?: string,
): Promise<CommandOutcome> => {
  const { state, options } = context;
  const [command = '', ...rest] = line.trim().split(/\s+/);
  const text = line.trim().slice(command.length);
  const known = options.commands.some((one) => one.command === command);
  const builtIn = ownCommands.some((one) => one.command === command);
  if (!known && !builtIn) return refuse(context, user, channel, words.noSuchCommand(command));
  if (threadTs !== undefined) return refuse(context, user, channel, words.noCommandsInThreads(command));
  if (builtIn && rest.length > 0) return own(context, user, channel, command);

  const request = slashCommand(state, context.url(), user, channel.id, command, commandText(text));
  const outcome = await context.deliver.once(request);
  if (!outcome.ok) {
    const error = outcome.reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed';
    whisper(state, user, channel, words.commandFailed(command, error));
    return { status: 'failed', error };
  }
  const { body } = outcome;
  const message = typeof body === 'string' ? { text: body } : body;
  if (isFields(message) && (message.text || message.blocks)) {
    respond(state, { user: user.id, channel: channel.id }, message);
  }
  return { status: 'acknowledged', acknowledgement: body };
};

/** Posts what a person typed. Undefined when the channel is archived. */
export const postMessage = (
  { state }: ActContext,
  user: User,
  channel: Channel,
  text: string,
  threadTs?: string,
): Post | undefined => {
  if (channel.archived) {
    whisper(state, user, channel, words.archived);
    return undefined;
  }
  const typed = typeText(state, text);
  const post = state.room.post(channel.id, {
    user: user.id,
    team: state.app.teamId,
    text: typed,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
  });
  const mentions = typed.includes(`<@${state.app.botUserId}>`);
  if (mentions && !channel.members.has(state.app.botUserId)) {
    whisper(state, user, channel, words.notInvited(state.app.name));
  }
  return post;
};
