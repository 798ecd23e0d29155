import { describe, expect, it } from 'vitest';
import { AMEND_WORDS } from '../../../src/slack/amend/words.ts';
import { HOME_ACTION, HOME_HISTORY_ACTION } from '../../../src/slack/blocks/home-view.ts';
import { correct, type Newsroom, REASONS } from '../amend/amend-acts.ts';
import { fileClaim, reviews } from '../desk/desk-acts.ts';
import { openNewsroom } from '../support/open-newsroom.ts';

const { home: HOME } = AMEND_WORDS;

/** What someone's Home tab shows once it has been opened. */
async function openHome({ slack }: Newsroom, user = 'nadia') {
  await slack.openApp({ user });
  const view = await slack.until(() => slack.home({ user }), { label: 'the Home tab' });
  return { view, text: JSON.stringify(view.blocks) };
}

const homeText = ({ slack }: Newsroom, user: string) => JSON.stringify(slack.home({ user })?.blocks);

describe('App Home', () => {
  it('shows every dossier with how fresh it is, and that nothing was corrected yet', async () => {
    const { text } = await openHome(await openNewsroom());
    for (const said of ['16 Aug 2024', HOME.noCorrections, 'How to ask']) expect(text).toContain(said);
    expect(text).not.toContain(HOME.proposals);
  });

  it('shows everyone the latest corrections: what it was, what it is, who, why and the source', async () => {
    const newsroom = await openNewsroom();
    const before = newsroom.record.dossiers[0]?.claims.get('capsized-11-march')?.statement ?? '';
    await correct(newsroom, 'It capsized at about 8.10pm.');
    const { text } = await openHome(newsroom);
    for (const said of [
      before,
      'It capsized at about 8.10pm.',
      REASONS.why,
      REASONS.source,
      'U0TOM00002',
      '"strike":true',
    ])
      expect(text).toContain(said);
    await newsroom.slack.click({ on: 'home', actionId: HOME_HISTORY_ACTION, user: 'nadia' });
    await newsroom.slack.until(() => JSON.stringify(newsroom.slack.views()).includes('Version 2'));
  });

  it('shows what its reader has just done', async () => {
    const newsroom = await openNewsroom();
    await openHome(newsroom, 'tom');
    await correct(newsroom, 'It capsized at about 8.10pm.');
    await newsroom.slack.until(() => homeText(newsroom, 'tom').includes('It capsized at about 8.10pm.'));
  });

  it('shows editors, and nobody else, what waits for the desk, with a link to its message', async () => {
    const newsroom = await openNewsroom();
    await fileClaim(newsroom);
    const [posted] = await reviews(newsroom, 1);
    const { text } = await openHome(newsroom, 'tom');
    expect(text).toContain('The chief mate was at the wheel when the ferry rolled.');
    expect(text).toContain('Kestrel News, 12 Mar 2024');
    expect(text).toContain(`/p${posted?.ts.replace('.', '')}`);
    expect((await openHome(newsroom, 'nadia')).text).not.toContain('The chief mate');
  });

  it('turns its pages', async () => {
    const newsroom = await openNewsroom();
    const claims = [...(newsroom.record.dossiers[0]?.claims.keys() ?? [])].slice(0, 7);
    const { entries } = (await newsroom.store.ledger.append({
      by: 'U0TOM00002',
      acts: claims.map((claim) => ({ kind: 'retracted' as const, dossier: 'harbour-ferry', claim, ...REASONS })),
    })) as { entries: readonly { seq: number }[] };
    await newsroom.record.reached(entries.at(-1)?.seq ?? 0);
    const { text } = await openHome(newsroom, 'tom');
    expect(text).toContain(claims[6]);
    expect(text).not.toContain(`\\"${claims[0]}\\"`);
    await newsroom.slack.click({ on: 'home', actionId: `${HOME_ACTION}:next`, user: 'tom' });
    await newsroom.slack.until(() => homeText(newsroom, 'tom').includes(`\\"${claims[0]}\\"`));
    expect(homeText(newsroom, 'tom')).not.toContain(`\\"${claims[6]}\\"`);
  });
});
