import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asRead } from '../../src/record/as-read.ts';
import { replay } from '../../src/record/replay.ts';
import { asOf, standingOf } from '../../src/record/standing.ts';
import { arbitraryActs, claimThing, type DatedAct, ferry, ledgerOf, mended } from './mended-record.ts';

const of = { dossier: ferry.slug, claim: 'lorries-eleven', why: 'Miscounted', source: 'Port log, 3 Sept 2024' };
const twelve = claimThing(ferry, 'lorries-eleven', { statement: 'Twelve lorries were on board.' });
const thirteen = claimThing(ferry, 'lorries-eleven', { statement: 'Thirteen lorries were on board.' });
const corrected = { day: '2024-09-03', act: { kind: 'corrected', ...of, things: [twelve] } } as const;
const correctedAgain = { day: '2024-09-05', act: { kind: 'corrected', ...of, things: [thirteen] } } as const;
const retracted = { day: '2024-09-07', act: { kind: 'retracted', ...of } } as const;
const statementOn = (day: string, ...acts: readonly DatedAct[]) =>
  asRead(mended(...acts), day).claims.get('lorries-eleven')?.statement;

describe('the record as it read on a day', () => {
  it('is the record itself when nothing was mended since', () => {
    expect(asRead(ferry, '2024-09-02')).toBe(ferry);
    const later = mended(corrected);
    expect(asRead(later, '2024-09-03')).toBe(later);
  });

  it('has each form of a claim in its time', () => {
    const acts = [corrected, correctedAgain, retracted] as const;
    expect(statementOn('2024-09-02', ...acts)).toBe('Eleven lorries were on board.');
    expect(statementOn('2024-09-04', ...acts)).toBe('Twelve lorries were on board.');
    expect(statementOn('2024-09-06', ...acts)).toBe('Thirteen lorries were on board.');
    expect(statementOn('2024-09-07', ...acts)).toBeUndefined();
  });

  it('knows what became of it', () => {
    const { since } = asRead(mended(corrected, correctedAgain), '2024-09-02');
    expect(since?.get('lorries-eleven')).toMatchObject({
      mending: { kind: 'corrected', at: '2024-09-05T09:00:00.000Z' },
      now: { statement: 'Thirteen lorries were on board.' },
    });
    expect(asRead(mended(corrected, retracted), '2024-09-04').since?.get('lorries-eleven')).not.toHaveProperty('now');
  });

  it('is the same object for the same question, so that it is indexed once', () => {
    const dossier = mended(corrected, correctedAgain);
    expect(asRead(dossier, '2024-09-03')).toBe(asRead(dossier, '2024-09-04'));
    expect(asRead(dossier, '2024-09-02')).not.toBe(asRead(dossier, '2024-09-04'));
  });

  it('has a retracted claim superseded and disputed as it was', () => {
    const { source: _, ...rest } = of;
    const act = { kind: 'superseded', ...rest, by: 'lorries-seven-loose', things: [] } as const;
    const dossier = asRead(mended({ day: '2024-09-01', act }, retracted), '2024-09-06');
    const claim = dossier.claims.get('lorries-eleven');
    expect(claim && standingOf(dossier, claim)).toMatchObject({
      kind: 'superseded',
      by: [{ id: 'lorries-seven-loose' }],
    });
  });

  it('reads as it did then, claim by claim, whatever editors did since', () => {
    fc.assert(
      fc.property(arbitraryActs, fc.nat(160), (acts, days) => {
        const day = Temporal.PlainDate.from('2024-08-30').add({ days }).toString();
        const entries = ledgerOf([ferry], acts);
        const [then] = replay(
          entries.filter(({ at }) => at.slice(0, 10) <= day),
          [ferry],
        );
        const read = asRead(mended(...acts), day);
        for (const [id, claim] of then?.claims ?? []) {
          expect(read.claims.get(id)).toMatchObject({ statement: claim.statement, reports: claim.reports });
        }
        for (const [id, { mending }] of read.since ?? [])
          expect([mending.at > day, read.claims.has(id)]).toEqual([true, true]);
      }),
      { numRuns: 50 },
    );
  }, 30_000);

  it('as of a day is without what was published later, too', () => {
    const dossier = asOf(mended(corrected), '2024-04-30');
    expect(dossier.claims.get('lorries-eleven')?.statement).toBe('Eleven lorries were on board.');
    expect(dossier.since?.has('lorries-eleven')).toBe(true);
  });
});
