import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledClaimOf } from '../../src/desk/claim-value.ts';
import { EMPTY_ARTICLE, type FilledClaim, type FilledReport, LONGEST } from '../../src/desk/filled-form.ts';
import { readClaimFields } from '../../src/desk/read-claim-fields.ts';
import { readAddedReport, readFiling } from '../../src/desk/read-filing.ts';
import type { Claim } from '../../src/record/dossier.ts';
import { thing } from '../../src/record/ledger-values.ts';
import { article, claim, ferry, records, report, thingsIn } from './forms.ts';

const mistakesIn = (filled: Partial<FilledClaim>, where: Partial<FilledReport> = {}) => {
  const reading = readFiling({ ...claim, ...filled }, { ...report, ...where }, ferry);
  return reading.kind === 'mistakes' ? reading.mistakes : {};
};
const long = 'x'.repeat(10_000);

describe('a filled form', () => {
  it('becomes a claim with its report, whose chain is its article’s', () => {
    expect(thingsIn({ value: '1.5 million', measure: 'dead', qualifier: 'some', when: '2024-03' })).toEqual([
      {
        subject: 'claim',
        value: {
          id: 'chief-mate-wheel-ferry-rolled',
          statement: 'The chief mate was at the wheel when the ferry rolled.',
          topic: 'accident',
          key: false,
          people: [],
          figure: { measure: 'dead', low: 1_500_000, high: 1_500_000, qualifier: 'some' },
          saidBy: ['sela-dravik'],
          when: { from: '2024-03-01', to: '2024-03-31' },
          supersedes: [],
          conflictsWith: [],
          reports: [{ article: 'kestrel-news-2024-03-12', paragraph: 9, via: ['Meridian Wire'] }],
        },
      },
    ]);
  });

  it('brings the people and the article that are not on record, before the claim', () => {
    const saidBy = [{ kind: 'new', name: 'Moll Farrow', as: 'person' }] as const;
    const things = thingsIn(
      { saidBy, people: saidBy },
      { newArticle: { ...article, chain: 'DW, AFP' }, quote: 'pitch dark' },
    );
    expect(things).toMatchObject([
      { subject: 'person', value: { id: 'moll-farrow', name: 'Moll Farrow', kind: 'person', aliases: [] } },
      { subject: 'article', value: { slug: 'night-post-2024-09-01', chain: ['DW', 'AFP'], copies: [] } },
      {
        subject: 'claim',
        value: {
          saidBy: ['moll-farrow'],
          people: ['moll-farrow'],
          reports: [{ via: ['DW', 'AFP'], quote: 'pitch dark' }],
        },
      },
    ]);
  });

  it('takes a name or an article that is on record after all for that one', () => {
    const things = thingsIn(
      { saidBy: [{ kind: 'new', name: 'captain BREKK', as: 'person' }] },
      {
        newArticle: {
          ...article,
          url: 'http://www.kestrelnews.example/world/ferry-capsizes-off-port-sarrow/?utm_source=x',
        },
      },
    );
    expect(things).toMatchObject([
      { subject: 'claim', value: { saidBy: ['ilvar-brekk'], reports: [{ article: 'kestrel-news-2024-03-12' }] } },
    ]);
  });

  it.each([
    ['statement', { statement: ' ' }],
    ['statement', { statement: long }],
    ['statement', { statement: 'left\u202Eright' }],
    ['topic', { topic: '' }],
    ['topic', { topic: 'gone' }],
    ['saidBy', { saidBy: [{ kind: 'on-record', id: 'gone' }] }],
    ['people', { people: [{ kind: 'new', name: long, as: 'person' }] }],
    ['people', { people: [{ kind: 'new', name: '\u200B', as: 'body' }] }],
    [
      'people',
      { people: Array.from({ length: LONGEST.names + 1 }, (_, n) => ({ kind: 'new', name: `N ${n}`, as: 'body' })) },
    ],
    ['value', { value: 'many', measure: 'dead' }],
    ['value', { value: '12-10', measure: 'dead' }],
    ['value', { value: '', measure: 'dead' }],
    ['measure', { value: '12' }],
    ['measure', { value: '12', measure: 'gone' }],
    ['qualifier', { qualifier: 'some' }],
    ['qualifier', { value: '12', measure: 'dead', qualifier: long }],
    ['when', { when: 'yesterday' }],
    ['when', { when: '2024-04/2024-03' }],
    ['when', { when: long }],
    ['sensitive', { sensitive: 'gossip' }],
  ] as [string, Partial<FilledClaim>][])('has a mistake at %s alone (case %#)', (field, filled) => {
    expect(Object.keys(mistakesIn(filled))).toEqual([field]);
  });

  const fresh = (filled: Partial<typeof EMPTY_ARTICLE>) => ({ newArticle: { ...article, ...filled } });
  it.each([
    ['article', { article: '' }],
    ['article', { article: 'gone' }],
    ['paragraph', { paragraph: '' }],
    ['paragraph', { paragraph: '-1' }],
    ['paragraph', { paragraph: '1.5' }],
    ['quote', { quote: 'one two three four five six seven eight nine ten eleven twelve thirteen' }],
    ['quote', { quote: long }],
    ['outlet', fresh({ outlet: '' })],
    ['outlet', fresh({ outlet: long })],
    ['headline', fresh({ headline: ' ' })],
    ['url', fresh({ url: 'javascript:alert(1)' })],
    ['url', fresh({ url: `https://a.example/${long}` })],
    ['published', fresh({ published: '' })],
    ['published', fresh({ published: '2024-13-01' })],
    ['notBefore', fresh({ notBefore: '2024-01-01' })],
    ['notAfter', fresh({ published: '', notBefore: '2024-02-01', notAfter: '2024-01-01', basis: 'cites it' })],
    ['notBefore', fresh({ published: '', notBefore: 'soon', basis: 'cites it' })],
    ['basis', fresh({ published: '', notBefore: '2024-02-01' })],
    ['chain', fresh({ chain: long })],
  ] as [string, Partial<FilledReport>][])(
    'has a mistake at %s alone where it was published (case %#)',
    (field, where) => {
      expect(Object.keys(mistakesIn({}, where))).toEqual([field]);
    },
  );

  it('needs somebody who said what it quotes', () => {
    expect(Object.keys(mistakesIn({ saidBy: [] }, { quote: 'pitch dark' }))).toEqual(['quote']);
  });

  it('names every mistake at once', () => {
    expect(
      Object.keys(mistakesIn({ statement: '', when: 'x' }, { paragraph: 'x', newArticle: EMPTY_ARTICLE })).sort(),
    ).toEqual(['headline', 'outlet', 'paragraph', 'published', 'statement', 'when']);
  });

  it('for an added report asks for nothing but where it was published', () => {
    const onRecord = ferry.claims.get('ferry-capsized') as Claim;
    const reading = readAddedReport(onRecord, { ...report, paragraph: '2' }, ferry);
    expect(reading).toMatchObject({
      kind: 'read',
      claim: { id: 'ferry-capsized', reports: [{ article: 'kestrel-news-2024-03-12', paragraph: 2 }] },
    });
  });
});

describe('a form that is prefilled from the record', () => {
  const claims = records.flatMap((dossier) => [...dossier.claims.values()].map((one) => ({ dossier, one })));
  it(`reads back as the claim that it was made from, for each of ${claims.length}`, { timeout: 30_000 }, () => {
    for (const { dossier, one } of claims) {
      const { id: _, reports: __, supersedes: ___, conflictsWith: ____, ...fields } = one;
      expect(readClaimFields(filledClaimOf(one), dossier)).toEqual({ kind: 'read', fields, people: [] });
    }
  });
});

describe('whatever is sent', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.constantFrom('', '<!channel>', '*bold*', '2024-02-30', '10–12 million', 'dead', '-0', '1e9', '٣'),
  );
  const named = fc.oneof(
    anything.map((id) => ({ kind: 'on-record', id }) as const),
    fc.record({
      kind: fc.constant('new' as const),
      name: anything,
      as: fc.constantFrom('person' as const, 'body' as const),
    }),
  );
  const filled = fc.record({
    statement: anything,
    topic: fc.constantFrom('accident', 'gone'),
    saidBy: fc.array(named, { maxLength: 3 }),
    people: fc.array(named, { maxLength: 3 }),
    measure: fc.constantFrom('', 'dead'),
    value: anything,
    qualifier: anything,
    when: anything,
    key: fc.boolean(),
    sensitive: fc.constantFrom('', 'health', 'x'),
  });
  const newArticle = fc.record({
    outlet: anything,
    headline: anything,
    url: anything,
    published: anything,
    notBefore: anything,
    notAfter: anything,
    basis: anything,
    chain: anything,
  });
  const where = fc.record(
    { article: anything, newArticle, paragraph: anything, quote: anything },
    { requiredKeys: ['article', 'paragraph', 'quote'] },
  );

  it('is read into what the ledger takes, or has a mistake at a field of the form', { timeout: 30_000 }, () => {
    const fields = new Set([...Object.keys(claim), ...Object.keys(EMPTY_ARTICLE), 'article', 'paragraph', 'quote']);
    fc.assert(
      fc.property(filled, where, (claimed, reported) => {
        const reading = readFiling(claimed, reported, ferry);
        if (reading.kind === 'read') for (const one of reading.things) thing.parse(one);
        else expect(Object.keys(reading.mistakes).every((field) => fields.has(field))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
