/** The terms of one document by their numbers, each once, and beside each its weight in steps. */
export interface TermBag {
  readonly terms: number[];
  readonly weights: number[];
}

/** Weights are kept in twentieths, from 1 (0.05) to 255 (12.75); a term that counts more has long sated BM25. */
export const STEPS = 20;
const MOST_STEPS = 255;

/** A run of a term's postings, from one place to before another, in the order of the documents. */
export interface PostingList {
  readonly documents: ArrayLike<number>;
  /** In steps; 0 where the document no longer has the term. */
  readonly weights: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** Postings of a term that came after the store was built, in the order of the documents. */
interface Tail {
  readonly documents: number[];
  readonly weights: number[];
}

/**
 * Which documents have a term, and how much it counts there. Built at once into flat arrays, since a million claims
 * have some twenty million postings; what comes later stands in short tails, and what goes keeps its place with weight 0.
 */
export interface PostingStore {
  /** The number of a term; undefined for one that was never met. */
  numberOf(term: string): number | undefined;
  /** The number of a term, a new one where it has none. */
  intern(term: string): number;
  /** How many terms were known when the store was built. */
  readonly built: number;
  /** The postings of a term: those built, and those that came later. */
  listsOf(term: number | undefined): readonly PostingList[];
  /** How much a term counts in a document, in steps; 0 where it is not there. */
  weightIn(term: number, document: number): number;
  /** Sets that, whatever it was; 0 takes the posting out. */
  setWeight(term: number, document: number, weight: number): void;
}

/** Takes documents one after the other, then becomes their store. */
export interface PostingBuilder {
  intern(term: string): number;
  /** Adds the next document. */
  add(bag: TermBag): void;
  finish(): PostingStore;
}

/** A weight as a whole number of steps, at least one. */
export function toSteps(weight: number): number {
  return Math.min(MOST_STEPS, Math.max(1, Math.round(weight * STEPS)));
}

/** The first place from `from` to before `to` whose value is not less; `to` where all are. */
function lowerBound(sorted: ArrayLike<number>, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The list, or a copy with twice the room where it is too short. */
function withRoom<List extends Uint32Array | Uint8Array>(list: List, needed: number): List {
  if (needed <= list.length) return list;
  const larger = new (list.constructor as new (length: number) => List)(Math.max(needed, list.length * 2));
  larger.set(list);
  return larger;
}

/** An empty builder. */
export function createPostingBuilder(): PostingBuilder {
  const numbers = new Map<string, number>();
  let terms: Uint32Array = new Uint32Array(1024);
  let weights: Uint8Array = new Uint8Array(1024);
  let counts: Uint32Array = new Uint32Array(256);
  const ends: number[] = [];
  let size = 0;

  function intern(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  }

  return {
    intern,
    add(bag) {
      const { length } = bag.terms;
      terms = withRoom(terms, size + length);
      weights = withRoom(weights, size + length);
      counts = withRoom(counts, numbers.size);
      for (let n = 0; n < length; n++) {
        const term = bag.terms[n] as number;
        terms[size] = term;
        weights[size++] = bag.weights[n] as number;
        counts[term] = (counts[term] as number) + 1;
      }
      ends.push(size);
    },
    finish() {
      const starts = new Uint32Array(numbers.size + 1);
      for (let term = 0; term < numbers.size; term++) starts[term + 1] = (starts[term] as number) + (counts[term] ?? 0);
      const next = starts.slice();
      const documents = new Uint32Array(size);
      const sorted = new Uint8Array(size);
      for (let document = 0, at = 0; document < ends.length; document++) {
        for (const end = ends[document] as number; at < end; at++) {
          const term = terms[at] as number;
          const place = next[term] as number;
          documents[place] = document;
          sorted[place] = weights[at] as number;
          next[term] = place + 1;
        }
      }
      // `intern` lives on, and all that stands beside it would live with it.
      terms = new Uint32Array(0);
      weights = new Uint8Array(0);
      counts = new Uint32Array(0);
      ends.length = 0;
      return createPostingStore(numbers, intern, { starts, documents, weights: sorted });
    },
  };
}

/** The postings of term n stand from `starts[n]` to before `starts[n + 1]`. */
interface Arrays {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly weights: Uint8Array;
}

function createPostingStore(
  numbers: ReadonlyMap<string, number>,
  intern: (term: string) => number,
  arrays: Arrays,
): PostingStore {
  const { starts, documents, weights } = arrays;
  const built = starts.length - 1;
  const tails = new Map<number, Tail>();

  /** Where a posting stands in the arrays; -1 where it does not. */
  function placeOf(term: number, document: number): number {
    if (term >= built) return -1;
    const end = starts[term + 1] as number;
    const place = lowerBound(documents, document, starts[term] as number, end);
    return place < end && documents[place] === document ? place : -1;
  }

  return {
    numberOf: (term) => numbers.get(term),
    intern,
    built,
    listsOf(term) {
      if (term === undefined) return [];
      const tail = tails.get(term);
      return [
        ...(term < built ? [{ documents, weights, from: starts[term] as number, to: starts[term + 1] as number }] : []),
        ...(tail ? [{ ...tail, from: 0, to: tail.documents.length }] : []),
      ];
    },
    weightIn(term, document) {
      const place = placeOf(term, document);
      if (place >= 0) return weights[place] as number;
      const tail = tails.get(term);
      if (tail === undefined) return 0;
      const at = lowerBound(tail.documents, document, 0, tail.documents.length);
      return tail.documents[at] === document ? (tail.weights[at] as number) : 0;
    },
    setWeight(term, document, weight) {
      const place = placeOf(term, document);
      if (place >= 0) {
        weights[place] = weight;
        return;
      }
      const tail = tails.get(term) ?? { documents: [], weights: [] };
      tails.set(term, tail);
      const at = lowerBound(tail.documents, document, 0, tail.documents.length);
      const there = tail.documents[at] === document ? 1 : 0;
      tail.documents.splice(at, there, ...(weight === 0 ? [] : [document]));
      tail.weights.splice(at, there, ...(weight === 0 ? [] : [weight]));
    },
  };
}
