import { describe, expect, it, vi } from 'vitest';
import { DESK_WORDS } from '../../../src/slack/desk/words.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { decide, fileClaim, fill, formOf, reviews, told } from './desk-acts.ts';

const NADIA = { user: 'nadia' };

describe('filing a claim', () => {
  it('opens a form from /dateline file, with what was typed as the claim', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.runCommand({ line: '/dateline file The mate was at the wheel.' });
    const view = await formOf(newsroom);
    expect(JSON.stringify(view.blocks)).toContain('"initial_value":"The mate was at the wheel."');
  });

  it('posts what was filed to the desk once, and tells who filed it', async () => {
    const newsroom = await openNewsroom();
    await fileClaim(newsroom);
    const [review] = await reviews(newsroom, 1);
    expect(review?.text).toContain('Nadia Brandt proposes a claim.');
    expect(review?.text).toContain('The chief mate was at the wheel when the ferry rolled.');
    expect(review?.text).toContain('Sela Dravik');
    expect(review?.text).toContain('Kestrel News, 12 Mar 2024');
    await told(newsroom, NADIA, DESK_WORDS.outcome.filed);
    expect(newsroom.record.entries.at(-1)).toMatchObject({ by: 'U0NADIA001', act: { kind: 'proposed' } });
    expect([...(newsroom.record.dossiers[0]?.claims.keys() ?? [])]).not.toContain('chief-mate-wheel-ferry-rolled');
  });

  it('says at each field what is wrong with it, and files nothing', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.runCommand({ line: '/dateline file x' });
    await formOf(newsroom);
    const outcome = await newsroom.slack.submitView({
      fill: fill(newsroom, { value: 'many', when: 'yesterday', paragraph: '-1', quote: 'nobody said it', saidBy: [] }),
    });
    const { errors } = outcome as { errors: Record<string, string> };
    expect(Object.keys(errors).sort()).toEqual(['paragraph', 'quote', 'value', 'when', 'measure@harbour-ferry'].sort());
    expect(newsroom.record.entries.some(({ act }) => act.kind === 'proposed')).toBe(false);
  });

  it('takes an article, people and an outlet that are not on record', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    await slack.runCommand({ line: '/dateline file' });
    await formOf(newsroom);
    await slack.click({ on: 'modal', actionId: 'article-toggle', entries: typedSoFar });
    await slack.until(() =>
      slack
        .views()
        .at(-1)
        ?.blocks.some((block) => block.block_id === 'headline'),
    );
    expect(JSON.stringify(slack.views().at(-1)?.blocks)).toContain('The bridge had no light.');
    const [person] = (await slack.suggest({ on: 'modal', actionId: 'saidBy', typed: 'Moll Farrow' })).slice(-2);
    const outlets = await slack.suggest({ on: 'modal', actionId: 'outlet', typed: 'The Night Post' });
    expect(JSON.stringify(outlets)).toContain('Use “The Night Post”');
    const outcome = await slack.submitView({
      fill: {
        'topic@harbour-ferry': 'accident',
        'saidBy@harbour-ferry': [person as never],
        'outlet@harbour-ferry': outlets.at(-1) as never,
        headline: 'No light on the bridge, says passenger',
        published: '2024-09-01',
        chain: 'Meridian Wire',
        paragraph: '2',
        quote: 'it was pitch dark',
      },
    });
    expect(outcome).toEqual({ status: 'cleared' });
    const [review] = await reviews(newsroom, 1);
    expect(review?.text).toContain('New to the record: the article The Night Post, 1 Sep 2024');
    expect(review?.text).toContain('New to the record: Moll Farrow (a person)');
    expect(await decide(newsroom, 'tom', 'approve')).toContain('Approved by Tom Okafor');
    const [dossier] = newsroom.record.dossiers;
    expect(dossier?.articles.get('night-post-2024-09-01')).toMatchObject({ outlet: 'The Night Post' });
    expect(dossier?.people.get('moll-farrow')).toMatchObject({ name: 'Moll Farrow', kind: 'person' });
  });

  it('shows what may be on record already, and adds the report to it', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    await slack.runCommand({ line: '/dateline file' });
    await formOf(newsroom);
    const statement = 'The ferry Maren Tolle capsized off Port Sarrow on 11 March.';
    const article = await slack.suggest({ on: 'modal', actionId: 'article', typed: 'Aldemoor' });
    const first = await slack.submitView({
      fill: fill(newsroom, { statement, saidBy: [], 'article@harbour-ferry': article[0] as never, paragraph: '1' }),
    });
    expect(first).toEqual({ status: 'pushed' });
    const step = slack.views().at(-1);
    expect(JSON.stringify(step?.blocks)).toContain('The passenger ferry Maren Tolle capsized off Port Sarrow');
    expect(await slack.submitView({ fill: {} })).toMatchObject({
      status: 'errors',
      errors: { near: expect.any(String) },
    });
    expect(await slack.submitView({ fill: { near: 'ferry-capsized' } })).toEqual({ status: 'cleared' });
    const [review] = await reviews(newsroom, 1);
    expect(review?.text).toContain('another report of a claim on record');
    await decide(newsroom, 'ines', 'approve');
    const reports = newsroom.record.dossiers[0]?.claims.get('ferry-capsized')?.reports ?? [];
    expect(reports.map((report) => report.article.slug)).toEqual([
      'kestrel-news-2024-03-12',
      'kestrel-news-2024-03-12',
      'sarrow-courier-2024-03-14',
      'tidewatch-2024',
      'aldemoor-herald-2024-04-26',
    ]);
  });

  it('tells the desk, and who filed it, when the claim that a report waits for is corrected', async () => {
    const newsroom = await openNewsroom();
    const { slack, store, record } = newsroom;
    await slack.runCommand({ line: '/dateline file' });
    await formOf(newsroom);
    const statement = 'The ferry Maren Tolle capsized off Port Sarrow on 11 March.';
    const article = await slack.suggest({ on: 'modal', actionId: 'article', typed: 'Aldemoor' });
    await slack.submitView({
      fill: fill(newsroom, { statement, saidBy: [], 'article@harbour-ferry': article[0] as never, paragraph: '1' }),
    });
    await slack.submitView({ fill: { near: 'ferry-capsized' } });
    const [review] = await reviews(newsroom, 1);
    const shown = { dossier: 'harbour-ferry', claim: 'ferry-capsized' };
    await vi.waitFor(async () => expect(await store.postings.of(shown)).toHaveLength(2));
    const why = 'It rolled over.';
    const acts = [{ kind: 'retracted', ...shown, why, source: 'The Sarrow Courier, 16 Aug 2024' } as const];
    const appended = await store.ledger.append({ by: 'U0TOM00002', acts });
    await record.reached(appended.kind === 'appended' ? (appended.entries.at(-1)?.seq ?? 0) : 0);
    const notice = await slack.until(
      () =>
        slack
          .messages({ channel: 'editors-desk', user: 'tom' })
          .find(({ text, thread_ts }) => thread_ts === review?.ts && text.startsWith('Correction, ')),
      { label: 'the notice at the desk' },
    );
    expect(notice.text).toContain(why);
    await slack.until(() => slack.messages({ channel: 'dm' }).find(({ text }) => text.startsWith('Correction, ')), {
      label: 'the notice to who filed it',
    });
  });

  it('files what is near something on record as a new claim where the person says so', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    await slack.runCommand({ line: '/dateline file' });
    await formOf(newsroom);
    const statement = 'The ferry Maren Tolle capsized off Port Sarrow on 11 March.';
    await slack.submitView({ fill: fill(newsroom, { statement }) });
    expect(await slack.submitView({ fill: { near: 'new' } })).toEqual({ status: 'cleared' });
    await reviews(newsroom, 1);
    await decide(newsroom, 'tom', 'approve');
    const claim = newsroom.record.dossiers[0]?.claims.get('ferry-maren-tolle-capsized-port-sarrow-11-march');
    expect(claim).toMatchObject({ statement });
  });

  it('keeps the form open where the article that was chosen has left the record meanwhile', async () => {
    const newsroom = await openNewsroom();
    const { slack, store, record } = newsroom;
    await slack.runCommand({ line: '/dateline file' });
    await formOf(newsroom);
    const id = 'kestrel-news-2024-03-12';
    const withdrawn = { kind: 'withdrawn', dossier: 'harbour-ferry', subject: 'article', id } as const;
    await store.ledger.append({ by: 'data folder', acts: [withdrawn] });
    await slack.until(() => !record.dossiers[0]?.articles.has(id));
    expect(await slack.submitView({ fill: fill(newsroom) })).toMatchObject({
      status: 'errors',
      errors: { 'article@harbour-ferry': expect.stringContaining('no longer on record') },
    });
    expect(slack.views()).toHaveLength(1);
  });

  it('starts from a message, with its words and the article it links to', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    const { ts } = await slack.postMessage({
      text: 'Captain says he asked for ballast https://kestrelnews.example/world/ferry-capsizes-off-port-sarrow',
    });
    await slack.openShortcut({ callbackId: 'file-message', ts });
    const blocks = JSON.stringify((await formOf(newsroom)).blocks);
    expect(blocks).toContain('"initial_value":"Captain says he asked for ballast"');
    expect(blocks).toContain('"value":"kestrel-news-2024-03-12"');
  });

  it('starts from an answer that declines', async () => {
    const declines = {
      ask: () =>
        ({ declined: true, form: 'facts', lead: 'Nothing on record.', claims: [], notes: [], more: 0 }) as const,
      brief: () => ({ declined: true, form: 'brief', lead: '', claims: [], notes: [], more: 0 }) as const,
    };
    const newsroom = await openNewsroom({ asker: declines });
    const { slack } = newsroom;
    await slack.postMessage({ text: '@Dateline who was at the wheel?' });
    await slack.until(() => slack.messages().find(({ text }) => text.includes('Nothing on record')));
    await slack.click({ actionId: 'file-answer' });
    expect(JSON.stringify((await formOf(newsroom)).blocks)).toContain('who was at the wheel?');
    await slack.closeView({});
    await slack.runCommand({ line: '/ferry-toll who was at the wheel?' });
    await slack.click({ actionId: 'file-answer' });
    await formOf(newsroom);
  });

  it.each([['the desk has no channel', { fourEyes: false }, DESK_WORDS.refused.noChannel]])(
    'says so where %s',
    async (_, desk, expected) => {
      const newsroom = await openNewsroom({ desk });
      await newsroom.slack.runCommand({ line: '/dateline file' });
      await newsroom.slack.until(() =>
        newsroom.slack.messages().find(({ text }) => text.includes(expected.slice(0, 40))),
      );
    },
  );

  it.each([
    ['closed to the bot', 'C0STANDARD', DESK_WORDS.refused['not-invited']],
    ['archived', 'C0ARCHIVED', DESK_WORDS.refused.archived],
  ])('keeps the form open where the desk’s channel is %s', async (_, channel, expected) => {
    const newsroom = await openNewsroom({ desk: { channel, fourEyes: false } });
    await newsroom.slack.runCommand({ line: '/dateline file' });
    await formOf(newsroom);
    const outcome = await newsroom.slack.submitView({ fill: fill(newsroom) });
    expect(outcome).toMatchObject({ status: 'errors', errors: { statement: expected } });
  });
});

const typedSoFar = { statement: { statement: 'The bridge had no light.' } };
