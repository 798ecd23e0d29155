import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { words } from '../../../src/slack/blocks/elements.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import { neutralText } from '../../../src/slack/format/neutral-text.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { arbitraryAnswer, hostileText } from '../support/arbitrary-answer.ts';

const frame = fc.record(
  {
    byline: hostileText,
    hints: fc.array(fc.constant('Did you mean /dateline sources?'), { maxLength: 2 }),
    share: fc.constant('{"ask":"how many?"}'),
  },
  { requiredKeys: [] },
);

// Answers are made large, to reach every limit: few of them, and no shrinking of what fails.
const few = { numRuns: 30, endOnFailure: true };
const framed = fc
  .tuple(arbitraryAnswer, frame)
  .map(([answer, around]) => ({ answer, message: answerMessage(answer, around) }));

/** Every text that Slack would read as markup. */
function markupIn(blocks: readonly KnownBlock[]): string[] {
  const found: string[] = [];
  JSON.stringify(blocks, (_, value) => {
    if (value?.type === 'mrkdwn' || value?.type === 'markdown') found.push(value.text);
    return value;
  });
  return found;
}

/** A text as it stands in the JSON of blocks. */
function shownAs(text: string): string {
  return JSON.stringify(words(text).text).slice(1, -1);
}

describe('an answer as a Slack message', { timeout: 30_000 }, () => {
  it('stays within every limit of Slack, whatever the answer holds', () => {
    fc.assert(
      fc.property(framed, ({ message }) => {
        expect(message.text.length).toBeLessThanOrEqual(LIMITS.messageText);
        expect(message.blocks.length).toBeLessThanOrEqual(LIMITS.messageBlocks);
        expect(JSON.stringify(message.blocks).length).toBeLessThanOrEqual(LIMITS.messageCharacters);
        expect(checkMessageBlocks(message.blocks)).toMatchObject({ ok: true });
      }),
      few,
    );
  });

  it('shows no claim without every outlet and date that it rests on, in the blocks and in the text', () => {
    fc.assert(
      fc.property(framed, ({ answer, message }) => {
        const blocks = JSON.stringify(message.blocks);
        for (const { claim, citations } of answer.claims) {
          for (const { outlet, date } of citations) {
            if (blocks.includes(claim.id)) expect(blocks).toContain(shownAs(`${outlet}, ${date}`));
            if (message.text.includes(claim.id)) expect(message.text).toContain(neutralText(`${outlet}, ${date}`));
          }
        }
      }),
      few,
    );
  });

  it('leaves out whole claims from the end and counts them', () => {
    fc.assert(
      fc.property(framed, ({ answer, message }) => {
        for (const rendering of [JSON.stringify(message.blocks), message.text]) {
          const isShown = answer.claims.map(({ claim }) => rendering.includes(claim.id));
          const shown = isShown.filter(Boolean).length;
          expect(isShown.lastIndexOf(true)).toBe(shown - 1);
          const left = answer.more + answer.claims.length - shown;
          if (left > 0) expect(rendering).toContain(`${left} more on record.`);
        }
      }),
      few,
    );
  });

  it('lets no text ping, link or format', () => {
    fc.assert(
      fc.property(framed, ({ message }) => {
        expect(markupIn(message.blocks)).toEqual([]);
        expect(JSON.stringify(message.blocks)).not.toMatch(/<[!@#]|<https?:/);
        expect(message.text).not.toMatch(/[<>*_~`]|&(?!amp;|lt;|gt;)|:\/\/|@\w|:[a-z0-9+-]+:/i);
        const types = JSON.stringify(message.blocks).match(/"type":"(?:user|usergroup|channel|broadcast|emoji|team)"/g);
        expect(types).toBeNull();
        for (const [, url] of JSON.stringify(message.blocks).matchAll(/"url":"(.*?)"/g))
          expect(url).toMatch(/^https?:\/\//);
      }),
      few,
    );
  });

  it('gives the same bytes for the same answer', () => {
    fc.assert(
      fc.property(arbitraryAnswer, (answer) => {
        expect(JSON.stringify(answerMessage(answer))).toBe(JSON.stringify(answerMessage(structuredClone(answer))));
      }),
      few,
    );
  });
});
