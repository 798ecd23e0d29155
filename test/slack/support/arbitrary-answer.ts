import fc from 'fast-check';
import type { Answer, FigureRow, ShownClaim } from '../../../src/ask/answer.ts';
import { cite } from '../../../src/record/citation.ts';
import type { Article, Claim, Published, Report } from '../../../src/record/dossier.ts';

// Text as hostile as a keyboard allows: everything that means something to Slack, between ordinary words.
const fragment = fc.oneof(
  fc.constantFrom(
    '<!channel>',
    '<@U024BE7LH>',
    '<#C024BE7LR|general>',
    '<https://evil.example|click>',
    '&lt;!here&gt;',
  ),
  fc.constantFrom(
    '*bold*',
    '_italic_',
    '~struck~',
    '`code`',
    '```',
    '> quote',
    ':rotating_light:',
    '@here',
    'https://evil.example/x',
  ),
  fc.constantFrom('some 12,000 troops', 'Пхеньян', 'مرحبا', '平壤', '👩🏽‍🚒', '\n', '\u202E'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
/** Words that may hold anything, at least one character of them visible. */
export const hostileText = fc.array(fragment, { minLength: 1, maxLength: 12 }).map((parts) => `w${parts.join(' ')}`);

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const published: fc.Arbitrary<Published> = fc.oneof(
  day.map((date) => ({ kind: 'dated' as const, date })),
  fc.record({ kind: fc.constant('undated' as const), notBefore: day }),
  fc.constant({ kind: 'undated' as const }),
);

const article: fc.Arbitrary<Article> = fc.record({
  slug: fc.uuid(),
  outlet: hostileText,
  headline: hostileText,
  url: fc.constantFrom(
    'https://outlet.example/a',
    'https://outlet.example/a_b?c=*d*',
    'javascript:alert(1)',
    'not a url',
  ),
  published,
  chain: fc.constant([]),
  copies: fc.constant([]),
});

const report: fc.Arbitrary<Report> = fc.record({
  article,
  paragraph: fc.nat(40),
  via: fc.array(hostileText, { maxLength: 2 }),
  quote: hostileText,
});

/** Any claim as it is shown, its texts hostile. */
export const shownClaim: fc.Arbitrary<ShownClaim> = fc
  .record({
    id: fc.uuid(),
    statement: fc.oneof(hostileText, fc.string({ minLength: 1, maxLength: 4000 })),
    reports: fc.array(report, { minLength: 1, maxLength: 4 }),
    voice: hostileText,
    marks: fc.array(fc.record({ kind: fc.constant('disputed' as const), text: hostileText }), { maxLength: 3 }),
    from: day,
  })
  .map(({ id, statement, reports, voice, marks, from }) => {
    const claim: Claim = {
      id,
      // Begins with the id, so that a test can tell in any rendering which claims are shown.
      statement: `${id} ${statement}`,
      topic: 'any',
      key: false,
      people: [],
      saidBy: [],
      when: { from, to: from },
      supersedes: [],
      conflictsWith: [],
      reports: reports as [Report, ...Report[]],
    };
    return { claim, voice, citations: reports.map(cite) as unknown as ShownClaim['citations'], marks };
  });

const rowsOf = (claims: readonly ShownClaim[]): FigureRow[] =>
  claims.map(({ claim, voice }, index) => ({
    claim: claim.id,
    figure: `some ${index}`,
    measure: 'killed',
    voice,
    source: voice,
  }));

/** Any answer that the core could give, its texts hostile and its size beyond every limit. */
export const arbitraryAnswer: fc.Arbitrary<Answer> = fc
  .record({
    declined: fc.boolean(),
    form: fc.constantFrom<Answer['form'][]>('facts', 'figures', 'timeline', 'conflicts', 'sources', 'brief'),
    lead: fc.oneof(hostileText, fc.string({ maxLength: 4000 })),
    claims: fc.array(shownClaim, { maxLength: 30, size: 'max' }),
    notes: fc.array(fc.oneof(hostileText, fc.string({ maxLength: 2000 })), { maxLength: 12 }),
    more: fc.nat(100),
    tabled: fc.boolean(),
  })
  .map(({ tabled, ...answer }) =>
    tabled && answer.claims.length > 1 ? { ...answer, table: rowsOf(answer.claims) } : answer,
  );
