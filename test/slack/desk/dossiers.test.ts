import { describe, expect, it, onTestFinished } from 'vitest';
import type { Dossier } from '../../../src/record/dossier.ts';
import { loadRecord } from '../../../src/record/load-record.ts';
import { openLiveRecord } from '../../../src/record/open-live-record.ts';
import { enterDossiers } from '../../../src/store/enter-dossiers.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { ferryRecord } from '../support/ferry-record.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { formOf, reviews } from './desk-acts.ts';

const [vaccine] = loadRecord('test/fixtures/vaccine/data') as [Dossier];
const both = [...ferryRecord, vaccine];

async function openBoth(opening: Parameters<typeof openNewsroom>[0] = {}) {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
  onTestFinished(store.close);
  await enterDossiers(store.ledger, both);
  return openNewsroom({ ...opening, store, record: await openLiveRecord(store.ledger, both) });
}

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });

describe('where there are several dossiers', () => {
  it('the form asks for one, shows its topics, and keeps what was typed', async () => {
    const newsroom = await openBoth();
    const { slack } = newsroom;
    await slack.runCommand({ line: '/dateline file' });
    const form = await formOf(newsroom);
    expect(JSON.stringify(form.blocks)).toContain('"block_id":"topic@harbour-ferry"');
    await slack.click({
      on: 'modal',
      actionId: 'dossier',
      entry: vaccine.slug,
      entries: { statement: { statement: 'A second batch was called back.' }, paragraph: { paragraph: '4' } },
    });
    const topics = `topic@${vaccine.slug}`;
    const changed = await slack.until(() =>
      slack.views().find(({ blocks }) => blocks.some((it) => it.block_id === topics)),
    );
    const blocks = JSON.stringify(changed.blocks);
    expect(blocks).toContain('A second batch was called back.');
    expect(blocks).toContain('"initial_value":"4"');
    const [topic] = vaccine.topics.keys();
    const [article] = vaccine.articles.keys();
    const people = await slack.suggest({ on: 'modal', actionId: 'people', typed: '' });
    expect(people.map(({ value }) => value)).toContain([...vaccine.people.keys()][0]);
    const outcome = await slack.submitView({
      fill: { [topics]: String(topic), [`article@${vaccine.slug}`]: option(String(article)) as never },
    });
    expect(outcome).toEqual({ status: 'cleared' });
    const [review] = await reviews(newsroom, 1);
    expect(review?.text).toContain(vaccine.title);
  });

  it('the form begins with the one that what was typed is about', async () => {
    const about = {
      ask: () =>
        ({ declined: true, dossier: vaccine.slug, form: 'facts', lead: '', claims: [], notes: [], more: 0 }) as const,
    };
    const newsroom = await openBoth({ asker: { ...about, brief: about.ask } });
    await newsroom.slack.runCommand({ line: '/dateline file A second batch was called back.' });
    expect(JSON.stringify((await formOf(newsroom)).blocks)).toContain(`"block_id":"topic@${vaccine.slug}"`);
  });
});
