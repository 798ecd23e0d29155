import { setTimeout as sleep } from 'node:timers/promises';
import type { ReviewRefusal } from '../../desk/decide-review.ts';
import { timeText } from '../amend/words.ts';
import type { NameOf } from './person-names.ts';
import { DESK_WORDS } from './words.ts';

const { refused: WORDS } = DESK_WORDS;

// A modal waits for this: rather no name than no answer.
const PATIENCE_MS = 700;

/** Why nothing was done, in words for who wanted it: who was before them, and what they did. Within a second. */
export async function refusalText(refusal: ReviewRefusal, readName: NameOf): Promise<string> {
  const nameOf: NameOf = (user) =>
    Promise.race([readName(user), sleep(PATIENCE_MS, DESK_WORDS.somebody, { ref: false })]);
  switch (refusal.kind) {
    case 'decided': {
      const { state } = refusal.proposal;
      if (state.kind === 'waiting') return WORDS.filed;
      const who = await nameOf(state.by);
      const time = timeText(state.at);
      return state.kind === 'approved' ? WORDS.approved(who, time) : WORDS.declined(who, time, state.why);
    }
    case 'revised': {
      const { last } = refusal.proposal;
      return WORDS.revised(await nameOf(last.by), timeText(last.at));
    }
    case 'unfit':
      return WORDS.unfit(Object.values(refusal.mistakes));
    default:
      return WORDS[refusal.kind];
  }
}
