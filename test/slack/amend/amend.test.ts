import { describe, expect, it, vi } from 'vitest';
import { FORM_WORDS } from '../../../src/desk/words.ts';
import { AMEND_WORDS } from '../../../src/slack/amend/words.ts';
import { AMEND_MODALS, FILE_NEWER_ACTION } from '../../../src/slack/blocks/amend-modals.ts';
import { AMEND_ACTION } from '../../../src/slack/blocks/claim-menu-modal.ts';
import { KEEP_ACTION } from '../../../src/slack/blocks/keep-button.ts';
import { DESK } from '../support/desk.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { sendForm } from '../support/send-signed.ts';
import { acts, choose, correct, FIRST, type Newsroom, openMenu, REASONS, shown } from './amend-acts.ts';

const TOM = 'U0TOM00002';
const INES = 'U0INES0003';
const NADIA = 'U0NADIA001';
const WORDING = 'The Maren Tolle capsized at about 8.10pm on 11 March 2024.';

const standing = ({ record }: Newsroom) => record.dossiers[0]?.claims.get(FIRST.claim);
const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value }) as never;

/** Sends off a form that Slack never showed, signed all the same. */
function forge(newsroom: Newsroom, user: string, modal: string, fields: Record<string, string>, since = 0) {
  const values = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { [field]: { value } }]));
  const view = {
    id: 'V0FORGED',
    callback_id: modal,
    private_metadata: JSON.stringify({ ...FIRST, since }),
    state: { values },
  };
  const payload = { type: 'view_submission', user: { id: user, team_id: 'T1' }, team: { id: 'T1' }, view };
  return sendForm(newsroom.appUrl, { payload: JSON.stringify(payload) });
}

describe('the claims of an answer', () => {
  it.each(['tom', 'nadia'])('are listed for %s with what can be done to each', async (user) => {
    const newsroom = await openNewsroom();
    const menu = await openMenu(newsroom, user);
    expect(menu.blocks.filter(({ accessory }) => accessory)).toHaveLength(2);
    for (const label of ['Correct…', 'Retract…', 'Superseded by…', 'History'])
      expect(shown(newsroom, user)).toContain(label);
    expect(shown(newsroom, user)).toContain('Kestrel News, 12 Mar 2024');
  });

  it('can be opened from a reply in a thread and from an edition too', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.postMessage({ text: '@Dateline when did it capsize', user: 'tom' });
    await newsroom.slack.until(() => newsroom.slack.messages().find(({ bot_id }) => bot_id));
    await newsroom.slack.click({ actionId: KEEP_ACTION, user: 'nadia' });
    await newsroom.slack.until(() => newsroom.slack.views({ user: 'nadia' }).at(-1));
    expect(shown(newsroom, 'nadia')).toContain(FIRST.claim);
  });

  it('are opened empty-handed where a button was forged', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.runCommand({ line: '/dateline ask when', user: 'tom' });
    const payload = {
      type: 'block_actions',
      user: { id: TOM },
      trigger_id: '1.2.3',
      actions: [{ action_id: KEEP_ACTION, block_id: 'b', type: 'button', value: '{"harbour-ferry":7}' }],
    };
    const response = await sendForm(newsroom.appUrl, { payload: JSON.stringify(payload) });
    expect(response.status).toBe(200);
  });
});

describe('correcting a claim', () => {
  it('starts with the claim as it stands, and enters what an editor changed, with the reason and the source', async () => {
    const newsroom = await openNewsroom();
    const before = standing(newsroom)?.statement ?? '';
    const form = await choose(newsroom, 'correct');
    expect(form).toMatchObject({ callback_id: AMEND_MODALS.correct });
    expect(form.blocks.find(({ block_id }) => block_id === 'statement')).toMatchObject({
      element: { initial_value: before },
    });
    expect(await newsroom.slack.submitView({ user: 'tom', fill: { statement: WORDING, ...REASONS } })).toEqual({
      status: 'updated',
    });
    expect(shown(newsroom)).toContain('Corrected.');
    expect(await acts(newsroom)).toMatchObject([
      { by: TOM, kind: 'corrected', claim: FIRST.claim, ...REASONS, things: [{ value: { statement: WORDING } }] },
    ]);
    expect(standing(newsroom)).toMatchObject({ statement: WORDING, saidBy: ['yana-stroud'], key: true });
  });

  it('corrects where it was published, and keeps the way it came', async () => {
    const newsroom = await openNewsroom();
    const before = standing(newsroom)?.reports[0];
    await choose(newsroom, 'correct');
    const fill = { ...REASONS, paragraph: '9', quote: 'its last evening crossing' };
    expect(await newsroom.slack.submitView({ user: 'tom', fill })).toEqual({ status: 'updated' });
    expect(standing(newsroom)?.reports).toEqual([{ ...before, paragraph: 9, quote: 'its last evening crossing' }]);
  });

  it('counts the messages and the people that were shown the claim', async () => {
    const newsroom = await openNewsroom();
    await newsroom.slack.postMessage({ text: '@Dateline when did it capsize', user: 'nadia' });
    await newsroom.slack.postMessage({ text: '@Dateline when did it capsize then', user: 'nadia' });
    await newsroom.slack.until(() => newsroom.slack.messages().filter(({ bot_id }) => bot_id).length === 2);
    await vi.waitFor(async () => expect(await newsroom.store.postings.of(FIRST)).toHaveLength(2));
    await correct(newsroom, WORDING);
    expect(shown(newsroom)).toContain(
      '2 messages showed it; they are being corrected, and 1 person who was shown it privately is told.',
    );
  });

  it('says at the fields what is missing or wrong there, and keeps the form', async () => {
    const newsroom = await openNewsroom();
    await choose(newsroom, 'correct');
    const blank = await newsroom.slack.submitView({
      user: 'tom',
      fill: { statement: ' ', why: ' ', source: ' ', when: 'soon' },
    });
    expect(blank).toMatchObject({
      status: 'errors',
      errors: {
        statement: expect.any(String),
        why: AMEND_WORDS.missing.why,
        source: AMEND_WORDS.missing.source,
        when: expect.any(String),
      },
    });
    expect(await newsroom.slack.submitView({ user: 'tom', fill: REASONS })).toMatchObject({
      status: 'errors',
      errors: { statement: AMEND_WORDS.refused.unchanged },
    });
    expect(await acts(newsroom)).toEqual([]);
  });

  it('asks for the figure, too, where the wording gives another number', async () => {
    const newsroom = await openNewsroom();
    const [dossier] = newsroom.record.dossiers;
    const view = {
      id: 'V0FIGURE',
      callback_id: AMEND_MODALS.correct,
      private_metadata: JSON.stringify({ dossier: dossier?.slug, claim: 'rescued-190', since: newsroom.record.place }),
      state: {
        values: {
          statement: { statement: { value: 'The coastguard says that 188 people were rescued.' } },
          topic: { topic: { selected_option: { value: 'toll' } } },
          saidBy: { saidBy: { selected_options: [{ value: 'yana-stroud' }] } },
          value: { value: { value: '190' } },
          measure: { measure: { selected_option: { value: 'rescued' } } },
          why: { why: { value: REASONS.why } },
          source: { source: { value: REASONS.source } },
        },
      },
    };
    const payload = { type: 'view_submission', user: { id: TOM, team_id: 'T1' }, team: { id: 'T1' }, view };
    const response = await sendForm(newsroom.appUrl, { payload: JSON.stringify(payload) });
    expect(await response.json()).toEqual({ response_action: 'errors', errors: { value: FORM_WORDS.figureLeft } });
    expect(await acts(newsroom)).toEqual([]);
  });

  it('is refused to who is not an editor, when it is chosen and when it is sent off by force', async () => {
    const newsroom = await openNewsroom();
    expect(await choose(newsroom, 'correct', 'nadia')).toMatchObject({ callback_id: AMEND_MODALS.report });
    const response = await forge(newsroom, NADIA, AMEND_MODALS.retract, REASONS);
    expect(await response.text()).toContain('Only editors correct the record');
    expect(await acts(newsroom)).toEqual([]);
    expect(newsroom.lines).toContainEqual(expect.objectContaining({ msg: AMEND_WORDS.logged.refused, user: NADIA }));
  });

  it('lets one of two corrections that cross win, and shows the other what it reads now with everything typed', async () => {
    const newsroom = await openNewsroom();
    await choose(newsroom, 'correct', 'ines');
    await correct(newsroom, WORDING, 'tom');
    const late = 'The Maren Tolle capsized at about 9pm on 11 March 2024.';
    const why = 'The harbour log says so.';
    await newsroom.slack.submitView({ user: 'ines', fill: { statement: late, ...REASONS, why } });
    const form = newsroom.slack.views({ user: 'ines' }).at(-1);
    expect(form).toMatchObject({ callback_id: AMEND_MODALS.correct });
    for (const said of [TOM, WORDING, late, why, 'corrected it']) expect(shown(newsroom, 'ines')).toContain(said);
    expect(await acts(newsroom)).toHaveLength(1);
    // Sent again as it is, it corrects the version that was shown.
    expect(await newsroom.slack.submitView({ user: 'ines' })).toEqual({ status: 'updated' });
    expect(await acts(newsroom)).toMatchObject([{ by: TOM }, { by: INES, why }]);
    expect(standing(newsroom)?.statement).toBe(late);
  });

  it('of two sent off at the same moment enters one', async () => {
    const newsroom = await openNewsroom();
    for (const user of ['tom', 'ines']) await choose(newsroom, 'correct', user);
    await Promise.all(
      ['tom', 'ines'].map((user) =>
        newsroom.slack.submitView({ user, fill: { statement: `${WORDING} So says ${user}.`, ...REASONS } }),
      ),
    );
    expect(await acts(newsroom)).toHaveLength(1);
    const said = ['tom', 'ines'].map((user) => shown(newsroom, user));
    expect(said.filter((text) => text.includes(' corrected it'))).toHaveLength(1);
    expect(said.filter((text) => text.includes('"Corrected."'))).toHaveLength(1);
  });

  it('takes markup, mentions and 10,000 characters for what they are', async () => {
    const newsroom = await openNewsroom();
    const markup = '<!channel> *Nine* <@U0NADIA001> <https://evil.example|died> &lt;!here&gt;';
    await correct(newsroom, markup, 'tom', { why: `${markup} why`, source: `${markup} source` });
    const texts: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { type, text } = value as { type?: unknown; text?: unknown };
      if (type === 'mrkdwn' || type === 'user' || type === 'broadcast') texts.push(String(text));
      for (const inner of Object.values(value)) walk(inner);
    };
    walk(newsroom.slack.views({ user: 'tom' }).at(-1)?.blocks);
    expect(texts).toEqual([]);
    expect(standing(newsroom)?.statement).toBe(markup);
    const long = 'x'.repeat(10_000);
    const fields = { statement: long, why: long, source: long };
    const response = await forge(newsroom, TOM, AMEND_MODALS.retract, fields, 1e9);
    expect(JSON.parse(await response.text())).toMatchObject({
      response_action: 'errors',
      errors: { why: expect.stringContaining('10,000 characters'), source: expect.stringContaining('500') },
    });
  });

  it.each([
    ['a claim that does not exist', { dossier: 'harbour-ferry', claim: 'nothing', since: 0 }],
    ['a dossier that does not exist', { dossier: 'nowhere', claim: 'nothing', since: 0 }],
    ['nothing that was ever written', 'rubbish'],
  ])('refuses a form for %s', async (_, metadata) => {
    const newsroom = await openNewsroom();
    const values = Object.fromEntries(Object.entries(REASONS).map(([field, value]) => [field, { [field]: { value } }]));
    const view = { id: 'V1', callback_id: AMEND_MODALS.retract, state: { values } };
    const payload = {
      type: 'view_submission',
      user: { id: TOM },
      team: { id: 'T1' },
      view: { ...view, private_metadata: JSON.stringify(metadata) },
    };
    const response = await sendForm(newsroom.appUrl, { payload: JSON.stringify(payload) });
    expect(await response.text()).toContain(AMEND_WORDS.refused['unknown-claim']);
    expect(await acts(newsroom)).toEqual([]);
  });
});

describe('retracting a claim', () => {
  it('takes it out, tells who had it, and leaves its history', async () => {
    const newsroom = await openNewsroom();
    await choose(newsroom, 'retract');
    await newsroom.slack.submitView({ user: 'tom', fill: REASONS });
    expect(shown(newsroom)).toContain('Retracted.');
    expect(standing(newsroom)).toBeUndefined();
    await openMenu(newsroom, 'ines');
    expect(shown(newsroom, 'ines')).toContain(AMEND_WORDS.menu.retracted('', '').slice(0, 12));
    const only = newsroom.slack
      .views({ user: 'ines' })
      .at(-1)
      ?.blocks.find(({ accessory }) => accessory);
    expect(JSON.stringify(only)).not.toContain('correct:0');
  });

  it('is refused for one that is retracted, with who did it and why', async () => {
    const newsroom = await openNewsroom();
    for (const user of ['tom', 'ines']) await choose(newsroom, 'retract', user);
    await newsroom.slack.submitView({ user: 'tom', fill: REASONS });
    await newsroom.slack.submitView({ user: 'ines', fill: REASONS });
    for (const said of [TOM, REASONS.why, 'retracted already']) expect(shown(newsroom, 'ines')).toContain(said);
    expect(await acts(newsroom)).toHaveLength(1);
  });
});

describe('saying what overtook a claim', () => {
  it('offers the claims of its dossier, and marks it', async () => {
    const newsroom = await openNewsroom();
    await choose(newsroom, 'supersede');
    const offered = await newsroom.slack.suggest({ on: 'modal', actionId: 'newer', typed: 'lighthouse', user: 'tom' });
    expect(offered.map(({ value }) => value)).toContain('place-lighthouse');
    expect(offered.map(({ value }) => value)).not.toContain(FIRST.claim);
    const fill = { 'newer@harbour-ferry': option('place-lighthouse'), why: 'The coastguard was more exact.' };
    await newsroom.slack.submitView({ user: 'tom', fill });
    expect(shown(newsroom)).toContain('Marked as superseded.');
    expect(await acts(newsroom)).toMatchObject([
      { kind: 'superseded', claim: FIRST.claim, by: 'place-lighthouse', things: [] },
    ]);
    expect(newsroom.record.dossiers[0]?.claims.get('place-lighthouse')?.supersedes).toContain(FIRST.claim);
  });

  it('refuses a circle at the field', async () => {
    const newsroom = await openNewsroom();
    await newsroom.store.ledger.append({
      by: INES,
      acts: [
        {
          kind: 'superseded',
          dossier: FIRST.dossier,
          claim: 'place-lighthouse',
          by: FIRST.claim,
          things: [],
          why: 'x',
        },
      ],
    });
    await newsroom.record.reached(newsroom.record.place + 1);
    await choose(newsroom, 'supersede');
    const fill = { 'newer@harbour-ferry': option('place-lighthouse'), why: 'Newer.' };
    expect(await newsroom.slack.submitView({ user: 'tom', fill })).toMatchObject({
      status: 'errors',
      errors: { 'newer@harbour-ferry': AMEND_WORDS.refused.circle(0) },
    });
  });

  it('files the newer claim in the same form', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    const before = await choose(newsroom, 'supersede');
    await slack.click({ on: 'modal', actionId: FILE_NEWER_ACTION, user: 'tom' });
    await slack.until(() => slack.views({ user: 'tom' }).at(-1)?.hash !== before.hash);
    const outcome = await slack.submitView({
      user: 'tom',
      fill: {
        why: 'The inquiry timed it.',
        statement: 'The inquiry has the ferry capsize at 7.52pm.',
        'article@harbour-ferry': option('strait-review-2024-07-10'),
        paragraph: '4',
      },
    });
    expect(outcome).toEqual({ status: 'updated' });
    const [act] = await acts(newsroom);
    expect(act).toMatchObject({ kind: 'superseded', claim: FIRST.claim, things: [{ subject: 'claim' }] });
    const newer = [...(newsroom.record.dossiers[0]?.claims.values() ?? [])].at(-1);
    expect(newer).toMatchObject({ topic: 'accident', people: ['coastguard'], supersedes: [FIRST.claim] });
  });

  it('lets nobody file the newer claim by themselves where four eyes are asked for', async () => {
    const newsroom = await openNewsroom({ desk: { ...DESK, fourEyes: true } });
    const { slack, record } = newsroom;
    const before = await choose(newsroom, 'supersede');
    await slack.click({ on: 'modal', actionId: FILE_NEWER_ACTION, user: 'tom' });
    await slack.until(() => slack.views({ user: 'tom' }).at(-1)?.hash !== before.hash);
    expect(shown(newsroom)).toContain(AMEND_WORDS.refused['own-claim']);
    const values = {
      why: { why: { value: 'The inquiry timed it.' } },
      statement: { statement: { value: 'The inquiry has the ferry capsize at 7.52pm.' } },
      topic: { topic: { selected_option: { value: 'accident' } } },
      article: { article: { selected_option: { value: 'strait-review-2024-07-10' } } },
      paragraph: { paragraph: { value: '4' } },
    };
    const view = {
      id: 'V0FOUREYES',
      callback_id: AMEND_MODALS.supersedeFiling,
      private_metadata: JSON.stringify({ ...FIRST, since: record.place }),
      state: { values },
    };
    const payload = { type: 'view_submission', user: { id: TOM, team_id: 'T1' }, team: { id: 'T1' }, view };
    const response = await sendForm(newsroom.appUrl, { payload: JSON.stringify(payload) });
    expect(await response.json()).toEqual({
      response_action: 'errors',
      errors: { statement: AMEND_WORDS.refused['own-claim'] },
    });
    expect(await acts(newsroom)).toEqual([]);
  });
});

it('asks for an editor at every act: the menu forged by a reporter opens no form', async () => {
  const newsroom = await openNewsroom();
  await openMenu(newsroom, 'nadia');
  await newsroom.slack.click({ on: 'modal', actionId: AMEND_ACTION, entry: 'supersede:0', user: 'nadia' });
  await newsroom.slack.until(() => shown(newsroom, 'nadia').includes('Only editors'));
});

describe('someone who is not an editor', () => {
  it('tells the desk what is wrong with a claim, once, and an editor goes on from there', async () => {
    const newsroom = await openNewsroom();
    const { slack } = newsroom;
    await choose(newsroom, 'correct', 'nadia');
    expect(shown(newsroom, 'nadia')).toContain('Only editors correct the record.');
    const what = 'It was *later*, <!channel> <@U0TOM00002>';
    await slack.submitView({ user: 'nadia', fill: { why: what, source: REASONS.source } });
    expect(shown(newsroom, 'nadia')).toContain(AMEND_WORDS.report.sent);
    const desk = () => slack.messages({ user: 'tom', channel: 'editors-desk' }).filter(({ bot_id }) => bot_id);
    const [message] = await slack.until(() => desk().length > 0 && desk(), { label: 'the message at the desk' });
    expect(message?.text).toContain('Nadia Brandt says that a claim on record is wrong:');
    expect(message?.text).toContain('It was ∗later∗, &lt;!channel&gt;');
    expect(JSON.stringify(message?.blocks)).not.toMatch(/<[!@]|"type":"user"/);
    expect(await acts(newsroom)).toEqual([]);
    await slack.click({ actionId: KEEP_ACTION, user: 'tom', channel: 'editors-desk' });
    await slack.until(() => shown(newsroom).includes(FIRST.claim));
    expect(desk()).toHaveLength(1);
  });

  it('has to say what is wrong and what shows it', async () => {
    const newsroom = await openNewsroom();
    await choose(newsroom, 'retract', 'nadia');
    expect(await newsroom.slack.submitView({ user: 'nadia', fill: { why: ' ', source: ' ' } })).toMatchObject({
      status: 'errors',
      errors: { why: AMEND_WORDS.missing.why, source: AMEND_WORDS.missing.source },
    });
  });

  it('is told where the desk is closed to Dateline', async () => {
    const newsroom = await openNewsroom();
    newsroom.slack.faults.add('is-archived', { method: 'chat.postMessage', channel: 'C0DESK0001' });
    await choose(newsroom, 'correct', 'nadia');
    await newsroom.slack.submitView({ user: 'nadia', fill: REASONS });
    await newsroom.slack.until(() =>
      newsroom.slack.messages({ user: 'nadia', channel: 'dm' }).find(({ text }) => text.includes('nobody was told')),
    );
  });

  it('is only told who may, where no desk is set', async () => {
    const newsroom = await openNewsroom({ desk: { fourEyes: false, editors: { kind: 'people', users: [TOM] } } });
    await choose(newsroom, 'correct', 'nadia');
    expect(shown(newsroom, 'nadia')).toContain('/dateline file');
  });

  it.each([
    ['no editors are set', { fourEyes: false }, AMEND_WORDS.refused['no-editors']],
    [
      'Slack does not say who the editors are',
      { fourEyes: false, editors: { kind: 'group' as const, group: 'S0NOBODY' } },
      AMEND_WORDS.refused.unread,
    ],
  ])('nobody can be told apart from where %s', async (_, desk, said) => {
    const newsroom = await openNewsroom({ desk });
    await choose(newsroom, 'correct');
    expect(shown(newsroom)).toContain(said);
    expect(await (await forge(newsroom, TOM, AMEND_MODALS.retract, REASONS)).text()).toContain(said);
    expect(await acts(newsroom)).toEqual([]);
  });
});
