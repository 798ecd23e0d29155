import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Claim, Dossier, Person, Published, Report } from '../../src/record/dossier.ts';
import {
  asOf,
  corroboration,
  isDoubleSourced,
  isKnownBy,
  isOutBy,
  knownSince,
  type Standing,
  standingOf,
} from '../../src/record/standing.ts';

const dated = (date: string): Published => ({ kind: 'dated', date });
const undated = (bounds: { notBefore?: string; notAfter?: string } = {}): Published => ({ kind: 'undated', ...bounds });

function article(slug: string, published: Published, outlet = slug): Article {
  return { slug, outlet, headline: slug, published, chain: [], copies: [] };
}

function report(of: Article, via: readonly string[] = []): Report {
  return { article: of, paragraph: 1, via };
}

const january = article('january', dated('2024-01-10'));
const february = article('february', dated('2024-02-10'));
const march = article('march', dated('2024-03-10'));

function claim(id: string, changes: Partial<Claim> = {}): Claim {
  return {
    id,
    statement: id,
    topic: 'accident',
    key: false,
    people: [],
    saidBy: [],
    supersedes: [],
    conflictsWith: [],
    reports: [report(january)],
    ...changes,
  };
}

const person = (id: string, kind: Person['kind']): [string, Person] => [id, { id, name: id, kind, aliases: [] }];

function dossier(...claims: readonly Claim[]): Dossier {
  const articles = claims.flatMap(({ reports }) => reports.map((report) => report.article));
  return {
    slug: 'ferry',
    title: 'The ferry',
    topics: new Map([['accident', { id: 'accident', title: 'The accident' }]]),
    measures: new Map([['aboard', { id: 'aboard', title: 'aboard', family: 'people' }]]),
    vocabulary: new Map(),
    policy: {},
    articles: new Map(articles.map((article) => [article.slug, article])),
    people: new Map([
      person('moe', 'person'),
      person('lund', 'person'),
      person('line', 'body'),
      person('port', 'body'),
    ]),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    amendments: new Map(),
  };
}

const aboard = (low: number, high = low) => ({ figure: { measure: 'aboard', low, high } });

/** "superseded: b" or "disputed: b c", which is all that the examples need. */
function told(standing: Standing): string {
  switch (standing.kind) {
    case 'current':
      return 'current';
    case 'superseded':
      return `superseded: ${standing.by.map(({ id }) => id).join(' ')}`;
    case 'disputed':
      return `disputed: ${standing.with.map(({ id }) => id).join(' ')}`;
  }
}

function standings(record: Dossier, day?: string): Record<string, string> {
  return Object.fromEntries(
    [...record.claims.values()].map((claim) => [claim.id, told(standingOf(record, claim, day))]),
  );
}

describe('since when a claim is known', () => {
  it.each([
    ['the day of its first article', [march, january, february], '2024-01-10'],
    ['the lower bound of an undated one', [march, article('u', undated({ notBefore: '2024-02-01' }))], '2024-02-01'],
    [
      'nothing, of an undated one without a lower bound',
      [article('u', undated({ notAfter: '2024-02-01' }))],
      undefined,
    ],
    ['what the other articles tell', [article('u', undated()), march], '2024-03-10'],
  ])('is %s', (_, articles, since) => {
    expect(knownSince(claim('a', { reports: articles.map((of) => report(of)) as unknown as Claim['reports'] }))).toBe(
      since,
    );
  });

  it('counts an article as out from its day or lower bound, else from its upper bound, else never', () => {
    const out = (published: Published) =>
      ['2024-01-31', '2024-02-01', '2024-02-02', '9999-12-31'].map((day) => isOutBy(article('a', published), day));
    expect(out(dated('2024-02-01'))).toEqual([false, true, true, true]);
    expect(out(undated({ notBefore: '2024-02-01', notAfter: '2024-06-01' }))).toEqual([false, true, true, true]);
    expect(out(undated({ notAfter: '2024-02-01' }))).toEqual([false, true, true, true]);
    expect(out(undated())).toEqual([false, false, false, false]);
  });
});

describe('the standing of a claim', () => {
  it('is current when nothing speaks against it', () => {
    expect(standings(dossier(claim('a'), claim('b')))).toEqual({ a: 'current', b: 'current' });
  });

  it('is superseded by every newer claim that lists it', () => {
    const record = dossier(
      claim('a'),
      claim('b', { supersedes: ['a'], reports: [report(february)] }),
      claim('c', { supersedes: ['a', 'b'], reports: [report(march)] }),
    );
    expect(standings(record)).toEqual({ a: 'superseded: b c', b: 'superseded: c', c: 'current' });
    expect(standings(record, '2024-02-10')).toEqual({ a: 'superseded: b', b: 'current', c: 'current' });
    expect(standings(record, '2024-02-09')).toEqual({ a: 'current', b: 'current', c: 'current' });
  });

  it('is disputed by a listed conflict as soon as that is known', () => {
    const record = dossier(
      claim('a', { conflictsWith: ['b'] }),
      claim('b', { conflictsWith: ['a'], reports: [report(march)] }),
    );
    expect(standings(record)).toEqual({ a: 'disputed: b', b: 'disputed: a' });
    expect(told(standingOf(record, claim('a', { conflictsWith: ['b'] }), '2024-03-09'))).toBe('current');
  });

  it('is disputed by a different figure of the same measure, each rival once', () => {
    const record = dossier(
      claim('a', { ...aboard(140), conflictsWith: ['b'] }),
      claim('b', { ...aboard(151, 155), conflictsWith: ['a'] }),
      claim('c', aboard(155)),
      claim('d', { figure: { measure: 'drowned', low: 3, high: 3 } }),
      claim('e', aboard(140)),
    );
    expect(standings(record)).toEqual({
      a: 'disputed: b c',
      b: 'disputed: a e',
      c: 'disputed: a e',
      d: 'current',
      e: 'disputed: b c',
    });
  });

  it('is not disputed by a figure of another time or another person', () => {
    const year = (year: number) => ({ when: { from: `${year}-01-01`, to: `${year}-12-31` } });
    expect(
      standings(dossier(claim('a', { ...aboard(1), ...year(2023) }), claim('b', { ...aboard(2), ...year(2024) }))),
    ).toEqual({
      a: 'current',
      b: 'current',
    });
    expect(
      standings(
        dossier(
          claim('a', { ...aboard(1), people: ['moe', 'line'] }),
          claim('b', { ...aboard(2), people: ['lund', 'line'] }),
        ),
      ),
    ).toEqual({ a: 'current', b: 'current' });
    expect(
      standings(
        dossier(claim('a', { ...aboard(1), people: ['line'] }), claim('b', { ...aboard(2), people: ['port'] })),
      ),
    ).toEqual({ a: 'disputed: b', b: 'disputed: a' });
  });

  it('is superseded rather than disputed, and a superseded claim disputes nothing', () => {
    const record = dossier(
      claim('a', { ...aboard(140), conflictsWith: ['b'] }),
      claim('b', { ...aboard(155), supersedes: ['a'], conflictsWith: ['a'] }),
    );
    expect(standings(record)).toEqual({ a: 'superseded: b', b: 'current' });
  });
});

describe('corroboration', () => {
  const sources = (changes: Partial<Claim>) => {
    const { voices, recorders, outlets } = corroboration(claim('a', changes));
    return [voices, recorders, outlets, isDoubleSourced(claim('a', changes))];
  };

  it('counts three outlets via one agency as one recorder, and as one voice when nobody else is named', () => {
    const viaAfp: Claim['reports'] = [
      report(january, ['AFP']),
      report(february, ['DW', 'AFP']),
      report(march, ['AFP']),
    ];
    expect(sources({ reports: viaAfp, saidBy: ['line'] })).toEqual([
      ['line'],
      ['AFP'],
      ['january', 'february', 'march'],
      false,
    ]);
    expect(sources({ reports: viaAfp })).toEqual([['AFP'], ['AFP'], ['january', 'february', 'march'], false]);
  });

  it('holds for two newsrooms that heard it first-hand, be it from one voice', () => {
    expect(sources({ reports: [report(january), report(february, ['AFP'])], saidBy: ['line'] })).toEqual([
      ['line'],
      ['january', 'AFP'],
      ['january', 'february'],
      true,
    ]);
  });

  it('holds for two voices that one newsroom heard', () => {
    expect(sources({ saidBy: ['line', 'port'] })).toEqual([['line', 'port'], ['january'], ['january'], true]);
  });

  it('does not hold for one outlet twice', () => {
    expect(sources({ reports: [report(january), { ...report(january), paragraph: 2 }] })[3]).toBe(false);
  });
});

describe('the dossier as of a day', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((day) => `2024-01-${String(day).padStart(2, '0')}`);
  const published: fc.Arbitrary<Published> = fc.oneof(
    day.map(dated),
    fc.record({ notBefore: day, notAfter: day }, { requiredKeys: [] }).map(undated),
  );
  const ids = ['a', 'b', 'c', 'd'];
  const record = fc
    .tuple(fc.array(published, { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat()))
    .map(([dates, numbers]) => {
      const next = (below: number) => (numbers.next().value as number) % below;
      const articles = dates.map((published, position) => article(`article-${position}`, published));
      const some = <Item>(items: readonly Item[]) => items.filter(() => next(2) === 0);
      return dossier(
        ...ids.map((id, position) =>
          claim(id, {
            reports: [report(articles[next(articles.length)] as Article), ...some(articles).map((of) => report(of))],
            supersedes: some(ids.slice(0, position)),
            conflictsWith: some(ids.filter((other) => other !== id)),
            ...(next(2) === 0 ? aboard(next(3)) : {}),
          }),
        ),
      );
    });

  it('shows no article, report or claim that was not out, and no relation to one', () => {
    fc.assert(
      fc.property(record, day, (record, day) => {
        const then = asOf(record, day);
        for (const article of then.articles.values()) expect(isOutBy(article, day)).toBe(true);
        for (const { reports, supersedes, conflictsWith } of then.claims.values()) {
          expect(reports.length).toBeGreaterThan(0);
          for (const { article } of reports) expect(isOutBy(article, day)).toBe(true);
          for (const id of [...supersedes, ...conflictsWith]) expect(then.claims.has(id)).toBe(true);
        }
      }),
    );
  });

  it('keeps every claim that was known, with every report that was out', () => {
    fc.assert(
      fc.property(record, day, (record, day) => {
        const then = asOf(record, day);
        for (const [id, { reports }] of record.claims) {
          expect(then.claims.get(id)?.reports ?? []).toEqual(reports.filter(({ article }) => isOutBy(article, day)));
        }
      }),
    );
  });

  it('is the same when asked twice', () => {
    fc.assert(
      fc.property(record, day, (record, day) => {
        const then = asOf(record, day);
        expect(asOf(then, day)).toEqual(then);
      }),
    );
  });

  it('only grows with the days, and an earlier day can be had from a later', () => {
    fc.assert(
      fc.property(record, day, day, (record, one, other) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        const [then, afterwards] = [asOf(record, earlier), asOf(record, later)];
        for (const id of then.claims.keys()) expect(afterwards.claims.has(id)).toBe(true);
        expect(asOf(afterwards, earlier)).toEqual(then);
      }),
    );
  });

  it('gives every claim the standing that it had on that day', () => {
    fc.assert(
      fc.property(record, day, (record, day) => {
        const then = asOf(record, day);
        for (const claim of then.claims.values()) {
          const original = record.claims.get(claim.id) as Claim;
          expect(isKnownBy(original, day)).toBe(true);
          expect(told(standingOf(then, claim))).toBe(told(standingOf(record, original, day)));
        }
      }),
    );
  });

  it('leaves the dossier as it was', () => {
    const whole = dossier(claim('a'), claim('b', { supersedes: ['a'], reports: [report(march)] }));
    const before = structuredClone(whole);
    asOf(whole, '2024-02-01');
    expect(whole).toEqual(before);
  });
});
