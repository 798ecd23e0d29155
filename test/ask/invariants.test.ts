import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAsker } from '../../src/ask/ask.ts';
import { plainText } from '../../src/ask/plain-text.ts';
import { words } from '../../src/ask/words.ts';
import { formatDate, formatPublished } from '../../src/record/citation.ts';
import type { Claim } from '../../src/record/dossier.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { isOutBy, standingOf } from '../../src/record/standing.ts';

const record = [...loadRecord('data'), ...loadRecord('test/fixtures/harbour-ferry/data')];
const asker = createAsker(record);
const NOW = '2025-11-03T09:00:00Z';

/** A claim without its reports, of which a question about an earlier day shows a part. */
const fieldsOf = ({ reports: _, ...fields }: Claim) => JSON.stringify(fields);
const onRecord = new Map(
  record.flatMap((dossier) =>
    [...dossier.claims.values()].map((claim) => [fieldsOf(claim), { claim, dossier }] as const),
  ),
);

/** Questions as people write them: words of the record, names, figures, grammar and noise, in any order. */
const storyWords = [...new Set([...onRecord.values()].flatMap(({ claim }) => claim.statement.split(/\s+/)))];
const grammar = [
  'how many',
  'who said',
  'when did',
  'where',
  'why',
  'is',
  'according to',
  'as of 19 Feb 2025',
  'in March',
  'timeline of',
  'compare',
  'v',
  'sources for',
  'latest',
  '15,000',
  '80%',
  '?',
  '<!channel>',
  '😀',
  'ما',
  '\u202e',
];
const question = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...storyWords), fc.constantFrom(...grammar)), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const asked = fc.record({ ask: question, thread: fc.array(question, { maxLength: 2 }), now: fc.constant(NOW) });

describe('whatever is asked', () => {
  it('every claim shown is the record’s own, unchanged', () => {
    fc.assert(
      fc.property(asked, (given) => {
        for (const { claim } of asker.ask(given).claims) {
          const recorded = onRecord.get(fieldsOf(claim))?.claim;
          for (const report of claim.reports) expect(recorded?.reports).toContain(report);
        }
      }),
    );
  });

  it('every claim shown is cited in the text: outlet and date, for each article that carries it', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const answer = asker.ask(given);
        const lines = plainText(answer).split('\n');
        for (const { claim } of answer.claims) {
          const line = lines.find((text) => text.startsWith('•') && text.includes(claim.statement)) ?? '';
          for (const { article } of claim.reports) {
            expect(line).toContain(article.outlet);
            expect(line).toContain(formatPublished(article.published));
          }
        }
      }),
    );
  });

  it('the same question gives the same bytes', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const again = createAskerOnce();
        expect(JSON.stringify(again.ask(given))).toBe(JSON.stringify(asker.ask(given)));
      }),
      { numRuns: 30 },
    );
  });

  it('what has been overtaken is marked so', () => {
    fc.assert(
      fc.property(asked, (given) => {
        for (const { claim, marks } of asker.ask(given).claims) {
          const dossier = onRecord.get(fieldsOf(claim))?.dossier;
          if (
            dossier === undefined ||
            /as of|as at|know|knew|by |back in/i.test([given.ask, ...given.thread].join(' '))
          )
            continue;
          const overtaken = standingOf(dossier, claim).kind === 'superseded';
          expect(marks.some((mark) => mark.kind === 'superseded')).toBe(overtaken);
        }
      }),
    );
  });

  it('as of a day, nothing that was published later answers unless that is said', () => {
    fc.assert(
      fc.property(question, fc.constantFrom('2025-02-19', '2025-06-30', '2024-03-12'), (ask, day) => {
        const answer = asker.ask({
          ask: `as of ${day} ${ask.replaceAll(/\d+|[a-z]*(?:january|february|march|april|may|june|july|august|september|october|november|december)/gi, '')}`,
          now: NOW,
        });
        if (!answer.declined && !answer.notes.includes(words.hindsight(formatDate(day)))) {
          for (const { claim } of answer.claims)
            for (const report of claim.reports) expect(isOutBy(report.article, day)).toBe(true);
        }
      }),
    );
  });

  it('no more than twelve claims are shown', () => {
    fc.assert(
      fc.property(asked, (given) => {
        expect(asker.ask(given).claims.length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

let second: ReturnType<typeof createAsker> | undefined;

/** A second asker over a record read anew, so that nothing can be shared but the words. */
function createAskerOnce() {
  second ??= createAsker([...loadRecord('data'), ...loadRecord('test/fixtures/harbour-ferry/data')]);
  return second;
}

describe('a brief', () => {
  const topics = record.flatMap((dossier) => [...dossier.topics.keys()].map((topic) => [dossier.slug, topic] as const));

  it.each(topics)(
    '%s/%s never leads with self-harm, tells how old the record is, and shows nothing overtaken',
    (dossier, topic) => {
      const brief = asker.brief({ dossier, topic }, NOW);
      expect(brief.claims[0]?.claim.sensitive).not.toBe('self-harm');
      expect(brief.notes.join(' ')).toContain('Newest report on record');
      expect(brief.claims.flatMap(({ marks }) => marks).filter(({ kind }) => kind === 'superseded')).toEqual([]);
    },
  );
});
