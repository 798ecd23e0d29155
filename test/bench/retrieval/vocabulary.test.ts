import { describe, expect, it } from 'vitest';
import { createVocabulary, termOf } from '../../../bench/retrieval/vocabulary.ts';
import { analyse, type Token } from '../../../src/search/analyse.ts';

const tokens = analyse(
  'Two voters saw the climate change at Karvel; the vote was three to one. A presidential term, said the president: Chandler changed',
);
const vocabulary = createVocabulary(
  new Set(tokens.map(({ word }) => word)),
  new Set(tokens.filter(({ stop }) => !stop).map(termOf)),
);

describe('a vocabulary', () => {
  it.each([
    ['Karvel', ['karvel']],
    ['2', ['2']],
    ['three', ['3']],
    ['climatechange', ['climat', 'chang']],
    ['Karvell', ['karvel']],
    ['xylograph', []],
  ])('reads "%s" as %j', (word, expected) => {
    expect(vocabulary.read(analyse(word)[0] as Token)).toEqual(expected);
  });

  it('knows the kin of a term, never the term itself nor what only begins like it', () => {
    expect(vocabulary.kin('presid')).toEqual(['presidenti']);
    expect(vocabulary.kin('chandel')).toEqual([]);
    expect(vocabulary.kin('karvel')).toEqual([]);
  });
});
