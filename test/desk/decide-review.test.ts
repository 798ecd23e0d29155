import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideApproval, decideDecline, decideFiling, decideRevision } from '../../src/desk/decide-review.ts';
import type { Decision } from '../../src/desk/decision.ts';
import { claimIn, proposalsIn } from '../../src/desk/proposals.ts';
import { readAddedReport } from '../../src/desk/read-filing.ts';
import type { Claim } from '../../src/record/dossier.ts';
import { actSchema } from '../../src/record/ledger.ts';
import type { Thing } from '../../src/record/ledger-values.ts';
import { article, editor, ferry, openDesk, report, reporter, thingsIn } from './forms.ts';

const lax = { fourEyes: false };
const dossier = ferry.slug;

type Opened = ReturnType<typeof openDesk>;

/** Enters what was decided; gives the place of the last act. */
function enter<Refusal>({ enter: append }: Opened, by: string, decision: Decision<Refusal>): number {
  if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusal));
  for (const act of decision.acts) actSchema.parse(act);
  return append(by, decision.acts);
}

function file(opened: Opened, proposal: string, things: readonly Thing[], by = reporter.user) {
  return { proposal, version: enter(opened, by, decideFiling(opened.desk(), { dossier, proposal, things })) };
}

function added(id: string, paragraph: string): readonly Thing[] {
  const reading = readAddedReport(ferry.claims.get(id) as Claim, { ...report, paragraph }, ferry);
  if (reading.kind === 'mistakes') throw new Error(JSON.stringify(reading.mistakes));
  return reading.things;
}

const refusal = <Refusal>(decision: Decision<Refusal>) => (decision.kind === 'refused' ? decision.refusal : undefined);

describe('a proposal', () => {
  it('changes nothing on record until an editor approves it, and then brings in what it says', () => {
    const opened = openDesk();
    const before = opened.standing();
    const seen = file(opened, 'p1', thingsIn());
    expect(opened.standing().claims).toEqual(before.claims);
    expect(refusal(decideApproval(opened.desk(), seen, reporter, lax))).toEqual({ kind: 'not-editor' });
    enter(opened, editor.user, decideApproval(opened.desk(), seen, editor, lax));
    expect(opened.standing().claims.size).toBe(before.claims.size + 1);
    expect(opened.standing().claims.get('chief-mate-wheel-ferry-rolled')?.reports[0].article.slug).toBe(report.article);
  });

  it('filed again under its id is the same', () => {
    const opened = openDesk();
    file(opened, 'p1', thingsIn());
    expect(refusal(decideFiling(opened.desk(), { dossier, proposal: 'p1', things: thingsIn() }))).toMatchObject({
      kind: 'filed',
    });
  });

  it('is decided once: who comes later hears who was first', () => {
    const opened = openDesk();
    const seen = file(opened, 'p1', thingsIn());
    enter(
      opened,
      'U9',
      decideDecline(opened.desk(), seen, 'Not shown by the article.', { user: 'U9', isEditor: true }),
    );
    expect(refusal(decideApproval(opened.desk(), seen, editor, lax))).toMatchObject({
      kind: 'decided',
      proposal: { state: { kind: 'declined', by: 'U9', why: 'Not shown by the article.' } },
    });
    expect(refusal(decideRevision(opened.desk(), seen, thingsIn(), editor, undefined))).toMatchObject({
      kind: 'decided',
    });
  });

  it('that was changed since it was seen is not decided as it was', () => {
    const opened = openDesk();
    const seen = file(opened, 'p1', thingsIn());
    const statement = 'The chief mate was steering.';
    const version = enter(
      opened,
      reporter.user,
      decideRevision(opened.desk(), seen, thingsIn({ statement }), reporter, undefined),
    );
    expect(refusal(decideApproval(opened.desk(), seen, editor, lax))).toMatchObject({ kind: 'revised' });
    enter(opened, editor.user, decideApproval(opened.desk(), { ...seen, version }, editor, lax));
    expect([...opened.standing().claims.values()].at(-1)?.statement).toBe(statement);
  });

  it('is changed by who proposed it and by editors alone', () => {
    const opened = openDesk();
    const seen = file(opened, 'p1', thingsIn());
    const other = { user: 'U7', isEditor: false };
    expect(refusal(decideRevision(opened.desk(), seen, thingsIn(), other, undefined))).toEqual({ kind: 'not-yours' });
    expect(refusal(decideRevision(opened.desk(), seen, thingsIn(), reporter, lax))).toEqual({ kind: 'not-editor' });
    const both = decideRevision(opened.desk(), seen, thingsIn({ key: true }), editor, lax);
    expect(both).toMatchObject({ kind: 'acts', acts: [{ kind: 'proposed' }, { kind: 'approved' }] });
    enter(opened, editor.user, both);
    expect(proposalsIn(opened.desk().entries).get('p1')).toMatchObject({
      first: { by: reporter.user },
      last: { by: editor.user },
      state: { kind: 'approved', by: editor.user },
    });
  });

  it('takes four eyes where that is asked, with changes too', () => {
    const opened = openDesk();
    const seen = file(opened, 'p1', thingsIn(), editor.user);
    const strict = { fourEyes: true };
    expect(refusal(decideApproval(opened.desk(), seen, editor, strict))).toEqual({ kind: 'own-proposal' });
    expect(refusal(decideRevision(opened.desk(), seen, thingsIn(), editor, strict))).toEqual({ kind: 'own-proposal' });
    expect(decideApproval(opened.desk(), seen, { user: 'U9', isEditor: true }, strict)).toMatchObject({ kind: 'acts' });
  });

  it.each([['no-dossier', { dossier: 'gone', proposal: 'p1', things: thingsIn() }]])(
    'is refused as %s',
    (kind, filing) => {
      expect(refusal(decideFiling(openDesk().desk(), filing))).toEqual({ kind });
    },
  );

  it('that nobody made cannot be decided', () => {
    const desk = openDesk().desk();
    const seen = { proposal: 'none', version: 1 };
    expect(refusal(decideApproval(desk, seen, editor, lax))).toEqual({ kind: 'no-proposal' });
    expect(refusal(decideDecline(desk, seen, 'x', editor))).toEqual({ kind: 'no-proposal' });
  });
});

describe('what is let in', () => {
  it('has an id of its own, though two were filed of one statement', () => {
    const opened = openDesk();
    const seen = [file(opened, 'p1', thingsIn()), file(opened, 'p2', thingsIn())];
    for (const one of seen) enter(opened, editor.user, decideApproval(opened.desk(), one, editor, lax));
    expect([...opened.standing().claims.keys()].slice(-2)).toEqual([
      'chief-mate-wheel-ferry-rolled',
      'chief-mate-wheel-ferry-rolled-2',
    ]);
  });

  it('uses the person and the article that another proposal has brought in meanwhile', () => {
    const opened = openDesk();
    const saidBy = [{ kind: 'new', name: 'Moll Farrow', as: 'person' }] as const;
    const seen = ['One.', 'Two.'].map((statement, place) =>
      file(opened, `p${place}`, thingsIn({ statement, saidBy }, { newArticle: article })),
    );
    for (const one of seen) enter(opened, editor.user, decideApproval(opened.desk(), one, editor, lax));
    const { people, articles, claims } = opened.standing();
    expect(people.size).toBe(ferry.people.size + 1);
    expect(articles.size).toBe(ferry.articles.size + 1);
    expect([...claims.values()].slice(-2).map((claim) => [claim.saidBy, claim.reports[0].article.slug])).toEqual([
      [['moll-farrow'], 'night-post-2024-09-01'],
      [['moll-farrow'], 'night-post-2024-09-01'],
    ]);
  });

  it('is refused when what it refers to has left the record', () => {
    const opened = openDesk();
    const seen = file(opened, 'p1', thingsIn());
    opened.enter('data folder', [{ kind: 'withdrawn', dossier, subject: 'article', id: report.article }]);
    expect(refusal(decideApproval(opened.desk(), seen, editor, lax))).toMatchObject({
      kind: 'unfit',
      mistakes: { article: expect.any(String) },
    });
  });
});

describe('an added report', () => {
  it('joins those that the claim has by then, and changes nothing else of it', () => {
    const opened = openDesk();
    const first = file(opened, 'p1', added('ferry-capsized', '20'));
    const second = file(opened, 'p2', added('ferry-capsized', '21'));
    const was = opened.standing().claims.get('ferry-capsized') as Claim;
    const corrected = {
      ...was,
      statement: 'Corrected.',
      reports: was.reports.map((one) => ({ ...one, article: one.article.slug })),
    };
    opened.enter('U9', [
      {
        kind: 'corrected',
        dossier,
        claim: was.id,
        things: [{ subject: 'claim', value: corrected }],
        why: 'x',
        source: 'y',
      },
    ]);
    for (const one of [first, second]) enter(opened, editor.user, decideApproval(opened.desk(), one, editor, lax));
    const now = opened.standing().claims.get('ferry-capsized') as Claim;
    expect(now.statement).toBe('Corrected.');
    expect(now.reports.map(({ paragraph }) => paragraph)).toEqual([
      ...was.reports.map(({ paragraph }) => paragraph),
      20,
      21,
    ]);
  });

  it('keeps the proposal to what it adds', () => {
    const opened = openDesk();
    file(opened, 'p1', added('ferry-capsized', '20'));
    const proposal = proposalsIn(opened.desk().entries).get('p1');
    expect(proposal).toMatchObject({ addsReport: true });
    expect(claimIn(proposal?.last.things ?? [])?.reports).toMatchObject([{ paragraph: 20 }]);
  });

  it('is refused when it is on record already, or the claim is not', () => {
    const opened = openDesk();
    const again = decideFiling(opened.desk(), { dossier, proposal: 'p1', things: added('ferry-capsized', '5') });
    expect(refusal(again)).toMatchObject({ kind: 'unfit', mistakes: { paragraph: expect.any(String) } });
    const seen = file(opened, 'p2', added('ferry-capsized', '20'));
    opened.enter('U9', [{ kind: 'retracted', dossier, claim: 'ferry-capsized', why: 'x', source: 'y' }]);
    expect(refusal(decideApproval(opened.desk(), seen, editor, lax))).toEqual({ kind: 'claim-gone' });
  });
});

describe('whatever happens at the desk', () => {
  const act = fc.record({
    what: fc.constantFrom('file', 'add', 'revise', 'revise-and-approve', 'approve', 'decline'),
    by: fc.constantFrom(reporter, editor, { user: 'U9', isEditor: true }),
    proposal: fc.nat(3),
    statement: fc.constantFrom('One thing.', 'Another thing.'),
    isCurrent: fc.boolean(),
  });

  it('each proposal is decided once, by an editor, never by two eyes alone, and nothing on record is lost', {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const opened = openDesk(small);
        const strict = { fourEyes: true };
        for (const { what, by, proposal: number, statement, isCurrent } of acts) {
          const id = `p${number}`;
          const now = opened.desk();
          const version = (proposalsIn(now.entries).get(id)?.last.seq ?? 0) - (isCurrent ? 0 : 1);
          const seen = { proposal: id, version };
          const things = thingsIn({ statement, saidBy: [] });
          const decision = {
            file: () => decideFiling(now, { dossier, proposal: id, things }),
            add: () => decideFiling(now, { dossier, proposal: id, things: added('ferry-capsized', `${30 + number}`) }),
            revise: () => decideRevision(now, seen, things, by, undefined),
            'revise-and-approve': () => decideRevision(now, seen, things, by, strict),
            approve: () => decideApproval(now, seen, by, strict),
            decline: () => decideDecline(now, seen, 'No.', by),
          }[what]();
          if (decision.kind === 'acts') enter(opened, by.user, decision);
        }
        const { entries } = opened.desk();
        for (const proposal of proposalsIn(entries).values()) {
          const decided = entries.filter(
            ({ act: { kind, ...rest } }) =>
              (kind === 'approved' || kind === 'declined') && 'proposal' in rest && rest.proposal === proposal.id,
          );
          expect(decided.length).toBeLessThanOrEqual(1);
          expect(decided.every(({ by }) => by !== reporter.user)).toBe(true);
          if (proposal.state.kind === 'approved') expect(proposal.state.by).not.toBe(proposal.first.by);
        }
        const standing = opened.standing();
        for (const [id, claim] of small.claims) {
          expect(standing.claims.get(id)?.reports.slice(0, claim.reports.length)).toEqual(claim.reports);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The ferry's dossier with two claims, for speed. */
const small = {
  ...ferry,
  claims: new Map([...ferry.claims].filter(([id]) => id === 'ferry-capsized' || id === 'lorne-leads')),
};
