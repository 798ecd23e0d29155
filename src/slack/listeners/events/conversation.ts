import { answerTo, toButtonValue } from '../../asked.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import { helpMessage } from '../../blocks/help-message.ts';
import type { Message } from '../../blocks/message.ts';
import { notice } from '../../blocks/notice.ts';
import type { Place } from '../../delivery.ts';
import type { Dependencies } from '../../dependencies.ts';
import { questionText } from '../../format/question-text.ts';
import { topicCommands } from '../../topic-commands.ts';
import { WORDS } from '../../words.ts';
import { Unfinished } from '../../work.ts';
import { SUBCOMMAND_HELP } from '../commands/subcommands.ts';

/** A message that asks, and the conversation it is part of. */
export interface Turn {
  readonly text: string;
  /** Slack's timestamp of the message. */
  readonly ts: string;
  /** Who wrote it. */
  readonly user: string;
  readonly place: Place;
  readonly botUserId: string | undefined;
  /** What was asked before in the same conversation, oldest first. */
  readonly earlier: () => Promise<readonly string[]>;
  /** Told what has been asked by now, and the timestamp of the answer. */
  readonly remember: (questions: readonly string[], answerTs: string) => void;
}

/** A turn under the key by which it was accepted. */
export interface Asked extends Turn {
  readonly key: string;
}

/** Takes a turn in a conversation: reads the question, answers it where it was asked, and keeps its context. */
export function createConversation({ record, asker, delivery, now }: Dependencies) {
  const topics = topicCommands(record.dossiers);

  /** Posts the one reply to a message; where the bot may not write there any more, to the person directly. */
  async function reply({ key, ts, user, place }: Asked, message: Message): Promise<string> {
    const parcel = { message, since: Number(ts) * 1000 };
    const posted = await delivery.deliver({ ...parcel, key: `reply:${key}`, to: place });
    if (posted.kind === 'posted') return posted.ts;
    if (posted.kind === 'pending') throw new Unfinished(posted.why);
    if (!posted.noAccess) throw new Error(`Slack refused the reply: ${posted.why}`);
    const direct = await delivery.deliver({ ...parcel, key: `direct-reply:${key}`, to: { channel: user } });
    if (direct.kind === 'pending') throw new Unfinished(direct.why);
    if (direct.kind === 'refused') throw new Error(`Slack refused the reply, here and directly: ${direct.why}`);
    return direct.ts;
  }

  return async (asked: Asked): Promise<void> => {
    const { text, botUserId, earlier, remember } = asked;
    const post = (message: Message) => reply(asked, message);
    const typed = questionText(text, botUserId);
    if (typed.kind === 'too-long') return void (await post(notice(WORDS.tooLong(typed.length))));
    if (typed.kind === 'empty' || /^help[?!.]?$/i.test(typed.text)) {
      return void (await post(helpMessage(topics, SUBCOMMAND_HELP)));
    }
    const thread = await earlier();
    const question = { ask: typed.text, ...(thread.length > 0 ? { thread: [...thread] } : {}) };
    const answer = answerTo(question, asker, now());
    const file = answer.declined ? toButtonValue(question) : undefined;
    const answerTs = await post(answerMessage(answer, file === undefined ? {} : { file }));
    remember([...thread, typed.text], answerTs);
  };
}
