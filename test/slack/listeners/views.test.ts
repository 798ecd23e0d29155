import { describe, expect, it } from 'vitest';
import { openNewsroom } from '../support/open-newsroom.ts';
import { createStubChecker } from '../support/stub-checker.ts';
import { typicalChecks } from '../support/typical-check.ts';

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** Pastes parts of a draft into the modal and sends it off. */
async function submit({ slack }: Newsroom, ...parts: readonly string[]) {
  await slack.openShortcut({ callbackId: 'check-draft' });
  await slack.until(() => slack.views().at(-1));
  return slack.submitView({ fill: Object.fromEntries(parts.map((part, index) => [`draft-${index + 1}`, part])) });
}

const shown = ({ slack }: Newsroom) => JSON.stringify(slack.views().at(-1)?.blocks);

describe('a draft in the modal', () => {
  it('is checked there, the worst first, with links to what was published', async () => {
    const { checker, copies } = createStubChecker();
    const newsroom = await openNewsroom({ checker });
    expect(await submit(newsroom, 'Nine people *died*.', 'It was a “cold” night.')).toEqual({ status: 'updated' });
    expect(copies).toEqual(['Nine people died.\nIt was a “cold” night.']);
    const view = newsroom.slack.views().at(-1);
    expect(view).toMatchObject({ title: { text: 'Against the record' }, submit: null });
    const verdicts = view?.blocks.flatMap(
      (block) => /"text":"([^"]+)","style":{"bold"/.exec(JSON.stringify(block))?.[1] ?? [],
    );
    expect(verdicts?.slice(1)).toEqual([
      'Contradicted by the record',
      'Credited to the wrong source',
      'Overtaken since',
      'Sources differ',
      'Not on record',
      'On record',
    ]);
    expect(shown(newsroom)).toMatch(/"type":"link","url":"https:[^"]+","text":"Kestrel News, 12 Mar 2024"/);
    expect(newsroom.slack.messages({ channel: 'dm' })).toEqual([]);
  });

  it('that is empty or blank stays there, with a word at the input', async () => {
    const newsroom = await openNewsroom(createStubChecker());
    expect(await submit(newsroom)).toMatchObject({ status: 'errors', by: 'form' });
    const blank = await submit(newsroom, ' \n ');
    expect(blank).toEqual({ status: 'errors', by: 'app', errors: { 'draft-1': 'Paste some text to check.' } });
  });

  it('that is long is said to be checked until the result is there', async () => {
    const newsroom = await openNewsroom(createStubChecker());
    const part = 'Nine people died. '.repeat(160);
    expect(await submit(newsroom, part, part, part, part)).toEqual({ status: 'updated' });
    expect(newsroom.slack.deliveries.at(-1)).toBeDefined();
    await newsroom.slack.until(() => shown(newsroom).includes('Contradicted by the record'));
    expect(newsroom.slack.calls.map(({ method }) => method)).toContain('views.update');
  });

  it('that holds more than a modal goes on in direct messages', async () => {
    const { sentences, counts } = typicalChecks.long;
    const long = { sentences: [...sentences, ...sentences], counts };
    const newsroom = await openNewsroom(createStubChecker(long));
    await submit(newsroom, 'Nine people died.');
    expect(shown(newsroom)).toMatch(/\d+ more sentences: .*See your messages with Dateline\./);
    const direct = await newsroom.slack.until(() => newsroom.slack.messages({ channel: 'dm' })[0]);
    expect(direct.text).toMatch(/^The check goes on:/);
  });

  it('that fails says so in the modal', async () => {
    const newsroom = await openNewsroom(createStubChecker(undefined, { throws: 'the index is broken' }));
    expect(await submit(newsroom, 'Nine people died.')).toEqual({ status: 'updated' });
    expect(shown(newsroom)).toContain('Something failed');
  });
});
