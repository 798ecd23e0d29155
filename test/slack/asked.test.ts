import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, fromButtonValue, toButtonValue } from '../../src/slack/asked.ts';
import { LIMITS } from '../../src/slack/blocks/limits.ts';
import { LONGEST_QUESTION } from '../../src/slack/format/question-text.ts';

const question = fc.string({ unit: 'binary', maxLength: 200 });
const asked: fc.Arbitrary<Asked> = fc.record(
  {
    ask: question,
    thread: fc.array(question, { maxLength: 10 }),
    within: fc.record({ dossier: fc.string(), topic: fc.string() }),
    form: fc.constantFrom('timeline' as const, 'sources' as const, 'conflicts' as const),
  },
  { requiredKeys: ['ask'] },
);

describe('a question in a button', () => {
  it('comes back as it went, within what a button holds, the earliest of its thread left out if it must be', () => {
    fc.assert(
      fc.property(asked, (sent) => {
        const value = toButtonValue(sent);
        if (value === undefined) return;
        expect(value.length).toBeLessThanOrEqual(LIMITS.buttonValue);
        const { thread = [], ...rest } = fromButtonValue(value) ?? { ask: 'lost' };
        const { thread: sentThread = [], ...sentRest } = sent;
        expect(rest).toEqual(sentRest);
        expect(thread).toEqual(sentThread.slice(sentThread.length - thread.length));
      }),
    );
  });

  it('of the longest length in plain letters still fits', () => {
    expect(toButtonValue({ ask: 'x'.repeat(LONGEST_QUESTION) })).toBeDefined();
  });

  it.each([
    undefined,
    '',
    'not json',
    '{}',
    '{"ask":1}',
    '{"ask":"x","post":"<!channel>"}',
    `{"ask":"${'x'.repeat(3000)}"}`,
  ])('that we did not write (%j) is nothing', (value) => {
    expect(fromButtonValue(value)).toBeUndefined();
  });
});
