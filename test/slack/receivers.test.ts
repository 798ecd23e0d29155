import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { SlackConnection } from '../../src/slack/app.ts';
import { openNewsroom } from './support/open-newsroom.ts';
import { sendForm, sendSigned } from './support/send-signed.ts';

const command = {
  command: '/dateline',
  text: 'how many died?',
  team_id: 'T1',
  user_id: 'U1',
  channel_id: 'C1',
  trigger_id: '1.2.3',
  response_url: 'http://127.0.0.1:9/hooks/R1',
};

describe('over HTTP', () => {
  it('a signed command is answered in its response', async () => {
    const newsroom = await openNewsroom();
    const response = await sendForm(newsroom.appUrl, command);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Asked: how many died?'),
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it.each(['application/x-www-form-urlencoded; charset=utf-8', 'Application/X-WWW-Form-Urlencoded;charset=UTF-8'])(
    'a form that says %s is understood',
    async (type) => {
      expect((await sendForm((await openNewsroom()).appUrl, command, { type })).status).toBe(200);
    },
  );

  it.each([
    ['signed with another secret', { secret: 'not-the-secret' }],
    ['signed an hour from now', { secondsFromNow: 3600 }],
    ['signed six minutes ago', { secondsFromNow: -360 }],
  ])('a request %s is refused', async (_, how) => {
    const newsroom = await openNewsroom();
    expect((await sendForm(newsroom.appUrl, command, how)).status).toBe(401);
    expect(newsroom.asked).toEqual([]);
  });

  it('a clock that is four minutes ahead is tolerated', async () => {
    expect((await sendForm((await openNewsroom()).appUrl, command, { secondsFromNow: 240 })).status).toBe(200);
  });

  it('nothing waits for Slack before it is acknowledged: its Web API may hang', async () => {
    const { slack } = await openNewsroom({ timings: { stop: 50 } });
    slack.faults.add('hanging', { times: 99 });
    const start = performance.now();
    expect(await slack.runCommand({ line: '/ferry-toll' })).toMatchObject({ status: 'acknowledged' });
    await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.settled();
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('a command that is not ours is answered, not left to hang', async () => {
    const response = await sendForm((await openNewsroom()).appUrl, { ...command, command: '/weather' });
    expect(await response.json()).toMatchObject({ text: expect.stringContaining('/weather is not one of Dateline') });
  });

  it('markup that Slack escapes for other apps is read as what the person saw', async () => {
    const newsroom = await openNewsroom();
    await sendForm(newsroom.appUrl, {
      ...command,
      text: '<!channel> ask <@U1|maria> about <#C1|general> and <https://x.example|this>',
    });
    expect(newsroom.asked).toMatchObject([{ ask: 'channel ask maria about general and this' }]);
  });

  it.each([
    ['a form that says nothing', '', undefined],
    ['JSON that is none', '{"type":', 'application/json'],
    ['an event of an unknown kind', '{"type":"event_callback","event":{"type":"weather"}}', 'application/json'],
    ['a command without words', 'command=%2Fdateline', undefined],
    [
      'a press without an action',
      `payload=${encodeURIComponent('{"type":"block_actions","actions":[],"user":{}}')}`,
      undefined,
    ],
  ])('%s does not bring the app down', { timeout: 10_000 }, async (_, body, type) => {
    const { appUrl } = await openNewsroom();
    await sendSigned(appUrl, body, type === undefined ? {} : { type });
    expect((await sendForm(appUrl, command)).status).toBe(200);
  });
});

describe('stopping', () => {
  it('waits for the answer that is under way', async () => {
    const newsroom = await openNewsroom();
    newsroom.slack.faults.add('rate-limited', { method: 'chat.postMessage', retryAfter: 1 });
    await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    await newsroom.slack.until(() => newsroom.slack.calls.length > 0 || newsroom.asked.length > 0);
    await newsroom.app.stop();
    expect(newsroom.slack.messages().at(-1)?.text).toContain('Asked: how many died?');
  });

  it('takes no new connection', async () => {
    const { app, appUrl } = await openNewsroom();
    await app.stop();
    const [error] = await once(connect(Number(new URL(appUrl).port), '127.0.0.1'), 'error').catch((err) => [err]);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('over Socket Mode', () => {
  const mode: SlackConnection['mode'] = 'socket';

  it('two connections are open, and commands and mentions are answered', async () => {
    const { slack } = await openNewsroom({ mode });
    await slack.until(() => slack.sockets.count() === 2);
    await slack.runCommand({ line: '/ferry-toll' });
    expect(slack.messages().at(-1)?.text).toContain('Brief on toll');
    await slack.postMessage({ text: '@Dateline how many died?' });
    await slack.until(() => slack.messages().at(-1)?.text?.includes('Asked: how many died?'));
  });

  it('none of 70 commands is lost while Slack takes back both connections', async () => {
    const { slack } = await openNewsroom({ mode });
    await slack.until(() => slack.sockets.count() === 2);
    const counts = new Set<number>();
    const outcomes = await Promise.all(
      Array.from({ length: 70 }, async (_, index) => {
        await sleep(index * 20);
        if (index === 20) slack.sockets.recycle();
        counts.add(slack.sockets.count());
        return slack.runCommand({ line: '/ferry-toll' });
      }),
    );
    expect(outcomes.filter(({ status }) => status === 'acknowledged')).toHaveLength(70);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...counts)).toBeGreaterThan(2);
    await slack.until(() => slack.sockets.count() === 2);
  });

  it('a connection that is refused on the way back is tried again', async () => {
    const { slack, lines } = await openNewsroom({ mode });
    await slack.until(() => slack.sockets.count() === 2);
    slack.faults.add('invalid-auth', { method: 'apps.connections.open', times: 2 });
    slack.sockets.recycle();
    await slack.until(() => slack.sockets.count() === 4, { within: 3000 });
    await slack.until(() => slack.sockets.count() === 2, { within: 3000 });
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'could not connect to Slack; trying again' }));
    expect(await slack.runCommand({ line: '/ferry-toll' })).toMatchObject({ status: 'acknowledged' });
  });

  it('a connection that is cut is opened again', async () => {
    const { slack } = await openNewsroom({ mode });
    await slack.until(() => slack.sockets.count() === 2);
    slack.sockets.cut();
    await slack.until(() => slack.sockets.count() === 0);
    await slack.until(() => slack.sockets.count() === 2, { within: 3000 });
  });

  it('stopping closes both connections', async () => {
    const { slack, app } = await openNewsroom({ mode });
    await slack.until(() => slack.sockets.count() === 2);
    await app.stop();
    await slack.until(() => slack.sockets.count() === 0);
    expect(slack.sockets.count()).toBe(0);
  });
});
