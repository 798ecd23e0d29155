import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim, Dossier } from '../../src/record/dossier.ts';
import type { Act, LedgerEntry } from '../../src/record/ledger.ts';
import { ledgerDifference } from '../../src/record/ledger-difference.ts';
import { thingsOf } from '../../src/record/ledger-values.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { replay } from '../../src/record/replay.ts';
import { smallClaim, smallDossier } from './small-dossier.ts';

const enter = (entries: readonly LedgerEntry[], acts: readonly Act[], by = 'data folder'): readonly LedgerEntry[] => [
  ...entries,
  ...acts.map((act, index) => ({ seq: entries.length + index + 1, at: '2025-02-19T08:00:00.000Z', by, act })),
];
const filed = (...versions: readonly (readonly Dossier[])[]) =>
  versions.reduce<readonly LedgerEntry[]>((entries, version) => enter(entries, ledgerDifference(version, entries)), []);
const claimsAfter = (entries: readonly LedgerEntry[], current: readonly Dossier[]) =>
  new Map(replay(entries, current)[0]?.claims);
const thingOf = (claim: Claim) => {
  const [thing] = thingsOf(smallDossier([claim])).filter(({ subject }) => subject === 'claim');
  return thing as NonNullable<typeof thing>;
};

/** Versions of the data folder in which any of the ferry's claims are there, reworded or gone. */
const [ferry] = loadRecord('test/fixtures/harbour-ferry/data') as [Dossier];
const versions = fc.array(
  fc.dictionary(fc.constantFrom(...ferry.claims.keys()), fc.constantFrom('gone', 'reworded'), { maxKeys: 12 }),
  { minLength: 1, maxLength: 4 },
);

function versionOf(fates: Readonly<Record<string, string>>): readonly Dossier[] {
  const there = (id: string) => fates[id] !== 'gone';
  const claims = [...ferry.claims.values()]
    .filter(({ id }) => there(id))
    .map((claim): [string, Claim] => [
      claim.id,
      {
        ...claim,
        statement: fates[claim.id] === 'reworded' ? `Reworded: ${claim.statement}` : claim.statement,
        supersedes: claim.supersedes.filter(there),
        conflictsWith: claim.conflictsWith.filter(there),
      },
    ]);
  return [{ ...ferry, claims: new Map(claims) }];
}

describe('the record replayed from the ledger', () => {
  it('is the data folder, whatever stood there before', () => {
    fc.assert(
      fc.property(versions, (fates) => {
        const folders = fates.map(versionOf);
        const last = folders.at(-1) as readonly Dossier[];
        const replayed = replay(filed(...folders), last);
        expect(replayed).toEqual(last);
        expect(replayed.map(({ claims }) => [...claims.keys()])).toEqual(last.map(({ claims }) => [...claims.keys()]));
      }),
      { numRuns: 40 },
    );
  });

  it('is what the folder held at each earlier moment', () => {
    fc.assert(
      fc.property(versions, (fates) => {
        const folders = fates.map(versionOf);
        for (const [count, folder] of folders.entries()) {
          expect(replay(filed(...folders.slice(0, count + 1)), [ferry])).toEqual(folder);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is nothing before anything entered', () => {
    expect(replay([], [ferry])).toEqual([]);
  });

  it('names a dossier that is gone since by its folder', () => {
    const before = filed([smallDossier([smallClaim('a')])]);
    expect(replay(before, [])).toMatchObject([{ slug: 'ferry', title: 'ferry' }]);
    expect(replay(filed([smallDossier([smallClaim('a')])], []), [])).toEqual([]);
  });

  it('shows a claim as an editor corrected it, and as the folder changes it once it had been like that', () => {
    const folder = [smallDossier([smallClaim('a')])];
    const mended = smallClaim('a', { statement: 'It carried 143 people.' });
    const corrected = enter(
      filed(folder),
      [
        {
          kind: 'corrected',
          dossier: 'ferry',
          claim: 'a',
          things: [thingOf(mended)],
          why: 'Miscounted',
          source: 'Log',
        },
      ],
      'U1',
    );
    expect(claimsAfter(corrected, folder).get('a')).toEqual(mended);
    const later = [smallDossier([smallClaim('a', { statement: 'It carried 144 people.' })])];
    expect(ledgerDifference(later, corrected)).toEqual([]);
    const level = enter(corrected, ledgerDifference([smallDossier([mended])], corrected));
    const changed = enter(level, ledgerDifference(later, level));
    expect(claimsAfter(changed, later).get('a')?.statement).toBe('It carried 144 people.');
  });

  it('leaves a retracted claim out, with what others said of it, until someone lets it in again', () => {
    const folder = [
      smallDossier([
        smallClaim('a', { conflictsWith: ['b'] }),
        smallClaim('b', { conflictsWith: ['a'] }),
        smallClaim('c', { supersedes: ['a'] }),
      ]),
    ];
    const retracted = enter(
      filed(folder),
      [{ kind: 'retracted', dossier: 'ferry', claim: 'a', why: 'Made up', source: 'Courier' }],
      'U1',
    );
    expect([...claimsAfter(retracted, folder).values()]).toMatchObject([
      { id: 'b', conflictsWith: [] },
      { id: 'c', supersedes: [] },
    ]);
    const reworded = [smallDossier([smallClaim('a', { statement: 'Other words.' })])];
    expect(claimsAfter(enter(retracted, ledgerDifference(reworded, retracted)), reworded).has('a')).toBe(false);
    const again = enter(retracted, [
      { kind: 'approved', dossier: 'ferry', proposal: 'p', things: [thingOf(smallClaim('a'))] },
    ]);
    expect(claimsAfter(again, folder).has('a')).toBe(true);
  });

  it('lets in what an editor approved, its conflicts on both sides, and nothing that was only proposed', () => {
    const folder = [smallDossier([smallClaim('a')])];
    const things = [thingOf(smallClaim('b', { conflictsWith: ['a'] }))];
    const proposed = enter(filed(folder), [{ kind: 'proposed', dossier: 'ferry', proposal: 'p', things }], 'U1');
    expect([...claimsAfter(proposed, folder).keys()]).toEqual(['a']);
    const approved = enter(proposed, [{ kind: 'approved', dossier: 'ferry', proposal: 'p', things }], 'U2');
    expect([...claimsAfter(approved, folder).values()]).toMatchObject([
      { id: 'a', conflictsWith: ['b'] },
      { id: 'b', conflictsWith: ['a'] },
    ]);
  });

  it('keeps what an editor said overtakes a claim through changes of the files', () => {
    const folder = [smallDossier([smallClaim('a'), smallClaim('b')])];
    const superseded = enter(
      filed(folder),
      [{ kind: 'superseded', dossier: 'ferry', claim: 'a', by: 'b', things: [], why: 'A later count' }],
      'U1',
    );
    const later = [smallDossier([smallClaim('a'), smallClaim('b', { statement: 'Reworded.' })])];
    const entries = enter(superseded, ledgerDifference(later, superseded));
    expect(claimsAfter(entries, later).get('b')).toMatchObject({ statement: 'Reworded.', supersedes: ['a'] });
  });
});
