import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSeenEvents } from '../../src/slack/seen-events.ts';

describe('seen events', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance', 'Date', 'setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('are claimed once, each key of its own', async () => {
    const seen = createSeenEvents();
    expect([await seen.claim('a'), await seen.claim('a'), await seen.claim('b')]).toEqual([true, false, true]);
  });

  it('are remembered for the ten minutes in which Slack sends again', async () => {
    const seen = createSeenEvents();
    await seen.claim('a');
    vi.advanceTimersByTime(10 * 60 * 1000);
    expect(await seen.claim('a')).toBe(false);
  });
});
