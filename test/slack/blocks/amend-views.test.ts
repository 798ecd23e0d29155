import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryStep } from '../../../src/desk/claim-history.ts';
import { filledClaimOf } from '../../../src/desk/claim-value.ts';
import type { Amendment } from '../../../src/record/amendment.ts';
import type { Claim, Dossier } from '../../../src/record/dossier.ts';
import { correctModal, retractModal, supersedeModal } from '../../../src/slack/blocks/amend-modals.ts';
import { claimMenuModal } from '../../../src/slack/blocks/claim-menu-modal.ts';
import { chooseHistory, historyMessage } from '../../../src/slack/blocks/history-blocks.ts';
import { FIRST_PAGES, homeView } from '../../../src/slack/blocks/home-view.ts';
import { fromKeepValue, toKeepValue } from '../../../src/slack/blocks/keep-button.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { checkView } from '../../../src/workspace/blocks/check-view.ts';
import { hostileText, shownClaim } from '../support/arbitrary-answer.ts';
import { ferryRecord } from '../support/ferry-record.ts';

const [ferry] = ferryRecord as [Dossier];
const few = { numRuns: 25, endOnFailure: true };
const at = '2026-11-22T14:02:00.000Z';
const someone = fc.constantFrom('data folder', 'U0TOM00002', '<!channel>', 'U1><!here>');
const reason = fc.oneof(hostileText, fc.string({ minLength: 1, maxLength: 3000 }));
const manyShown = fc.array(shownClaim, { minLength: 1, maxLength: 60, size: 'max' });

const step: fc.Arbitrary<HistoryStep> = fc
  .record({
    by: someone,
    kind: fc.constantFrom<HistoryStep['kind'][]>(
      'filed',
      'changed',
      'corrected',
      'retracted',
      'overtaken',
      'withdrawn',
    ),
    shown: shownClaim,
    why: reason,
    source: reason,
    newer: shownClaim,
  })
  .map(({ shown, newer, ...rest }) => ({ ...rest, seq: 7, at, claim: shown.claim, newer: newer.claim }));

/** What Slack would read as markup, or ring for, except who did something, which only they see. */
function expectInert(blocks: unknown, mayName = false): void {
  const json = JSON.stringify(blocks);
  expect(json).not.toMatch(/"type":"(?:mrkdwn|markdown|broadcast|usergroup|emoji)"/);
  expect(json).not.toMatch(/<[!@#]|<https?:/);
  for (const [, id] of json.matchAll(/"type":"user","user_id":"(.*?)"/g)) {
    expect(mayName).toBe(true);
    expect(id).toMatch(/^[UW][A-Z0-9]+$/);
  }
}

interface ShownText {
  readonly text: string;
  readonly style?: object;
}

/** Every piece of rich text in the blocks, read from the blocks themselves: their JSON may hold anything within a text. */
function textsIn(part: unknown): ShownText[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'text' in part && typeof part.text === 'string' ? [part as ShownText] : [];
  return [...own, ...Object.values(part).flatMap(textsIn)];
}

describe('what is shown to who corrects and traces claims', { timeout: 60_000 }, () => {
  it('the claims of a message fit a modal, whatever they hold', () => {
    fc.assert(
      fc.property(manyShown, (claims) => {
        const view = claimMenuModal(claims.map((shown) => ({ dossier: 'any', claim: shown.claim.id, shown })));
        expect(checkView(view, 'modal')).toMatchObject({ ok: true });
        expectInert(view.blocks);
        expect(fromKeepValue(view.private_metadata)[0]).toEqual({ dossier: 'any', claim: claims[0]?.claim.id });
      }),
      few,
    );
  });

  it('every form fits, whatever the claim and what was typed hold', () => {
    fc.assert(
      fc.property(shownClaim, reason, reason, ({ claim }, why, source) => {
        const form = { dossier: ferry, claim, since: 1, why, source };
        const filled = { ...filledClaimOf(claim), statement: source, topic: 'accident' };
        for (const view of [
          correctModal({ ...form, filled }),
          retractModal(form),
          supersedeModal({ ...form, newer: claim }),
        ]) {
          expect(checkView(view, 'modal')).toMatchObject({ ok: true });
          expectInert(view.blocks.filter((block) => block.type !== 'input'));
        }
      }),
      few,
    );
  });

  it('a history fits a message and a modal page by page, each version with where it was published', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(15), (steps, page) => {
        const told = { dossier: 'any', claim: 'any', dossierOf: ferry, steps, reached: new Map() };
        const message = historyMessage(told, page);
        expect(checkMessageBlocks(message.blocks)).toMatchObject({ ok: true });
        expect(message.text.length).toBeLessThanOrEqual(LIMITS.messageText);
        expect(JSON.stringify(message.blocks).length).toBeLessThanOrEqual(LIMITS.messageCharacters);
        expectInert(message.blocks, true);
        expect(message.text.replace(/<@[UW][A-Z0-9]+>/g, '')).not.toMatch(/[<>*_~`]|:\/\/|@\w/);
        for (const { claim } of steps) {
          const { id, reports } = claim as Claim;
          if (JSON.stringify(message.blocks).includes(id))
            expect(JSON.stringify(message.blocks)).toContain(`${reports[0].article.outlet.slice(0, 1)}`);
        }
      }),
      few,
    );
  });

  it('every step of a history stands on exactly one page', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const told = { dossier: 'any', claim: 'any', dossierOf: ferry, steps, reached: new Map() };
        const pages = Array.from({ length: steps.length }, (_, page) => historyMessage(told, page).text);
        const leads = [...new Set(pages)].flatMap((text) => text.match(/Version \d+ · /g) ?? []);
        expect(leads).toHaveLength(steps.length);
      }),
      few,
    );
  });

  it('a choice of claims fits a message', () => {
    fc.assert(
      fc.property(manyShown, (claims) => {
        const message = chooseHistory(claims.map((shown) => ({ dossier: 'any', claim: shown.claim.id, shown })));
        expect(checkMessageBlocks(message.blocks)).toMatchObject({ ok: true });
        expect(message.text.length).toBeLessThanOrEqual(LIMITS.messageText);
        expectInert(message.blocks);
      }),
      few,
    );
  });

  it('a Home tab fits, whatever was amended, and shows nothing old unmarked', () => {
    const amendment = fc
      .record({
        was: shownClaim,
        now: shownClaim,
        by: someone,
        why: reason,
        source: reason,
        kind: fc.constantFrom('corrected', 'retracted'),
      })
      .map(({ was, now, ...rest }) => ({ ...rest, seq: 3, at, was: was.claim, now: now.claim }) as Amendment);
    fc.assert(
      fc.property(fc.array(amendment, { maxLength: 12 }), hostileText, (amendments, title) => {
        const dossier: Dossier = {
          ...ferry,
          title,
          amendments: new Map(amendments.map((one) => [one.was.id, [one]])),
        };
        const view = homeView({ dossiers: Array(12).fill(dossier), digests: [], pages: FIRST_PAGES });
        expect(checkView(view, 'home')).toMatchObject({ ok: true });
        expectInert(view.blocks, true);
        const ofOld = textsIn(view.blocks).filter(({ text }) => amendments.some(({ was }) => text.startsWith(was.id)));
        for (const { style } of ofOld) expect(style).toMatchObject({ strike: true });
      }),
      few,
    );
  });

  it('a button carries as many claims as fit in its value, in their order', () => {
    const ids = fc.array(fc.record({ dossier: fc.constantFrom('a', 'b'), claim: fc.uuid() }), {
      minLength: 1,
      maxLength: 90,
    });
    fc.assert(
      fc.property(ids, (claims) => {
        const value = toKeepValue(claims);
        expect(value.length).toBeLessThanOrEqual(LIMITS.buttonValue);
        expect(fromKeepValue(value).length).toBeGreaterThan(0);
        for (const ref of fromKeepValue(value)) expect(claims).toContainEqual(ref);
      }),
    );
  });
});
