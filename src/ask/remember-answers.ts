import { LRUCache } from 'lru-cache';
import type { LiveRecord } from '../record/live-record.ts';
import { madeOfRecord } from '../record/made-of-record.ts';
import type { Answer } from './answer.ts';
import type { Asker } from './asker.ts';

// In the day of a newsroom, questions repeat: a topic's brief, and what everyone wants to know this hour.
const MOST_ANSWERS = 500;

/**
 * The same asker, which gives an answer again instead of deciding it anew. An answer depends on the question, the record
 * and the day alone, so it is the same bytes; what was answered from another record is forgotten.
 */
export function rememberAnswers(asker: Asker, record: Pick<LiveRecord, 'dossiers'>): Asker {
  const answersOf = madeOfRecord(record, () => new LRUCache<string, Answer>({ max: MOST_ANSWERS }));

  function remembered(asked: readonly unknown[], now: string, decide: () => Answer): Answer {
    const answers = answersOf();
    const key = JSON.stringify([now.slice(0, 10), ...asked]);
    const before = answers.get(key);
    if (before) return before;
    const answer = decide();
    answers.set(key, answer);
    return answer;
  }

  return {
    ask: (question) => {
      const { ask, thread, within, form, now } = question;
      return remembered(['ask', ask, thread, within?.dossier, within?.topic, form], now, () => asker.ask(question));
    },
    brief: (within, now) => remembered(['brief', within.dossier, within.topic], now, () => asker.brief(within, now)),
  };
}
