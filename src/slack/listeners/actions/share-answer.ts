import { answerTo, fromButtonValue } from '../../asked.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import { notice } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { topicCommands } from '../../topic-commands.ts';
import { WORDS } from '../../words.ts';
import type { Press } from './press.ts';

/**
 * Asks again what a private answer answered and posts that in the channel, naming who shared it. The button carries only
 * the question, so that nothing but the record's own words is ever posted. Pressed twice, it posts once.
 */
export function createShareAnswer({ record, asker, delivery, seen, now }: Dependencies) {
  const topics = topicCommands(record);

  return async ({ value, user, channel, responseUrl, messageTs }: Press): Promise<void> => {
    const asked = fromButtonValue(value);
    if (!asked || !channel || !responseUrl || !(await seen.claim(`share:${channel}:${messageTs}`))) return;
    const isBrief = asked.ask === '';
    const topic = topics.find(
      ({ within }) => within.dossier === asked.within?.dossier && within.topic === asked.within.topic,
    );
    const message = answerMessage(answerTo(asked, asker, now()), {
      byline: isBrief ? WORDS.sharedBrief(user.name) : WORDS.sharedBy(user.name, asked.ask),
      ...(topic && isBrief ? { title: topic.title } : {}),
    });
    const posted = await delivery.post({ channel }, message);
    // Where the bot is no member, the response URL still reaches the conversation that the command was typed in.
    if (posted.kind === 'no-access') await delivery.respond(responseUrl, message, 'in-channel');
    await delivery.respond(responseUrl, notice(WORDS.shared), 'replace');
  };
}
