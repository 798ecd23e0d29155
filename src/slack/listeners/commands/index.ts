import type { App } from '@slack/bolt';
import { z } from 'zod';
import { createFindHistory } from '../../amend/find-history.ts';
import { type Asked, answerTo, toButtonValue } from '../../asked.ts';
import { helpMessage } from '../../blocks/help-message.ts';
import type { Message } from '../../blocks/message.ts';
import { notice } from '../../blocks/notice.ts';
import { createRenderOnce } from '../../blocks/render-once.ts';
import { messageBody } from '../../delivery.ts';
import type { Dependencies } from '../../dependencies.ts';
import { questionText } from '../../format/question-text.ts';
import { topicCommands } from '../../topic-commands.ts';
import { WORDS } from '../../words.ts';
import { createCheckTyped } from './check-typed.ts';
import { createDigestTyped } from './digest-typed.ts';
import { createFileTyped } from './file-typed.ts';
import { readDatelineCommand, wordsFor } from './read-dateline-command.ts';
import { SUBCOMMAND_HELP } from './subcommands.ts';

/** The command that is not a topic's. */
export const DATELINE_COMMAND = '/dateline';

const payloadSchema = z.object({
  command: z.string(),
  text: z.string().default(''),
  response_url: z.string(),
  trigger_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
});

/**
 * Answers slash commands in the acknowledgement itself: the record answers in milliseconds, only the person who typed
 * sees it, and nothing further can fail. A check or a digest may need more, which comes through the response URL.
 * One listener takes every command, so that an unknown one is answered too.
 */
export function registerCommands(app: App, dependencies: Dependencies): void {
  const { record, asker, work, delivery, now } = dependencies;
  const topics = topicCommands(record.dossiers);
  const checkTyped = createCheckTyped(dependencies);
  const digestTyped = createDigestTyped(dependencies);
  const fileTyped = createFileTyped(dependencies);
  const findHistory = createFindHistory(dependencies);
  const render = createRenderOnce();
  const topicByCommand = new Map(topics.map((topic) => [topic.command, topic]));

  function reply(command: string, text: string): Message {
    if (command === DATELINE_COMMAND) return replyToDateline(text);
    const topic = topicByCommand.get(command);
    return topic ? answer({ ask: text, within: topic.within }) : help(WORDS.notOurs(command));
  }

  function replyToDateline(text: string): Message {
    if (text === '') return help();
    const read = readDatelineCommand(text);
    if (read.kind === 'question') {
      const hints = read.meant ? [WORDS.didYouMean(`${DATELINE_COMMAND} ${read.meant}`)] : [];
      return answer({ ask: read.words }, hints);
    }
    const { does, takes } = read.subcommand;
    if (does.kind !== 'ask') return help();
    const isWhole = takes.startsWith('[');
    if (read.words === '' && !isWhole) return help(WORDS.needsWords(`${DATELINE_COMMAND} ${text}`));
    return answer({ ask: read.words, ...(does.form ? { form: does.form } : {}) });
  }

  function answer(asked: Asked, hints: readonly string[] = []): Message {
    const answered = answerTo(asked, asker, now());
    const share = toButtonValue(asked);
    return render(answered, {
      hints: [...hints, ...(answered.declined ? [WORDS.tryHelp] : [])],
      ...(share ? { share } : {}),
      ...(share && answered.declined ? { file: share } : {}),
    });
  }

  function help(opening?: string): Message {
    return helpMessage(topics, SUBCOMMAND_HELP, opening);
  }

  app.command(/^\//, async ({ ack, body }) => {
    const command = payloadSchema.parse(body);
    const { command: name, text, response_url: responseUrl, trigger_id: triggerId } = command;
    const acknowledge = async (message?: Message) => {
      if (!message) return ack();
      await ack(privately(message));
      delivery.record({ user: command.user_id, channel: command.channel_id }, message);
    };
    const copy = name === DATELINE_COMMAND ? wordsFor('check', text) : undefined;
    const reader = { user: command.user_id, channel: command.channel_id };
    if (copy !== undefined) return checkTyped(name, { copy, responseUrl, reader, triggerId, acknowledge });
    const digest = name === DATELINE_COMMAND ? wordsFor('digest', text) : undefined;
    if (digest !== undefined) {
      const { user_id: user, channel_id: channel } = command;
      return digestTyped(name, { words: digest, user, channel, responseUrl, triggerId }, () => acknowledge());
    }
    const filed = name === DATELINE_COMMAND ? wordsFor('file', text) : undefined;
    if (filed !== undefined) {
      await acknowledge();
      return fileTyped(name, { words: filed, user: reader.user, channel: reader.channel, responseUrl, triggerId });
    }
    const traced = name === DATELINE_COMMAND ? wordsFor('history', text) : undefined;
    if (traced !== undefined) {
      return void (await work.run({ name: `${name} history`, tell: acknowledge }, async () => {
        const typed = questionText(traced);
        await acknowledge(
          typed.kind === 'too-long'
            ? notice(WORDS.tooLong(typed.length))
            : await findHistory(typed.kind === 'empty' ? '' : typed.text),
        );
      }));
    }
    await work.run({ name, tell: acknowledge }, async () => {
      const typed = questionText(text);
      await acknowledge(
        typed.kind === 'too-long'
          ? notice(WORDS.tooLong(typed.length))
          : reply(name, typed.kind === 'empty' ? '' : typed.text),
      );
    });
  });
}

const replies = new WeakMap<Message, ReturnType<typeof privateReply>>();

/** A message that comes again is the same frozen reply again, which the receiver need not write anew. */
function privately(message: Message): ReturnType<typeof privateReply> {
  const reply = replies.get(message) ?? privateReply(message);
  replies.set(message, reply);
  return reply;
}

function privateReply(message: Message) {
  return Object.freeze({ response_type: 'ephemeral' as const, ...messageBody(message) });
}
