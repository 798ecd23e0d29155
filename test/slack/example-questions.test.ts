import { describe, expect, it } from 'vitest';
import { createAsker } from '../../src/ask/ask.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { exampleQuestions } from '../../src/slack/example-questions.ts';

describe.each(['data', 'test/fixtures/harbour-ferry/data', 'test/fixtures/quarry/data', 'test/fixtures/vaccine/data'])(
  'the questions to begin with over %s',
  (folder) => {
    const record = loadRecord(folder);
    const questions = exampleQuestions(record);

    it('are three, of different kinds', () => {
      expect(questions).toEqual([
        expect.stringMatching(/^What figures are there for/),
        expect.stringMatching(/^What did .+ say\?$/),
        expect.stringMatching(/^What is the latest on/),
      ]);
    });

    it.each(questions)('%s is answered', (ask) => {
      const answer = createAsker(record).ask({ ask, now: '2026-01-01T09:00:00Z' });
      expect(answer.declined).toBe(false);
    });

    it('begin with figures that stand side by side', () => {
      const answer = createAsker(record).ask({ ask: questions[0] ?? '', now: '2026-01-01T09:00:00Z' });
      expect(answer.table?.length).toBeGreaterThan(1);
    });

    it('ask no one to be quoted of whom the record holds what needs care', () => {
      const answer = createAsker(record).ask({ ask: questions[1] ?? '', now: '2026-01-01T09:00:00Z' });
      expect(answer.claims.filter(({ claim }) => claim.sensitive)).toEqual([]);
    });
  },
);
