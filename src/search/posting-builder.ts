import {
  areSame,
  BLOCK,
  type BuiltPostings,
  createPostingStore,
  type PostingStore,
  type Postings,
  STEPS,
  TOLD_APART,
} from './posting-store.ts';
import { withRoom } from './with-room.ts';
import { mixLetter } from './word-table.ts';

/** What is known of the documents and terms of a store, in steps. */
export interface Statistics {
  /** How much all terms of a document count together. */
  readonly lengths: Uint32Array;
  /** In how many documents a term is, each for as much of one as it counts there. */
  readonly frequencies: Uint32Array;
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

  /** Where the postings of each term begin. */
  function startsOfTerms(): Uint32Array {
    const starts = new Uint32Array(numbers.size);
    for (let at = 0; at < size; at++) starts[terms[at] as number] = (starts[terms[at] as number] as number) + 1;
    let all = 0;
    for (let term = 0; term < starts.length; term++) {
      const count = starts[term] as number;
      starts[term] = all;
      all += count;
    }
    return starts;
  }

  function finish() {
    const next = startsOfTerms();
    const runs = createRuns(next);
    const sorted = new Uint16Array(size);
    const sortedWeights = new Uint8Array(size);
    const lengths = new Uint32Array(documents);
    for (let document = 0, at = 0; document < documents; document++) {
      const low = document % block;
      if (low === 0 && document > 0) runs.close(next);
      let length = 0;
      for (const end = document + 1 < documents ? (begins[document + 1] as number) : size; at < end; at++) {
        const term = terms[at] as number;
        const weight = weights[at] as number;
        const place = next[term] as number;
        sorted[place] = low;
        sortedWeights[place] = weight;
        next[term] = place + 1;
        length += weight;
      }
      lengths[document] = length;
    }
    runs.close(next);
    // `intern` lives on, and all that stands beside it would live with it.
    terms = new Uint32Array(0);
    weights = new Uint8Array(0);
    begins = new Uint32Array(0);
    last = new Uint32Array(0);
    const { firstRuns, blocks, starts } = runs.finish(size);
    const store = createPostingStore({
      numbers,
      intern,
      block,
      firstRuns,
      blocks,
      starts,
      documents: sorted,
      weights: sortedWeights,
      ...lookThrough({ block, blocks, starts, documents: sorted, weights: sortedWeights }, lengths),
    });
    return { store, statistics: { lengths, frequencies: countDocuments(firstRuns, starts, sortedWeights) } };
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

/** Gathers in which blocks each term has postings, and from where on: told after each block where its next would stand. */
function createRuns(begin: Uint32Array) {
  const ends = begin.slice();
  const perBlock: { readonly terms: readonly number[]; readonly starts: readonly number[] }[] = [];
  return {
    close(next: Uint32Array): void {
      const terms: number[] = [];
      const starts: number[] = [];
      for (let term = 0; term < next.length; term++) {
        if (next[term] === ends[term]) continue;
        terms.push(term);
        starts.push(ends[term] as number);
        ends[term] = next[term] as number;
      }
      perBlock.push({ terms, starts });
    },
    finish(size: number): Pick<BuiltPostings, 'firstRuns' | 'blocks' | 'starts'> {
      const firstRuns = new Uint32Array(begin.length + 1);
      for (const { terms } of perBlock)
        for (const term of terms) firstRuns[term + 1] = (firstRuns[term + 1] as number) + 1;
      for (let term = 0; term < begin.length; term++)
        firstRuns[term + 1] = (firstRuns[term + 1] as number) + (firstRuns[term] as number);
      const count = firstRuns[begin.length] as number;
      const blocks = new Uint16Array(count);
      const starts = new Uint32Array(count + 1);
      starts[count] = size;
      const next = firstRuns.slice();
      perBlock.forEach(({ terms, starts: of }, n) => {
        terms.forEach((term, at) => {
          const run = next[term] as number;
          next[term] = run + 1;
          blocks[run] = n;
          starts[run] = of[at] as number;
        });
      });
      return { firstRuns, blocks, starts };
    },
  };
}

/** What is known of runs beforehand: how much and how short their postings are, and which have the same. */
function lookThrough(
  postings: Pick<BuiltPostings, 'block' | 'blocks' | 'starts' | 'documents' | 'weights'>,
  lengths: Uint32Array,
): Pick<BuiltPostings, 'peaks' | 'shortest' | 'twins'> {
  const { block, blocks, starts, documents, weights } = postings;
  const peaks = new Uint8Array(blocks.length);
  const shortest = new Uint32Array(blocks.length);
  const twins = new Map<number, number>();
  /** For each block, the long runs met first of those with a hash. */
  const met: Map<number, number>[] = [];
  const postingsOf = (run: number): Postings => {
    return { documents, weights, from: starts[run] as number, to: starts[run + 1] as number };
  };
  for (let run = 0; run < blocks.length; run++) {
    const inBlock = blocks[run] as number;
    const first = inBlock * block;
    const [from, to] = [starts[run] as number, starts[run + 1] as number];
    let [peak, least, hash] = [0, Number.POSITIVE_INFINITY, to - from];
    for (let at = from; at < to; at++) {
      const [document, weight] = [documents[at] as number, weights[at] as number];
      const length = lengths[first + document] as number;
      if (weight > peak) peak = weight;
      if (length < least) least = length;
      hash = mixLetter(mixLetter(hash, document), weight);
    }
    peaks[run] = peak;
    shortest[run] = least;
    if (to - from < TOLD_APART) continue;
    met[inBlock] ??= new Map();
    const other = met[inBlock].get(hash);
    if (other === undefined) met[inBlock].set(hash, run);
    else if (areSame(postingsOf(other), postingsOf(run))) twins.set(run, other);
  }
  return { peaks, shortest, twins };
}

/** In how many documents each term is. */
function countDocuments(firstRuns: Uint32Array, starts: Uint32Array, weights: Uint8Array): Uint32Array {
  const frequencies = new Uint32Array(firstRuns.length - 1);
  for (let term = 0; term < frequencies.length; term++) {
    const end = starts[firstRuns[term + 1] as number] as number;
    let frequency = 0;
    for (let at = starts[firstRuns[term] as number] as number; at < end; at++)
      frequency += Math.min(weights[at] as number, STEPS);
    frequencies[term] = frequency;
  }
  return frequencies;
}
