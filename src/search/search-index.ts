import { keepBestHits, scoreAt } from './best-hits.ts';
import {
  createPostingBuilder,
  type PostingList,
  type PostingStore,
  STEPS,
  type TermBag,
  toSteps,
} from './posting-store.ts';

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
  search(slots: readonly Slot[], limit?: number, accepts?: (document: number) => boolean, least?: number): Hit[];
  /** What a document scores in a search. */
  scoreOf(slots: readonly Slot[], document: number): number;
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

/** Takes documents one after the other, each as the bag of its terms, then becomes their index. */
export interface IndexBuilder {
  intern(term: string): number;
  add(bag: TermBag): void;
  finish(): SearchIndex;
}

// BM25's saturation and length normalisation, as measured best for short claims.
const K1 = 1.2;
const B = 0.75;
const SLOTS_TOLD = 31;
/** Room for documents that come later, so that one more does not copy a million. */
const SPARE = { share: 1 / 8, least: 64 } as const;
/** Floating point sums depend on their order: what is left out has to fall short by more than that. */
const CERTAIN = 1 - 1e-9;
/** What a step of looking up one posting costs beside reading one in passing. */
const STEP_COST = 2;

/** The terms of a document as a bag; one met twice counts as much as both. */
export function bagOf(intern: (term: string) => number, terms: readonly WeightedTerm[]): TermBag {
  const sums = new Map<string, number>();
  for (const { term, weight } of terms) sums.set(term, (sums.get(term) ?? 0) + weight);
  return { terms: [...sums.keys()].map(intern), weights: [...sums.values()].map(toSteps) };
}

/** An empty builder. */
export function createIndexBuilder(): IndexBuilder {
  const postings = createPostingBuilder();
  const lengths: number[] = [];
  return {
    intern: postings.intern,
    add(bag) {
      postings.add(bag);
      lengths.push(lengthOf(bag));
    },
    finish: () => createIndex(postings.finish(), lengths),
  };
}

/** Builds an index. A slot counts once a document, by its best alternative there (Robertson's BM25 with query terms once). */
export function createSearchIndex(documents: Iterable<readonly WeightedTerm[]>): SearchIndex {
  const builder = createIndexBuilder();
  for (const terms of documents) builder.add(bagOf(builder.intern, terms));
  return builder.finish();
}

function lengthOf({ weights }: TermBag): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** A term of the query that is on record, and what it adds where it counts without end. */
interface SoughtTerm {
  readonly number: number;
  readonly value: number;
}

interface SoughtSlot {
  readonly terms: readonly SoughtTerm[];
  /** Its bit among the slots told. */
  readonly bit: number;
  readonly value: number;
  /** The most that a document can gain by it. */
  readonly bound: number;
  /** How many postings it has. */
  readonly postings: number;
}

function createIndex(store: PostingStore, given: readonly number[]): SearchIndex {
  // Lengths and frequencies are whole steps: what is added and removed leaves the sums that building anew gives.
  let lengths: Uint32Array = new Uint32Array(0);
  makeRoom(given.length);
  lengths.set(given);
  let total = given.reduce((sum, length) => sum + length, 0);
  let size = given.length;
  let shortest = given.reduce(
    (least, length) => (length > 0 ? Math.min(least, length) : least),
    Number.POSITIVE_INFINITY,
  );
  /** In how many documents a term is, each for as much of one as it counts there, in steps. */
  const frequencies: number[] = [];
  /** The most that a term has ever counted in a document, in steps. */
  const peaks: number[] = [];
  for (let term = 0; term < store.built; term++) {
    let frequency = 0;
    let peak = 0;
    for (const { weights, from, to } of store.listsOf(term)) {
      for (let at = from; at < to; at++) {
        const weight = weights[at] as number;
        frequency += Math.min(STEPS, weight);
        peak = Math.max(peak, weight);
      }
    }
    frequencies.push(frequency);
    peaks.push(peak);
  }

  // Scratch for one search, all zero between searches.
  let scores = new Float64Array(0);
  let gains = new Float64Array(0);
  let told = new Uint32Array(0);
  let touched = new Uint32Array(0);
  let gaining = new Uint32Array(0);
  let found = 0;
  // BM25's K1 * (1 - B + B * length / mean), in steps, for the documents as they are.
  let base = 0;
  let slope = 0;

  function makeRoom(documents: number): void {
    if (documents <= lengths.length) return;
    const before = lengths;
    lengths = new Uint32Array(documents + Math.max(SPARE.least, Math.ceil(documents * SPARE.share)));
    lengths.set(before);
  }

  /** An index that is only marked from never needs it. */
  function makeScratch(): void {
    const room = lengths.length;
    if (scores.length === room) return;
    scores = new Float64Array(room);
    gains = new Float64Array(room);
    told = new Uint32Array(room);
    touched = new Uint32Array(room);
    gaining = new Uint32Array(room);
  }

  function idfOf(term: number | undefined): number {
    const frequency = (term === undefined ? 0 : (frequencies[term] ?? 0)) / STEPS;
    return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  }

  function countPostings(term: number): number {
    return store.listsOf(term).reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** The slots that are on record, the most telling first: scores are summed in that order, whatever is left out. */
  function seek(slots: readonly Slot[]): SoughtSlot[] {
    makeScratch();
    base = STEPS * K1 * (1 - B);
    slope = total === 0 ? 0 : (STEPS * K1 * B * size) / total;
    const sought = slots.map((slot, n): SoughtSlot => {
      const terms = slot.alternatives.flatMap(({ term, weight }): SoughtTerm[] => {
        const number = store.numberOf(term);
        if (number === undefined || !frequencies[number]) return [];
        const value = idfOf(number) * weight * (slot.weight ?? 1) * (K1 + 1);
        return value > 0 ? [{ number, value }] : [];
      });
      const bounds = terms.map(({ number, value }) => {
        const peak = peaks[number] as number;
        return (value * peak) / (peak + base + slope * shortest);
      });
      return {
        terms,
        bit: n < SLOTS_TOLD ? 1 << n : 0,
        value: Math.max(0, ...terms.map(({ value }) => value)),
        bound: Math.max(0, ...bounds),
        postings: terms.reduce((sum, { number }) => sum + countPostings(number), 0),
      };
    });
    return sought.filter(({ terms }) => terms.length > 0).sort((a, b) => b.value - a.value);
  }

  /** Adds what a slot of one term gains each document of a list of postings, or those already found. */
  function addList(list: PostingList, { value }: SoughtTerm, bit: number, onlyFound: boolean): void {
    const { documents, weights, from, to } = list;
    for (let at = from; at < to; at++) {
      const document = documents[at] as number;
      const before = scores[document] as number;
      if (onlyFound && before === 0) continue;
      const weight = weights[at] as number;
      if (weight === 0) continue;
      if (before === 0) touched[found++] = document;
      scores[document] = before + (value * weight) / (weight + base + slope * (lengths[document] as number));
      told[document] = (told[document] as number) | bit;
    }
  }

  /** Notes what a term gains each document of a list, where it is the best of its slot so far; gives how many are noted. */
  function noteList(list: PostingList, { value }: SoughtTerm, count: number, onlyFound: boolean): number {
    const { documents, weights, from, to } = list;
    let noted = count;
    for (let at = from; at < to; at++) {
      const document = documents[at] as number;
      if (onlyFound && scores[document] === 0) continue;
      const weight = weights[at] as number;
      if (weight === 0) continue;
      const gain = (value * weight) / (weight + base + slope * (lengths[document] as number));
      const before = gains[document] as number;
      if (before === 0) gaining[noted++] = document;
      if (gain > before) gains[document] = gain;
    }
    return noted;
  }

  /** Adds a slot to the score of every document that has it, or of those already found. */
  function addByPostings({ terms, bit }: SoughtSlot, onlyFound: boolean): void {
    const [only, ...others] = terms;
    if (only && others.length === 0) {
      for (const list of store.listsOf(only.number)) addList(list, only, bit, onlyFound);
      return;
    }
    let noted = 0;
    for (const term of terms)
      for (const list of store.listsOf(term.number)) noted = noteList(list, term, noted, onlyFound);
    for (let n = 0; n < noted; n++) {
      const document = gaining[n] as number;
      const before = scores[document] as number;
      if (before === 0) touched[found++] = document;
      scores[document] = before + (gains[document] as number);
      told[document] = (told[document] as number) | bit;
      gains[document] = 0;
    }
  }

  /** Adds a slot to the scores of a few documents. */
  function addByDocument({ terms, bit }: SoughtSlot, documents: ArrayLike<number>, count: number): void {
    for (let n = 0; n < count; n++) {
      const document = documents[n] as number;
      let best = 0;
      for (const { number, value } of terms) {
        const weight = store.weightIn(number, document);
        if (weight > 0)
          best = Math.max(best, (value * weight) / (weight + base + slope * (lengths[document] as number)));
      }
      if (best === 0) continue;
      scores[document] = (scores[document] as number) + best;
      told[document] = (told[document] as number) | bit;
    }
  }

  /** How many of the documents can still be among the best; they are moved to the front. */
  function keepHopeful(
    documents: Uint32Array,
    count: number,
    least: number,
    accepts?: (document: number) => boolean,
  ): number {
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const document = documents[n] as number;
      if ((scores[document] as number) >= least && (!accepts || accepts(document))) documents[kept++] = document;
    }
    return kept;
  }

  /**
   * Term by term, the most telling first. As soon as what is left cannot lift a new document among the best, only
   * those that still can be are carried on (Turtle and Flood's MaxScore); nothing that belongs to the best is lost.
   */
  function search(
    slots: readonly Slot[],
    limit: number,
    accepts: ((document: number) => boolean) | undefined,
    floor: number,
  ): Hit[] {
    const sought = seek(slots);
    const rest = new Float64Array(sought.length + 1);
    for (let n = sought.length - 1; n >= 0; n--)
      rest[n] = (rest[n + 1] as number) + (sought[n] as SoughtSlot).bound / CERTAIN;
    found = 0;
    let least = floor * CERTAIN;
    let at = 0;
    for (; at < sought.length; at++) {
      // Only where what was added so far outweighs what is left can the best of it stand above that.
      if (found > limit && (rest[0] as number) > 2 * (rest[at] as number))
        least = Math.max(least, scoreAt(limit, touched, found, scores, accepts) * CERTAIN);
      if ((rest[at] as number) < least) break;
      addByPostings(sought[at] as SoughtSlot, false);
    }
    let kept = found;
    let carried = touched;
    if (at < sought.length) {
      carried = touched.slice(0, found);
      kept = keepHopeful(carried, kept, least - (rest[at] as number), accepts);
    }
    for (; at < sought.length; at++) {
      const slot = sought[at] as SoughtSlot;
      const lookups = kept * slot.terms.length * Math.log2(1 + slot.postings) * STEP_COST;
      if (lookups < slot.postings) addByDocument(slot, carried, kept);
      else addByPostings(slot, true);
      if (kept <= limit) continue;
      least = Math.max(least, scoreAt(limit, carried, kept, scores) * CERTAIN);
      kept = keepHopeful(carried, kept, least - (rest[at + 1] as number));
    }
    const best = keepBestHits(limit);
    for (let n = 0; n < kept; n++) {
      const document = carried[n] as number;
      const score = scores[document] as number;
      if (score < floor || !best.admits(document, score) || (accepts && carried === touched && !accepts(document)))
        continue;
      best.offer(document, score, told[document] as number);
    }
    for (let n = 0; n < found; n++) {
      const document = touched[n] as number;
      scores[document] = 0;
      told[document] = 0;
    }
    return best.take();
  }

  function changeTerms(document: number, { terms, weights }: TermBag, sign: 1 | -1): void {
    for (let n = 0; n < terms.length; n++) {
      const [term, weight] = [terms[n] as number, weights[n] as number];
      store.setWeight(term, document, sign > 0 ? weight : 0);
      frequencies[term] = (frequencies[term] ?? 0) + sign * Math.min(STEPS, weight);
      peaks[term] = Math.max(peaks[term] ?? 0, weight);
    }
  }

  return {
    get size() {
      return size;
    },
    idf: (term) => idfOf(store.numberOf(term)),
    has: (term) => (frequencies[store.numberOf(term) ?? -1] ?? 0) > 0,
    search: (slots, limit = lengths.length, accepts, least = 0) =>
      limit > 0 ? search(slots, limit, accepts, least) : [],
    scoreOf(slots, document) {
      for (const slot of seek(slots)) addByDocument(slot, [document], 1);
      const score = scores[document] ?? 0;
      scores[document] = 0;
      told[document] = 0;
      return score;
    },
    mark(terms, bit, marks) {
      for (const { documents, weights, from, to } of terms.flatMap((term) => store.listsOf(store.numberOf(term)))) {
        for (let at = from; at < to; at++) {
          const document = documents[at] as number;
          if (weights[at] !== 0) marks[document] = (marks[document] as number) | bit;
        }
      }
    },
    intern: store.intern,
    change(document, before, after) {
      makeRoom(document + 1);
      if (before) {
        changeTerms(document, before, -1);
        total -= lengthOf(before);
        size--;
      }
      lengths[document] = 0;
      if (!after) return;
      changeTerms(document, after, 1);
      const length = lengthOf(after);
      lengths[document] = length;
      total += length;
      size++;
      if (length > 0) shortest = Math.min(shortest, length);
    },
  };
}
