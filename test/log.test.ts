import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { boltLogger, createLog } from '../src/log.ts';
import { Secret } from '../src/secret.ts';

/** A log and the lines that it wrote. */
function open(level: Parameters<typeof createLog>[0]) {
  const lines: string[] = [];
  return {
    log: createLog(
      level,
      new PassThrough().on('data', (line) => lines.push(String(line))),
    ),
    lines,
  };
}

describe('the log', () => {
  it('shows no Slack token, wherever in a line it is', () => {
    const { log, lines } = open('info');
    log.info(
      { token: 'xoxb-12-34-abc', nested: { url: 'wss://x?t=xapp-1-A-b' } },
      'Bearer xoxe.xoxp-1-Mi0 %s',
      new Secret('hush'),
    );
    log.error({ err: new Error('call with xoxp-99-zz failed') });
    expect(lines.join('')).not.toMatch(/xox[a-z]|xapp|hush/);
    expect(lines.join('')).toContain('[secret]');
  });

  it('takes what Bolt and its clients say, errors with their stack', () => {
    const { log, lines } = open('info');
    const bolt = boltLogger(log);
    bolt.debug('request body: a private question');
    bolt.warn('http request failed', 'fetch failed');
    bolt.error(new Error('not_in_channel'));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 40, from: 'bolt', msg: 'http request failed fetch failed' },
      { level: 50, from: 'bolt', msg: 'not_in_channel', err: { stack: expect.any(String) } },
    ]);
    expect(bolt.getLevel()).toBe('info');
  });
});
