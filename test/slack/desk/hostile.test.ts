import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FilledClaim, type FilledReport, LONGEST, type Named } from '../../../src/desk/filled-form.ts';
import type { Proposal } from '../../../src/desk/proposals.ts';
import { readFiling } from '../../../src/desk/read-filing.ts';
import { claimModal } from '../../../src/slack/blocks/claim-modal.ts';
import { fitsMessage } from '../../../src/slack/blocks/fits-message.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { outcomeMessage, reviewMessage } from '../../../src/slack/blocks/review-message.ts';
import { revisionForm } from '../../../src/slack/desk/open-form.ts';
import { createSuggestions } from '../../../src/slack/desk/suggestions.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { checkView } from '../../../src/workspace/blocks/check-view.ts';
import { ferry } from '../../desk/forms.ts';
import { hostileText } from '../support/arbitrary-answer.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { sendForm } from '../support/send-signed.ts';
import { fill, formOf, reviews } from './desk-acts.ts';

const HOSTILE = '<!channel> <@U0TOM00002> *bold* :fire: <https://evil.example|click> &lt;!here&gt;';

/** Nothing that rings, links or formats: no mention, and no markup in what Slack reads as markup. */
function expectHarmless(message: { readonly text: string; readonly blocks: unknown }) {
  const blocks = JSON.stringify(message.blocks);
  expect(blocks).not.toMatch(/"type":"(?:user|usergroup|broadcast|channel|mrkdwn)"/);
  expect(blocks).not.toMatch(/<[!@#]|<https?:/);
  expect(message.text).not.toMatch(/<[!@#h]|[*`]|:fire:/);
}

describe('markup in every field', () => {
  it('is shown as it was typed at the desk, and rings nobody', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    await slack.runCommand({ line: '/dateline file' });
    await formOf(newsroom);
    await slack.click({ on: 'modal', actionId: 'article-toggle' });
    await slack.until(() =>
      slack
        .views()
        .at(-1)
        ?.blocks.some((block) => block.block_id === 'headline'),
    );
    const { 'article@harbour-ferry': _, ...filled } = fill(newsroom, { statement: HOSTILE });
    const option = (value: string) => ({ text: { type: 'plain_text', text: 'x' }, value });
    const name = '<!here> *Moll*';
    const outcome = await slack.submitView({
      fill: {
        ...filled,
        'saidBy@harbour-ferry': [option(`+person:${name}`)],
        'outlet@harbour-ferry': option('+<!everyone> _Post_'),
        headline: HOSTILE,
        url: 'https://evil.example/<!channel>'.replace(/[<>]/g, ''),
        basis: HOSTILE,
        notBefore: '2024-01-01',
        chain: '<@U0TOM00002>, `AFP`',
        value: '12',
        'measure@harbour-ferry': option('dead'),
        qualifier: '<!channel>',
        quote: '*pitch* <!here>',
      } as never,
    });
    expect(outcome).toEqual({ status: 'cleared' });
    const [review] = await reviews(newsroom, 1);
    if (!review) throw new Error('no review');
    expectHarmless(review as never);
  });

  it('of 10,000 characters, sent past Slack’s own checks, is refused field by field', async () => {
    const { appUrl, record, slack } = await openNewsroom();
    await slack.runCommand({ line: '/dateline file' });
    const view = await formOf({ slack } as never);
    const long = 'x'.repeat(10_000);
    const metadata = JSON.stringify({ ...JSON.parse(String(view.private_metadata)), article: 'new' });
    const text = (id: string) => [id, { [id]: { type: 'plain_text_input', value: long } }];
    const one = (id: string) => [
      `${id}@harbour-ferry`,
      { [id]: { type: 'external_select', selected_option: { value: `+${long}` } } },
    ];
    const many = (id: string) => [
      `${id}@harbour-ferry`,
      { [id]: { type: 'multi_external_select', selected_options: [{ value: `+person:${long}` }] } },
    ];
    const values = Object.fromEntries([
      ...['statement', 'value', 'qualifier', 'when', 'headline', 'url', 'basis', 'chain', 'paragraph', 'quote'].map(
        text,
      ),
      ...['topic', 'measure', 'outlet', 'sensitive'].map(one),
      ...['saidBy', 'people'].map(many),
    ]);
    const payload = {
      type: 'view_submission',
      user: { id: 'U0NADIA001' },
      team: { id: 'T1' },
      view: { ...view, private_metadata: metadata, state: { values } },
    };
    const answered = (await (await sendForm(appUrl, { payload: JSON.stringify(payload) })).json()) as {
      errors: object;
    };
    expect(new Set(Object.keys(answered.errors))).toEqual(new Set(Object.keys(values)));
    expect(JSON.stringify(answered).length).toBeLessThan(5000);
    expect(record.entries.some(({ act }) => act.kind === 'proposed')).toBe(false);
  });
});

const bounded = (most: number) =>
  hostileText.map(
    (text) =>
      text
        .replace(/\p{Cc}|\p{Cf}|\p{Cs}|\uFFFD/gu, ' ')
        .slice(0, most)
        .toWellFormed() || 'w',
  );
const full = (most: number) => fc.oneof(bounded(most), fc.constant(`w${'&'.repeat(most - 1)}`));
const named: fc.Arbitrary<Named> = fc.oneof(
  fc.constantFrom(...ferry.people.keys()).map((id) => ({ kind: 'on-record', id }) as const),
  fc.record({
    kind: fc.constant('new' as const),
    name: full(LONGEST.name),
    as: fc.constantFrom('person' as const, 'body' as const),
  }),
);
const filled: fc.Arbitrary<FilledClaim> = fc.record({
  statement: full(LONGEST.statement),
  topic: fc.constantFrom(...ferry.topics.keys()),
  saidBy: fc.array(named, { minLength: 1, maxLength: LONGEST.names }),
  people: fc.array(named, { maxLength: LONGEST.names }),
  measure: fc.constant('dead'),
  value: fc.constantFrom('12', '10,000-12,000'),
  qualifier: full(LONGEST.qualifier),
  when: fc.constant('2024-03'),
  key: fc.boolean(),
  sensitive: fc.constantFrom('', 'self-harm', 'health', 'identity'),
});
const reported: fc.Arbitrary<FilledReport> = fc.record({
  article: fc.constant(''),
  newArticle: fc.record({
    outlet: full(LONGEST.outlet),
    headline: full(LONGEST.headline),
    url: fc.constantFrom('', `https://a.example/${'x'.repeat(900)}`),
    published: fc.constant(''),
    notBefore: fc.constant('2024-01-01'),
    notAfter: fc.constant(''),
    basis: full(LONGEST.basis),
    chain: full(LONGEST.chain),
  }),
  paragraph: fc.constant('3'),
  quote: fc.constantFrom('', `${'w'.repeat(150)} <!here>`),
});

describe('whatever is proposed', () => {
  const nameOf = () => '<!channel> *Nadia*';
  const version = (things: Proposal['last']['things']) => ({
    seq: 9,
    at: '2026-11-22T05:00:00.000Z',
    by: 'U1',
    things,
  });

  it('fits a message and a form, rings nobody, and keeps its citation', { timeout: 60_000 }, () => {
    let read = 0;
    fc.assert(
      fc.property(filled, reported, (claim, report) => {
        const reading = readFiling(claim, report, ferry);
        if (reading.kind === 'mistakes') return;
        read += 1;
        const first = version(reading.things);
        const state = { kind: 'declined', seq: 10, at: first.at, by: 'U2', why: '&'.repeat(500) } as const;
        const waiting: Proposal = {
          id: 'p-1',
          dossier: ferry.slug,
          first,
          last: first,
          addsReport: false,
          state: { kind: 'waiting' },
        };
        const near = [...ferry.claims.values()].slice(0, 3);
        const cards = [waiting, { ...waiting, state }].map((proposal) => ({ proposal, dossier: ferry, near, nameOf }));
        for (const message of [...cards.map(reviewMessage), ...cards.map(outcomeMessage)]) {
          if (!message) continue;
          expect(checkMessageBlocks(structuredClone(message.blocks))).toMatchObject({ ok: true });
          expect(fitsMessage(message.blocks)).toBe(true);
          expect(message.text.length).toBeLessThanOrEqual(LIMITS.messageText);
          expectHarmless(message);
          expect(message.text).toContain('undated, on or after 1 Jan 2024');
        }
        const form = revisionForm(waiting, [ferry], true);
        if (!form) throw new Error('no form');
        expect(checkView(structuredClone(claimModal({ ...form, near })), 'modal')).toMatchObject({ ok: true });
      }),
      { numRuns: 80 },
    );
    expect(read).toBeGreaterThan(25);
  });
});

describe('the menus', () => {
  const suggest = createSuggestions({ record: { dossiers: [ferry] } as never });
  const metadata = JSON.stringify({ dossier: ferry.slug });

  it('give options that Slack takes for whatever is typed, in little time', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(suggest)),
        fc.oneof(fc.string({ unit: 'binary' }), hostileText),
        (menu, typed) => {
          const start = performance.now();
          const given = suggest[menu]?.({ typed, user: 'U1', metadata });
          expect(performance.now() - start).toBeLessThan(1000);
          const groups = given && 'option_groups' in given ? given.option_groups : [];
          for (const { options } of groups) {
            expect(options.length).toBeGreaterThan(0);
            expect(options.length).toBeLessThanOrEqual(LIMITS.options);
            for (const { text, value } of options) {
              expect(text.text.length).toBeLessThanOrEqual(LIMITS.optionText);
              expect(value?.length ?? 0).toBeLessThanOrEqual(LIMITS.optionText);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([
    ['saidBy', 'Capt. Breck', 'Ilvar Brekk'],
    ['people', 'coast gard', 'Calvany Coastguard'],
    ['measure', 'missing', 'missing'],
    ['article', 'kestrel', 'Kestrel News, 12 Mar 2024: At least nine dead'],
    ['outlet', 'Sarow Courier', 'The Sarrow Courier'],
  ])('%s finds %j', (menu, typed, found) => {
    expect(JSON.stringify(suggest[menu]?.({ typed, user: 'U1', metadata }))).toContain(found);
  });

  it.each(['', 'nonsense', '{"dossier":"gone"}'])('give nothing in a modal whose metadata is %j', (other) => {
    expect(suggest.saidBy?.({ typed: 'Brekk', user: 'U1', metadata: other })).toEqual({ options: [] });
  });
});
