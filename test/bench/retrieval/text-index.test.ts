import { describe, expect, it } from 'vitest';
import { createTextIndex, NO_RERANKING } from '../../../bench/retrieval/text-index.ts';

const index = createTextIndex([
  { id: 'dam', text: 'The dam in Karvel broke after the flood.' },
  { id: 'flood', text: 'The flood in Karvel came at night, and the mayor of Karvel slept through it.' },
  { id: 'climate', title: 'Climate change', text: 'A study of glaciers.' },
  { id: 'ferry', text: 'The ferry capsized off Brekk with lorries aboard.' },
]);

describe('an index of texts', () => {
  it.each([
    ['can anyone confirm that the dam broke in Karvel?? https://t.co/abc', 'dam'],
    ['#climatechange', 'climate'],
    ['the ferrry capsised off brekk', 'ferry'],
  ])('finds what "%s" is about', (query, id) => {
    expect(index.search(query)[0]).toBe(id);
  });

  it('finds the same documents whatever the second look says, and none for words that it has not', () => {
    const query = 'flood in Karvel';
    expect([...index.search(query)].sort()).toEqual([...index.search(query, NO_RERANKING)].sort());
    expect(index.search('xylograph')).toEqual([]);
  });
});
