import type { ThreadMemory } from '../../thread-memory.ts';
import type { Turn } from './conversation.ts';
import type { PersonMessage } from './message-event.ts';

/** Reads a message's thread from Slack, for a thread that this process has not seen begin. */
export type ReadThread = (message: PersonMessage) => Promise<readonly string[]>;

/** A mention: answered in the thread it is in, or in one of its own. The thread is the conversation. */
export function mentionTurn(message: PersonMessage, threads: ThreadMemory, readThread: ReadThread): Turn {
  const { channel, user, ts, threadTs = ts, text, botUserId } = message;
  const key = `${channel}:${threadTs}`;
  return {
    text,
    ts,
    user,
    botUserId,
    place: { channel, thread: threadTs },
    earlier: async () => threads.recall(key)?.questions ?? readThread(message),
    remember: (questions) => threads.remember(key, { questions, lastTs: ts }),
  };
}

/** Direct messages further apart than this are two conversations; in seconds, as Slack's timestamps are. */
const LONGEST_PAUSE_S = 600;

/**
 * A direct message: answered where it was written. In a thread, the thread is the conversation; outside of one,
 * messages that follow each other without a long pause are. Either goes on in a thread under its question or answer.
 */
export function directTurn(message: PersonMessage, threads: ThreadMemory, readThread: ReadThread): Turn {
  const { channel, user, ts, threadTs, text, botUserId } = message;
  const key = `${channel}:${threadTs ?? 'main'}`;
  return {
    text,
    ts,
    user,
    botUserId,
    place: threadTs === undefined ? { channel } : { channel, thread: threadTs },
    earlier: async () => {
      const before = threads.recall(key);
      if (threadTs !== undefined) return before?.questions ?? readThread(message);
      const goesOn = before && Number(ts) - Number(before.lastTs) <= LONGEST_PAUSE_S;
      return goesOn ? before.questions : [];
    },
    remember: (questions, answerTs) => {
      const starts = threadTs === undefined ? [`${channel}:${ts}`, `${channel}:${answerTs}`] : [];
      for (const each of [key, ...starts]) threads.remember(each, { questions, lastTs: ts });
    },
  };
}
