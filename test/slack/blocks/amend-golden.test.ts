import { describe, expect, it } from 'vitest';
import { showClaim } from '../../../src/ask/show-claim.ts';
import type { HistoryStep } from '../../../src/desk/claim-history.ts';
import { filledClaimOf } from '../../../src/desk/claim-value.ts';
import type { Amendment } from '../../../src/record/amendment.ts';
import type { Claim, Dossier } from '../../../src/record/dossier.ts';
import type { LedgerEntry } from '../../../src/record/ledger.ts';
import { filledReportOf } from '../../../src/slack/amend/amend-forms.ts';
import { timeText } from '../../../src/slack/amend/words.ts';
import {
  correctModal,
  reportModal,
  retractModal,
  supersedeFilingModal,
  supersedeModal,
} from '../../../src/slack/blocks/amend-modals.ts';
import { claimMenuModal, menuClaim } from '../../../src/slack/blocks/claim-menu-modal.ts';
import { chooseHistory, historyMessage, type ToldHistory } from '../../../src/slack/blocks/history-blocks.ts';
import { FIRST_PAGES, homeView } from '../../../src/slack/blocks/home-view.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { checkView } from '../../../src/workspace/blocks/check-view.ts';
import { ferryRecord } from '../support/ferry-record.ts';

const [ferry] = ferryRecord as [Dossier];
const claim = ferry.claims.get('capsized-11-march') as Claim;
const other = ferry.claims.get('dead-9-coastguard') as Claim;
const at = '2026-11-22T14:02:00.000Z';
const why = 'The inquiry corrected the hour.';
const source = 'The Strait Review, 10 Jul 2024';
const was: Claim = { ...claim, statement: 'The Maren Tolle capsized at about 6pm.' };
const corrected: Amendment = { kind: 'corrected', seq: 91, at, by: 'U0TOM00002', why, source, was, now: claim };
const retracted: Amendment = { kind: 'retracted', seq: 92, at, by: 'U0INES0003', why, source, was: other };
const amended: Dossier = {
  ...ferry,
  claims: new Map([...ferry.claims].filter(([id]) => id !== other.id)),
  amendments: new Map([
    [claim.id, [corrected]],
    [other.id, [retracted]],
  ]),
};
const act = { kind: 'corrected', dossier: ferry.slug, claim: claim.id, things: [], why, source } as const;
const stale: LedgerEntry = { seq: 91, at, by: 'U0TOM00002', act: { ...act, things: [] as never } };
const form = { dossier: ferry, claim, since: 90 };
const refs = [claim, other].map(({ id }) => ({ dossier: ferry.slug, claim: id }));
const steps: readonly [HistoryStep, ...HistoryStep[]] = [
  { seq: 12, at: '2026-11-01T09:00:00.000Z', by: 'data folder', kind: 'filed', claim: was },
  { seq: 91, at, by: 'U0TOM00002', kind: 'corrected', claim, why, source },
  { seq: 95, at, by: 'U0INES0003', kind: 'overtaken', claim, why, newer: other },
];
const history: ToldHistory = {
  dossier: ferry.slug,
  claim: claim.id,
  dossierOf: ferry,
  steps,
  reached: new Map([[91, { all: 4, reached: 3 }]]),
};

const views = {
  'claims-of-an-answer': claimMenuModal(refs.flatMap((ref) => menuClaim(ref, [amended]))),
  'one-claim-of-an-answer': claimMenuModal(menuClaim(refs[0] as (typeof refs)[number], [ferry])),
  'correct-a-claim': correctModal({ ...form, filled: filledClaimOf(claim), report: filledReportOf(claim) }),
  'correct-a-claim-amended-meanwhile': correctModal({ ...form, filled: filledClaimOf(was), why, source, stale }),
  'retract-a-claim': retractModal(form),
  'tell-the-desk': reportModal(form),
  'superseded-by': supersedeModal(form),
  'superseded-by-filed': supersedeFilingModal({ ...form, filled: filledClaimOf(other) }),
};

const messages = {
  'history-of-a-claim': historyMessage(history, 0),
  'history-to-choose': chooseHistory(
    refs.map((ref) => ({ ...ref, shown: showClaim({ dossier: ferry }, ferry.claims.get(ref.claim) as Claim) })),
  ),
};

const golden = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

describe('what people see who correct and trace claims', () => {
  it.each(Object.entries(views))('%s', async (name, view) => {
    expect(checkView(view, 'modal')).toMatchObject({ ok: true });
    await expect(golden(view)).toMatchFileSnapshot(`__golden__/amend/${name}.json`);
  });

  it.each(Object.entries(messages))('%s', async (name, { text, blocks }) => {
    expect(checkMessageBlocks(blocks)).toMatchObject({ ok: true });
    await expect(golden({ text, blocks })).toMatchFileSnapshot(`__golden__/amend/${name}.json`);
  });

  it('home of an editor', async () => {
    const things = [
      {
        subject: 'claim' as const,
        value: { ...claim, reports: [{ ...claim.reports[0], article: 'kestrel-news-2024-03-12' }] },
      },
    ];
    const version = { seq: 93, at, by: 'U0NADIA001', things };
    const proposal = {
      id: 'p1',
      dossier: ferry.slug,
      first: version,
      last: version,
      addsReport: false,
      state: { kind: 'waiting' as const },
    };
    const topic = { subject: 'topic' as const, value: { id: 'accident', title: 'The accident' } };
    const view = homeView({
      dossiers: [amended],
      digests: [],
      editor: {
        proposals: [{ proposal, link: 'https://local-newsroom.slack.com/archives/C1/p1' }],
        conflicts: [
          { dossier: ferry.slug, subject: 'topic', id: 'accident', folder: topic, record: topic, neededBy: [] },
        ],
      },
      pages: FIRST_PAGES,
    });
    expect(checkView(view, 'home')).toMatchObject({ ok: true });
    await expect(golden(view)).toMatchFileSnapshot('__golden__/amend/home-of-an-editor.json');
  });
});

it('tells an instant in words that need no clock of the reader’s', () => {
  expect(timeText(at)).toBe('22 Nov 2026, 14:02 UTC');
});
