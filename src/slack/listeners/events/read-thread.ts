import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../../../log.ts';
import { questionText } from '../../format/question-text.ts';
import type { ReadThread } from './turns.ts';

const repliesSchema = z.object({
  messages: z
    .array(
      z.object({
        user: z.string().optional(),
        bot_id: z.string().nullish(),
        text: z.string().default(''),
        ts: z.string(),
      }),
    )
    .default([]),
});

// Newer apps are given 15 messages of a thread at a time, once a minute.
const MOST_MESSAGES = 15;

/**
 * What people asked the bot earlier in a message's thread, as Slack has it: for a thread that began before this process.
 * Slack may refuse (rate limits, scopes that were not granted); the question is then answered without its context.
 */
export function createReadThread(client: WebClient, log: Log): ReadThread {
  return async ({ channel, threadTs, ts, botUserId, isDirect }) => {
    if (threadTs === undefined || (!isDirect && botUserId === undefined)) return [];
    try {
      const replies = await client.conversations.replies({ channel, ts: threadTs, limit: MOST_MESSAGES });
      return repliesSchema
        .parse(replies)
        .messages.filter(({ user, bot_id, text, ts: sent }) => {
          const isQuestion = isDirect || text.includes(`<@${botUserId}`);
          return user && !bot_id && Number(sent) < Number(ts) && isQuestion;
        })
        .flatMap(({ text }) => {
          const typed = questionText(text, botUserId);
          return typed.kind === 'question' ? [typed.text] : [];
        });
    } catch (err) {
      log.warn({ err }, 'could not read the thread; answering without its earlier questions');
      return [];
    }
  };
}
