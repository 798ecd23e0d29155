import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createEditors } from '../../../src/slack/desk/editors.ts';

const group = { kind: 'group', group: 'S1' } as const;

/** A Slack that gives a group's members, each time the next of `answers`. */
function slackWith(...answers: (readonly string[] | Error | 'never')[]) {
  const asked: string[] = [];
  const list = async ({ usergroup }: { usergroup: string }) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(usergroup);
    if (answer === 'never') await sleep(10_000, undefined, { ref: false });
    if (answer instanceof Error) throw answer;
    return { ok: true, users: answer };
  };
  return { client: { usergroups: { users: { list } } } as never, asked };
}

const log = createLog('silent');

describe('who the editors are', () => {
  it('is read from Slack once for what comes close together, and anew later', async () => {
    const { client, asked } = slackWith(['U1'], ['U2']);
    const editors = createEditors({ client, setting: group, log, freshMs: 50 });
    expect(await Promise.all([editors.roleOf('U1'), editors.roleOf('U2')])).toEqual([
      { kind: 'editor' },
      { kind: 'not-editor' },
    ]);
    expect(asked).toEqual(['S1']);
    await sleep(60);
    expect(await editors.roleOf('U2')).toEqual({ kind: 'editor' });
    expect(await editors.roleOf('U1')).toEqual({ kind: 'not-editor' });
  });

  it('is unknown while Slack fails, and asked again at once', async () => {
    const { client } = slackWith(new Error('ratelimited'), ['U1']);
    const editors = createEditors({ client, setting: group, log });
    expect(await editors.roleOf('U1')).toEqual({ kind: 'unread' });
    expect(await editors.roleOf('U1')).toEqual({ kind: 'editor' });
  });

  it('is unknown to whoever cannot wait for a slow Slack', async () => {
    const { client } = slackWith('never');
    const editors = createEditors({ client, setting: group, log, patienceMs: 20 });
    expect(await editors.roleOf('U1')).toEqual({ kind: 'unread' });
  });

  it('is nobody where none are set', async () => {
    const { client, asked } = slackWith(['U1']);
    expect(await createEditors({ client, setting: undefined, log }).roleOf('U1')).toEqual({ kind: 'no-editors' });
    expect(asked).toEqual([]);
  });
});
