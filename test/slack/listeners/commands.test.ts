import { describe, expect, it } from 'vitest';
import { openNewsroom } from '../support/open-newsroom.ts';

/** What the person who typed a command saw. */
async function reply(newsroom: Awaited<ReturnType<typeof openNewsroom>>, line: string) {
  const outcome = await newsroom.slack.runCommand({ line });
  expect(outcome).toMatchObject({ status: 'acknowledged' });
  const seen = newsroom.slack.messages().at(-1);
  expect(seen).toMatchObject({ ephemeral: true });
  return seen as NonNullable<typeof seen>;
}

describe('a slash command', () => {
  it('of a topic, alone, gives its brief, to the person alone', async () => {
    const newsroom = await openNewsroom();
    const seen = await reply(newsroom, '/ferry-toll');
    expect(newsroom.asked).toEqual([{ brief: 'toll' }]);
    expect(seen.text).toContain('Brief on toll');
    expect(newsroom.slack.messages({ user: 'tom' }).filter((message) => message.ephemeral)).toEqual([]);
  });

  it('of a topic, with words, asks within the topic', async () => {
    const newsroom = await openNewsroom();
    await reply(newsroom, '/ferry-toll how many died?');
    expect(newsroom.asked).toMatchObject([
      { ask: 'how many died?', within: { dossier: 'harbour-ferry', topic: 'toll' } },
    ]);
  });

  it.each([
    ['/dateline ask how many died?', { ask: 'how many died?' }],
    ['/dateline how many died?', { ask: 'how many died?' }],
    ['/dateline timeline the refit', { ask: 'the refit', form: 'timeline' }],
    ['/dateline SOURCES toll', { ask: 'toll', form: 'sources' }],
    ['/dateline conflicts', { ask: '', form: 'conflicts' }],
  ])('%s asks the record', async (line, question) => {
    const newsroom = await openNewsroom();
    await reply(newsroom, line);
    expect(newsroom.asked).toMatchObject([question]);
  });

  it.each(['/dateline', '/dateline help', '/dateline ask', '/dateline sources', '/dateline    '])(
    '%s explains how to ask',
    async (line) => {
      const newsroom = await openNewsroom();
      const seen = await reply(newsroom, line);
      expect(seen.text).toContain('/dateline timeline [words]');
      expect(seen.text).toContain('/ferry-toll');
      expect(newsroom.asked).toEqual([]);
    },
  );

  it('with a mistyped subcommand is answered as a question, and says what may have been meant', async () => {
    const newsroom = await openNewsroom();
    const seen = await reply(newsroom, '/dateline timelin the refit');
    expect(newsroom.asked).toMatchObject([{ ask: 'timelin the refit' }]);
    expect(seen.text).toContain('Did you mean /dateline timeline?');
  });

  it.each(['who asked for the refit?', 'held where?', 'asking for whom?', 'time of the accident'])(
    'whose words are plain (%s) is not taken for a mistyped subcommand',
    async (words) => {
      const newsroom = await openNewsroom();
      const seen = await reply(newsroom, `/dateline ${words}`);
      expect(seen.text).not.toContain('Did you mean');
    },
  );

  it('that is one mistyped word says what may have been meant', async () => {
    const seen = await reply(await openNewsroom(), '/dateline hlep');
    expect(seen.text).toContain('Did you mean /dateline help?');
  });

  it.each([
    ['5,000 characters', 'x'.repeat(5000), /5,000 characters.*at most 1,000/],
    ['emoji', '🚢🚢 :rotating_light: how many?', /Asked: 🚢🚢/u],
    ['right-to-left text', '‮كم عدد الضحايا؟', /كم عدد الضحايا؟/],
    ['markup', '*who* `rm -rf` <b>x</b> ~y~ _z_', /Asked: ∗who∗/],
    ['a broadcast', '<!channel> <@U024BE7LH> <#C024BE7LR|general> who?', /Asked: channel general who\?/],
    ['a link', 'what of <https://evil.example/x|this> and &lt;!here&gt;?', /Asked: what of this and/],
    ['nothing visible', '\u200B\u2060\u202E', /How to ask|Dateline answers from/],
  ])('with %s gets a helpful answer and nothing is pinged, at once', async (_, words, expected) => {
    const newsroom = await openNewsroom();
    const start = performance.now();
    const seen = await reply(newsroom, `/dateline ${words}`);
    expect(performance.now() - start).toBeLessThan(300);
    expect(seen.text).toMatch(expected);
    expect(seen.text).not.toMatch(/<[!@#h]/);
    expect(JSON.stringify(seen.blocks)).not.toMatch(/"type":"(?:mrkdwn|user|usergroup|channel|broadcast)"/);
  });

  it('that fails says so with an id, which the log has too', async () => {
    const asker = {
      ask: () => {
        throw new Error('the index is broken');
      },
      brief: () => {
        throw new Error('the index is broken');
      },
    };
    const newsroom = await openNewsroom({ asker });
    const seen = await reply(newsroom, '/dateline how many?');
    const [id] = /[0-9a-f]{8}/.exec(seen.text ?? '') ?? [];
    expect(seen.text).toMatch(/Something failed/);
    expect(newsroom.lines).toContainEqual(
      expect.objectContaining({ id, msg: 'failed', err: expect.objectContaining({ message: 'the index is broken' }) }),
    );
  });

  it('is logged without what was asked', async () => {
    const newsroom = await openNewsroom();
    await reply(newsroom, '/dateline a private question');
    expect(newsroom.lines).toContainEqual(expect.objectContaining({ job: '/dateline', msg: 'done' }));
    expect(JSON.stringify(newsroom.lines)).not.toContain('private question');
  });
});
