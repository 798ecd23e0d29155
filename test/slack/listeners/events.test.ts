import { describe, expect, it } from 'vitest';
import { openNewsroom } from '../support/open-newsroom.ts';

type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

const posts = ({ slack }: Newsroom) => slack.calls.filter(({ method }) => method === 'chat.postMessage');

/** Waits for the app's nth post and gives what it said. */
async function post({ slack }: Newsroom, count: number) {
  return slack.until(() => slack.calls.filter(({ method }) => method === 'chat.postMessage')[count - 1], {
    label: `post ${count}`,
  });
}

/** Waits until nothing more could come of what was sent. */
async function quiet({ slack }: Newsroom) {
  await slack.settled();
  await new Promise((resolve) => setTimeout(resolve, 60));
}

describe('a mention in a channel', () => {
  it('is answered in a thread of its own, and nothing unfurls', async () => {
    const newsroom = await openNewsroom();
    const asked = await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    const { args: sent } = await post(newsroom, 1);
    expect(sent).toMatchObject({ thread_ts: asked.ts, unfurl_links: 'false', unfurl_media: 'false' });
    expect(newsroom.asked).toMatchObject([{ ask: 'how many died?' }]);
    expect(newsroom.asked[0]).not.toHaveProperty('thread');
  });

  it('in a thread goes on with what was asked there', async () => {
    const newsroom = await openNewsroom();
    const { ts } = await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    await post(newsroom, 1);
    await newsroom.slack.postMessage({ text: '@Dateline and according to the coastguard?', threadTs: ts });
    await post(newsroom, 2);
    await newsroom.slack.postMessage({ text: '@Dateline as of June?', threadTs: ts });
    const { args: sent } = await post(newsroom, 3);
    expect(sent).toMatchObject({ thread_ts: ts });
    expect(newsroom.asked.at(-1)).toMatchObject({
      ask: 'as of June?',
      thread: ['how many died?', 'and according to the coastguard?'],
    });
  });

  it('in a thread that began before this process reads the thread once', async () => {
    const before = await openNewsroom();
    const { ts } = await before.slack.postMessage({ text: '@Dateline how many died?' });
    await post(before, 1);
    await before.slack.postMessage({ text: 'a remark to a colleague', threadTs: ts });
    await before.app.stop();
    const after = await openNewsroom({ slack: before.slack });
    await after.slack.postMessage({ text: '@Dateline and by whom?', threadTs: ts });
    await post(after, 2);
    await after.slack.postMessage({ text: '@Dateline as of June?', threadTs: ts });
    await post(after, 3);
    expect(after.asked).toMatchObject([
      { ask: 'and by whom?', thread: ['how many died?'] },
      { ask: 'as of June?', thread: ['how many died?', 'and by whom?'] },
    ]);
    expect(after.slack.calls.filter(({ method }) => method === 'conversations.replies')).toHaveLength(1);
  });

  it('is answered without its context where Slack does not let the thread be read', async () => {
    const before = await openNewsroom({ scopes: ['app_mentions:read', 'chat:write'] });
    const { ts } = await before.slack.postMessage({ text: '@Dateline how many died?' });
    await post(before, 1);
    await before.app.stop();
    const after = await openNewsroom({ slack: before.slack });
    await after.slack.postMessage({ text: '@Dateline and by whom?', threadTs: ts });
    await post(after, 2);
    expect(after.asked).toMatchObject([{ ask: 'and by whom?' }]);
    expect(after.lines).toContainEqual(expect.objectContaining({ level: 40, job: 'app_mention' }));
  });

  it('is answered once, however often its event is delivered', async () => {
    const newsroom = await openNewsroom();
    newsroom.slack.faults.add('duplicate', { method: 'app_mention' });
    newsroom.slack.faults.add('lost-acknowledgement', { method: 'app_mention' });
    await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    await quiet(newsroom);
    expect(posts(newsroom)).toHaveLength(1);
  });

  it('without a question is answered with how to ask', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.postMessage({ text: '@Dateline' });
    const { args: sent } = await post(newsroom, 1);
    expect(sent.text).toContain('/dateline timeline');
    expect(newsroom.asked).toEqual([]);
  });

  it('that fails is told so in its thread, with an id', async () => {
    const fail = () => {
      throw new Error('the index is broken');
    };
    const newsroom = await openNewsroom({ asker: { ask: fail, brief: fail } });
    const asked = await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    const { args: sent } = await post(newsroom, 1);
    expect(sent).toMatchObject({ thread_ts: asked.ts, text: expect.stringMatching(/^Something failed.*[0-9a-f]{8}$/) });
  });
});

describe('a message in a channel that does not name Dateline', () => {
  it('is not answered, in a thread that it answered either', async () => {
    const newsroom = await openNewsroom();
    const { ts } = await newsroom.slack.postMessage({ text: '@Dateline how many died?' });
    await post(newsroom, 1);
    await newsroom.slack.postMessage({ text: 'thanks, that helps', threadTs: ts });
    await newsroom.slack.postMessage({ text: 'how many died?' });
    await quiet(newsroom);
    expect(posts(newsroom)).toHaveLength(1);
  });
});

describe('a direct message', () => {
  it('is answered where it was written', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.postMessage({ channel: 'dm', text: 'how many died?' });
    const { args: sent } = await post(newsroom, 1);
    expect(sent).not.toHaveProperty('thread_ts');
    expect(newsroom.asked).toMatchObject([{ ask: 'how many died?' }]);
  });

  it('soon after another goes on with it', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.postMessage({ channel: 'dm', text: 'how many died?' });
    await post(newsroom, 1);
    await newsroom.slack.postMessage({ channel: 'dm', text: 'who says so?' });
    await post(newsroom, 2);
    expect(newsroom.asked.at(-1)).toMatchObject({ ask: 'who says so?', thread: ['how many died?'] });
  });

  it('in a thread under an answer goes on with its question, and is answered there', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.postMessage({ channel: 'dm', text: 'how many died?' });
    await post(newsroom, 1);
    const answer = newsroom.slack.messages({ channel: 'dm' }).at(-1)?.ts ?? '';
    await newsroom.slack.postMessage({ channel: 'dm', text: 'who says so?', threadTs: answer });
    const { args: sent } = await post(newsroom, 2);
    expect(sent).toMatchObject({ thread_ts: answer });
    expect(newsroom.asked.at(-1)).toMatchObject({ thread: ['how many died?'] });
  });

  it('that names Dateline is answered once', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.postMessage({ channel: 'dm', text: '@Dateline how many died?' });
    await quiet(newsroom);
    expect(posts(newsroom)).toHaveLength(1);
    expect(newsroom.asked).toMatchObject([{ ask: 'how many died?' }]);
  });

  it('of its own is never answered', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.postMessage({ channel: 'dm', text: 'how many died?' });
    await post(newsroom, 1);
    await quiet(newsroom);
    expect(posts(newsroom)).toHaveLength(1);
  });
});

describe('App Home', () => {
  it('shows each dossier with its commands and how fresh it is', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.openApp({ tab: 'home' });
    const home = await newsroom.slack.until(() => newsroom.slack.home());
    expect(JSON.stringify(home.blocks)).toContain('The Maren Tolle ferry disaster');
    expect(JSON.stringify(home.blocks)).toContain('/ferry-toll');
    expect(JSON.stringify(home.blocks)).toContain('Newest article on record: 16 Aug 2024.');
  });
});
