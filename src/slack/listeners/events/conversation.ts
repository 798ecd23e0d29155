import { answerTo } from '../../asked.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import { helpMessage } from '../../blocks/help-message.ts';
import type { Message } from '../../blocks/message.ts';
import { notice } from '../../blocks/notice.ts';
import type { Place } from '../../delivery.ts';
import type { Dependencies } from '../../dependencies.ts';
import { questionText } from '../../format/question-text.ts';
import { topicCommands } from '../../topic-commands.ts';
import { WORDS } from '../../words.ts';
import { SUBCOMMAND_HELP } from '../commands/subcommands.ts';

/** A message that asks, and the conversation it is part of. */
export interface Turn {
  readonly text: string;
  readonly place: Place;
  readonly botUserId: string | undefined;
  /** What was asked before in the same conversation, oldest first. */
  readonly earlier: () => Promise<readonly string[]>;
  /** Told what has been asked by now, and the timestamp of the answer. */
  readonly remember: (questions: readonly string[], answerTs: string) => void;
}

/** Takes a turn in a conversation: reads the question, answers it where it was asked, and keeps its context. */
export function createConversation({ record, asker, delivery, now }: Dependencies) {
  const topics = topicCommands(record);

  async function post(place: Place, message: Message): Promise<string> {
    const posted = await delivery.post(place, message);
    if (posted.kind === 'no-access') throw new Error('Slack did not let the bot answer where it was asked');
    return posted.ts;
  }

  return async ({ text, place, botUserId, earlier, remember }: Turn): Promise<void> => {
    const typed = questionText(text, botUserId);
    if (typed.kind === 'too-long') return void (await post(place, notice(WORDS.tooLong(typed.length))));
    if (typed.kind === 'empty' || /^help[?!.]?$/i.test(typed.text)) {
      return void (await post(place, helpMessage(topics, SUBCOMMAND_HELP)));
    }
    const thread = await earlier();
    const asked = { ask: typed.text, ...(thread.length > 0 ? { thread: [...thread] } : {}) };
    const answerTs = await post(place, answerMessage(answerTo(asked, asker, now())));
    remember([...thread, typed.text], answerTs);
  };
}
