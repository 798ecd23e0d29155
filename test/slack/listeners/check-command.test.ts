import { describe, expect, it } from 'vitest';
import { openNewsroom } from '../support/open-newsroom.ts';
import { createStubChecker } from '../support/stub-checker.ts';
import { typicalChecks } from '../support/typical-check.ts';

describe('/dateline check', () => {
  it('with copy tells the person alone, in the acknowledgement', async () => {
    const { checker, copies } = createStubChecker();
    const { slack } = await openNewsroom({ checker });
    const outcome = await slack.runCommand({ line: '/dateline CHECK The coastguard “counted” 15 dead.' });
    expect(outcome).toMatchObject({ acknowledgement: { response_type: 'ephemeral' } });
    expect(copies).toEqual(['The coastguard “counted” 15 dead.']);
    expect(slack.messages().at(-1)?.text).toContain('Contradicted by the record: ');
    expect(slack.messages({ user: 'tom' })).toEqual([]);
  });

  it('takes copy that is longer than a question', async () => {
    const { checker, copies } = createStubChecker();
    const { slack } = await openNewsroom({ checker });
    await slack.runCommand({ line: `/dateline check ${'Nine people died. '.repeat(100)}` });
    expect(copies[0]).toHaveLength(1799);
  });

  it('with more than a message holds goes on in further ones', async () => {
    const { slack } = await openNewsroom(createStubChecker(typicalChecks.long));
    await slack.runCommand({ line: '/dateline check Nine people died.' });
    await slack.until(() => slack.messages().length === 5);
    expect(slack.messages().every(({ ephemeral }) => ephemeral)).toBe(true);
  });

  it('says that it is checking before it checks long copy', async () => {
    const { slack } = await openNewsroom(createStubChecker(typicalChecks.long));
    await slack.runCommand({ line: `/dateline check ${'Nine people died. '.repeat(500)}` });
    await slack.until(() => slack.messages().length === 6);
    expect(slack.messages()[0]?.text).toBe('Checking 1,500 words against the record …');
  });

  it('alone opens the modal for a draft', async () => {
    const { slack } = await openNewsroom();
    await slack.runCommand({ line: '/dateline check' });
    expect(slack.views().at(-1)).toMatchObject({ callback_id: 'check-draft' });
    expect(slack.messages()).toEqual([]);
  });

  it('that is mistyped says what may have been meant', async () => {
    const { slack } = await openNewsroom();
    await slack.runCommand({ line: '/dateline chek Nine people died.' });
    expect(slack.messages().at(-1)?.text).toContain('Did you mean /dateline check?');
  });

  it('that fails says so with the id that the log has', async () => {
    const { slack, lines } = await openNewsroom(createStubChecker(undefined, { throws: 'the index is broken' }));
    await slack.runCommand({ line: '/dateline check A private draft.' });
    const [id] = /[0-9a-f]{8}/.exec(slack.messages().at(-1)?.text ?? '') ?? [];
    expect(lines).toContainEqual(expect.objectContaining({ id, job: '/dateline', msg: 'failed' }));
    expect(JSON.stringify(lines)).not.toContain('private draft');
  });
});
