import { analyse, stemOf } from '../../src/search/analyse.ts';
import { commonness } from '../../src/search/english-words.ts';
import type { Slot } from '../../src/search/search-index.ts';
import { readPost } from './read-post.ts';
import { termOf, type Vocabulary } from './vocabulary.ts';

/** How much the parts of a post count, where a word that it says counts 1. */
export interface PostWeights {
  /** What a word loses that is heard in every conversation; a rare one loses nothing. */
  readonly common: number;
  /** The author's name: claims are made by people and about them. */
  readonly author: number;
  /** The month and year of the post. */
  readonly posted: number;
  /** That the claim tells of a picture, where the post shows one. */
  readonly pictured: number;
  /** Another word of the same root in place of the word. */
  readonly kin: number;
}

/** What a picture is called. */
const PICTURES = ['photograph', 'photo', 'image', 'picture', 'video'].map(stemOf);

/** What an index is to look for, given a post: each term once, by the part of the post where it counts most. */
export function seekPost(text: string, vocabulary: Vocabulary, weights: PostWeights): Slot[] {
  const { said, tags, author, posted, pictured } = readPost(text);
  const counts = new Map<string, number>();

  function count(term: string, weight: number): void {
    if (weight > (counts.get(term) ?? 0)) counts.set(term, weight);
  }

  function countWords(part: string, weight: number): void {
    if (weight === 0) return;
    for (const token of analyse(part)) {
      if (token.stop) continue;
      const weighed = weight * (1 - weights.common * commonness(token.word));
      for (const term of vocabulary.read(token)) count(term, weighed);
    }
  }

  countWords(said, 1);
  countWords(author, weights.author);
  countWords(posted, weights.posted);
  // "#BreakTheDam" may stand in a claim as it is.
  for (const tag of tags) for (const token of analyse(tag)) if (vocabulary.has(termOf(token))) count(termOf(token), 1);
  const slots = Array.from(counts, ([term, weight]): Slot => {
    const alternatives = [{ term, weight: 1 }];
    if (weights.kin > 0)
      for (const other of vocabulary.kin(term)) alternatives.push({ term: other, weight: weights.kin });
    return { alternatives, weight };
  });
  if (pictured && weights.pictured > 0)
    slots.push({ alternatives: PICTURES.map((term) => ({ term, weight: 1 })), weight: weights.pictured });
  return slots;
}
