import type { Settled } from '../../store/store.ts';
import { clip } from '../blocks/elements.ts';
import type { Message } from '../blocks/message.ts';
import { notice } from '../blocks/notice.ts';
import { type Correction, editDetailSchema, seriesOfCorrection } from './correction.ts';
import { CORRECTION_WORDS } from './words.ts';

/** The editor knows the claim: enough of it to know it by. */
const LONGEST_CLAIM = 200;

/** How far a correction reached. */
export interface Reach {
  readonly edited: number;
  readonly threads: number;
  readonly people: number;
  /** Places that could not be reached, by Slack's reason. */
  readonly unreached: ReadonlyMap<string, number>;
}

/** How far a correction reached, from everything that settled in its run. */
export function reachOf(seq: number, settled: readonly Settled[]): Reach {
  const prefix = `${seriesOfCorrection(seq)}:`;
  const unreached = new Map<string, number>();
  const counts = { edited: 0, threads: 0, people: 0 };
  for (const { key, detail, outcome } of settled) {
    const [what] = key.slice(prefix.length).split(':');
    const edit = editDetailSchema.safeParse(detail);
    if (outcome.kind === 'dropped') unreached.set(outcome.why, (unreached.get(outcome.why) ?? 0) + 1);
    else if (what === 'edit' && edit.success && edit.data.did === 'edited') counts.edited += 1;
    else if (what === 'thread') counts.threads += 1;
    else if (what === 'person') counts.people += 1;
  }
  return { ...counts, unreached };
}

/** What the editor who made a correction is told when everyone else has been. */
export function summaryMessage({ amendment }: Correction, reach: Reach): Message {
  const words = CORRECTION_WORDS.summary;
  const { edited, threads, people, unreached } = reach;
  const failed = [...unreached.values()].reduce((sum, count) => sum + count, 0);
  const reasons = [...new Set([...unreached.keys()].map(CORRECTION_WORDS.why))];
  const parts = [
    ...(edited > 0 ? [words.edited(amendment.kind, edited)] : []),
    ...(threads > 0 ? [words.threads(threads)] : []),
    ...(people > 0 ? [words.people(people)] : []),
    ...(failed > 0 ? [words.unreached(failed, reasons)] : []),
  ];
  const { kind, was } = amendment;
  const claim = clip(was.statement, LONGEST_CLAIM);
  return notice(parts.length > 0 ? words.done(kind, claim, parts) : words.nothing(kind, claim));
}
