import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimHistory } from '../../src/desk/claim-history.ts';
import { claimValueOf } from '../../src/desk/claim-value.ts';
import { type Amending, decideAmendment } from '../../src/desk/decide-amendment.ts';
import type { Claim, Dossier } from '../../src/record/dossier.ts';
import { findCircles } from '../../src/record/find-circles.ts';
import type { Act, LedgerEntry } from '../../src/record/ledger.ts';
import { thingsOf } from '../../src/record/ledger-values.ts';
import { replay } from '../../src/record/replay.ts';
import { ferryRecord } from '../slack/support/ferry-record.ts';

const [ferry] = ferryRecord as [Dossier];
const TOM = { user: 'U0TOM00002', isEditor: true };
const at = '2026-11-22T14:02:00.000Z';
const entry = (act: Act, seq: number, by = TOM.user): LedgerEntry => ({ seq, at, by, act });
const filed = thingsOf(ferry).map((thing, place) =>
  entry({ kind: 'added', dossier: ferry.slug, thing }, place + 1, 'data folder'),
);
const FIRST = 'capsized-11-march';
const reasons = { why: 'The inquiry says otherwise.', source: 'The Strait Review, 10 Jul 2024' };

/** The record after some more acts. */
function deskAfter(...acts: readonly Act[]) {
  const entries = [...filed, ...acts.map((act, place) => entry(act, filed.length + place + 1))];
  return { entries, dossiers: replay(entries, ferryRecord) };
}

const wish = { dossier: ferry.slug, claim: FIRST, since: filed.length };
const fieldsOf = (claim: Claim, statement: string) => {
  const { id: _, reports: __, supersedes: ___, conflictsWith: ____, ...fields } = claimValueOf(claim);
  return { ...fields, statement };
};
const correction = (statement: string, since = filed.length): Amending => ({
  ...wish,
  ...reasons,
  since,
  kind: 'correct',
  fields: fieldsOf(ferry.claims.get(FIRST) as Claim, statement),
  things: [],
});
const superseding = (claim: string, by: string, since = filed.length): Amending => ({
  ...wish,
  claim,
  since,
  kind: 'supersede',
  by,
  things: [],
  why: reasons.why,
});

describe('amending a claim', () => {
  it('keeps its articles and what it says of other claims when it is corrected', () => {
    const decided = decideAmendment(deskAfter(), TOM, correction('It capsized at 8.10pm.'));
    if (decided.kind !== 'acts') throw new Error('refused');
    const claim = deskAfter(...decided.acts).dossiers[0]?.claims.get(FIRST);
    expect(claim).toEqual({ ...ferry.claims.get(FIRST), statement: 'It capsized at 8.10pm.' });
  });

  it('is refused to who is not an editor before anything else', () => {
    const decided = decideAmendment(
      deskAfter(),
      { ...TOM, isEditor: false },
      { ...wish, claim: 'none', ...reasons, kind: 'retract' },
    );
    expect(decided).toEqual({ kind: 'refused', refusal: { kind: 'not-editor' } });
  });

  it.each<[string, Amending, readonly Act[], string]>([
    ['that is not there', { ...wish, ...reasons, claim: 'none', kind: 'retract' }, [], 'unknown-claim'],
    ['that reads like that already', correction(ferry.claims.get(FIRST)?.statement as string), [], 'unchanged'],
    ['by itself', superseding(FIRST, FIRST), [], 'itself'],
    ['by one that is not there', superseding(FIRST, 'none'), [], 'unknown-newer'],
    [
      'that was retracted',
      { ...wish, ...reasons, kind: 'retract' },
      [{ kind: 'retracted', dossier: ferry.slug, claim: FIRST, ...reasons }],
      'retracted',
    ],
    [
      'that was marked meanwhile',
      correction('It capsized at 8.10pm.'),
      [{ kind: 'superseded', dossier: ferry.slug, claim: FIRST, by: 'place-cape', things: [], why: 'x' }],
      'stale',
    ],
    [
      'by one that it overtakes through another',
      superseding('place-mid-narrows', FIRST, 1e9),
      [
        { kind: 'superseded', dossier: ferry.slug, claim: FIRST, by: 'place-cape', things: [], why: 'x' },
        { kind: 'superseded', dossier: ferry.slug, claim: 'place-cape', by: 'place-mid-narrows', things: [], why: 'x' },
      ],
      'circle',
    ],
    [
      'by one that overtakes it already',
      superseding(FIRST, 'place-cape', 1e9),
      [{ kind: 'superseded', dossier: ferry.slug, claim: FIRST, by: 'place-cape', things: [], why: 'x' }],
      'overtaken-already',
    ],
  ])('is refused for a claim %s', (_, wanted, before, kind) => {
    expect(decideAmendment(deskAfter(...before), TOM, wanted)).toMatchObject({ kind: 'refused', refusal: { kind } });
  });

  it('of other claims meanwhile does not stand in the way', () => {
    const other: Act = { kind: 'retracted', dossier: ferry.slug, claim: 'place-cape', ...reasons };
    expect(decideAmendment(deskAfter(other), TOM, correction('It capsized at 8.10pm.'))).toMatchObject({
      kind: 'acts',
    });
  });

  it('never leads into a circle, and every act that is let in is in the record and in the history', () => {
    const ids = ['capsized-11-march', 'place-cape', 'place-lighthouse', 'place-mid-narrows'];
    const anyId = fc.constantFrom(...ids);
    const wanted: fc.Arbitrary<(since: number, dossier: Dossier) => Amending> = fc.oneof(
      fc.tuple(anyId, anyId).map(
        ([claim, by]) =>
          (since: number) =>
            superseding(claim, by, since),
      ),
      fc.tuple(anyId, fc.string({ minLength: 1 })).map(([claim, text]) => (since: number, dossier: Dossier) => ({
        ...wish,
        ...reasons,
        claim,
        since,
        kind: 'correct' as const,
        fields: fieldsOf(dossier.claims.get(claim) ?? (ferry.claims.get(claim) as Claim), text),
        things: [],
      })),
      anyId.map((claim) => (since: number) => ({ ...wish, ...reasons, claim, since, kind: 'retract' as const })),
    );
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 12 }), (wishes) => {
        let acts: readonly Act[] = [];
        for (const want of wishes) {
          const desk = deskAfter(...acts);
          const decided = decideAmendment(desk, TOM, want(desk.entries.length, desk.dossiers[0] as Dossier));
          if (decided.kind === 'acts') acts = [...acts, ...decided.acts];
        }
        const { entries, dossiers } = deskAfter(...acts);
        const [after] = dossiers as [Dossier];
        const edges = new Map([...after.claims.values()].map((claim) => [claim.id, claim.supersedes]));
        expect(findCircles(edges)).toEqual([]);
        for (const id of ids) {
          const steps = claimHistory(entries, { dossier: ferry.slug, claim: id });
          const last = steps.at(-1);
          expect(steps).toHaveLength(1 + acts.filter((act) => 'claim' in act && act.claim === id).length);
          expect(after.claims.has(id)).toBe(last?.kind !== 'retracted');
          if (after.claims.has(id)) expect(last?.claim?.statement).toBe(after.claims.get(id)?.statement);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the history of a claim', () => {
  it('is empty for one that the ledger does not know', () => {
    expect(claimHistory(filed, { dossier: ferry.slug, claim: 'none' })).toEqual([]);
  });

  it('tells each version as it read then, who made it and why, and what came after a retraction', () => {
    const value = claimValueOf(ferry.claims.get(FIRST) as Claim);
    const corrected = { ...value, statement: 'It capsized at 8.10pm.' };
    const { entries } = deskAfter(
      {
        kind: 'corrected',
        dossier: ferry.slug,
        claim: FIRST,
        things: [{ subject: 'claim', value: corrected }],
        ...reasons,
      },
      { kind: 'retracted', dossier: ferry.slug, claim: FIRST, ...reasons },
      {
        kind: 'approved',
        dossier: ferry.slug,
        proposal: 'p',
        things: [{ subject: 'claim', value }],
        why: 'it was right',
      },
    );
    const steps = claimHistory(entries, { dossier: ferry.slug, claim: FIRST });
    expect(steps.map(({ kind, by, claim, why }) => [kind, by, claim?.statement, why])).toEqual([
      ['filed', 'data folder', value.statement, undefined],
      ['corrected', TOM.user, corrected.statement, reasons.why],
      ['retracted', TOM.user, corrected.statement, reasons.why],
      ['filed', TOM.user, value.statement, 'it was right'],
    ]);
  });

  it('credits who proposed a claim beside who let it in', () => {
    const value = { ...claimValueOf(ferry.claims.get(FIRST) as Claim), id: 'proposed' };
    const proposal = { dossier: ferry.slug, proposal: 'p', things: [{ subject: 'claim' as const, value }] };
    const stepsOf = (by: string) => {
      const proposed = entry({ kind: 'proposed', ...proposal }, filed.length + 1, by);
      const approved = entry({ kind: 'approved', ...proposal }, filed.length + 2);
      return claimHistory([...filed, proposed, approved], { dossier: ferry.slug, claim: 'proposed' });
    };
    expect(stepsOf('U0NADIA001')).toMatchObject([{ kind: 'filed', by: TOM.user, proposedBy: 'U0NADIA001' }]);
    expect(stepsOf(TOM.user)[0]).not.toHaveProperty('proposedBy');
  });
});
