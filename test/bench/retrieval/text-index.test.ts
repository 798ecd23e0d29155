import { describe, expect, it } from 'vitest';
import { createTextIndex, POST_WEIGHTS } from '../../../bench/retrieval/text-index.ts';

const index = createTextIndex([
  { id: 'dam', text: 'The dam in Karvel broke after the flood.' },
  { id: 'flood', text: 'The flood in Karvel came at night, and the president of Karvel slept through it.' },
  { id: 'climate', title: 'Climate change', text: 'A study of glaciers.' },
  { id: 'ferry', text: 'The ferry capsized off Brekk with lorries aboard.' },
  { id: 'hoax', title: 'Did Ola Nordvik die?', text: 'The singer Ola Nordvik died in March 2020.' },
  { id: 'photo', text: 'A photograph shows a bridge at Brekk.' },
]);
const best = (post: string, weights = POST_WEIGHTS) => index.search(post, weights)[0]?.id;

describe('an index of texts', () => {
  it.each([
    ['can anyone confirm that the dam broke in Karvel?? https://t.co/abc', 'dam'],
    ['#climatechange', 'climate'],
    ['the ferrry capsised off brekk', 'ferry'],
    ['a presidential night', 'flood'],
    ['Still alive, you clowns! — Ola Nordvik (@olan) May 2, 2020', 'hoax'],
    ['what a view of Brekk pic.twitter.com/Ab3dEf', 'photo'],
  ])('finds what "%s" is about', (post, id) => {
    expect(best(post)).toBe(id);
  });

  it('looks for no part of a post that has no weight', () => {
    const unsigned = { ...POST_WEIGHTS, author: 0, posted: 0 };
    expect(index.search('Still alive! — Ola Nordvik (@olan) March 2, 2020', unsigned)).toEqual([]);
    expect(index.search('presidential', { ...POST_WEIGHTS, kin: 0 })).toEqual([]);
  });

  it('finds by BM25 alone what the words of a text have, as they stand', () => {
    expect(index.searchPlainly('flood in Karvel').map(({ id }) => id)).toEqual(['dam', 'flood']);
    expect(index.searchPlainly('#climatechange')).toEqual([]);
    expect(index.search('xylograph')).toEqual([]);
  });
});
