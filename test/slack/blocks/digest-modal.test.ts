import type { InputBlock, StaticSelect } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../src/record/dossier.ts';
import { DIGEST_INPUTS, digestModal } from '../../../src/slack/blocks/digest-modal.ts';
import { readDigestForm } from '../../../src/slack/digest/read-digest-form.ts';
import { isZone } from '../../../src/slack/digest/time-zones.ts';
import { DIGEST_WORDS } from '../../../src/slack/digest/words.ts';
import { checkView } from '../../../src/workspace/blocks/check-view.ts';
import { type formProblems, valuesOf } from '../../../src/workspace/state/form.ts';
import { ferryRecord } from '../support/ferry-record.ts';

const now = Temporal.Instant.from('2025-11-03T09:00:00Z');
const [ferry] = ferryRecord as [Dossier];
type Fields = Parameters<typeof formProblems>[0];

/** What Slack sends back when the form is sent off as it is, with some fields entered. */
function sentOff(entered: Readonly<Record<string, object>> = {}, ownZone = 'Asia/Seoul') {
  const { blocks } = digestModal({ channel: 'C1', record: ferryRecord, ownZone, now });
  const values = valuesOf(blocks as unknown as Fields, {});
  const changed = Object.fromEntries(Object.entries(entered).map(([id, held]) => [id, { [id]: held }]));
  return readDigestForm({ ...values, ...changed }, ferryRecord);
}

describe('the form of a digest', () => {
  it.each([
    ['of a record', ferryRecord],
    ['of many long titles', [1, 2, 3].map((n) => manyTopics(`dossier-${n}`))],
  ])('%s is one that Slack takes', (_, record) => {
    const view = digestModal({ channel: 'C1', record, ownZone: 'America/Argentina/Buenos_Aires', now });
    expect(checkView(structuredClone(view), 'modal')).toMatchObject({ ok: true });
  });

  it('sent off as it opens is every topic on weekdays at nine, in the time zone of who opened it', () => {
    expect(sentOff()).toEqual({
      kind: 'read',
      chosen: { topics: [], time: '09:00', weekdays: [1, 2, 3, 4, 5], zone: 'Asia/Seoul', quietDay: 'say' },
    });
  });

  it('opens with what is set up', () => {
    const subscription = {
      channel: 'C1',
      topics: [{ dossier: ferry.slug, topic: 'toll' }],
      time: '18:45',
      weekdays: [6, 7],
      zone: 'Australia/Lord_Howe',
      quietDay: 'silent' as const,
      state: { kind: 'active' as const },
      setUpBy: 'U1',
      setUpAt: now.toString(),
    };
    const { blocks } = digestModal({ channel: 'C1', record: ferryRecord, ownZone: 'UTC', subscription, now });
    expect(readDigestForm(valuesOf(blocks as unknown as Fields, {}), ferryRecord)).toEqual({
      kind: 'read',
      chosen: {
        topics: subscription.topics,
        time: '18:45',
        weekdays: [6, 7],
        zone: 'Australia/Lord_Howe',
        quietDay: 'silent',
      },
    });
  });

  it.each([
    [DIGEST_INPUTS.topics, { selected_options: [{ value: 'a topic that is gone' }] }, DIGEST_WORDS.errors.topic],
    [DIGEST_INPUTS.time, { selected_time: '25:00' }, DIGEST_WORDS.errors.time],
    [DIGEST_INPUTS.weekdays, { selected_options: [] }, DIGEST_WORDS.errors.weekdays],
    [DIGEST_INPUTS.weekdays, { selected_options: [{ value: '8' }] }, DIGEST_WORDS.errors.weekdays],
    [DIGEST_INPUTS.zone, { selected_option: { value: 'Mars/Olympus' } }, DIGEST_WORDS.errors.zone],
    [DIGEST_INPUTS.quiet, { selected_option: null }, DIGEST_WORDS.errors.quiet],
  ])('says at %s what is wrong with %j', (field, held, words) => {
    expect(sentOff({ [field]: held })).toEqual({ kind: 'errors', errors: { [field]: words } });
  });

  it('offers every time zone once, each of them one', () => {
    const { blocks } = digestModal({ channel: 'C1', record: ferryRecord, ownZone: 'Asia/Kathmandu', now });
    const menu = blocks.find((block) => block.block_id === DIGEST_INPUTS.zone) as InputBlock;
    const { option_groups: groups } = menu.element as StaticSelect;
    const zones = JSON.stringify(groups)
      .match(/"value":"[^"]+"/g)
      ?.map((found) => found.slice(9, -1));
    expect(zones?.every(isZone)).toBe(true);
    expect(new Set(zones).size).toBe(zones?.length);
    for (const zone of ['UTC', 'Europe/London', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kathmandu'])
      expect(zones).toContain(zone);
  });
});

/** A dossier of more topics than a menu's group takes, with titles longer than an option's text. */
function manyTopics(slug: string): Dossier {
  const topics = Array.from({ length: 150 }, (_, n) => ({
    id: `topic-${n}`,
    title: `${'A long title '.repeat(10)}${n}`,
  }));
  return { ...ferry, slug, title: 'T'.repeat(200), topics: new Map(topics.map((topic) => [topic.id, topic])) };
}
