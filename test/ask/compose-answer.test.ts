import { describe, expect, it } from 'vitest';
import { createAsker } from '../../src/ask/ask.ts';
import { words } from '../../src/ask/words.ts';
import { loadRecord } from '../../src/record/load-record.ts';

const NOW = '2024-09-01T09:00:00Z';
const [ferry] = loadRecord('test/fixtures/harbour-ferry/data');
const asker = createAsker(ferry ? [ferry] : []);
const ask = (question: string) => asker.ask({ ask: question, now: NOW });

describe('the lead', () => {
  it('says that accounts differ where the first claim is gainsaid by one beside it', () => {
    expect(ask('where did the ferry capsize').lead).toBe(words.sidesDiffer);
  });

  it('of the latest says that it is the latest, whatever else is disputed', () => {
    const { lead, claims } = ask('what is the latest on the accident');
    expect(claims.flatMap(({ marks }) => marks.map(({ kind }) => kind))).toContain('disputed');
    expect(lead).toBe(words.latest);
  });

  it('does not take one dispute among what an outlet reported for the answer', () => {
    expect(ask('what did Tidewatch report').lead).toBe(words.answers);
  });
});

describe('a table of figures', () => {
  it('stands under "they differ" where one measure has two numbers', () => {
    const { lead, table = [] } = ask('how many people died');
    expect(new Set(table.map(({ figure }) => figure)).size).toBeGreaterThan(1);
    expect([words.differ, words.differAndCount]).toContain(lead);
  });

  it('is left out of an answer on a place, however many numbers its claims have', () => {
    expect(ask('where did the ferry capsize').table).toBeUndefined();
  });
});

describe('what the sources differ on', () => {
  it('is every dispute on record where no matter is named, each with its other side', () => {
    const { claims, lead } = asker.ask({ ask: '', form: 'conflicts', now: NOW });
    expect(lead).toBe(words.sidesDiffer);
    expect(claims.length).toBeGreaterThan(2);
    expect(claims.filter(({ marks }) => !marks.some(({ kind }) => kind === 'disputed'))).toEqual([]);
  });

  it('is none where no claim on the matter is gainsaid, and says so', () => {
    const { claims, lead } = asker.ask({ ask: 'cost of the refit', form: 'conflicts', now: NOW });
    expect(claims.length).toBeGreaterThan(0);
    expect(lead).toBe(words.noConflict);
  });
});

describe('the mark of a dispute', () => {
  it('tells what another says who is not shown beside it, once', () => {
    const { claims } = asker.brief({ dossier: 'harbour-ferry', topic: 'toll' }, NOW);
    const disputes = claims.flatMap(({ marks }) => marks.filter(({ kind }) => kind === 'disputed'));
    for (const { text } of disputes) {
      const told = text.replace(/^disputed:? ?/, '').split('; ');
      expect(new Set(told).size).toBe(told.length);
    }
  });
});

describe('words that ask for nothing', () => {
  it.each(['hello', 'thanks!', '?', '🙂🙂', 'the'])('%s gets no claim at random', (said) => {
    expect(ask(said)).toMatchObject({ declined: true, claims: [] });
  });

  it('are not those that ask for all there is', () => {
    expect(ask('what do we know?').claims.length).toBeGreaterThan(0);
  });
});
