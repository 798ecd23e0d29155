import { describe, expect, it } from 'vitest';
import { words as answerWords } from '../../src/ask/words.ts';
import { decideEdition, type EditionOptions } from '../../src/digest/decide-edition.ts';
import { editionText } from '../../src/digest/edition-text.ts';
import type { Article, Claim, Dossier } from '../../src/record/dossier.ts';
import { smallClaim, smallDossier } from '../record/small-dossier.ts';
import { entriesOf } from './moments.ts';

const [inCourier, inReview] = smallClaim('any').reports as unknown as [Claim['reports'][0], Claim['reports'][0]];
const gazette: Article = {
  slug: 'gazette-2024-03-20',
  outlet: 'Gazette',
  headline: 'After the ferry',
  published: { kind: 'dated', date: '2024-03-20' },
  chain: [],
  copies: [],
};
const inGazette = { article: gazette, paragraph: 1, via: [] };

/** A claim of one report, without a figure unless given. */
function claim(id: string, statement: string, changes: Partial<Claim> = {}): Claim {
  const { figure: _, ...plain } = smallClaim(id, { statement, key: false, reports: [inCourier] });
  return { ...plain, ...changes };
}

const aboard = (low: number) => ({ figure: { measure: 'aboard', low, high: low } });

/** The lines of the edition between two sets of claims. */
function told(
  before: readonly Claim[] | undefined,
  after: readonly Claim[],
  options: Partial<EditionOptions> = {},
  change: (dossier: Dossier) => Dossier = (dossier) => dossier,
): readonly string[] {
  const decision = decideEdition(before && [change(smallDossier(before))], [change(smallDossier(after))], {
    today: '2024-03-22',
    ...options,
  });
  return decision.kind === 'edition' ? editionText(decision.edition).split('\n') : ['(silent)'];
}

const old = claim('a', 'The ferry had 140 aboard.', aboard(140));
const mended = claim('a', 'The ferry had 150 aboard.', aboard(150));
/** What makes the one of the other. */
const misread = {
  kind: 'corrected',
  dossier: 'ferry',
  claim: 'a',
  things: [],
  why: 'Misread',
  source: 'List',
} as const;

describe('an edition', () => {
  it('tells a correction first, with the old form marked and the editor’s reason', () => {
    const news = claim('b', 'The ferry is afloat again.', { reports: [inGazette] });
    const entries = entriesOf({
      kind: 'corrected',
      dossier: 'ferry',
      claim: 'a',
      things: [],
      why: 'The Courier misread the list',
      source: 'Courier, 16 Mar 2024',
    });
    expect(told([old], [mended, news], { entries })).toEqual([
      'The ferry',
      'Since the last edition: 1 correction, 1 new claim.',
      '',
      'Corrections',
      '• now: The ferry had 150 aboard. — The Line: Courier, 14 Mar 2024. [single-sourced]',
      '  was: The ferry had 140 aboard. — The Line: Courier, 14 Mar 2024. [corrected] [single-sourced]',
      '  why: The Courier misread the list (Courier, 16 Mar 2024)',
      '',
      'New: The accident',
      '• The ferry is afloat again. — The Line: Gazette, 20 Mar 2024. [single-sourced]',
      '',
      'Newest report: Gazette, 20 Mar 2024, 2 days old.',
    ]);
  });

  it('tells a retraction with the old form marked, and nothing of it as standing', () => {
    const retraction = { kind: 'retracted', dossier: 'ferry', claim: 'a', why: 'Made up', source: 'Courier' } as const;
    const lines = told([old], [old], { entries: entriesOf(retraction) });
    expect(lines.filter((line) => line.includes('140'))).toEqual([
      '• was: The ferry had 140 aboard. — The Line: Courier, 14 Mar 2024. [retracted] [single-sourced]',
    ]);
    expect(lines).toContain('  why: Made up (Courier)');
  });

  it('does not count a retraction that was taken back', () => {
    const { reports, ...rest } = old;
    const value = { ...rest, reports: reports.map((report) => ({ ...report, article: report.article.slug })) };
    const entries = entriesOf(
      { kind: 'retracted', dossier: 'ferry', claim: 'a', why: 'Made up', source: 'Courier' },
      { kind: 'approved', dossier: 'ferry', proposal: 'p1', things: [{ subject: 'claim', value }] },
    );
    expect(told([old], [old], { entries, quietDay: 'silent' })).toEqual(['(silent)']);
  });

  it('tells a correction of a correction once, from what readers knew to what stands, with both reasons', () => {
    const of = { kind: 'corrected', dossier: 'ferry', claim: 'a', things: [], source: 'Courier' } as const;
    const entries = entriesOf({ ...of, why: 'Misread' }, { ...of, why: 'Misread again' });
    const lines = told([old], [claim('a', 'The ferry had 155 aboard.', aboard(155))], { entries });
    expect(lines.slice(4, 7)).toEqual([
      '• now: The ferry had 155 aboard. — The Line: Courier, 14 Mar 2024. [single-sourced]',
      '  was: The ferry had 140 aboard. — The Line: Courier, 14 Mar 2024. [corrected] [single-sourced]',
      '  why: Misread (Courier); Misread again (Courier)',
    ]);
  });

  it('tells nothing of a correction that another took back', () => {
    const of = { kind: 'corrected', dossier: 'ferry', claim: 'a', things: [], source: 'Courier' } as const;
    const entries = entriesOf({ ...of, why: 'Misread' }, { ...of, why: 'It was right' });
    expect(told([old], [old], { entries, quietDay: 'silent' })).toEqual(['(silent)']);
  });

  it('tells a claim that was corrected and then retracted as retracted', () => {
    const of = { dossier: 'ferry', claim: 'a', source: 'Courier' } as const;
    const entries = entriesOf(
      { kind: 'corrected', ...of, things: [], why: 'Misread' },
      { kind: 'retracted', ...of, why: 'Made up' },
    );
    expect(told([old], [], { entries }).slice(4, 6)).toEqual([
      '• was: The ferry had 140 aboard. — The Line: Courier, 14 Mar 2024. [retracted] [single-sourced]',
      '  why: Made up (Courier)',
    ]);
  });

  it('says once why a claim was corrected, though the record marks it', () => {
    const done = {
      kind: 'corrected',
      seq: 1,
      at: '2024-03-16T09:00:00Z',
      by: 'U1',
      why: 'Misread',
      source: 'List',
    } as const;
    const amendments = new Map([['a', [{ ...done, was: old, now: mended }]]] as const);
    const lines = told([old], [mended], { entries: entriesOf(misread) }, (one) =>
      one.claims.get('a') === mended ? { ...one, amendments } : one,
    );
    expect(lines.join('\n').match(/Misread/g)).toHaveLength(1);
  });

  it('has the old form of a corrected claim struck out where that can be shown', () => {
    const entries = entriesOf(misread);
    const decision = decideEdition([smallDossier([old])], [smallDossier([mended])], { today: '2024-03-22', entries });
    const [item] = decision.kind === 'edition' ? (decision.edition.sections[0]?.items ?? []) : [];
    expect(item?.was).toMatchObject([{ claim: old, revision: 'was' }]);
    expect(item?.now[0]).not.toHaveProperty('revision');
  });

  it('leaves acts on other dossiers alone', () => {
    const act = { kind: 'retracted', dossier: 'trains', claim: 'a', why: 'Made up', source: 'Courier' } as const;
    expect(told([old], [old], { entries: entriesOf(act), quietDay: 'silent' })).toEqual(['(silent)']);
  });

  it('says of a claim that the data folder changed or dropped that it reads otherwise or is gone', () => {
    const gone = claim('b', 'The captain slept.');
    expect(told([old, gone], [claim('a', 'The ferry had 141 aboard.', aboard(141))])).toEqual(
      expect.arrayContaining([
        '  was: The ferry had 140 aboard. — The Line: Courier, 14 Mar 2024. [wording on record until now] [single-sourced]',
        '• was: The captain slept. — The Line: Courier, 14 Mar 2024. [no longer on record] [single-sourced]',
      ]),
    );
  });

  it('tells figures that changed under their measure, old and new, each with who says so', () => {
    const newer = claim('b', 'The ferry had 151 aboard.', { ...aboard(151), supersedes: ['a'], reports: [inGazette] });
    expect(told([old], [old, newer]).slice(1, 6)).toEqual([
      'Since the last edition: 1 figure changed.',
      '',
      'Figures that changed',
      '• aboard',
      '  now: The ferry had 151 aboard. — The Line: Gazette, 20 Mar 2024. [single-sourced]',
    ]);
    expect(told([old], [old, newer])[6]).toBe(
      `  was: The ferry had 140 aboard. — The Line: Courier, 14 Mar 2024. [${answerWords.superseded([])}] [single-sourced]`,
    );
  });

  it('does not call the same figure from another voice a change', () => {
    const again = claim('b', 'The port counts 140.', { ...aboard(140), saidBy: ['port'], reports: [inGazette] });
    expect(told([old], [old, again])).toContain('Since the last edition: 1 new claim.');
  });

  it('follows a figure through steps that came and went between the moments', () => {
    const step = claim('b', 'The ferry had 151 aboard.', { ...aboard(151), supersedes: ['a'], reports: [inReview] });
    const last = claim('c', 'The ferry had 152 aboard.', { ...aboard(152), supersedes: ['b'], reports: [inGazette] });
    const lines = told([old], [old, step, last]);
    expect(lines).toContain('Since the last edition: 1 figure changed.');
    expect(lines.some((line) => line.includes('151'))).toBe(false);
    expect(lines).toContain('1 claim that came in was superseded before this edition and not shown.');
  });

  it('tells what was overtaken with what stands in its place and why', () => {
    const aground = claim('a', 'The ferry is aground.');
    const afloat = claim('b', 'The ferry is afloat.', { supersedes: ['a'], reports: [inGazette] });
    const entries = entriesOf({
      kind: 'superseded',
      dossier: 'ferry',
      claim: 'a',
      by: 'b',
      things: [],
      why: 'It was towed',
    });
    const lines = told([aground, { ...afloat, supersedes: [] }], [aground, afloat], { entries });
    expect(lines.slice(1, 7)).toEqual([
      'Since the last edition: 1 superseded.',
      '',
      'Superseded',
      '• now: The ferry is afloat. — The Line: Gazette, 20 Mar 2024. [single-sourced]',
      `  was: The ferry is aground. — The Line: Courier, 14 Mar 2024. [${answerWords.superseded([])}] [single-sourced]`,
      '  why: It was towed',
    ]);
  });

  it.each([
    ['a second newsroom heard it', [inCourier], [inCourier, inGazette], 'now double sourced, Courier and Gazette'],
    [
      'another outlet repeats it',
      [inCourier],
      [inCourier, inReview],
      'now in Courier and Review, but from one source, Courier',
    ],
    ['a report was dropped', [inCourier, inGazette], [inCourier], 'now in one outlet only, Courier'],
  ] as const)('tells how the sourcing changed when %s', (_, then, now, sentence) => {
    const lines = told(
      [claim('a', 'The ferry is aground.', { reports: [...then] })],
      [claim('a', 'The ferry is aground.', { reports: [...now] })],
    );
    expect(lines).toContain('Since the last edition: 1 with other sourcing.');
    expect(lines.find((line) => line.startsWith('•'))).toContain(`• ${sentence}: The ferry is aground. — `);
  });

  it('puts self-harm last, under the dossier’s note, even where it is all there is', () => {
    const painful = claim('b', 'A sailor harmed himself.', { sensitive: 'self-harm', key: true, reports: [inGazette] });
    const withPolicy = (dossier: Dossier) => ({ ...dossier, policy: { selfHarm: 'Add the helpline.' } });
    const alone = told([old], [old, painful], {}, withPolicy);
    expect(alone.slice(3, 6)).toEqual([
      'To be handled with care',
      'Add the helpline.',
      '• A sailor harmed himself. — The Line: Gazette, 20 Mar 2024. [single-sourced]',
    ]);
    const news = claim('c', 'The ferry is afloat.', { reports: [inGazette] });
    const lines = told([old], [old, painful, news], {}, withPolicy);
    expect(lines.findIndex((line) => line.includes('harmed'))).toBeGreaterThan(
      lines.findIndex((line) => line.includes('afloat')),
    );
    expect(told([old], [old, painful])).toContain('Not for a headline, a first line or an alert.');
  });

  it('handles with care what a painful claim overtook', () => {
    const missing = claim('a', 'A sailor is missing.');
    const found = claim('b', 'The sailor harmed himself.', { sensitive: 'self-harm', supersedes: ['a'] });
    const lines = told([missing], [missing, found]);
    expect(lines[3]).toBe('To be handled with care');
    expect(lines.filter((line) => line.includes('harmed')).length).toBeGreaterThan(0);
  });

  it('says nothing outside the topics chosen', () => {
    const other = { topics: [{ dossier: 'ferry', topic: 'trial' }] };
    expect(told([], [old], other)).toEqual(['The record: nothing new since the last edition; 0 claims on record.']);
  });

  it('is one line on a day without news', () => {
    expect(told([old], [old], { since: '2024-03-21' })).toEqual([
      'The ferry: nothing new since 21 Mar 2024; 1 claim on record. Newest report: Courier, 14 Mar 2024, 8 days old.',
    ]);
  });

  it('says that nothing is on record when it is the first and there is nothing', () => {
    expect(told(undefined, [])).toEqual(['The ferry: nothing is on record yet.']);
  });

  it('counts the age of an undated report from its lower bound', () => {
    const lines = told(undefined, [claim('a', 'The ferry is aground.', { reports: [inReview] })]);
    expect(lines.at(-1)).toBe(
      'Newest report: Review, undated, on or after 15 Mar 2024, via Courier, at most 7 days old.',
    );
  });

  it('is cut by whole items, with the number left out, but never its corrections', () => {
    const news = ['b', 'c', 'd'].map((id) => claim(id, `News ${id}.`, { reports: [inGazette] }));
    const gone = ['x', 'y', 'z'].map((id) => claim(id, `Gone ${id}.`));
    const decision = decideEdition([smallDossier(gone)], [smallDossier(news)], { today: '2024-03-22' });
    const lines = decision.kind === 'edition' ? editionText(decision.edition, { most: 1 }).split('\n') : [];
    expect(lines.filter((line) => line.startsWith('•')).length).toBe(4);
    expect(lines).toContain('2 more on record.');
  });
});
