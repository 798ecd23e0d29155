import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planExport } from '../../src/export/plan-export.ts';
import { conflictText } from '../../src/record/conflict-text.ts';
import type { Claim, Dossier } from '../../src/record/dossier.ts';
import { type Act, DATA_FOLDER, type LedgerEntry } from '../../src/record/ledger.ts';
import { folderDifference } from '../../src/record/ledger-difference.ts';
import { thingsOf } from '../../src/record/ledger-values.ts';
import { replay } from '../../src/record/replay.ts';
import { arbitraryActs, claimThing, ferry, ledgerOf } from './mended-record.ts';

const LORRIES = 'lorries-eleven';
const of = { dossier: ferry.slug, claim: LORRIES, why: 'Miscounted', source: 'Port log' };
const wording = (statement: string) => claimThing(ferry, LORRIES, { statement });
const correction = (statement: string): Act => ({ kind: 'corrected', ...of, things: [wording(statement)] });
const retraction: Act = { kind: 'retracted', ...of };

/** The ferry's folder with a claim reworded, or without it. */
function folderWith(statement: string | undefined): readonly Dossier[] {
  const claims = new Map(ferry.claims);
  if (statement === undefined) claims.delete(LORRIES);
  else claims.set(LORRIES, { ...(claims.get(LORRIES) as Claim), statement });
  return [{ ...ferry, claims }];
}

/** The ledger of the ferry's folder and editors' acts. */
const ledger = (...acts: readonly Act[]) =>
  ledgerOf(
    [ferry],
    acts.map((act) => ({ day: '2024-09-03', act })),
  );

function enter(entries: readonly LedgerEntry[], acts: readonly Act[]): readonly LedgerEntry[] {
  const at = '2025-01-01T00:00:00.000Z';
  return [...entries, ...acts.map((act, n) => ({ seq: entries.length + n + 1, at, by: DATA_FOLDER, act }))];
}

describe('a file and the desk', () => {
  it('that changed the same otherwise conflict: nothing is entered', () => {
    const entries = ledger(correction('Twelve lorries were on board.'));
    const { acts, conflicts } = folderDifference(folderWith('Ten lorries were on board.'), entries);
    expect(acts).toEqual([]);
    expect(conflicts.map(conflictText)).toEqual([
      [
        'harbour-ferry, claim lorries-eleven: the data folder and the desk disagree.',
        '  In the folder: statement: Ten lorries were on board.',
        '  On record: statement: Twelve lorries were on board. (corrected at the desk by U1 on 3 Sep 2024)',
        '  The record stays as it is until one of them is made like the other.',
      ].join('\n'),
    ]);
  });

  it('that say the same agree: the file is entered and changes nothing', () => {
    const entries = ledger(correction('Twelve lorries were on board.'));
    const folder = folderWith('Twelve lorries were on board.');
    const { acts, conflicts } = folderDifference(folder, entries);
    expect(acts).toMatchObject([{ kind: 'changed', thing: { value: { id: LORRIES } } }]);
    expect(conflicts).toEqual([]);
    expect(replay(enter(entries, acts), folder)).toEqual(replay(entries, folder));
  });

  it('agree when the folder drops what the desk retracted, and conflict when it changes that', () => {
    expect(folderDifference(folderWith(undefined), ledger(retraction))).toMatchObject({
      acts: [{ kind: 'withdrawn', id: LORRIES }],
      conflicts: [],
    });
    const [conflict] = folderDifference(folderWith('Ten lorries were on board.'), ledger(retraction)).conflicts;
    expect(conflict && conflictText(conflict)).toContain(
      'On record: retracted (retracted at the desk by U1 on 3 Sep 2024)',
    );
  });

  it('conflict when the folder drops what the desk corrected', () => {
    const { acts, conflicts } = folderDifference(folderWith(undefined), ledger(correction('Twelve were.')));
    expect(acts).toEqual([]);
    expect(conflicts.map(conflictText)[0]).toContain('In the folder: not there any more');
  });

  it('conflict when each has one claim overtake the other', () => {
    const [other = ''] = [...ferry.claims.keys()].filter((id) => id !== LORRIES);
    const entries = ledger({
      kind: 'superseded',
      dossier: ferry.slug,
      claim: LORRIES,
      by: other,
      things: [],
      why: 'Newer',
    });
    const lorries = ferry.claims.get(LORRIES) as Claim;
    const claims = new Map(ferry.claims).set(LORRIES, { ...lorries, supersedes: [...lorries.supersedes, other] });
    const folder = [{ ...ferry, claims }];
    const { acts, conflicts } = folderDifference(folder, entries);
    expect(acts).toEqual([]);
    expect(conflicts).toMatchObject([{ subject: 'claim', id: LORRIES }]);
    const [plan] = planExport(folder, entries).dossiers;
    const planned = plan?.wanted.flatMap((thing) => (thing.subject === 'claim' ? [thing.value.id] : [])) ?? [];
    expect(planned).not.toContain(other);
    expect(planned.length).toBeGreaterThan(0);
  });

  it('conflict when the folder brings back what the desk retracted', () => {
    const without = enter(ledger(retraction), folderDifference(folderWith(undefined), ledger(retraction)).acts);
    expect(folderDifference([ferry], without)).toMatchObject({ acts: [], conflicts: [{ id: LORRIES }] });
  });

  it('agree on what only the desk brought in: the folder need not have it', () => {
    const things = [claimThing(ferry, LORRIES, { id: 'new-claim' })];
    const approved = ledger({ kind: 'approved', dossier: ferry.slug, proposal: 'p', things });
    expect(folderDifference([ferry], approved)).toEqual({ acts: [], conflicts: [] });
  });

  it('conflict when the folder drops what a claim of the desk rests on', () => {
    const things = thingsOf(ferry).flatMap((thing) =>
      thing.subject === 'person' && thing.value.id === 'yana-stroud'
        ? [
            { ...thing, value: { ...thing.value, id: 'witness', name: 'A Witness', aliases: [] } },
            claimThing(ferry, LORRIES, { id: 'seen', saidBy: ['witness'] }),
          ]
        : [],
    );
    const [witness] = things as [Extract<(typeof things)[number], { subject: 'person' }>];
    const folder = [{ ...ferry, people: new Map(ferry.people).set('witness', witness.value) }];
    const level = ledger({ kind: 'approved', dossier: ferry.slug, proposal: 'p', things });
    const entries = enter(level, folderDifference(folder, level).acts);
    const { acts, conflicts } = folderDifference([ferry], entries);
    expect(acts).toEqual([]);
    expect(conflicts).toMatchObject([{ subject: 'person', id: 'witness', neededBy: ['seen'] }]);
  });

  it('agree again once the desk made it like the file', () => {
    const folder = folderWith('Ten lorries were on board.');
    const entries = ledger(correction('Twelve lorries were on board.'), correction('Ten lorries were on board.'));
    expect(folderDifference(folder, entries).conflicts).toEqual([]);
  });
});

const fates = fc.dictionary(
  fc.constantFrom(...[...ferry.claims.keys()].slice(0, 14)),
  fc.constantFrom('gone', 'reworded', 'Form 0'),
  { maxKeys: 8 },
);

function folderOf(fate: Readonly<Record<string, string>>): readonly Dossier[] {
  const there = (id: string) => fate[id] !== 'gone';
  const claims = [...ferry.claims.values()]
    .filter(({ id }) => there(id))
    .map((claim): [string, Claim] => {
      const changed = fate[claim.id];
      const statement = changed === undefined ? claim.statement : `${changed}: ${claim.statement}`;
      const { supersedes, conflictsWith } = claim;
      return [
        claim.id,
        { ...claim, statement, supersedes: supersedes.filter(there), conflictsWith: conflictsWith.filter(there) },
      ];
    });
  return [{ ...ferry, claims: new Map(claims) }];
}

describe('whatever the files and the desk say', () => {
  it('a change of one of them stands, and of two that differ the desk’s, reported', () => {
    fc.assert(
      fc.property(arbitraryActs, fates, (done, fate) => {
        const entries = ledgerOf([ferry], done);
        const folder = folderOf(fate) as [Dossier];
        const { acts, conflicts } = folderDifference(folder, entries);
        const level = enter(entries, acts);
        const [desk, after] = [replay(entries, folder)[0], replay(level, folder)[0]];
        const open = new Set(conflicts.map(({ id }) => id));
        for (const [id, { statement: before }] of ferry.claims) {
          const [file, made] = [folder[0].claims.get(id)?.statement, desk?.claims.get(id)?.statement];
          expect([id, after?.claims.get(id)?.statement]).toEqual([id, made === before ? file : made]);
          expect([id, open.has(id)]).toEqual([id, file !== before && made !== before && file !== made]);
        }
        const again = folderDifference(folder, level);
        expect([again.acts, again.conflicts.map(({ id }) => id)]).toEqual([[], [...open]]);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
