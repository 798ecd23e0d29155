import { describe, expect, it } from 'vitest';
import { DECLINE_WHY } from '../../../src/slack/blocks/decline-modal.ts';
import { REVIEW_ACTIONS } from '../../../src/slack/blocks/review-message.ts';
import { DESK_WORDS } from '../../../src/slack/desk/words.ts';
import { DESK } from '../support/desk.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { sendForm } from '../support/send-signed.ts';
import { decide, fileClaim, formOf, type Newsroom, reviews, told } from './desk-acts.ts';

const DESK_CHANNEL = 'editors-desk';
const CLAIM = 'chief-mate-wheel-ferry-rolled';
const { refused: REFUSED, outcome: OUTCOME } = DESK_WORDS;

async function filed(opening: Parameters<typeof openNewsroom>[0] = {}, by: Record<string, unknown> = {}) {
  const newsroom = await openNewsroom(opening);
  await fileClaim(newsroom, by);
  const [review] = await reviews(newsroom, 1);
  return { ...newsroom, review };
}

const onRecord = ({ record }: Newsroom) => record.dossiers[0]?.claims.get(CLAIM);
const acts = ({ record }: Newsroom, kind: string) => record.entries.filter(({ act }) => act.kind === kind);
const atDesk = (user: string) => ({ user, channel: DESK_CHANNEL });

describe('approving', () => {
  it('lets the claim into the record at once, says who did, and tells who proposed it', async () => {
    const newsroom = await filed();
    expect(onRecord(newsroom)).toBeUndefined();
    const text = await decide(newsroom, 'tom', 'approve');
    expect(onRecord(newsroom)).toMatchObject({ statement: 'The chief mate was at the wheel when the ferry rolled.' });
    expect(text).toContain('Approved by Tom Okafor');
    expect(text).toContain('Proposed by Nadia Brandt.');
    expect(JSON.stringify((await reviews(newsroom, 1))[0]?.blocks)).not.toContain(REVIEW_ACTIONS.approve);
    await told(newsroom, { user: 'nadia' }, OUTCOME.approved('Tom Okafor'));
    expect(acts(newsroom, 'approved')).toMatchObject([{ by: 'U0TOM00002' }]);
  });

  it('answers by it as soon as the desk sees it', async () => {
    const newsroom = await filed();
    await decide(newsroom, 'tom', 'approve');
    await newsroom.slack.runCommand({ line: '/dateline check The chief mate was at the wheel when the ferry rolled.' });
    await newsroom.slack.until(() => newsroom.slack.messages().find(({ text }) => text.includes('Sela Dravik')));
  });

  it('of two editors who press at once lets one in, and tells the other who did', async () => {
    const newsroom = await filed();
    const { slack } = newsroom;
    const actionId = REVIEW_ACTIONS.approve;
    await Promise.all([slack.click({ ...atDesk('tom'), actionId }), slack.click({ ...atDesk('ines'), actionId })]);
    const [entry] = await slack.until(() => {
      const approved = acts(newsroom, 'approved');
      return approved.length > 0 && approved;
    });
    const [winner, other] = entry?.by === 'U0TOM00002' ? ['Tom Okafor', 'ines'] : ['Ines Duarte', 'tom'];
    await told(newsroom, atDesk(other), `${winner} approved it already`);
    expect(acts(newsroom, 'approved')).toHaveLength(1);
  });

  it('is not for reporters, who are told so, and it is logged', async () => {
    const newsroom = await filed();
    await newsroom.slack.click({ ...atDesk('nadia'), actionId: REVIEW_ACTIONS.approve });
    await told(newsroom, atDesk('nadia'), REFUSED['not-editor']);
    expect(acts(newsroom, 'approved')).toEqual([]);
    expect(newsroom.lines).toContainEqual(
      expect.objectContaining({ level: 40, user: 'U0NADIA001', msg: expect.stringContaining('no editor was refused') }),
    );
  });

  it('is refused clearly while Slack does not say who the editors are', async () => {
    const newsroom = await filed();
    newsroom.slack.faults.add('internal-error', { method: 'usergroups.users.list' });
    await newsroom.slack.click({ ...atDesk('tom'), actionId: REVIEW_ACTIONS.approve });
    await told(newsroom, atDesk('tom'), REFUSED.unread);
    expect(await decide(newsroom, 'tom', 'approve')).toContain('Approved by Tom Okafor');
  });

  it('is refused where no editors are set', async () => {
    const newsroom = await filed({ desk: { channel: DESK.channel, fourEyes: false } });
    await newsroom.slack.click({ ...atDesk('tom'), actionId: REVIEW_ACTIONS.approve });
    await told(newsroom, atDesk('tom'), REFUSED['no-editors']);
  });

  it('takes editors by their ids too', async () => {
    const newsroom = await filed({ desk: { ...DESK, editors: { kind: 'people', users: ['U0INES0003'] } } });
    await newsroom.slack.click({ ...atDesk('tom'), actionId: REVIEW_ACTIONS.approve });
    await told(newsroom, atDesk('tom'), REFUSED['not-editor']);
    expect(await decide(newsroom, 'ines', 'approve')).toContain('Approved by Ines Duarte');
  });

  it('takes four eyes where that is set', async () => {
    const newsroom = await filed({ desk: { ...DESK, fourEyes: true } }, { user: 'tom' });
    await newsroom.slack.click({ ...atDesk('tom'), actionId: REVIEW_ACTIONS.approve });
    await told(newsroom, atDesk('tom'), REFUSED['own-proposal']);
    expect(onRecord(newsroom)).toBeUndefined();
    expect(await decide(newsroom, 'ines', 'approve')).toContain('Approved by Ines Duarte');
  });

  it('may be one’s own where it is not', async () => {
    const newsroom = await filed({}, { user: 'tom' });
    expect(await decide(newsroom, 'tom', 'approve')).toContain('Approved by Tom Okafor');
  });

  it('is refused for what no longer fits the record', async () => {
    const newsroom = await filed();
    const { store, record } = newsroom;
    const withdrawn = { kind: 'withdrawn', dossier: 'harbour-ferry', subject: 'person', id: 'sela-dravik' } as const;
    const appended = await store.ledger.append({ by: 'data folder', acts: [withdrawn] });
    await record.reached(appended.kind === 'appended' ? (appended.entries.at(-1)?.seq ?? 0) : 0);
    await newsroom.slack.click({ ...atDesk('tom'), actionId: REVIEW_ACTIONS.approve });
    await told(newsroom, atDesk('tom'), 'It does not fit the record any more.');
    expect(acts(newsroom, 'approved')).toEqual([]);
  });
});

describe('declining', () => {
  it('asks why, says so at the desk, and tells who proposed it', async () => {
    const newsroom = await filed();
    const { slack } = newsroom;
    await slack.click({ ...atDesk('ines'), actionId: REVIEW_ACTIONS.decline });
    await formOf(newsroom, 'ines');
    expect(await slack.submitView({ user: 'ines', fill: { [DECLINE_WHY]: '   ' } })).toMatchObject({
      status: 'errors',
    });
    const outcome = await slack.submitView({ user: 'ines', fill: { [DECLINE_WHY]: 'The mate was below.' } });
    expect(outcome).toEqual({ status: 'closed' });
    await told(newsroom, { user: 'nadia' }, OUTCOME.declined('Ines Duarte', 'The mate was below.'));
    const [review] = await reviews(newsroom, 1);
    expect(review?.text).toContain('Declined by Ines Duarte');
    expect(JSON.stringify(review?.blocks)).not.toContain(REVIEW_ACTIONS.approve);
    expect(acts(newsroom, 'declined')).toMatchObject([{ by: 'U0INES0003', act: { why: 'The mate was below.' } }]);
  });

  it('says in the modal who was first, when somebody was', async () => {
    const newsroom = await filed();
    const { slack } = newsroom;
    await slack.click({ ...atDesk('ines'), actionId: REVIEW_ACTIONS.decline });
    await formOf(newsroom, 'ines');
    await decide(newsroom, 'tom', 'approve');
    expect(await slack.submitView({ user: 'ines', fill: { [DECLINE_WHY]: 'No.' } })).toMatchObject({
      status: 'errors',
      errors: { [DECLINE_WHY]: expect.stringContaining('Tom Okafor approved it already') },
    });
  });

  it('is not for reporters, neither by the button nor by a forged modal', async () => {
    const newsroom = await filed();
    const { slack, appUrl, record } = newsroom;
    await slack.click({ ...atDesk('nadia'), actionId: REVIEW_ACTIONS.decline });
    await told(newsroom, atDesk('nadia'), REFUSED['not-editor']);
    expect(slack.views()).toEqual([]);
    const proposed = record.entries.at(-1);
    const proposal = proposed?.act.kind === 'proposed' ? proposed.act.proposal : '';
    const view = {
      id: 'V1',
      type: 'modal',
      callback_id: 'decline-proposal',
      private_metadata: JSON.stringify({ proposal, version: proposed?.seq }),
      state: { values: { why: { why: { type: 'plain_text_input', value: 'forged' } } } },
    };
    const payload = { type: 'view_submission', user: { id: 'U0NADIA001' }, team: { id: 'T1' }, view };
    const answered = await sendForm(appUrl, { payload: JSON.stringify(payload) });
    expect(await answered.json()).toEqual({ response_action: 'errors', errors: { why: REFUSED['not-editor'] } });
    expect(acts(newsroom, 'declined')).toEqual([]);
  });
});

describe('changing a proposal', () => {
  it('by who proposed it keeps it waiting, as it reads now', async () => {
    const newsroom = await filed();
    const { slack } = newsroom;
    await slack.click({ ...atDesk('nadia'), actionId: REVIEW_ACTIONS.edit });
    const view = await formOf(newsroom);
    expect(JSON.stringify(view.blocks)).toContain('The chief mate was at the wheel when the ferry rolled.');
    expect(JSON.stringify(view.blocks)).not.toContain('"saving"');
    const statement = 'The chief mate was steering when the ferry rolled.';
    expect(await slack.submitView({ fill: { statement } })).toEqual({ status: 'cleared' });
    await slack.until(() => slack.messages(atDesk('tom')).find(({ text }) => text.includes(statement)));
    const [review] = await reviews(newsroom, 1);
    expect(review?.text).toContain('Changed by Nadia Brandt');
    expect(await decide(newsroom, 'tom', 'approve')).toContain(statement);
  });

  it('by an editor may approve it as changed, in one', async () => {
    const newsroom = await filed();
    const { slack } = newsroom;
    await slack.click({ ...atDesk('tom'), actionId: REVIEW_ACTIONS.edit });
    await formOf(newsroom, 'tom');
    const statement = 'The chief mate steered.';
    const outcome = await slack.submitView({ user: 'tom', fill: { statement, saving: 'approve' } });
    expect(outcome).toEqual({ status: 'cleared' });
    await told(newsroom, { user: 'nadia' }, OUTCOME.changed('Tom Okafor'));
    expect(onRecord(newsroom) ?? newsroom.record.dossiers[0]?.claims.get('chief-mate-steered')).toMatchObject({
      statement,
    });
  });

  it('makes buttons that show the older version answer with what happened', async () => {
    const newsroom = await filed();
    const { slack, appUrl, record } = newsroom;
    const seen = { proposal: 'x', version: 0 };
    const entry = record.entries.at(-1);
    if (entry?.act.kind === 'proposed') Object.assign(seen, { proposal: entry.act.proposal, version: entry.seq });
    await slack.click({ ...atDesk('nadia'), actionId: REVIEW_ACTIONS.edit });
    await formOf(newsroom);
    await slack.submitView({ fill: { statement: 'The chief mate was steering when the ferry rolled.' } });
    await slack.until(() => slack.messages(atDesk('tom')).find(({ text }) => text.includes('steering')));
    const press = {
      type: 'block_actions',
      user: { id: 'U0TOM00002', username: 'tom' },
      team: { id: 'T1' },
      channel: { id: DESK.channel },
      container: { type: 'message', channel_id: DESK.channel, message_ts: '1.1' },
      trigger_id: 'old-trigger',
      actions: [{ type: 'button', action_id: REVIEW_ACTIONS.approve, value: JSON.stringify(seen) }],
    };
    await sendForm(appUrl, { payload: JSON.stringify(press) });
    await told(newsroom, { user: 'tom' }, 'Nadia Brandt changed it meanwhile');
    expect(acts(newsroom, 'approved')).toEqual([]);
  });

  it('is not for other reporters, nor for those who forge an approval', async () => {
    const newsroom = await filed({}, { user: 'tom' });
    const { slack, appUrl, record } = newsroom;
    await slack.click({ ...atDesk('nadia'), actionId: REVIEW_ACTIONS.edit });
    await told(newsroom, atDesk('nadia'), REFUSED['not-yours']);
    await slack.click({ ...atDesk('ines'), actionId: REVIEW_ACTIONS.edit });
    const view = await formOf(newsroom, 'ines');
    const forged = {
      ...view,
      state: {
        values: { saving: { saving: { type: 'radio_buttons', selected_option: { value: 'approve' } } }, ...filledIn },
      },
    };
    const payload = { type: 'view_submission', user: { id: 'U0NADIA001' }, team: { id: 'T1' }, view: forged };
    const answered = await sendForm(appUrl, { payload: JSON.stringify(payload) });
    expect(await answered.json()).toMatchObject({ errors: { saving: REFUSED['not-editor'] } });
    expect(record.entries.filter(({ act }) => act.kind === 'proposed')).toHaveLength(1);
  });
});

const text = (id: string, value: string) => ({ [id]: { [id]: { type: 'plain_text_input', value } } });
const menu = (id: string, value: string) => ({
  [`${id}@harbour-ferry`]: { [id]: { type: 'static_select', selected_option: { value } } },
});
const filledIn = {
  ...text('statement', 'Forged.'),
  ...text('paragraph', '1'),
  ...menu('topic', 'accident'),
  ...menu('article', 'kestrel-news-2024-03-12'),
};

describe('what was approved', () => {
  it('is corrected at the desk, and where its reporter was told, like any answer that shows it', async () => {
    const newsroom = await filed();
    const { slack, store, record } = newsroom;
    await decide(newsroom, 'tom', 'approve');
    await told(newsroom, { user: 'nadia' }, OUTCOME.approved('Tom Okafor'));
    const retracted = { kind: 'retracted', dossier: 'harbour-ferry', claim: CLAIM, why: 'He was below.' } as const;
    const source = 'The Sarrow Courier, 16 Aug 2024';
    const appended = await store.ledger.append({ by: 'U0TOM00002', acts: [{ ...retracted, source }] });
    await record.reached(appended.kind === 'appended' ? (appended.entries.at(-1)?.seq ?? 0) : 0);
    const isMarked = ({ text }: { text: string }) => /retracted/i.test(text) && text.includes('He was below.');
    await slack.until(
      () => slack.messages(atDesk('tom')).find(({ text }) => text.includes('Approved by') && isMarked({ text })),
      {
        label: 'the mark at the desk',
      },
    );
    await slack.until(() => slack.messages({ channel: 'dm' }).find(isMarked), { label: 'the mark for the reporter' });
  });
});
