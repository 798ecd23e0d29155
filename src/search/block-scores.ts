import { areSame, lowerBound, type PostingList, type PostingStore } from './posting-store.ts';
import type { Lengths, Sought, SoughtTerm } from './sought-term.ts';

/** A term of the query within one block. */
export interface TermInBlock extends SoughtTerm {
  readonly list: PostingList;
  readonly postings: number;
  /** The most that a document can gain by it. */
  readonly bound: number;
  /** What each document gained by its slot so far, where the slot has several terms in the block. */
  readonly gained: Float64Array | undefined;
}

/** What a query finds in a block before any document is looked at. */
export interface Prospect {
  readonly block: number;
  readonly terms: readonly TermInBlock[];
  /** The most that a document can score. */
  readonly bound: number;
}

/**
 * The scores of one block's documents, which are counted from its first. Terms are added one after the other, to every
 * document that has them or to a few; a query enters block after block.
 */
export interface BlockScores {
  /** How many documents a block has. */
  readonly block: number;
  /** The terms that any document of the block has, the one that adds most first. */
  readonly terms: readonly TermInBlock[];
  /** Those that have a term added to all, in no order, as many as `found`. */
  readonly documents: Uint32Array;
  readonly found: number;
  readonly scores: Float64Array;
  /** Which slots a document has, of those whose terms were added. */
  readonly told: Uint32Array;
  /** Room for documents that are carried on. */
  readonly carried: Uint32Array;
  /** The query's terms that a block has, with what they can give. */
  lookInto(sought: Sought, block: number): Prospect;
  /** Begins anew with a block, all scores 0. */
  enter(sought: Sought, prospect: Prospect): void;
  /** Leaves out what has another mark. */
  confine(marks: Uint8Array, mark: number): void;
  /** Takes a few documents for found, whether or not they have any term. */
  take(documents: Uint32Array, count: number): void;
  /** Adds a term to the score of every document that has it, or of those that have one already. */
  addToAll(term: TermInBlock, onlyFound: boolean): void;
  /** Adds a term to the scores of a few documents. */
  addToSome(term: TermInBlock, documents: Uint32Array, count: number): void;
  /** What a document of the whole index scores, whichever block was entered. */
  scoreOf(sought: Sought, document: number): number;
}

/** How lengths are weighed. */
type Scale = Pick<Sought, 'base' | 'slope'>;

function areTwins(a: PostingList, b: PostingList): boolean {
  return a.twins !== undefined && b.twins !== undefined ? a.twins === b.twins : areSame(a, b);
}

/**
 * A gain plus this and less this is rounded to 2^-40, so that sums of gains are exact: in whatever order they are
 * added, documents of equal worth score the same.
 */
const ROUNDING = 1.5 * 2 ** 12;

/** Scores over a store, with room for one block. */
export function createBlockScores(store: PostingStore, lengths: Lengths): BlockScores {
  // Scratch for one block, all zero before a term is added; made for the first search, since some indexes are only marked from.
  let scores = new Float64Array(0);
  let told = new Uint32Array(0);
  let documents = new Uint32Array(0);
  let carried = new Uint32Array(0);
  /** One for each slot of several terms. */
  let gains: Float64Array[] = [];
  /** How many of them are in use. */
  let sharing = 0;
  let found = 0;
  let marks: Uint8Array | undefined;
  let mark = 0;
  let terms: TermInBlock[] = [];
  let first = 0;
  let base = 0;
  let slope = 0;

  function makeScratch(): void {
    const room = Math.min(store.block, lengths.each.length);
    if (scores.length >= room) return;
    scores = new Float64Array(room);
    told = new Uint32Array(room);
    documents = new Uint32Array(room);
    carried = new Uint32Array(room);
    gains = [];
  }

  function clear(): void {
    for (let n = 0; n < found; n++) {
      const document = documents[n] as number;
      scores[document] = 0;
      told[document] = 0;
    }
    for (let used = 0; used < sharing; used++) {
      const gained = gains[used] as Float64Array;
      for (let n = 0; n < found; n++) gained[documents[n] as number] = 0;
    }
    sharing = 0;
    found = 0;
  }

  /** Adds a term to each document of its list, as far as it gains more than others of its slot did. */
  function addToAll({ list, value, bit, gained }: TermInBlock, onlyFound: boolean): void {
    const { documents: posted, weights, from, to } = list;
    const { each } = lengths;
    const [known, summed, marked, start, constant, factor] = [documents, scores, told, first, base, slope];
    const [allowed, wanted] = [marks, mark];
    let count = found;
    for (let at = from; at < to; at++) {
      const document = posted[at] as number;
      const before = summed[document] as number;
      if (before === 0) {
        if (onlyFound || (allowed !== undefined && allowed[document] !== wanted)) continue;
        known[count++] = document;
      }
      const weight = weights[at] as number;
      const whole = (value * weight) / (weight + constant + factor * (each[start + document] as number));
      let gain = whole + ROUNDING - ROUNDING;
      if (gained !== undefined) {
        const other = gained[document] as number;
        if (gain <= other) continue;
        gained[document] = gain;
        gain -= other;
      }
      summed[document] = before + gain;
      marked[document] = (marked[document] as number) | bit;
    }
    found = count;
  }

  /** What a term of this value and these postings gains a document of a length by itself: to the last bit what `addToAll` adds. */
  function gainOf(
    { list, value }: Pick<TermInBlock, 'list' | 'value'>,
    document: number,
    length: number,
    by: Scale,
  ): number {
    const { documents: posted, weights, from, to } = list;
    const at = lowerBound(posted, document, from, to);
    if (at === to || posted[at] !== document) return 0;
    const weight = weights[at] as number;
    return (value * weight) / (weight + by.base + by.slope * length) + ROUNDING - ROUNDING;
  }

  function lookInto(sought: Sought, block: number): Prospect {
    const { base: constant, slope: factor } = sought;
    const there: TermInBlock[] = [];
    const most = new Float64Array(sought.slots);
    for (const { number, slot, bit, value } of sought.terms) {
      const list = store.listIn(number, block);
      if (list === undefined || list.to === list.from) continue;
      const { peak, shortest, from, to } = list;
      const bound = (value * peak) / (peak + constant + factor * shortest);
      there.push({ number, slot, bit, value, bound, list, postings: to - from, gained: undefined });
      if (bound > (most[slot] as number)) most[slot] = bound;
    }
    return { block, terms: there, bound: most.reduce((sum, bound) => sum + bound, 0) };
  }

  /** Of a slot's terms that stand in the same postings, the one that adds most; what else shares a slot shares its gains. */
  function withoutTwins(given: readonly TermInBlock[]): TermInBlock[] {
    const there: { -readonly [Key in keyof TermInBlock]: TermInBlock[Key] }[] = [];
    for (const term of given) {
      const beside = there.filter((other) => other.slot === term.slot);
      if (beside.some((other) => areTwins(other.list, term.list))) continue;
      if (beside.length === 0) {
        there.push(term);
        continue;
      }
      const gained = beside[0]?.gained ?? gains[sharing] ?? new Float64Array(scores.length);
      if (!beside[0]?.gained) gains[sharing++] = gained;
      for (const other of beside) other.gained = gained;
      there.push({ ...term, gained });
    }
    return there;
  }

  return {
    block: store.block,
    get terms() {
      return terms;
    },
    get documents() {
      return documents;
    },
    get found() {
      return found;
    },
    get scores() {
      return scores;
    },
    get carried() {
      return carried;
    },
    get told() {
      return told;
    },
    lookInto,
    enter(sought, prospect) {
      clear();
      makeScratch();
      marks = undefined;
      ({ base, slope } = sought);
      first = prospect.block * store.block;
      terms = withoutTwins(prospect.terms);
    },
    confine(given, wanted) {
      marks = given;
      mark = wanted;
    },
    take(some, count) {
      documents.set(some.subarray(0, count));
      found = count;
    },
    addToAll,
    addToSome(term, some, count) {
      const { bit, gained } = term;
      const by = { base, slope };
      for (let n = 0; n < count; n++) {
        const document = some[n] as number;
        const gain = gainOf(term, document, lengths.each[first + document] as number, by);
        const other = gained ? (gained[document] as number) : 0;
        if (gain <= other) continue;
        if (gained) gained[document] = gain;
        scores[document] = (scores[document] as number) + (gain - other);
        told[document] = (told[document] as number) | bit;
      }
    },
    scoreOf(sought, document) {
      const low = document % store.block;
      const block = (document - low) / store.block;
      const length = lengths.each[document] as number;
      const best = new Float64Array(sought.slots);
      for (const { number, slot, value } of sought.terms) {
        const list = store.listIn(number, block);
        if (list) best[slot] = Math.max(best[slot] as number, gainOf({ list, value }, low, length, sought));
      }
      return best.reduce((sum, gain) => sum + gain, 0);
    },
  };
}
