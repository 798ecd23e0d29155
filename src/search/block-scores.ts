import { lowerBound, type PostingList, type PostingStore } from './posting-store.ts';
import type { Lengths, Sought } from './sought-slot.ts';

/** A slot of the query within one block. */
export interface SlotInBlock {
  readonly bit: number;
  readonly bound: number;
  readonly lists: readonly ListInBlock[];
  readonly postings: number;
}

interface ListInBlock extends PostingList {
  readonly value: number;
}

/**
 * The scores of one block's documents, which are counted from its first. Slots are added one after the other, to every
 * document that has them or to a few; a query enters block after block.
 */
export interface BlockScores {
  /** How many documents a block has. */
  readonly block: number;
  /** The slots that any document of the block has, the most telling first. */
  readonly slots: readonly SlotInBlock[];
  /** Those that have a slot added to all, in no order, as many as `found`. */
  readonly documents: Uint32Array;
  readonly found: number;
  readonly scores: Float64Array;
  /** Which slots a document has, of those added. */
  readonly told: Uint32Array;
  /** Room for documents that are carried on. */
  readonly carried: Uint32Array;
  /** Begins anew with a block, all scores 0. */
  enter(sought: Sought, block: number): void;
  /** Takes a few documents for found, whether or not they have any slot. */
  take(documents: Uint32Array, count: number): void;
  /** Adds a slot to the score of every document that has it, or of those that have one already. */
  addToAll(slot: SlotInBlock, onlyFound: boolean): void;
  /** Adds a slot to the scores of a few documents. */
  addToSome(slot: SlotInBlock, documents: Uint32Array, count: number): void;
  /** What a document scores in all. */
  scoreOf(document: number): number;
}

/** Whether two lists have the same postings: a word and what it means often stand in the same documents. */
function isSame(a: PostingList, b: PostingList): boolean {
  const count = a.to - a.from;
  if (b.to - b.from !== count) return false;
  for (let n = 0; n < count; n++) {
    if (a.documents[a.from + n] !== b.documents[b.from + n] || a.weights[a.from + n] !== b.weights[b.from + n])
      return false;
  }
  return true;
}

/** Scores over a store, with room for one block. */
export function createBlockScores(store: PostingStore, lengths: Lengths): BlockScores {
  // Scratch for one block, all zero before a slot is added; made for the first search, since some indexes are only marked from.
  let scores = new Float64Array(0);
  let gains = new Float64Array(0);
  let told = new Uint32Array(0);
  let documents = new Uint32Array(0);
  let gaining = new Uint32Array(0);
  let carried = new Uint32Array(0);
  let found = 0;
  let slots: SlotInBlock[] = [];
  let first = 0;
  let base = 0;
  let slope = 0;

  function makeScratch(): void {
    const room = Math.min(store.block, lengths.each.length);
    if (scores.length >= room) return;
    scores = new Float64Array(room);
    gains = new Float64Array(room);
    told = new Uint32Array(room);
    documents = new Uint32Array(room);
    gaining = new Uint32Array(room);
    carried = new Uint32Array(room);
  }

  /** Adds what a slot of one term gains each document of its list. */
  function addList(list: ListInBlock, bit: number, onlyFound: boolean): void {
    const { documents: posted, weights, from, to, value } = list;
    const { each } = lengths;
    const [known, summed, marked, start, constant, factor] = [documents, scores, told, first, base, slope];
    let count = found;
    for (let at = from; at < to; at++) {
      const document = posted[at] as number;
      const before = summed[document] as number;
      if (before === 0) {
        if (onlyFound) continue;
        known[count++] = document;
      }
      const weight = weights[at] as number;
      summed[document] = before + (value * weight) / (weight + constant + factor * (each[start + document] as number));
      marked[document] = (marked[document] as number) | bit;
    }
    found = count;
  }

  /** Notes what a term gains each document of its list, where it is the best of its slot so far; gives how many are noted. */
  function noteList(list: ListInBlock, count: number, onlyFound: boolean): number {
    const { documents: posted, weights, from, to, value } = list;
    const { each } = lengths;
    const [known, summed, gained, start, constant, factor] = [gaining, scores, gains, first, base, slope];
    let noted = count;
    for (let at = from; at < to; at++) {
      const document = posted[at] as number;
      if (onlyFound && summed[document] === 0) continue;
      const weight = weights[at] as number;
      const gain = (value * weight) / (weight + constant + factor * (each[start + document] as number));
      const before = gained[document] as number;
      if (before === 0) known[noted++] = document;
      if (gain > before) gained[document] = gain;
    }
    return noted;
  }

  function gainOf(lists: readonly ListInBlock[], document: number): number {
    let best = 0;
    for (const { documents: posted, weights, from, to, value } of lists) {
      const at = lowerBound(posted, document, from, to);
      if (at === to || posted[at] !== document) continue;
      const weight = weights[at] as number;
      best = Math.max(best, (value * weight) / (weight + base + slope * (lengths.each[first + document] as number)));
    }
    return best;
  }

  return {
    block: store.block,
    get slots() {
      return slots;
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
    enter(sought, block) {
      for (let n = 0; n < found; n++) {
        const document = documents[n] as number;
        scores[document] = 0;
        told[document] = 0;
      }
      found = 0;
      makeScratch();
      ({ base, slope } = sought);
      first = block * store.block;
      slots = [];
      for (const { terms, bit, bound } of sought.slots) {
        const lists: ListInBlock[] = [];
        let postings = 0;
        for (const { number, value } of terms) {
          const list = store.listIn(number, block);
          // Terms come with what they add, the most first: the same postings for less add nothing.
          if (list === undefined || lists.some((other) => isSame(other, list))) continue;
          const { documents: posted, weights, from, to } = list;
          lists.push({ documents: posted, weights, from, to, value });
          postings += to - from;
        }
        if (postings > 0) slots.push({ bit, bound, lists, postings });
      }
    },
    take(some, count) {
      documents.set(some.subarray(0, count));
      found = count;
    },
    addToAll({ lists, bit }, onlyFound) {
      const [only, ...others] = lists;
      if (only && others.length === 0) return addList(only, bit, onlyFound);
      let noted = 0;
      for (const list of lists) noted = noteList(list, noted, onlyFound);
      for (let n = 0; n < noted; n++) {
        const document = gaining[n] as number;
        const before = scores[document] as number;
        if (before === 0) documents[found++] = document;
        scores[document] = before + (gains[document] as number);
        told[document] = (told[document] as number) | bit;
        gains[document] = 0;
      }
    },
    addToSome({ lists, bit }, some, count) {
      for (let n = 0; n < count; n++) {
        const document = some[n] as number;
        const gain = gainOf(lists, document);
        if (gain === 0) continue;
        scores[document] = (scores[document] as number) + gain;
        told[document] = (told[document] as number) | bit;
      }
    },
    scoreOf: (document) => slots.reduce((score, { lists }) => score + gainOf(lists, document), 0),
  };
}
