import type { Subscription } from '../../digest/subscription.ts';
import type { Dossier } from '../../record/dossier.ts';
import { topicChoices, topicValue } from '../digest/topic-choices.ts';
import { DIGEST_WORDS, type PauseReason } from '../digest/words.ts';
import { neutralText } from '../format/neutral-text.ts';
import { clip, context, paragraph, words } from './elements.ts';
import type { Message } from './message.ts';

const LONGEST_LIST = 1500;

/** When a digest is posted, in words: "Monday to Friday at 09:00 (Asia/Seoul)". */
export function whenOf({ weekdays, time, zone }: Pick<Subscription, 'weekdays' | 'time' | 'zone'>): string {
  return DIGEST_WORDS.when(DIGEST_WORDS.days(weekdays), time, zone);
}

/** Why a digest is paused, in words. */
export function reasonText(why: string): string {
  return Object.hasOwn(DIGEST_WORDS.reason, why) ? DIGEST_WORDS.reason[why as PauseReason] : why;
}

/** How a channel's digest is set up; `lastDate` is the local day of its last edition. */
export function digestStatus(
  subscription: Subscription,
  record: readonly Dossier[],
  lastDate: string | undefined,
): Message {
  const { state, topics, quietDay } = subscription;
  const { status } = DIGEST_WORDS;
  const titles = new Map(
    topicChoices(record).flatMap((dossier) => dossier.topics.map((topic) => [topicValue(topic), topic.title])),
  );
  const covered = topics.flatMap((topic) => titles.get(topicValue(topic)) ?? []);
  const lead = status.active(whenOf(subscription));
  const lines = [
    ...(state.kind === 'paused' ? [status.paused(reasonText(state.why))] : []),
    clip(status.topics(covered), LONGEST_LIST),
    status.quiet(quietDay),
    status.last(lastDate),
  ];
  return {
    text: neutralText([lead, ...lines].join('\n')),
    blocks: [paragraph(words(lead, { bold: true })), ...context(lines)],
  };
}
