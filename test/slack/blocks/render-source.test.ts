import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideEdition } from '../../../src/digest/decide-edition.ts';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { checkMessages } from '../../../src/slack/blocks/check-pages.ts';
import { editionMessages } from '../../../src/slack/blocks/edition-messages.ts';
import type { Message } from '../../../src/slack/blocks/message.ts';
import { readKept } from '../../../src/slack/blocks/message-source.ts';
import { renderSource } from '../../../src/slack/blocks/render-source.ts';
import { arbitraryMoments } from '../../digest/moments.ts';
import { arbitraryAnswer, hostileText } from '../support/arbitrary-answer.ts';
import { arbitraryCheck } from '../support/arbitrary-check.ts';

const few = { numRuns: 20, endOnFailure: true };

/** A message as it is made again from what the store kept of it; itself where it shows nothing. */
function again(message: Message): Message {
  if (message.source === undefined) return message;
  const kept = readKept(JSON.parse(JSON.stringify({ claims: [], source: message.source })));
  if (kept?.source === undefined) throw new Error('what was kept cannot be read');
  return renderSource(kept.source);
}

const visible = ({ text, blocks, claims }: Message) => JSON.parse(JSON.stringify({ text, blocks, claims }));

function expectSame(messages: readonly Message[]) {
  for (const message of messages) expect(visible(again(message))).toEqual(visible(message));
}

describe('what is kept of a message makes the same message again', { timeout: 60_000 }, () => {
  it('of any answer, in any frame', () => {
    const frame = fc.record(
      { byline: hostileText, hints: fc.array(hostileText, { maxLength: 2 }), share: hostileText },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(arbitraryAnswer, frame, (answer, around) => {
        expectSame([answerMessage({ ...answer, dossier: 'd' }, around)]);
      }),
      few,
    );
  });

  it('of any message of an edition', () => {
    fc.assert(
      fc.property(arbitraryMoments, fc.boolean(), ({ before, after, entries, today }, first) => {
        const decision = decideEdition(first ? undefined : before, after, { today, entries });
        if (decision.kind !== 'edition') throw new Error('silent although nobody asked for that');
        const { main, thread } = editionMessages(decision.edition);
        expectSame([main, ...thread]);
      }),
      few,
    );
  });

  it('of any message of a check', () => {
    fc.assert(
      fc.property(arbitraryCheck, (checked) => expectSame(checkMessages(checked, []))),
      few,
    );
  });

  it('and is nothing where it is not what we keep', () => {
    expect(readKept(undefined)).toBeUndefined();
    expect(readKept({ claims: [], source: { kind: 'answer', answer: { lead: 'On record:' } } })).toBeUndefined();
  });
});
