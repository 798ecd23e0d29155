import { createBlockScores } from './block-scores.ts';
import { findBest } from './find-best.ts';
import { createPostingBuilder, type Statistics } from './posting-builder.ts';
import { BLOCK, type PostingList, type PostingStore, STEPS, type TermBag, toSteps } from './posting-store.ts';
import { type Lengths, seekSlots } from './sought-term.ts';
import { withRoom } from './with-room.ts';

/** A term of a document, with how much it counts there (1 is once in the main text). */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** One thing that a query asks for: a term, or others that would do, each with how well (1 is as good as the word itself). */
export interface Slot {
  readonly alternatives: readonly WeightedTerm[];
  /** How much the slot counts in the score; 1 unless said otherwise. */
  readonly weight?: number;
}

/** A document that has at least one of the query's slots. */
export interface Hit {
  /** Its position in the documents given. */
  readonly document: number;
  /** BM25, summed over the slots. */
  readonly score: number;
  /** Bit n is set when slot n is in the document; slots past the 31st are scored and not told. */
  readonly slots: number;
}

/** Which documents a search is confined to. */
export interface Sieve {
  accepts(document: number): boolean;
  /** All that it may accept, in order; absent where they are too many to be told. */
  readonly among?: Uint32Array;
  /** A mark for each document, and the one of all that it may accept. */
  readonly marks?: Uint8Array;
  readonly mark?: number;
}

/** An inverted index over analysed documents. */
export interface SearchIndex {
  /** How many documents it has. */
  readonly size: number;
  /**
   * How telling a term is: log((n - df + 0.5) / (df + 0.5) + 1), where a document in which it counts less than once
   * counts that much less; a term in no document is as telling as can be.
   */
  idf(term: string): number;
  has(term: string): boolean;
  /**
   * The best documents with one of the slots, all of them or `limit`, ties in their order; where that is asked, only
   * those accepted, and none that scores less than `least`.
   */
  search(slots: readonly Slot[], limit?: number, accepts?: Sieve | Sieve['accepts'], least?: number): Hit[];
  /** What each of some documents scores in a search. */
  scoresOf(slots: readonly Slot[], documents: readonly number[]): number[];
  /** How many documents have a term, one with several counted for each. */
  count(terms: readonly string[]): number;
  /** The documents that have one of the terms, in no order, one with several as often. */
  having(terms: readonly string[]): number[];
  /** Sets a bit for every document that has one of the terms; there is a place in `marks` for each. */
  mark(terms: readonly string[], bit: number, marks: Uint8Array): void;
  /** The number of a term in bags. */
  intern(term: string): number;
  /**
   * Gives a document other terms than it was given last, which are `before`: from then on it is found as if the index
   * had been built so. For a new document there is no `before`, and its number is the next; one that goes has no `after`.
   */
  change(document: number, before: TermBag | undefined, after: TermBag | undefined): void;
}

/** Takes documents one after the other, term by term, then becomes their index. */
export interface IndexBuilder {
  intern(term: string): number;
  /** Begins the next document. */
  begin(): void;
  /** Puts a term into the document begun last, in steps; one put twice counts the most that it was put with. */
  put(term: number, steps: number): void;
  /** The next document as a whole. */
  add(bag: TermBag): void;
  finish(): SearchIndex;
}

/** The terms of a document as a bag; one met twice counts as much as both. */
export function bagOf(intern: (term: string) => number, terms: readonly WeightedTerm[]): TermBag {
  const sums = new Map<string, number>();
  for (const { term, weight } of terms) sums.set(term, (sums.get(term) ?? 0) + weight);
  return { terms: [...sums.keys()].map(intern), weights: [...sums.values()].map(toSteps) };
}

/** An empty builder, for blocks of so many documents. */
export function createIndexBuilder(block = BLOCK): IndexBuilder {
  const { intern, begin, put, finish } = createPostingBuilder(block);
  return {
    intern,
    begin,
    put,
    add({ terms, weights }) {
      begin();
      for (let n = 0; n < terms.length; n++) put(terms[n] as number, weights[n] as number);
    },
    finish() {
      const { store, statistics } = finish();
      return createIndex(store, statistics);
    },
  };
}

/** Builds an index. A slot counts once a document, by its best alternative there (Robertson's BM25 with query terms once). */
export function createSearchIndex(documents: Iterable<readonly WeightedTerm[]>, block = BLOCK): SearchIndex {
  const builder = createIndexBuilder(block);
  for (const terms of documents) builder.add(bagOf(builder.intern, terms));
  return builder.finish();
}

function lengthOf({ weights }: TermBag): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function createIndex(store: PostingStore, statistics: Statistics): SearchIndex {
  // Lengths and frequencies are whole steps: what is added and removed leaves the sums that building anew gives.
  let { frequencies } = statistics;
  let documents = statistics.lengths.length;
  const lengths: Lengths = {
    each: statistics.lengths,
    size: documents,
    total: statistics.lengths.reduce((sum, length) => sum + length, 0),
  };
  const scores = createBlockScores(store, lengths);

  function idfOf(term: number | undefined): number {
    const frequency = (term === undefined ? 0 : (frequencies[term] ?? 0)) / STEPS;
    return Math.log(1 + (lengths.size - frequency + 0.5) / (frequency + 0.5));
  }

  function seek(slots: readonly Slot[]) {
    return seekSlots(slots, lengths, (term) => {
      const number = store.numberOf(term);
      if (number === undefined || !frequencies[number]) return undefined;
      return { number, idf: idfOf(number) };
    });
  }

  function changeTerms(document: number, bag: TermBag, sign: 1 | -1): void {
    const { terms, weights } = bag;
    const length = lengthOf(bag);
    for (let n = 0; n < terms.length; n++) {
      const [term, weight] = [terms[n] as number, weights[n] as number];
      store.setWeight(term, document, sign > 0 ? weight : 0, length);
      frequencies = withRoom(frequencies, term + 1);
      frequencies[term] = (frequencies[term] as number) + sign * Math.min(STEPS, weight);
    }
  }

  /** The postings of some terms, block by block, each with the block's first document: some terms have a million. */
  function forEachList(terms: readonly string[], take: (list: PostingList, first: number) => void): void {
    for (const term of terms) {
      const number = store.numberOf(term);
      if (number === undefined) continue;
      for (let first = 0; first < documents; first += store.block) {
        const list = store.listIn(number, first / store.block);
        if (list !== undefined) take(list, first);
      }
    }
  }

  return {
    get size() {
      return lengths.size;
    },
    idf: (term) => idfOf(store.numberOf(term)),
    has: (term) => (frequencies[store.numberOf(term) ?? -1] ?? 0) > 0,
    search(slots, limit = documents, sieve, least = 0) {
      if (limit <= 0) return [];
      const wish = { limit, least, ...(typeof sieve === 'function' ? { accepts: sieve } : sieve) };
      return findBest(scores, seek(slots), documents, wish);
    },
    scoresOf(slots, wanted) {
      const sought = seek(slots);
      return wanted.map((document) => scores.scoreOf(sought, document));
    },
    count: (terms) =>
      terms.reduce((sum, term) => {
        const number = store.numberOf(term);
        return number === undefined ? sum : sum + store.count(number);
      }, 0),
    mark(terms, bit, marks) {
      forEachList(terms, ({ documents: posted, from, to }, first) => {
        for (let at = from; at < to; at++) {
          const document = first + (posted[at] as number);
          marks[document] = (marks[document] as number) | bit;
        }
      });
    },
    having(terms) {
      const found: number[] = [];
      forEachList(terms, ({ documents: posted, from, to }, first) => {
        for (let at = from; at < to; at++) found.push(first + (posted[at] as number));
      });
      return found;
    },
    intern: store.intern,
    change(document, before, after) {
      documents = Math.max(documents, document + 1);
      lengths.each = withRoom(lengths.each, documents);
      if (before) {
        changeTerms(document, before, -1);
        lengths.total -= lengthOf(before);
        lengths.size--;
      }
      lengths.each[document] = 0;
      if (!after) return;
      changeTerms(document, after, 1);
      const length = lengthOf(after);
      lengths.each[document] = length;
      lengths.total += length;
      lengths.size++;
    },
  };
}
