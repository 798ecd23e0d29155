import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAsker } from '../../src/ask/ask.ts';
import { plainText } from '../../src/ask/plain-text.ts';
import { isMending } from '../../src/record/as-read.ts';
import type { Dossier } from '../../src/record/dossier.ts';
import { arbitraryActs, claimThing, type DatedAct, ferry, mended } from '../record/mended-record.ts';

const NOW = '2025-03-01T09:00:00Z';
const of = { dossier: ferry.slug, claim: 'lorries-eleven', why: 'The log has twelve', source: 'Port log, 3 Sept 2024' };
const twelve = claimThing(ferry, 'lorries-eleven', { statement: 'Twelve lorries were on board.' });
const corrected: DatedAct = { day: '2024-09-03', act: { kind: 'corrected', ...of, things: [twelve] } };
const retracted: DatedAct = { day: '2024-09-07', act: { kind: 'retracted', ...of } };

/** What is answered to a question, once editors have done something. */
function told(ask: string, ...acts: readonly DatedAct[]): string {
  return plainText(createAsker([mended(...acts)]).ask({ ask, now: NOW }));
}

describe('an answer after editors mended the record', () => {
  it('has a corrected claim in its new form, marked', () => {
    const text = told('How many lorries were on board?', corrected);
    expect(text).toContain(
      '• Twelve lorries were on board. — The Sarrow Courier, 14 Mar 2024, in its own voice. [corrected on 3 Sep 2024: The log has twelve (Port log, 3 Sept 2024)]',
    );
    expect(text).not.toContain('Eleven');
  });

  it('has nothing of a retracted claim', () => {
    expect(told('How many lorries were on board?', retracted)).not.toContain('lorries were on board');
    expect(told('How many lorries were on board?', corrected, retracted)).not.toContain('lorries were on board');
  });

  it('as of a day before has the old form, marked with what became of it', () => {
    const ask = 'As of 2 September 2024, how many lorries were on board?';
    expect(told(ask, corrected)).toContain('[corrected on 3 Sep 2024: now: Twelve lorries were on board.]');
    expect(told(ask, corrected)).toContain('Eleven lorries were on board.');
    expect(told(ask, retracted)).toContain('[retracted on 7 Sep 2024: The log has twelve (Port log, 3 Sept 2024)]');
    expect(told(ask, corrected, retracted)).toContain('Eleven lorries were on board.');
    expect(told('As of 5 September 2024, how many lorries were on board?', corrected, retracted)).toMatch(
      /Twelve lorries were on board\..* \[retracted on 7 Sep 2024.*\] \[corrected on 3 Sep 2024/,
    );
  });

  it('as of that day has the new form', () => {
    const text = told('As of 3 September 2024, how many lorries were on board?', corrected);
    expect(text).toContain('Twelve lorries were on board.');
    expect(text).not.toContain('Eleven');
  });
});

const subjects = [
  'how many lorries',
  'what caused it',
  'who said it',
  'where did it capsize',
  'captain Brekk',
  'latest',
];
const shapes = ['', 'timeline of ', 'sources for ', 'compare ', 'what contradicts '];
const question = fc
  .tuple(fc.constantFrom(...shapes), fc.constantFrom(...subjects), fc.constantFrom(...ferry.claims.values()), fc.nat(1))
  .map(([shape, subject, claim, own]) => shape + (own ? claim.statement : subject));
const day = fc.option(fc.nat(160).map((days) => Temporal.PlainDate.from('2024-08-30').add({ days }).toString()));

/** Every statement that the record once had and has no more. */
function formerOf(dossier: Dossier): ReadonlySet<string> {
  const all = [...dossier.amendments.values()].flatMap((list) =>
    list.filter(isMending).map(({ was }) => was.statement),
  );
  const standing = new Set([...dossier.claims.values()].map(({ statement }) => statement));
  return new Set(all.filter((statement) => !standing.has(statement)));
}

describe('whatever editors mended and whatever is asked', () => {
  it('no old form is told unmarked, and none at all unless an earlier day is asked about', () => {
    fc.assert(
      fc.property(arbitraryActs, question, day, (acts, ask, asOfDay) => {
        const dossier = mended(...acts);
        const former = formerOf(dossier);
        const asked = asOfDay === null ? ask : `As of ${asOfDay}: ${ask}`;
        const answer = createAsker([dossier]).ask({ ask: asked, now: NOW });
        for (const { claim, marks } of answer.claims) {
          const isOld = former.has(claim.statement);
          const isMarked = marks.some(({ kind }) => kind === 'corrected' || kind === 'retracted');
          if (isOld) expect({ asOfDay, isMarked }).toEqual({ asOfDay: expect.any(String), isMarked: true });
          const last = dossier.amendments.get(claim.id)?.findLast(isMending);
          if (!isOld) expect(isMarked).toBe(last?.kind === 'corrected');
        }
        for (const line of plainText(answer).split('\n'))
          for (const statement of former)
            if (line.includes(statement)) expect(line).toMatch(/(?:corrected|retracted) (?:on \d|since)/);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('no brief has an old form or anything retracted', () => {
    fc.assert(
      fc.property(arbitraryActs, fc.constantFrom(...ferry.topics.keys()), (acts, topic) => {
        const dossier = mended(...acts);
        const brief = plainText(createAsker([dossier]).brief({ dossier: dossier.slug, topic }, NOW));
        for (const statement of formerOf(dossier)) expect(brief).not.toContain(statement);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
