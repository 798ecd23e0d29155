import { describe, expect, it } from 'vitest';
import {
  decideApproval,
  decideDecline,
  decideFiling,
  decideRevision,
  type ReviewRefusal,
} from '../../../src/desk/decide-review.ts';
import type { Decision } from '../../../src/desk/decision.ts';
import { EMPTY_CLAIM, EMPTY_REPORT } from '../../../src/desk/filled-form.ts';
import { proposalsIn } from '../../../src/desk/proposals.ts';
import { readAddedReport } from '../../../src/desk/read-filing.ts';
import type { Claim } from '../../../src/record/dossier.ts';
import type { Thing } from '../../../src/record/ledger-values.ts';
import { claimModal } from '../../../src/slack/blocks/claim-modal.ts';
import { declineModal } from '../../../src/slack/blocks/decline-modal.ts';
import {
  filedMessage,
  outcomeMessage,
  type ReviewCard,
  reviewMessage,
} from '../../../src/slack/blocks/review-message.ts';
import { newClaimForm, revisionForm } from '../../../src/slack/desk/open-form.ts';
import { refusalText } from '../../../src/slack/desk/refusal-text.ts';
import { DESK_WORDS } from '../../../src/slack/desk/words.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { checkView } from '../../../src/workspace/blocks/check-view.ts';
import { article, claim, editor, ferry, openDesk, records, report, reporter, thingsIn } from '../../desk/forms.ts';

const golden = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const capsized = ferry.claims.get('ferry-capsized') as Claim;
const NAMES: Readonly<Record<string, string>> = { [reporter.user]: 'Nadia Brandt', [editor.user]: 'Tom Okafor' };
const nameOf = (user: string) => NAMES[user] ?? user;
const lax = { fourEyes: false };

/** A proposal, and the desk at which it waits. */
function proposed(things: readonly Thing[]) {
  const opened = openDesk();
  const take = (by: string, decision: Decision<ReviewRefusal>) => {
    if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusal));
    return opened.enter(by, decision.acts);
  };
  const dossier = ferry.slug;
  const version = take(reporter.user, decideFiling(opened.desk(), { dossier, proposal: 'p-1', things }));
  const proposal = () => {
    const found = proposalsIn(opened.desk().entries).get('p-1');
    if (!found) throw new Error('not proposed');
    return found;
  };
  const card = (more: Partial<ReviewCard> = {}): ReviewCard => ({
    proposal: proposal(),
    dossier: opened.standing(),
    nameOf,
    ...more,
  });
  return { ...opened, take, seen: { proposal: 'p-1', version }, card, proposal };
}

const rich = () =>
  thingsIn(
    {
      saidBy: [{ kind: 'new', name: 'Moll Farrow', as: 'person' }],
      people: [
        { kind: 'on-record', id: 'tollesund' },
        { kind: 'new', name: 'Night Watch', as: 'body' },
      ],
      measure: 'dead',
      value: '36',
      qualifier: 'at least',
      when: '2024-03',
      key: true,
      sensitive: 'health',
    },
    {
      newArticle: { ...article, url: 'https://nightpost.example/no-light', chain: 'Meridian Wire' },
      quote: 'it was pitch dark',
    },
  );

function addedReport(): readonly Thing[] {
  const reading = readAddedReport(
    capsized,
    { ...report, article: 'aldemoor-herald-2024-04-26', paragraph: '1' },
    ferry,
  );
  return reading.kind === 'read' ? reading.things : [];
}

const approved = () => {
  const at = proposed(thingsIn());
  at.take(editor.user, decideApproval(at.desk(), at.seen, editor, lax));
  return at.card();
};
const retracted = () => {
  const at = proposed(thingsIn());
  at.take(editor.user, decideApproval(at.desk(), at.seen, editor, lax));
  const gone = { kind: 'retracted', dossier: ferry.slug, claim: 'chief-mate-wheel-ferry-rolled' } as const;
  at.enter(editor.user, [{ ...gone, why: 'He was below.', source: 'The Sarrow Courier, 16 Aug 2024' }]);
  return at.card();
};
const declined = () => {
  const at = proposed(thingsIn());
  at.take(editor.user, decideDecline(at.desk(), at.seen, 'The article says that he was below.', editor));
  return at.card();
};
const revised = () => {
  const at = proposed(thingsIn());
  at.take(
    editor.user,
    decideRevision(at.desk(), at.seen, thingsIn({ statement: 'The chief mate steered.' }), editor, undefined),
  );
  return at.card();
};

const messages = {
  'review-waiting': reviewMessage(proposed(thingsIn()).card({ near: [capsized] })),
  'review-rich': reviewMessage(proposed(rich()).card()),
  'review-report': reviewMessage(proposed(addedReport()).card()),
  'review-revised': reviewMessage(revised()),
  'review-approved': reviewMessage(approved()),
  'review-retracted': reviewMessage(retracted()),
  'review-declined': reviewMessage(declined()),
  'told-filed': filedMessage(proposed(thingsIn()).card(), true),
  'told-approved': outcomeMessage(approved()),
  'told-declined': outcomeMessage(declined()),
};

const form = { dossier: ferry, dossiers: [ferry], claim: EMPTY_CLAIM, report: EMPTY_REPORT };
const views = {
  'form-empty': claimModal(form),
  'form-dossiers': claimModal({ ...form, dossiers: records }),
  'form-new-article': claimModal({ ...form, claim, report: { ...report, newArticle: article } }),
  'form-near': claimModal({ ...form, claim, report, near: [capsized, ferry.claims.get('lorne-leads') as Claim] }),
  'form-revision': claimModal(revisionForm(proposed(rich()).proposal(), [ferry], true) ?? form),
  'form-report-revision': claimModal(revisionForm(proposed(addedReport()).proposal(), [ferry], false) ?? form),
  'form-asked': claimModal(
    newClaimForm({ lead: DESK_WORDS.modal.asked('who *steered*, <!channel>?') }, [ferry]) ?? form,
  ),
  'decline-modal': declineModal({ proposal: 'p-1', version: 7 }),
};

describe('what people see at the desk', () => {
  it.each(Object.entries(messages))('%s', async (name, message) => {
    expect(checkMessageBlocks(structuredClone(message?.blocks))).toMatchObject({ ok: true });
    await expect(golden({ text: message?.text, blocks: message?.blocks })).toMatchFileSnapshot(
      `__golden__/${name}.json`,
    );
  });

  it('a claim that waits for a report is shown as it reads by now, and counts as shown', () => {
    const at = proposed(addedReport());
    const [value] = addedReport().flatMap((thing) => (thing.subject === 'claim' ? [thing.value] : []));
    if (value === undefined) throw new Error('no claim is added to');
    const statement = 'The ferry rolled over.';
    const reports = capsized.reports.map((one) => ({ ...one, article: one.article.slug }));
    const things = [{ subject: 'claim' as const, value: { ...value, statement, reports } }];
    const of = { dossier: ferry.slug, claim: value.id, why: 'Why.', source: 'The Sarrow Courier, 16 Aug 2024' };
    at.enter(editor.user, [{ kind: 'corrected', ...of, things }]);
    const { text, blocks, claims } = reviewMessage(at.card({ near: [] }));
    expect(text).toContain(statement);
    expect(JSON.stringify([text, blocks])).not.toContain(capsized.statement);
    expect(claims).toEqual([{ dossier: ferry.slug, claim: value.id }]);
  });

  it.each(Object.entries(views))('%s', async (name, view) => {
    expect(checkView(structuredClone(view), 'modal')).toMatchObject({ ok: true });
    await expect(golden(view)).toMatchFileSnapshot(`__golden__/${name}.json`);
  });

  it('every refusal, in words', async () => {
    const { proposal } = approved();
    const refusals: ReviewRefusal[] = [
      { kind: 'no-dossier' },
      { kind: 'no-proposal' },
      { kind: 'not-editor' },
      { kind: 'not-yours' },
      { kind: 'own-proposal' },
      { kind: 'claim-gone' },
      { kind: 'filed', proposal },
      { kind: 'decided', proposal },
      { kind: 'decided', proposal: declined().proposal },
      { kind: 'revised', proposal: revised().proposal },
      { kind: 'unfit', mistakes: { article: 'That article is no longer on record.' } },
    ];
    const lines = await Promise.all(
      refusals.map(async (one) => `${one.kind}: ${await refusalText(one, async (user) => nameOf(user))}`),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('__golden__/refusals.txt');
  });
});
