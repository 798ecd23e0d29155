import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { openRecord } from '../support/open-record.ts';

const DOSSIER = 'harbour-ferry';

async function openWithStore() {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
  onTestFinished(store.close);
  const record = await openRecord(store);
  const newsroom = await openNewsroom({ store, record: { ...record, versionOf: () => 7 } });
  /** Where the claim that every stubbed answer shows first was shown. */
  const postings = async () => {
    const id = newsroom.claims[0]?.id ?? '';
    return store.postings.of({ dossier: DOSSIER, claim: id });
  };
  const untilPosted = async (count: number) => {
    while ((await postings()).length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    return postings();
  };
  const channel = newsroom.slack.channels.find(({ name }) => name === 'newsroom')?.id ?? '';
  return { ...newsroom, store, channel, untilPosted };
}

describe('where a claim was shown is recorded', () => {
  it('when it was posted in a thread', async () => {
    const { slack, channel, untilPosted } = await openWithStore();
    const { ts } = await slack.postMessage({ text: '@Dateline how many died?' });
    const [posting] = await untilPosted(1);
    const reply = slack.messages().find(({ bot_id }) => bot_id);
    expect(posting).toMatchObject({
      place: { kind: 'message', channel, ts: reply?.ts, thread: ts },
      version: 7,
    });
  });

  it('when it answered a command in the acknowledgement', async () => {
    const { slack, channel, untilPosted } = await openWithStore();
    await slack.runCommand({ line: '/ferry-toll' });
    const user = slack.users.find(({ name }) => name === 'nadia')?.id;
    expect(await untilPosted(1)).toMatchObject([{ place: { kind: 'private', channel, user }, version: 7 }]);
  });

  it('when it was shared', async () => {
    const { slack, channel, untilPosted } = await openWithStore();
    await slack.runCommand({ line: '/ferry-toll' });
    await slack.click({ actionId: 'share-answer' });
    const shown = await untilPosted(2);
    expect(shown.map(({ place }) => place.kind).sort()).toEqual(['message', 'private']);
    expect(shown.map(({ place }) => place.channel)).toEqual([channel, channel]);
  });
});
