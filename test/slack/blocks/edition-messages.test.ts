import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideEdition } from '../../../src/digest/decide-edition.ts';
import type { Edition } from '../../../src/digest/edition.ts';
import { formatCitation } from '../../../src/record/citation.ts';
import { asOf } from '../../../src/record/standing.ts';
import { type EditionMessages, editionMessages } from '../../../src/slack/blocks/edition-messages.ts';
import { inert } from '../../../src/slack/blocks/elements.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { neutralText } from '../../../src/slack/format/neutral-text.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { arbitraryMoments, ferry, prisoners } from '../../digest/moments.ts';
import { arbitraryAnswer, hostileText } from '../support/arbitrary-answer.ts';

const few = { numRuns: 25, endOnFailure: true };

const ofRecord = fc.tuple(arbitraryMoments, fc.boolean()).map(([{ before, after, entries, today }, first]) => {
  const decision = decideEdition(first ? undefined : before, after, { today, entries });
  if (decision.kind !== 'edition') throw new Error('silent although nobody asked for that');
  return decision.edition;
});

/** Editions that no record holds: as long and as hostile as they come. */
const invented: fc.Arbitrary<Edition> = fc.record({
  kind: fc.constant('news'),
  title: hostileText,
  lead: hostileText,
  notes: fc.array(hostileText, { maxLength: 8 }),
  sections: fc.array(
    fc.record({
      kind: fc.constantFrom('corrections', 'new', 'care'),
      title: hostileText,
      dossier: fc.constant('d'),
      note: hostileText,
      items: fc.array(
        fc.record({
          kind: fc.constant('figure'),
          label: hostileText,
          was: arbitraryAnswer.map(({ claims }) => claims.slice(0, 4)),
          now: arbitraryAnswer.map(({ claims }) => claims.slice(0, 2)),
          why: hostileText,
        }),
        { minLength: 1, maxLength: 4 },
      ),
      more: fc.nat(3),
    }),
    { maxLength: 3 },
  ),
});

const messagesOf = ({ main, thread }: EditionMessages) => [main, ...thread];
const shownIn = (edition: Edition) =>
  edition.sections.flatMap(({ items }) => items.flatMap(({ was, now }) => [...now, ...was]));

function editionOf(since: string | undefined, today: string, options = {}): Edition {
  const at = (day: string) => prisoners.map((dossier) => asOf(dossier, day));
  const decision = decideEdition(since === undefined ? undefined : at(since), at(today), { today, ...options });
  if (decision.kind !== 'edition') throw new Error('silent although nobody asked for that');
  return decision.edition;
}

describe('an edition as Slack messages', { timeout: 30_000 }, () => {
  it.each([
    ['first', editionOf(undefined, '2025-11-03'), undefined],
    ['news', editionOf('2025-02-18', '2025-02-19'), undefined],
    ['late', editionOf('2025-02-19', '2025-11-03'), 3 * 60 * 60 * 1000],
    ['quiet', editionOf('2025-03-01', '2025-03-02'), undefined],
  ])('looks as kept in edition-%s.json', async (name, edition, lateByMs) => {
    const seen = JSON.stringify(
      editionMessages(edition, lateByMs),
      (key, value) => (key === 'source' ? undefined : value),
      2,
    );
    await expect(`${seen}\n`).toMatchFileSnapshot(`__golden__/edition-${name}.json`);
  });

  it('stays within every limit of Slack, whatever the edition holds', () => {
    fc.assert(
      fc.property(fc.oneof(ofRecord, invented), (edition) => {
        for (const { text, blocks } of messagesOf(editionMessages(edition, 7 * 24 * 60 * 60 * 1000))) {
          expect(text.length).toBeLessThanOrEqual(LIMITS.messageText);
          expect(blocks.length).toBeLessThanOrEqual(LIMITS.messageBlocks);
          expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.messageCharacters);
          expect(checkMessageBlocks(blocks)).toMatchObject({ ok: true });
        }
      }),
      few,
    );
  });

  it('is cut in the same way however late it is, which its first message says', () => {
    fc.assert(
      fc.property(fc.oneof(ofRecord, invented), fc.nat(7 * 24 * 60 * 60 * 1000), (edition, lateByMs) => {
        const inTime = editionMessages(edition);
        const late = editionMessages(edition, lateByMs);
        expect(late.thread).toEqual(inTime.thread);
        expect(late.main.claims).toEqual(inTime.main.claims);
        expect(late.main.text).toMatch(/This edition is .* late\./);
        expect(inTime.main.text).not.toMatch(/This edition is .* late\./);
      }),
      few,
    );
  });

  it('shows every claim of a record, in order, with all its citations, in the blocks and in the text', () => {
    fc.assert(
      fc.property(ofRecord, (edition) => {
        const messages = messagesOf(editionMessages(edition));
        const expected = shownIn(edition);
        expect(messages.flatMap(({ claims = [] }) => claims.map(({ claim }) => claim))).toEqual(
          expected.map(({ claim }) => claim.id),
        );
        const text = messages.map((message) => message.text).join('\n');
        const blocks = messages.map((message) => JSON.stringify(message.blocks)).join('\n');
        for (const { claim, citations } of expected) {
          expect(text).toContain(neutralText(claim.statement));
          expect(blocks).toContain(JSON.stringify(inert(claim.statement)).slice(1, -1));
          for (const citation of citations) {
            expect(text).toContain(neutralText(formatCitation(citation)));
            expect(blocks).toContain(JSON.stringify(`${citation.outlet}, ${citation.date}`).slice(1, -1));
          }
        }
      }),
      few,
    );
  });

  it('keeps a claim and its citations in one message, and cuts no citation', () => {
    fc.assert(
      fc.property(fc.oneof(ofRecord, invented), (edition) => {
        const shown = new Map(shownIn(edition).map((one) => [one.claim.id, one]));
        for (const { text, blocks, claims = [] } of messagesOf(editionMessages(edition))) {
          for (const { claim } of claims) {
            for (const { outlet, date } of shown.get(claim)?.citations ?? []) {
              expect(text).toContain(neutralText(`${outlet}, ${date}`));
              expect(JSON.stringify(blocks)).toContain(JSON.stringify(inert(`${outlet}, ${date}`)).slice(1, -1));
            }
          }
        }
      }),
      few,
    );
  });

  it('counts what is in the thread, and begins with corrections', () => {
    const everything = decideEdition(undefined, [...prisoners, ...ferry], { today: '2025-11-03' });
    if (everything.kind !== 'edition') throw new Error('silent although it is the first');
    const { main, thread } = editionMessages(everything.edition);
    expect(thread.length).toBeGreaterThan(0);
    const inMain = main.claims?.length ?? 0;
    expect(main.text).toContain(`${shownIn(everything.edition).length - inMain} more items in the thread below.`);
    fc.assert(
      fc.property(ofRecord, (edition) => {
        const corrected = edition.sections.filter(({ kind }) => kind === 'corrections').length;
        const titles = edition.sections.map(({ title }) => neutralText(title));
        const text = editionMessages(edition).main.text;
        if (corrected > 0) expect(text.indexOf(titles[0] as string)).toBeGreaterThan(0);
      }),
      few,
    );
  });

  it('lets no text ping, link or format', () => {
    fc.assert(
      fc.property(invented, (edition) => {
        for (const { text, blocks } of messagesOf(editionMessages(edition, 7 * 24 * 60 * 60 * 1000))) {
          expect(JSON.stringify(blocks)).not.toMatch(
            /<[!@#]|<https?:|"type":"(?:mrkdwn|markdown|user|broadcast|emoji)"/,
          );
          expect(text).not.toMatch(/[<>*_~`]|&(?!amp;|lt;|gt;)|:\/\/|@\w|:[a-z0-9+-]+:/i);
        }
      }),
      few,
    );
  });

  it('gives the same bytes for the same edition', () => {
    fc.assert(
      fc.property(ofRecord, (edition) => {
        expect(JSON.stringify(editionMessages(edition))).toBe(
          JSON.stringify(editionMessages(structuredClone(edition))),
        );
      }),
      { numRuns: 5 },
    );
  });
});
