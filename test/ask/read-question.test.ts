import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClaimIndex } from '../../src/ask/claim-index.ts';
import type { Inquiry } from '../../src/ask/inquiry.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import { loadRecord } from '../../src/record/load-record.ts';

const [index] = loadRecord('data').map(createClaimIndex);
if (!index) throw new Error('the dossier is missing');
const read = (ask: string) => readQuestion(index, ask, '2025-11-03');

describe('reading a question', () => {
  it.each<[string, Partial<Inquiry>]>([
    ['how many troops did Seoul say were sent', { wanted: 'figure', voices: ['seoul'] }],
    ['what did UPI report about the prisoners', { outlets: ['UPI'], wanted: 'position' }],
    ['who said that a return would be a death sentence', { wanted: 'voice' }],
    ['Why did Ri enter combat?', { wanted: 'why', names: ['ri'] }],
    ['When was Ri captured?', { wanted: 'when', presumes: true }],
    ['where are the prisoners held', { wanted: 'where' }],
    ['timeline of the capture', { form: 'timeline' }],
    ['compare UPI and The Straits Times on citizenship', { form: 'compare', outlets: ['UPI', 'The Straits Times'] }],
    ['is the plea double sourced', { form: 'sources' }],
    ['who gives 11,000', { figures: [11000] }],
    ['between 10,000 and 12,000 troops?', { figures: [10000, 12000] }],
    ['latest on the transfer', { latest: true }],
    ['how many as of 19 February 2025', { asOf: { from: '2025-02-19', to: '2025-02-19' } }],
    ['what happened in April 2025', { during: [{ from: '2025-04-01', to: '2025-04-30' }] }],
    ['what about Kim Jong Un', { names: ['kim-jong-un'] }],
    ['did Lee or Paek say so', { either: ['ri', 'baek'] }],
    ['what does Trump think of it', { strangers: ['trump'] }],
  ])('%s', (ask, expected) => {
    expect(read(ask)).toMatchObject(expected);
  });

  it('mends typing errors and says so', () => {
    const inquiry = read('when was the choson ilbo intervew');
    expect(inquiry.text).toContain('chosun ilbo interview');
    expect(inquiry.repairs.map(({ written }) => written)).toEqual(['choson', 'intervew']);
  });

  it('reads British and American spellings alike', () => {
    const stems = (ask: string) => read(ask).slots.map((slot) => slot.alternatives[0]?.term);
    expect(stems('defence organisation')).toEqual(stems('defense organization'));
  });

  it('lets no answer have to carry a word with which anything is asked', () => {
    for (const slot of read('can you tell me what the latest report said exactly').slots) expect(slot.burden).toBe(0);
  });

  it('never fails, and never asks for less than nothing', () => {
    const words = [
      ...index.lexicon.words,
      'how many',
      'who',
      'as of',
      '12 March',
      '31 June',
      '12,000',
      'or',
      'v',
      '?',
      '’s',
    ];
    const ask = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(ask, (text) => {
        const inquiry = read(text);
        for (const slot of inquiry.slots) {
          expect(slot.burden).toBeGreaterThanOrEqual(0);
          expect(slot.alternatives.length).toBeGreaterThan(0);
        }
        expect(read(text)).toEqual(inquiry);
      }),
    );
  });
});
