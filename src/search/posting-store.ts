import { withRoom } from './with-room.ts';

/** The terms of one document by their numbers, each once, and beside each its weight in steps. */
export interface TermBag {
  readonly terms: number[];
  readonly weights: number[];
}

/** Weights are kept in twentieths, from 1 (0.05) to 255 (12.75); a term that counts more has long sated BM25. */
export const STEPS = 20;
const MOST_STEPS = 255;

/** Documents stand in blocks, so that a posting needs two bytes to say which of its block it means. */
export const BLOCK = 32_768;

/** A term's postings in one block, from one place to before another, in the order of the documents. */
export interface Postings {
  /** Documents, counted from the first of the block. */
  readonly documents: Uint16Array;
  /** In steps. */
  readonly weights: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Postings with what is known of them beforehand. */
export interface PostingList extends Postings {
  /** The most that the term counts in one of them, and how long the shortest of them is; both in steps, and bounds alone. */
  readonly peak: number;
  readonly shortest: number;
  /** Two lists of the block with the same number have the same postings, with another hardly ever; unknown for some. */
  readonly twins: number | undefined;
}

/**
 * Which documents have a term, and how much it counts there. Built at once into flat arrays, since a million claims
 * have some twenty million postings; a term's postings in a block that changes later are copied out first.
 */
export interface PostingStore {
  /** How many documents a block has. */
  readonly block: number;
  /** The number of a term; undefined for one that was never met. */
  numberOf(term: string): number | undefined;
  /** The number of a term, a new one where it has none. */
  intern(term: string): number;
  /** How many postings a term has. */
  count(term: number): number;
  /** The postings of a term in a block; undefined where it has none. */
  listIn(term: number, block: number): PostingList | undefined;
  /** Sets how much a term counts in a document of a length, whatever it was; 0 takes the posting out. */
  setWeight(term: number, document: number, weight: number, length: number): void;
}

/** A weight as a whole number of steps, at least one. */
export function toSteps(weight: number): number {
  return Math.min(MOST_STEPS, Math.max(1, Math.round(weight * STEPS)));
}

/** The first place from `from` to before `to` whose value is not less; `to` where all are. */
export function lowerBound(sorted: Uint16Array | Uint32Array, value: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two terms have the same postings in a block: a word and what it means often stand in the same documents. */
export function areSame(a: Postings, b: Postings): boolean {
  const count = a.to - a.from;
  if (b.to - b.from !== count) return false;
  for (let n = 0; n < count; n++) {
    if (a.documents[a.from + n] !== b.documents[b.from + n] || a.weights[a.from + n] !== b.weights[b.from + n])
      return false;
  }
  return true;
}

/**
 * The postings as they were built. Those of term n are in the runs from `firstRuns[n]` to before `firstRuns[n + 1]`, a
 * run for each block that has any; run r begins at `starts[r]` and ends where the next begins.
 */
export interface BuiltPostings {
  readonly numbers: ReadonlyMap<string, number>;
  readonly intern: (term: string) => number;
  readonly block: number;
  readonly firstRuns: Uint32Array;
  readonly blocks: Uint16Array;
  readonly starts: Uint32Array;
  readonly documents: Uint16Array;
  readonly weights: Uint8Array;
  /** Of each run. */
  readonly peaks: Uint8Array;
  readonly shortest: Uint32Array;
  /** For a run that has the postings of an earlier one in its block: that one. Told of runs from `TOLD_APART` postings on. */
  readonly twins: ReadonlyMap<number, number>;
}

/** Shorter lists are quickly compared. */
export const TOLD_APART = 16;

/** A list that was copied out; there is room behind `to`. */
interface OwnList {
  documents: Uint16Array;
  weights: Uint8Array;
  readonly from: 0;
  to: number;
  peak: number;
  shortest: number;
  readonly twins: undefined;
}

/** A store over what was built. */
export function createPostingStore(built: BuiltPostings): PostingStore {
  const { numbers, intern, block, firstRuns, blocks, starts, documents, weights, peaks, shortest, twins } = built;
  const known = firstRuns.length - 1;
  const changed = new Map<number, Map<number, OwnList>>();

  function builtIn(term: number, sought: number): PostingList | undefined {
    if (term >= known) return undefined;
    const end = firstRuns[term + 1] as number;
    const run = lowerBound(blocks, sought, firstRuns[term] as number, end);
    if (run === end || blocks[run] !== sought) return undefined;
    const [from, to] = [starts[run] as number, starts[run + 1] as number];
    return {
      documents,
      weights,
      from,
      to,
      peak: peaks[run] as number,
      shortest: shortest[run] as number,
      twins: to - from < TOLD_APART ? undefined : (twins.get(run) ?? run),
    };
  }

  function ownList(term: number, sought: number): OwnList {
    const lists = changed.get(term) ?? new Map<number, OwnList>();
    changed.set(term, lists);
    const own = lists.get(sought);
    if (own) return own;
    const list = builtIn(term, sought);
    const copy: OwnList = {
      documents: documents.slice(list?.from ?? 0, list?.to ?? 0),
      weights: weights.slice(list?.from ?? 0, list?.to ?? 0),
      from: 0,
      to: list ? list.to - list.from : 0,
      peak: list?.peak ?? 0,
      shortest: list?.shortest ?? Number.POSITIVE_INFINITY,
      twins: undefined,
    };
    lists.set(sought, copy);
    return copy;
  }

  return {
    block,
    numberOf: (term) => numbers.get(term),
    intern,
    count(term) {
      let count = 0;
      if (term < known) {
        const [from, to] = [firstRuns[term] as number, firstRuns[term + 1] as number];
        count = (starts[to] as number) - (starts[from] as number);
      }
      for (const [sought, list] of changed.get(term) ?? []) {
        const before = builtIn(term, sought);
        count += list.to - (before ? before.to - before.from : 0);
      }
      return count;
    },
    listIn(term, sought) {
      const own = changed.size > 0 ? changed.get(term)?.get(sought) : undefined;
      return own ?? builtIn(term, sought);
    },
    setWeight(term, document, weight, length) {
      const low = document % block;
      const list = ownList(term, (document - low) / block);
      if (weight > 0) {
        list.peak = Math.max(list.peak, weight);
        list.shortest = Math.min(list.shortest, length);
      }
      const at = lowerBound(list.documents, low, 0, list.to);
      const there = at < list.to && list.documents[at] === low;
      if (weight > 0 && there) list.weights[at] = weight;
      else if (weight > 0) {
        list.documents = withRoom(list.documents, list.to + 1);
        list.weights = withRoom(list.weights, list.to + 1);
        list.documents.copyWithin(at + 1, at, list.to);
        list.weights.copyWithin(at + 1, at, list.to);
        list.documents[at] = low;
        list.weights[at] = weight;
        list.to++;
      } else if (there) {
        list.documents.copyWithin(at, at + 1, list.to);
        list.weights.copyWithin(at, at + 1, list.to);
        list.to--;
      }
    },
  };
}
