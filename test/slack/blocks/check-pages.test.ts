import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WORST_FIRST, worstFirst } from '../../../src/check/check-text.ts';
import { checkBlocks, checkMessages } from '../../../src/slack/blocks/check-pages.ts';
import { checkedModal } from '../../../src/slack/blocks/draft-modal.ts';
import { words } from '../../../src/slack/blocks/elements.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import type { Message } from '../../../src/slack/blocks/message.ts';
import { neutralText } from '../../../src/slack/format/neutral-text.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { checkView } from '../../../src/workspace/blocks/check-view.ts';
import { arbitraryCheck } from '../support/arbitrary-check.ts';

// Checks are made large, to reach every limit: few of them, and no shrinking of what fails.
const few = { numRuns: 20, endOnFailure: true };

const idOf = (text: string) => text.slice(0, 36);
const json = (blocks: readonly KnownBlock[]) => JSON.stringify(blocks);

/** A text as it stands in the JSON of blocks. */
const shownAs = (text: string) => JSON.stringify(words(text).text).slice(1, -1);

const expectWithinLimits = ({ text, blocks }: Message) => {
  expect(text.length).toBeLessThanOrEqual(LIMITS.messageText);
  expect(blocks.length).toBeLessThanOrEqual(LIMITS.messageBlocks);
  expect(json(blocks).length).toBeLessThanOrEqual(LIMITS.messageCharacters);
  expect(checkMessageBlocks(blocks)).toMatchObject({ ok: true });
};

const expectInert = (rendering: string) => {
  expect(rendering).not.toMatch(/"type":"(?:mrkdwn|markdown|user|usergroup|channel|broadcast|emoji|team)"/);
  expect(rendering).not.toMatch(/<[!@#]|<https?:/);
  for (const [, url] of rendering.matchAll(/"url":"(.*?)"/g)) expect(url).toMatch(/^https?:\/\//);
};

describe('a check as Slack messages', { timeout: 60_000 }, () => {
  it('stays within every limit of Slack, whatever the check holds', () => {
    fc.assert(
      fc.property(arbitraryCheck, (checked) => {
        const messages = checkMessages(checked, []);
        expect(messages.length).toBeLessThanOrEqual(LIMITS.responses);
        messages.forEach(expectWithinLimits);
        const { blocks, rest } = checkBlocks(checked, []);
        expect(checkView(checkedModal(blocks), 'modal')).toMatchObject({ ok: true });
        rest.forEach(expectWithinLimits);
      }),
      few,
    );
  });

  it('shows no claim without every outlet and date that it rests on, in the blocks and in the text', () => {
    fc.assert(
      fc.property(arbitraryCheck, (checked) => {
        const { blocks, rest } = checkBlocks(checked, []);
        for (const message of [...checkMessages(checked, []), { text: '', blocks }, ...rest]) {
          for (const { claim, citations } of checked.sentences.flatMap(({ claims }) => claims)) {
            for (const { outlet, date } of citations) {
              if (json(message.blocks).includes(claim.id))
                expect(json(message.blocks)).toContain(shownAs(`${outlet}, ${date}`));
              if (message.text.includes(claim.id)) expect(message.text).toContain(neutralText(`${outlet}, ${date}`));
            }
          }
        }
      }),
      few,
    );
  });

  it('shows the worst first, each sentence whole in one message, and counts those beyond the last', () => {
    fc.assert(
      fc.property(arbitraryCheck, (checked) => {
        const messages = checkMessages(checked, []);
        const ids = worstFirst(checked).map(({ text }) => idOf(text));
        const shown = messages.map(({ blocks, text }) => {
          const inBlocks = ids.filter((id) => json(blocks).includes(id));
          expect(ids.filter((id) => text.includes(id))).toEqual(inBlocks);
          return inBlocks;
        });
        expect(shown.flat()).toEqual(ids.slice(0, shown.flat().length));
        const left = ids.length - shown.flat().length;
        const last = messages.at(-1) as Message;
        if (left > 0) expect(last.text).toMatch(new RegExp(`^${left} more sentences?: `, 'm'));
        else expect(last.text).not.toMatch(/^\d+ more sentences?: /m);
      }),
      few,
    );
  });

  it('in a modal goes on in messages where the modal is full', () => {
    fc.assert(
      fc.property(arbitraryCheck, (checked) => {
        const ids = worstFirst(checked).map(({ text }) => idOf(text));
        const { blocks, rest } = checkBlocks(checked, []);
        const inModal = ids.filter((id) => json(blocks).includes(id));
        const inRest = ids.filter((id) => rest.some((message) => json(message.blocks).includes(id)));
        expect([...inModal, ...inRest]).toEqual(ids.slice(0, inModal.length + inRest.length));
        expect(inModal.length < ids.length).toBe(rest.length > 0);
      }),
      few,
    );
  });

  it('lets no text ping, link or format', () => {
    fc.assert(
      fc.property(arbitraryCheck, (checked) => {
        for (const { text, blocks } of checkMessages(checked, [])) {
          expectInert(json(blocks));
          expect(text).not.toMatch(/[<>*_~`]|&(?!amp;|lt;|gt;)|:\/\/|@\w|:[a-z0-9+-]+:/i);
        }
        expectInert(json(checkBlocks(checked, []).blocks));
      }),
      few,
    );
  });

  it('says that each verdict is on the record, never on the world, and counts what claims nothing', () => {
    fc.assert(
      fc.property(arbitraryCheck, (checked) => {
        const [first] = checkMessages(checked, []);
        expect(first.text).toContain('“not on record” is not “false”');
        const passedOver = checked.sentences.filter(({ verdict }) => verdict === WORST_FIRST.at(-1)).length;
        if (passedOver > 0)
          expect(first.text).toMatch(new RegExp(`^${passedOver} sentences? that claims? nothing`, 'm'));
      }),
      few,
    );
  });
});
