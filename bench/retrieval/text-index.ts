import { analyse } from '../../src/search/analyse.ts';
import { toSteps } from '../../src/search/posting-store.ts';
import { createIndexBuilder, type Slot } from '../../src/search/search-index.ts';
import { type PostWeights, seekPost } from './seek-post.ts';
import { createVocabulary, termOf } from './vocabulary.ts';

/** A document of a corpus. */
export interface TextDocument {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

/** A document found. */
export interface Found {
  readonly id: string;
  readonly score: number;
}

/** An index of any texts. */
export interface TextIndex {
  /** The best documents for a post, the best first: fifty at most. */
  search(post: string, weights?: PostWeights): Found[];
  /** The same by nothing but BM25 over the words of the text. */
  searchPlainly(text: string): Found[];
}

/** As `--learn` found them on 770 posts (docs/decisions/070). */
export const POST_WEIGHTS: PostWeights = { common: 0.5, author: 0.75, posted: 0.6, pictured: 0.4, kin: 0.7 };
const KEPT = 50;

/** Builds an index: BM25 over titles and texts in one. */
export function createTextIndex(documents: readonly TextDocument[]): TextIndex {
  const builder = createIndexBuilder();
  const words = new Set<string>();
  const terms = new Set<string>();
  for (const { title = '', text } of documents) {
    const counts = new Map<string, number>();
    for (const token of [...analyse(title), ...analyse(text)]) {
      words.add(token.word);
      if (!token.stop) counts.set(termOf(token), (counts.get(termOf(token)) ?? 0) + 1);
    }
    for (const term of counts.keys()) terms.add(term);
    builder.add({ terms: Array.from(counts.keys(), builder.intern), weights: Array.from(counts.values(), toSteps) });
  }
  const index = builder.finish();
  const vocabulary = createVocabulary(words, terms);

  function find(slots: readonly Slot[]): Found[] {
    return index.search(slots, KEPT).map(({ document, score }) => ({ id: documents[document]?.id as string, score }));
  }

  return {
    search: (post, weights = POST_WEIGHTS) => find(seekPost(post, vocabulary, weights)),
    searchPlainly(text) {
      const sought = new Set(analyse(text).flatMap((token) => (token.stop ? [] : [termOf(token)])));
      return find(Array.from(sought, (term) => ({ alternatives: [{ term, weight: 1 }] })));
    },
  };
}
