import { describe, expect, it, vi } from 'vitest';
import { createLiveAsker } from '../../../src/ask/live-asker.ts';
import { AMEND_WORDS } from '../../../src/slack/amend/words.ts';
import { HISTORY_ACTIONS } from '../../../src/slack/blocks/history-blocks.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { openRecord } from '../support/open-record.ts';
import { choose, correct, FIRST, type Newsroom, REASONS, shown } from './amend-acts.ts';

/** What `/dateline history` says to someone alone. */
async function history({ slack }: Newsroom, words: string, user = 'nadia') {
  const before = slack.messages({ user }).length;
  await slack.runCommand({ line: `/dateline history ${words}`, user });
  return slack.until(
    () =>
      slack
        .messages({ user })
        .slice(before)
        .find(({ ephemeral }) => ephemeral),
    {
      label: `the history of ${words}`,
    },
  );
}

/** A newsroom that answers from the record itself. */
async function openAnswering() {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
  const record = await openRecord(store);
  return openNewsroom({ store, record, asker: createLiveAsker(record) });
}

describe('/dateline history', () => {
  it('tells every version of a claim by its id: who, when, why, and the source', async () => {
    const newsroom = await openNewsroom();
    const before = newsroom.record.dossiers[0]?.claims.get(FIRST.claim)?.statement ?? '';
    await correct(newsroom, 'It capsized at about 8.10pm.');
    const { text, blocks } = await history(newsroom, FIRST.claim);
    const said = JSON.stringify(blocks);
    for (const part of [
      'Version 2 · Corrected',
      'Version 1 · Filed',
      REASONS.why,
      REASONS.source,
      'Kestrel News, 12 Mar 2024',
    ])
      expect(text).toContain(part);
    for (const part of [before, 'It capsized at about 8.10pm.', '"user_id":"U0TOM00002"', 'as it read then'])
      expect(said).toContain(part);
    expect(text.indexOf('Version 2')).toBeLessThan(text.indexOf('Version 1'));
    expect(text).not.toContain('<!');
  });

  it('says how many messages a correction has reached, as they are reached', { timeout: 20_000 }, async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    await slack.postMessage({ text: '@Dateline when did it capsize', user: 'nadia' });
    await slack.until(() => slack.messages().find(({ bot_id }) => bot_id));
    await vi.waitFor(async () => expect(await newsroom.store.postings.of(FIRST)).toHaveLength(1));
    await correct(newsroom, 'It capsized at about 8.10pm.');
    await slack.until(() =>
      slack
        .messages()
        .find(({ text, ephemeral }) => !ephemeral && text.startsWith('Corrected') && text.includes('8.10pm')),
    );
    await vi.waitFor(async () => {
      await slack.runCommand({ line: `/dateline history ${FIRST.claim}` });
      const told = slack.messages().findLast(({ text, ephemeral }) => ephemeral && text.startsWith('Claim '));
      expect(told?.text).toContain('\n1 message that showed it corrected.');
    }, 5000);
  });

  it('leads on to older versions, page by page', async () => {
    const newsroom = await openNewsroom();
    for (let hour = 1; hour <= 7; hour += 1) await correct(newsroom, `It capsized at about ${hour}pm.`);
    const first = await history(newsroom, FIRST.claim, 'tom');
    expect(first.text).toContain('Page 1 of 2.');
    expect(first.text).not.toContain('Version 1 ·');
    await newsroom.slack.click({ actionId: HISTORY_ACTIONS.older, user: 'tom' });
    const second = await newsroom.slack.until(() =>
      newsroom.slack.messages({ user: 'tom' }).find(({ text }) => text.includes('Page 2 of 2.')),
    );
    expect(second.text).toContain('Version 1 · Filed');
    expect(newsroom.slack.messages({ user: 'nadia' }).some(({ text }) => text.includes('Version'))).toBe(false);
  });

  it('lists what is nearest, with ids, where the words fit several claims, and tells the one that is chosen', async () => {
    const newsroom = await openAnswering();
    const { text } = await history(newsroom, 'how many died');
    expect(text).toContain(AMEND_WORDS.history.several.slice(0, 30));
    expect(text).toContain('• dead-36-ministry: On 15 August');
    await newsroom.slack.click({ actionId: HISTORY_ACTIONS.show });
    await newsroom.slack.until(() =>
      newsroom.slack.messages().find((message) => message.text.includes('Version 1 · Filed')),
    );
  });

  it('finds a claim that was retracted by its words', async () => {
    const newsroom = await openAnswering();
    await newsroom.store.ledger.append({
      by: 'U0TOM00002',
      acts: [{ kind: 'retracted', dossier: 'harbour-ferry', claim: 'photo-on-its-side', ...REASONS }],
    });
    await newsroom.record.reached(newsroom.record.place + 1);
    const { text } = await history(newsroom, 'photograph side credited Meridian Wire');
    expect(text).toContain('photo-on-its-side');
    expect(text).toContain('Retracted');
  });

  it.each([
    ['', AMEND_WORDS.history.needsWords],
    ['zzqx', 'Nothing on record is near'],
  ])('says what to do for “%s”', async (words, said) => {
    expect((await history(await openAnswering(), words)).text).toContain(said.slice(0, 25));
  });

  it('is in the menu for everyone', async () => {
    const newsroom = await openNewsroom();
    const view = await choose(newsroom, 'history', 'nadia');
    expect(view).toMatchObject({ title: { text: AMEND_WORDS.history.title } });
    expect(shown(newsroom, 'nadia')).toContain('Version 1 · Filed');
    expect(shown(newsroom, 'nadia')).toContain('the data folder');
  });
});
