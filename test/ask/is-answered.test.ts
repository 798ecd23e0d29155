import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelihood, weighEvidence } from '../../src/ask/evidence.ts';
import { certainSilence, findSilence } from '../../src/ask/is-answered.ts';
import { readJsonl } from '../read-jsonl.ts';
import { askOf, ferryIndex } from './ask-ferry.ts';

const index = ferryIndex();

function silenceOn(question: string) {
  const { inquiry, ranked, holding } = askOf(index, question);
  return findSilence(index, inquiry, ranked, holding);
}

describe('the record answers', () => {
  it.each([
    'How many lorries were on board?',
    'who leads the inquiry?',
    'when was captain brekk charged?',
    'has the captain been let out on bail?',
    'what did Vallin say on resigning?',
  ])('"%s"', (question) => {
    expect(silenceOn(question)).toBeUndefined();
  });
});

describe('the record is silent', () => {
  it('on someone it does not know', () => {
    expect(silenceOn('What does Karsten Obel say about the ferry?')?.reason).toBe('stranger');
  });

  it('on a day after its last report', () => {
    expect(silenceOn('As of January 2025, has the final report been published?')?.reason).toBe('after-the-record');
  });

  it('on a figure that nobody gave', () => {
    expect(silenceOn('who said that 800 people were aboard?')?.reason).toBe('constraint');
  });

  it('on when something came about that it denies', () => {
    expect(silenceOn('when did Odell resign?')?.reason).toBe('denied');
  });

  it('on what it tells of someone else', () => {
    expect(silenceOn('When did the union apologise?')).toMatchObject({
      reason: 'of-another',
      told: 'Rasmin Odell',
    });
  });

  it('on the name of one whom nobody names', () => {
    expect(silenceOn('what is the name of the duty manager?')).toEqual({ reason: 'not-told', wanted: 'name' });
  });

  it('on a count where it has only the whole', () => {
    expect(silenceOn('how many of the dead were children?')).toEqual({ reason: 'not-told', wanted: 'figure' });
  });

  it.each(['vallin salary', 'best seafood place in aldemoor', 'tide times'])('on "%s"', (question) => {
    expect(silenceOn(question)).toBeDefined();
  });

  it('and says which words nothing carries', () => {
    const silence = silenceOn('What is the salary of Dorthe Vallin?');
    expect(silence).toMatchObject({ reason: 'too-little', missing: expect.arrayContaining(['salary']) });
  });
});

describe('the evidence', () => {
  it('is a share of each, and a likelihood between 0 and 1, whatever is asked', () => {
    const vocabulary = [...index.lexicon.words].slice(0, 300);
    const question = fc
      .array(fc.constantFrom('who', 'how many', 'when did', 'not', 'each', ...vocabulary), {
        minLength: 1,
        maxLength: 9,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(question, (asked) => {
        const { inquiry, holding } = askOf(index, asked);
        const [best, ...others] = holding;
        if (!best) return;
        const evidence = weighEvidence(inquiry, [best, ...others]);
        for (const share of Object.values(evidence)) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(likelihood(evidence)).toBeGreaterThan(0);
        expect(likelihood(evidence)).toBeLessThan(1);
      }),
      { numRuns: 150 },
    );
  });

  it('never loses a claim when it puts the likeliest first', () => {
    const { ranked, holding } = askOf(index, 'who told the captain to sail?');
    const meeting = ranked.filter(({ unmet }) => unmet.length === 0);
    expect(new Set(holding)).toEqual(new Set(meeting));
    expect(holding).toHaveLength(meeting.length);
  });
});

describe('questions with known answers about the ferry', () => {
  const questions = readJsonl<{ ask: string; thread?: string[]; must_abstain: boolean }>(
    'test/fixtures/harbour-ferry/questions.jsonl',
  );
  const alone = questions.filter(({ thread }) => thread === undefined);

  it('are declined where the record has no answer', () => {
    const wrong = alone.filter(({ ask, must_abstain }) => must_abstain && silenceOn(ask) === undefined);
    expect(wrong.map(({ ask }) => ask)).toEqual([]);
  });

  it('are declined by mistake in one of eight at most', () => {
    const answerable = alone.filter(({ must_abstain }) => !must_abstain);
    const declined = answerable.filter(({ ask }) => silenceOn(ask) !== undefined);
    expect(declined.length / answerable.length).toBeLessThan(1 / 8);
  });

  it('can fail for reasons that no evidence outweighs', () => {
    const { inquiry, ranked, holding } = askOf(index, 'when did Odell resign?');
    expect(certainSilence(index, inquiry, ranked, holding)).toEqual({ reason: 'denied' });
  });
});
