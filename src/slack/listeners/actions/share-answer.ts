import { answerTo, fromButtonValue } from '../../asked.ts';
import { answerMessage } from '../../blocks/answer-message.ts';
import { notice } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { WORDS } from '../../words.ts';
import { Unfinished } from '../../work.ts';
import type { Action } from './index.ts';

/**
 * Asks again what a private answer answered and posts that in the channel, naming who shared it. The button carries only
 * the question, so that nothing but the record's own words is ever posted. Pressed twice, it posts once.
 */
export function createShareAnswer({ asker, delivery, now }: Dependencies): Action {
  return {
    keyOf: ({ channel, messageTs }) => `${channel}:${messageTs}`,
    async run({ value, user, channel, responseUrl, messageTs }, key) {
      const asked = fromButtonValue(value);
      if (!asked || !channel || !responseUrl || !messageTs) return;
      const isBrief = asked.ask === '';
      const message = answerMessage(answerTo(asked, asker, now()), {
        byline: isBrief ? WORDS.sharedBrief(user.name) : WORDS.sharedBy(user.name, asked.ask),
      });
      const reader = { user: user.id, channel };
      const posted = await delivery.deliver({ key, to: { channel }, message, since: Number(messageTs) * 1000 });
      if (posted.kind === 'pending') throw new Unfinished(posted.why);
      if (posted.kind === 'refused') {
        if (!posted.noAccess) throw new Error(`Slack refused the answer: ${posted.why}`);
        // Where the bot is no member, the response URL still reaches the conversation that the command was typed in.
        await delivery.respond(responseUrl, message, 'in-channel', reader);
      }
      await delivery.respond(responseUrl, notice(WORDS.shared), 'replace', reader);
    },
  };
}
