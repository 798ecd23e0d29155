import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/record/dossier.ts';
import { type Act, actSchema, type LedgerEntry } from '../../src/record/ledger.ts';
import { ledgerDifference } from '../../src/record/ledger-difference.ts';
import { idOf } from '../../src/record/ledger-values.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { smallClaim, smallDossier } from './small-dossier.ts';

const enter = (entries: readonly LedgerEntry[], acts: readonly Act[], by = 'data folder'): readonly LedgerEntry[] => [
  ...entries,
  ...acts.map((act, index) => ({ seq: entries.length + index + 1, at: '2025-02-19T08:00:00.000Z', by, act })),
];

/** Dossiers with any of three claims, each in one of three wordings. */
const claims = fc
  .dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('One.', 'Two.', 'Three.'))
  .map((wordings) => Object.entries(wordings).map(([id, statement]) => smallClaim(id, { statement })));
const dossiers = fc
  .tuple(claims, fc.option(claims))
  .map(([ferry, bridge]) => [smallDossier(ferry), ...(bridge ? [smallDossier(bridge, 'bridge')] : [])]);

describe('the difference between the data folder and the ledger', () => {
  it('is everything, at first: topics, measures, people and articles before the claims that refer to them', () => {
    const acts = ledgerDifference([smallDossier([smallClaim('a')])], []);
    const added = acts.map((act) => (act.kind === 'added' ? `${act.thing.subject} ${idOf(act.thing)}` : act.kind));
    expect(added).toEqual([
      'topic accident',
      'measure aboard',
      'person line',
      'article courier-2024-03-14',
      'article review-2024',
      'claim a',
    ]);
  });

  it('keeps a claim whole, its reports naming their articles', () => {
    const [act] = ledgerDifference([smallDossier([smallClaim('a')])], []).slice(-1);
    expect(act).toEqual({
      kind: 'added',
      dossier: 'ferry',
      thing: {
        subject: 'claim',
        value: {
          ...smallClaim('a'),
          reports: [
            { article: 'courier-2024-03-14', paragraph: 2, via: [], quote: 'about 140 souls' },
            { article: 'review-2024', paragraph: 4, via: ['Courier'] },
          ],
        },
      },
    });
  });

  it.each([
    ['its wording', { statement: 'It carried 143 people.' }],
    ['its figure', { figure: { measure: 'aboard', low: 143, high: 143 } }],
    ['a report less', { reports: [smallClaim('a').reports[0]] }],
    ['who says so', { saidBy: [] }],
  ] as [string, Partial<Claim>][])('is one change when a claim changed in %s', (_, changes) => {
    const entries = enter([], ledgerDifference([smallDossier([smallClaim('a'), smallClaim('b')])], []));
    expect(ledgerDifference([smallDossier([smallClaim('a', changes), smallClaim('b')])], entries)).toMatchObject([
      { kind: 'changed', thing: { subject: 'claim', value: { id: 'a' } } },
    ]);
  });

  it('is nothing for a change of order alone', () => {
    const entries = enter([], ledgerDifference([smallDossier([smallClaim('a'), smallClaim('b')])], []));
    expect(ledgerDifference([smallDossier([smallClaim('b'), smallClaim('a')])], entries)).toEqual([]);
  });

  it('withdraws a dossier that is gone, claims before what they refer to', () => {
    const entries = enter([], ledgerDifference([smallDossier([smallClaim('a')]), smallDossier([], 'bridge')], []));
    const acts = ledgerDifference([smallDossier([], 'bridge')], entries);
    expect(acts.map((act) => act.kind === 'withdrawn' && `${act.dossier} ${act.subject}`)).toEqual([
      'ferry claim',
      'ferry article',
      'ferry article',
      'ferry person',
      'ferry measure',
      'ferry topic',
    ]);
  });

  it('does not undo what editors did: a corrected claim is compared with what the file said', () => {
    const filed = enter([], ledgerDifference([smallDossier([smallClaim('a')])], []));
    const [last] = filed.slice(-1) as [LedgerEntry & { act: { kind: 'added' } }];
    const { thing } = last.act;
    const corrected: Act = {
      kind: 'corrected',
      dossier: 'ferry',
      claim: 'a',
      things: [thing],
      why: 'Miscounted.',
      source: 'Courier',
    };
    expect(ledgerDifference([smallDossier([smallClaim('a')])], enter(filed, [corrected], 'U1'))).toEqual([]);
  });

  it('brings the ledger level, whatever stood there, and in no more acts than there are differences', () => {
    fc.assert(
      fc.property(fc.array(dossiers, { minLength: 1, maxLength: 4 }), (versions) => {
        let entries: readonly LedgerEntry[] = [];
        for (const version of versions) {
          const acts = ledgerDifference(version, entries);
          const subjects = acts.map((act) => {
            const { dossier } = act;
            return act.kind === 'withdrawn'
              ? [dossier, act.subject, act.id].join()
              : [dossier, act.thing.subject, idOf(act.thing)].join();
          });
          expect(new Set(subjects).size).toBe(subjects.length);
          entries = enter(entries, acts);
          expect(ledgerDifference(version, entries)).toEqual([]);
        }
      }),
    );
  });

  it.each(['data', 'test/fixtures/harbour-ferry/data'])('of %s is the same after a turn through JSON', (folder) => {
    const record = loadRecord(folder);
    const acts = ledgerDifference(record, []);
    expect(acts.length).toBeGreaterThan(20);
    const read = acts.map((act) => actSchema.parse(JSON.parse(JSON.stringify(act))));
    expect(read).toEqual(acts);
    expect(ledgerDifference(record, enter([], read))).toEqual([]);
  });
});
