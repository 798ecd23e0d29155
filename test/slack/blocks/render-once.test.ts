import { describe, expect, it } from 'vitest';
import { createAsker } from '../../../src/ask/ask.ts';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { createRenderOnce } from '../../../src/slack/blocks/render-once.ts';
import { ferryRecord } from '../support/ferry-record.ts';

const answer = createAsker(ferryRecord).ask({ ask: 'how many died?', now: '2025-11-03T09:00:00Z' });

describe('an answer that is rendered once', () => {
  it('is the message that it would be', () => {
    const render = createRenderOnce();
    for (const frame of [{}, { share: 'x' }, { share: 'y', hints: ['z'] }, { share: 'x' }])
      expect(render(answer, frame)).toEqual(answerMessage(answer, frame));
  });

  it('is the same message as long as answer and frame are', () => {
    const render = createRenderOnce();
    const message = render(answer, { share: 'x' });
    expect(render(answer, { share: 'x' })).toBe(message);
    expect(render({ ...answer }, { share: 'x' })).not.toBe(message);
    expect(render(answer, { share: 'y' })).not.toBe(message);
  });
});
