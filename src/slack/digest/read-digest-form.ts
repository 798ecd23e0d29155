import { z } from 'zod';
import type { TopicRef } from '../../digest/edition.ts';
import type { Subscription } from '../../digest/subscription.ts';
import type { Dossier } from '../../record/dossier.ts';
import { DIGEST_INPUTS } from '../blocks/digest-modal.ts';
import { isZone } from './time-zones.ts';
import { topicChoices, topicValue } from './topic-choices.ts';
import { DIGEST_WORDS } from './words.ts';

const option = z.object({ value: z.string() });
const held = z.object({
  selected_options: z.array(option).nullish(),
  selected_option: option.nullish(),
  selected_time: z.string().nullish(),
});
/** The `state.values` of a modal. */
const valuesSchema = z.record(z.string(), z.record(z.string(), held));

/** What is chosen in the form. */
export type Chosen = Pick<Subscription, 'topics' | 'time' | 'weekdays' | 'zone' | 'quietDay'>;

/** What the form said, or what is wrong with which of its fields, by block id. */
export type DigestFormRead =
  | { readonly kind: 'read'; readonly chosen: Chosen }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

/** Reads what was entered into the digest's modal. Throws when it is not that modal's. */
export function readDigestForm(values: unknown, record: readonly Dossier[]): DigestFormRead {
  const entered = valuesSchema.parse(values);
  const { errors: words } = DIGEST_WORDS;
  const errors: Record<string, string> = {};
  const field = (id: string) => entered[id]?.[id];

  const known = new Map(
    topicChoices(record).flatMap(({ topics }) =>
      topics.map(({ dossier, topic }): [string, TopicRef] => [topicValue({ dossier, topic }), { dossier, topic }]),
    ),
  );
  const topics = (field(DIGEST_INPUTS.topics)?.selected_options ?? []).map(({ value }) => known.get(value));
  if (topics.includes(undefined)) errors[DIGEST_INPUTS.topics] = words.topic;

  const time = field(DIGEST_INPUTS.time)?.selected_time ?? '';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) errors[DIGEST_INPUTS.time] = words.time;

  const weekdays = (field(DIGEST_INPUTS.weekdays)?.selected_options ?? []).map(({ value }) => Number(value));
  const areWeekdays = weekdays.every((weekday) => Number.isInteger(weekday) && weekday >= 1 && weekday <= 7);
  if (weekdays.length === 0 || !areWeekdays) errors[DIGEST_INPUTS.weekdays] = words.weekdays;

  const zone = field(DIGEST_INPUTS.zone)?.selected_option?.value ?? '';
  if (!isZone(zone)) errors[DIGEST_INPUTS.zone] = words.zone;

  const quietDay = field(DIGEST_INPUTS.quiet)?.selected_option?.value;
  if (quietDay !== 'say' && quietDay !== 'silent') errors[DIGEST_INPUTS.quiet] = words.quiet;

  if (Object.keys(errors).length > 0 || (quietDay !== 'say' && quietDay !== 'silent'))
    return { kind: 'errors', errors };
  return {
    kind: 'read',
    chosen: {
      topics: topics.flatMap((topic) => topic ?? []),
      time,
      weekdays: weekdays.sort((a, b) => a - b),
      zone,
      quietDay,
    },
  };
}
