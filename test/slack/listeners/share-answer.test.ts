import { describe, expect, it } from 'vitest';
import { openNewsroom } from '../support/open-newsroom.ts';

const actionId = 'share-answer';

describe('the share button', () => {
  it('asks again and posts the answer in the channel, naming who shared it', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    await slack.runCommand({ line: '/ferry-toll how many died?' });
    await slack.click({ actionId });
    const post = await slack.until(() => slack.messages({ user: 'tom' }).find(({ bot_id }) => bot_id));
    expect(post.text).toMatch(/^Shared by nadia: “how many died\?”\nAsked: how many died\?/);
    expect(post).toMatchObject({ ephemeral: false });
    const within = { dossier: 'harbour-ferry', topic: 'toll' };
    expect(newsroom.asked).toMatchObject([{ within }, { ask: 'how many died?', within }]);
  });

  it('turns the private answer into a word that it was shared', async () => {
    const { slack } = await openNewsroom();
    await slack.runCommand({ line: '/ferry-toll' });
    await slack.click({ actionId });
    await slack.until(() =>
      slack.messages().find(({ ephemeral, text }) => ephemeral && text === 'Shared to the channel.'),
    );
    expect(slack.messages().filter(({ ephemeral }) => ephemeral)).toHaveLength(1);
  });

  it('pressed twice shares once', async () => {
    const { slack } = await openNewsroom();
    await slack.runCommand({ line: '/ferry-toll' });
    await Promise.all([slack.click({ actionId }), slack.click({ actionId })]);
    await slack.until(() => slack.calls.find(({ method }) => method === 'response_url'));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });

  it('reaches the channel where the bot is no member too', async () => {
    const { slack } = await openNewsroom();
    await slack.runCommand({ line: '/remove @Dateline' });
    await slack.runCommand({ line: '/ferry-toll' });
    await slack.click({ actionId });
    const shared = await slack.until(() =>
      slack.messages({ user: 'tom' }).find(({ text, ephemeral }) => !ephemeral && text?.startsWith('Shared by nadia')),
    );
    expect(shared.text).toContain('Brief on toll');
  });
});
