import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/ask/answer.ts';
import { createAsker } from '../../src/ask/ask.ts';
import type { AskedForm, Asker } from '../../src/ask/asker.ts';
import { rememberAnswers } from '../../src/ask/remember-answers.ts';
import { loadRecord } from '../../src/record/load-record.ts';

const ferry = loadRecord('test/fixtures/harbour-ferry/data');
const within = { dossier: 'harbour-ferry', topic: [...(ferry[0]?.topics.keys() ?? [])][0] as string };

/** An asker that counts how often it decides. */
function counting(asker: Asker) {
  const counted = { decided: 0 };
  const count = (answer: Answer) => {
    counted.decided += 1;
    return answer;
  };
  const it: Asker = {
    ask: (question) => count(asker.ask(question)),
    brief: (...given) => count(asker.brief(...given)),
  };
  return { asker: it, counted };
}

const words = fc.constantFrom('how many died?', 'who owns the ferry?', 'latest', 'when was that?', 'what is new?', '');
const forms = fc.constantFrom<AskedForm[]>('timeline', 'sources', 'conflicts');
const instants = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const questions = fc.record(
  {
    ask: words,
    thread: fc.array(words, { maxLength: 2 }),
    within: fc.constant(within),
    form: forms,
    now: instants,
  },
  { requiredKeys: ['ask', 'now'] },
);

describe('remembered answers', () => {
  it('are the same as those that are decided anew, in any order of questions, days and records', () => {
    const fewer = ferry.map((dossier) => ({ ...dossier, claims: new Map([...dossier.claims].slice(0, 5)) }));
    const records = [ferry, fewer, [...ferry]];
    fc.assert(
      fc.property(fc.array(fc.tuple(questions, fc.nat(2), fc.boolean()), { maxLength: 12 }), (asked) => {
        const record = { dossiers: ferry };
        const latest: Asker = {
          ask: (question) => createAsker(record.dossiers).ask(question),
          brief: (...given) => createAsker(record.dossiers).brief(...given),
        };
        const remembering = rememberAnswers(latest, record);
        for (const [question, which, isBrief] of asked) {
          record.dossiers = records[which] as typeof ferry;
          if (isBrief) expect(remembering.brief(within, question.now)).toEqual(latest.brief(within, question.now));
          else expect(remembering.ask(question)).toEqual(latest.ask(question));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('depend on the day, not on the hour', () => {
    const asker = createAsker(ferry);
    fc.assert(
      fc.property(questions, instants, (question, other) => {
        const now = question.now.slice(0, 10) + other.slice(10);
        expect(asker.ask({ ...question, now })).toEqual(asker.ask(question));
        expect(asker.brief(within, now)).toEqual(asker.brief(within, question.now));
      }),
      { numRuns: 40 },
    );
  });

  it('are decided once a question, day and record', () => {
    const { asker, counted } = counting(createAsker(ferry));
    const record = { dossiers: ferry };
    const remembering = rememberAnswers(asker, record);
    const ask = (now: string) => remembering.ask({ ask: 'how many died?', now });
    const first = ask('2025-11-03T09:00:00Z');
    expect(ask('2025-11-03T21:00:00Z')).toBe(first);
    expect(counted.decided).toBe(1);
    ask('2025-11-04T00:00:00Z');
    expect(counted.decided).toBe(2);
    record.dossiers = [...ferry];
    ask('2025-11-04T00:00:00Z');
    expect(counted.decided).toBe(3);
  });

  it('are only so many', () => {
    const { asker, counted } = counting(createAsker(ferry));
    const remembering = rememberAnswers(asker, { dossiers: ferry });
    const now = '2025-11-03T09:00:00Z';
    for (let n = 0; n < 600; n++) remembering.ask({ ask: `how many died? ${n}`, now });
    expect(counted.decided).toBe(600);
    remembering.ask({ ask: 'how many died? 599', now });
    expect(counted.decided).toBe(600);
    remembering.ask({ ask: 'how many died? 0', now });
    expect(counted.decided).toBe(601);
  });
});
