import type { App } from '@slack/bolt';
import { z } from 'zod';
import { onceEach } from '../../../record/once-each.ts';
import { createFindHistory } from '../../amend/find-history.ts';
import { answerTo } from '../../asked.ts';
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
import { createReadTyped, type Typed } from './read-typed.ts';
import { SUBCOMMAND_HELP } from './subcommands.ts';

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
  const readTyped = createReadTyped(topics);
  const checkTyped = createCheckTyped(dependencies);
  const digestTyped = createDigestTyped(dependencies);
  const fileTyped = createFileTyped(dependencies);
  const findHistory = createFindHistory(dependencies);
  const render = createRenderOnce();

  function answer({ asked, share, hints }: Extract<Typed, { kind: 'ask' }>): Message {
    const answered = answerTo(asked, asker, now());
    return render(answered, {
      hints: answered.declined ? [...hints, WORDS.tryHelp] : hints,
      ...(share ? { share } : {}),
      ...(share && answered.declined ? { file: share } : {}),
    });
  }

  function replyTo(typed: Extract<Typed, { kind: 'ask' | 'help' | 'too-long' }>): Message {
    switch (typed.kind) {
      case 'ask':
        return answer(typed);
      case 'help':
        return helpMessage(topics, SUBCOMMAND_HELP, typed.opening);
      case 'too-long':
        return notice(WORDS.tooLong(typed.length));
    }
  }

  async function traced(words: string): Promise<Message> {
    const typed = questionText(words);
    if (typed.kind === 'too-long') return notice(WORDS.tooLong(typed.length));
    return findHistory(typed.kind === 'empty' ? '' : typed.text);
  }

  app.command(/^\//, async ({ ack, body }) => {
    const {
      command: name,
      text,
      response_url: responseUrl,
      trigger_id: triggerId,
      user_id: user,
      channel_id: channel,
    } = payloadSchema.parse(body);
    const acknowledge = async (message?: Message) => {
      if (!message) return ack();
      await ack(privately(message));
      delivery.record({ user, channel }, message);
    };
    const typed = readTyped(name, text);
    switch (typed.kind) {
      case 'check':
        return checkTyped(name, {
          copy: typed.words,
          responseUrl,
          reader: { user, channel },
          triggerId,
          acknowledge,
        });
      case 'digest':
        return digestTyped(name, { words: typed.words, user, channel, responseUrl, triggerId }, () => acknowledge());
      case 'file':
        await acknowledge();
        return fileTyped(name, { words: typed.words, user, channel, responseUrl, triggerId });
      case 'history':
        return void (await work.run({ name: `${name} history`, tell: acknowledge }, async () =>
          acknowledge(await traced(typed.words)),
        ));
      case 'ask':
      case 'help':
      case 'too-long':
        return void (await work.run({ name, tell: acknowledge }, () => acknowledge(replyTo(typed))));
    }
  });
}

/** A message that comes again is the same frozen reply again, which the receiver need not write anew. */
const privately = onceEach((message: Message) =>
  Object.freeze({ response_type: 'ephemeral' as const, ...messageBody(message) }),
);
