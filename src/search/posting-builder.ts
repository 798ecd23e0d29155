import { BLOCK, createPostingStore, type PostingStore, STEPS } from './posting-store.ts';
import { withRoom } from './with-room.ts';

/** What is known of the documents and terms of a store, in steps. */
export interface Statistics {
  /** How much all terms of a document count together. */
  readonly lengths: Uint32Array;
  /** In how many documents a term is, each for as much of one as it counts there. */
  readonly frequencies: Uint32Array;
  /** The most that a term counts in any document. */
  readonly peaks: Uint8Array;
}

/** Takes documents one after the other, term by term, then becomes their store. */
export interface PostingBuilder {
  intern(term: string): number;
  /** Begins the next document. */
  begin(): void;
  /** Puts a term into the document begun last; one put twice counts the most that it was put with. */
  put(term: number, steps: number): void;
  finish(): { readonly store: PostingStore; readonly statistics: Statistics };
}

/** An empty builder, for blocks of so many documents. */
export function createPostingBuilder(block = BLOCK): PostingBuilder {
  const numbers = new Map<string, number>();
  let terms: Uint32Array = new Uint32Array(1024);
  let weights: Uint8Array = new Uint8Array(1024);
  /** Where each document begins. */
  let begins: Uint32Array = new Uint32Array(256);
  let documents = 0;
  let size = 0;
  /** Behind which place a term was put last. */
  let last: Uint32Array = new Uint32Array(256);
  let begun = 0;

  function intern(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  }

  /** How many postings each term has, and in how many blocks. */
  function countTerms() {
    const counts = new Uint32Array(numbers.size);
    const runs = new Uint32Array(numbers.size);
    const lastBlocks = new Uint32Array(numbers.size);
    for (let document = 0, at = 0; document < documents; document++) {
      const turn = Math.floor(document / block) + 1;
      for (const end = document + 1 < documents ? (begins[document + 1] as number) : size; at < end; at++) {
        const term = terms[at] as number;
        counts[term] = (counts[term] as number) + 1;
        if (lastBlocks[term] === turn) continue;
        lastBlocks[term] = turn;
        runs[term] = (runs[term] as number) + 1;
      }
    }
    return { counts, runs };
  }

  function finish() {
    const { counts, runs } = countTerms();
    const firstRuns = new Uint32Array(numbers.size + 1);
    const next = new Uint32Array(numbers.size);
    let all = 0;
    for (let term = 0; term < numbers.size; term++) {
      firstRuns[term + 1] = (firstRuns[term] as number) + (runs[term] as number);
      next[term] = all;
      all += counts[term] as number;
    }
    const runCount = firstRuns[numbers.size] as number;
    const blocks = new Uint16Array(runCount);
    const starts = new Uint32Array(runCount + 1);
    starts[runCount] = size;
    /** One more than the block that a term was met in last. */
    const lastBlocks = new Uint32Array(numbers.size);
    const nextRuns = firstRuns.slice();
    const sorted = new Uint16Array(size);
    const sortedWeights = new Uint8Array(size);
    const lengths = new Uint32Array(documents);
    const frequencies = new Uint32Array(numbers.size);
    const peaks = new Uint8Array(numbers.size);
    for (let document = 0, at = 0; document < documents; document++) {
      const low = document % block;
      const turn = (document - low) / block + 1;
      let length = 0;
      for (const end = document + 1 < documents ? (begins[document + 1] as number) : size; at < end; at++) {
        const term = terms[at] as number;
        const weight = weights[at] as number;
        const place = next[term] as number;
        if (lastBlocks[term] !== turn) {
          lastBlocks[term] = turn;
          const run = nextRuns[term] as number;
          blocks[run] = turn - 1;
          starts[run] = place;
          nextRuns[term] = run + 1;
        }
        sorted[place] = low;
        sortedWeights[place] = weight;
        next[term] = place + 1;
        frequencies[term] = (frequencies[term] as number) + Math.min(STEPS, weight);
        if (weight > (peaks[term] as number)) peaks[term] = weight;
        length += weight;
      }
      lengths[document] = length;
    }
    // `intern` lives on, and all that stands beside it would live with it.
    terms = new Uint32Array(0);
    weights = new Uint8Array(0);
    begins = new Uint32Array(0);
    last = new Uint32Array(0);
    const store = createPostingStore({
      numbers,
      intern,
      block,
      firstRuns,
      blocks,
      starts,
      documents: sorted,
      weights: sortedWeights,
    });
    return { store, statistics: { lengths, frequencies, peaks } };
  }

  return {
    intern,
    begin() {
      begins = withRoom(begins, documents + 1);
      begins[documents++] = size;
      begun = size;
    },
    put(term, steps) {
      if (term >= last.length) last = withRoom(last, term + 1);
      const behind = last[term] as number;
      if (behind > begun) {
        if (steps > (weights[behind - 1] as number)) weights[behind - 1] = steps;
        return;
      }
      if (size === terms.length) {
        terms = withRoom(terms, size + 1);
        weights = withRoom(weights, size + 1);
      }
      terms[size] = term;
      weights[size++] = steps;
      last[term] = size;
    },
    finish,
  };
}
