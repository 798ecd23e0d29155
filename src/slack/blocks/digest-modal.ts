import type { InputBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Subscription } from '../../digest/subscription.ts';
import type { Dossier } from '../../record/dossier.ts';
import { zoneChoice, zoneGroups } from '../digest/time-zones.ts';
import { topicChoices, topicValue } from '../digest/topic-choices.ts';
import { DIGEST_WORDS } from '../digest/words.ts';
import { literal, paragraph, words } from './elements.ts';
import { LIMITS } from './limits.ts';

/** The callback id of the modal that sets up a digest. */
export const DIGEST_MODAL = 'digest-setup';

/** The block and action id of each input. */
export const DIGEST_INPUTS = {
  topics: 'digest-topics',
  time: 'digest-time',
  weekdays: 'digest-weekdays',
  zone: 'digest-zone',
  quiet: 'digest-quiet',
} as const;

/** What the form starts with. */
export interface DigestForm {
  readonly channel: string;
  readonly record: readonly Dossier[];
  /** The time zone of who opens it. */
  readonly ownZone: string;
  /** What is set up already. */
  readonly subscription?: Subscription | undefined;
  readonly now: Temporal.Instant;
}

const USUAL_TIME = '09:00';
const USUAL_WEEKDAYS = [1, 2, 3, 4, 5];
const EVERY_WEEKDAY = [1, 2, 3, 4, 5, 6, 7];
const { modal: MODAL } = DIGEST_WORDS;

/** The modal in which a channel's digest is set up or changed. */
export function digestModal(form: DigestForm): ModalView {
  const { channel, subscription } = form;
  return {
    type: 'modal',
    callback_id: DIGEST_MODAL,
    private_metadata: channel,
    title: literal(MODAL.title, LIMITS.viewTitle),
    submit: literal(MODAL.submit, LIMITS.viewTitle),
    close: literal(MODAL.close, LIMITS.viewTitle),
    blocks: [
      paragraph(words(MODAL.lead)),
      topicsInput(form),
      input(DIGEST_INPUTS.time, MODAL.time, { type: 'timepicker', initial_time: subscription?.time ?? USUAL_TIME }),
      weekdaysInput(subscription?.weekdays ?? USUAL_WEEKDAYS),
      zoneInput(form),
      quietInput(subscription?.quietDay ?? 'say'),
    ],
  };
}

function input(id: string, label: string, element: InputBlock['element'], more: Partial<InputBlock> = {}): InputBlock {
  return { type: 'input', block_id: id, label: literal(label), element: { ...element, action_id: id }, ...more };
}

function option(text: string, value: string): PlainTextOption {
  return { text: literal(text, LIMITS.optionText), value };
}

function topicsInput({ record, subscription }: DigestForm): InputBlock {
  const groups = topicChoices(record);
  const chosen = new Set(subscription?.topics.map(topicValue));
  const options = groups.map(({ title, topics }) => ({
    label: literal(title, LIMITS.optionText),
    options: topics.slice(0, LIMITS.options).map((topic) => option(topic.title, topicValue(topic))),
  }));
  const initial = options.flatMap((group) => group.options).filter(({ value }) => chosen.has(value as string));
  const offered = options.filter((group) => group.options.length > 0);
  return input(
    DIGEST_INPUTS.topics,
    MODAL.topics,
    {
      type: 'multi_static_select',
      placeholder: literal(MODAL.everyTopic),
      option_groups: offered.slice(0, LIMITS.options),
      ...(initial.length > 0 ? { initial_options: initial } : {}),
    },
    { optional: true, hint: literal(MODAL.topicsHint) },
  );
}

function weekdaysInput(weekdays: readonly number[]): InputBlock {
  const options = EVERY_WEEKDAY.map((weekday) => option(DIGEST_WORDS.day(weekday), String(weekday)));
  const initial = options.filter(({ value }) => weekdays.includes(Number(value)));
  return input(DIGEST_INPUTS.weekdays, MODAL.weekdays, { type: 'checkboxes', options, initial_options: initial });
}

function zoneInput({ ownZone, subscription, now }: DigestForm): InputBlock {
  const zone = subscription?.zone ?? ownZone;
  const own = zoneChoice(zone, now);
  const initial = option(own.text, own.zone);
  return input(DIGEST_INPUTS.zone, MODAL.zone, {
    type: 'static_select',
    placeholder: literal(MODAL.findZone),
    initial_option: initial,
    option_groups: [
      { label: literal(MODAL.ownZone), options: [initial] },
      ...zoneGroups(now, zone).map(({ title, zones }) => ({
        label: literal(title, LIMITS.optionText),
        options: zones.map((choice) => option(choice.text, choice.zone)),
      })),
    ],
  });
}

function quietInput(quietDay: Subscription['quietDay']): InputBlock {
  const options = [option(MODAL.say, 'say'), option(MODAL.silent, 'silent')];
  const initial = options.find(({ value }) => value === quietDay) as PlainTextOption;
  return input(DIGEST_INPUTS.quiet, MODAL.quiet, { type: 'radio_buttons', options, initial_option: initial });
}
