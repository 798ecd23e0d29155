import { keepBestHits, scoreAt } from './best-hits.ts';
import type { BlockScores, Prospect, TermInBlock } from './block-scores.ts';
import { lowerBound } from './posting-store.ts';
import type { Hit, Sieve } from './search-index.ts';
import type { Sought } from './sought-term.ts';

/** Which of the documents found are wanted. */
export interface Wish extends Partial<Sieve> {
  readonly limit: number;
  /** The least that one must score. */
  readonly least: number;
}

/** Bounds are not rounded as gains are: what is left out has to fall short by more than that. */
const CERTAIN = 1 - 1e-9;
/** What a step of looking up one posting costs beside reading one in passing. */
const STEP_COST = 2;

/** What the terms from the n-th on can add together at most, for each n: of each slot's, the most that one adds. */
function boundsOfRest({ terms }: BlockScores, slots: number): Float64Array {
  const rest = new Float64Array(terms.length + 1);
  const most = new Float64Array(slots);
  for (let n = terms.length - 1; n >= 0; n--) {
    const { slot, bound } = terms[n] as TermInBlock;
    const before = most[slot] as number;
    if (bound > before) most[slot] = bound;
    rest[n] = (rest[n + 1] as number) + Math.max(0, bound - before) / CERTAIN;
  }
  return rest;
}

/** What looking up documents in the postings of terms costs, in postings read in passing. */
function costOf(terms: readonly TermInBlock[], documents: number): number {
  return terms.reduce((sum, { postings }) => sum + documents * Math.log2(1 + postings) * STEP_COST, 0);
}

/** The blocks that have any of a query's terms, the most promising first: what it gives raises the bar for the others. */
function prospectsOf(block: BlockScores, sought: Sought, documents: number): Prospect[] {
  const blocks = Math.ceil(documents / block.block);
  return Array.from({ length: blocks }, (_, n) => block.lookInto(sought, n))
    .filter(({ bound }) => bound > 0)
    .sort((a, b) => b.bound - a.bound);
}

/**
 * The best of an index's documents, block by block, and in a block term by term, the most telling first. As soon as
 * what is left cannot lift a new document among the best so far, only those that still can be are carried on (Turtle
 * and Flood's MaxScore); nothing that belongs to the best is lost.
 */
export function findBest(block: BlockScores, sought: Sought, documents: number, wish: Wish): Hit[] {
  const { limit, least: floor, among } = wish;
  const best = keepBestHits(limit);
  const isAccepted = (document: number) => !wish.accepts || wish.accepts(document);
  /** Where those that may be accepted begin in the block. */
  let next = 0;

  /** How many of a block's documents are among those that may be accepted; `next` is the first of them. */
  function countAmong(given: Uint32Array, first: number, end: number): number {
    next = lowerBound(given, first, 0, given.length);
    return lowerBound(given, end, next, given.length) - next;
  }

  /** Carries as many of those that may be accepted as are; gives how many. */
  function carryAmong(given: Uint32Array, count: number, first: number): number {
    let kept = 0;
    for (let n = next; n < next + count; n++) {
      const document = given[n] as number;
      if (isAccepted(document)) block.carried[kept++] = document - first;
    }
    block.take(block.carried, kept);
    return kept;
  }

  /** Leaves out of the block what cannot be accepted, as far as that is marked or told. */
  function confine(first: number, given: number | undefined): void {
    if (among && given !== undefined) {
      const members = new Uint8Array(block.scores.length);
      for (let n = next; n < next + given; n++) members[(among[n] as number) - first] = 1;
      block.confine(members, 1);
    } else if (wish.marks && wish.mark !== undefined)
      block.confine(wish.marks.subarray(first, first + block.block), wish.mark);
  }

  /** Adds terms until the rest cannot lift a new document among the best; carries those it can lift. */
  function findHopeful(
    rest: Float64Array,
    accepts: ((document: number) => boolean) | undefined,
  ): { at: number; kept: number; least: number } {
    const { terms, carried, scores, documents: touched } = block;
    let least = Math.max(floor, best.least()) * CERTAIN;
    let at = 0;
    for (; at < terms.length; at++) {
      // Only where what was added so far outweighs what is left can the best of it stand above that.
      if (!best.isFull() && block.found > limit && (rest[0] as number) > 2 * (rest[at] as number))
        least = Math.max(least, scoreAt(limit, touched, block.found, scores, accepts) * CERTAIN);
      if ((rest[at] as number) < least) break;
      block.addToAll(terms[at] as TermInBlock, false);
    }
    const { found } = block;
    // Where all are added, only the best are asked about, in the end.
    const early = at < terms.length ? accepts : undefined;
    const hope = least - (rest[at] as number);
    let kept = 0;
    for (let n = 0; n < found; n++) {
      const document = touched[n] as number;
      if ((scores[document] as number) >= hope && (!early || early(document))) carried[kept++] = document;
    }
    return { at, kept, least };
  }

  function searchBlock(first: number): void {
    const { terms, carried, scores, told } = block;
    const rest = boundsOfRest(block, sought.slots);
    let [at, kept, least] = [0, 0, floor * CERTAIN];
    const given = among && countAmong(among, first, first + block.block);
    const lookingUp =
      given !== undefined && costOf(terms, given) < terms.reduce((sum, { postings }) => sum + postings, 0);
    const accepts = wish.accepts && ((document: number) => isAccepted(first + document));
    if (!lookingUp) confine(first, given);
    if (among && lookingUp) kept = carryAmong(among, given, first);
    else ({ at, kept, least } = findHopeful(rest, accepts));
    const sieved = lookingUp || at < terms.length;
    for (; at < terms.length; at++) {
      const term = terms[at] as TermInBlock;
      if (lookingUp || costOf([term], kept) < term.postings) block.addToSome(term, carried, kept);
      else block.addToAll(term, true);
      if (!best.isFull() && kept > limit) least = Math.max(least, scoreAt(limit, carried, kept, scores) * CERTAIN);
      const enough = least - (rest[at + 1] as number);
      let left = 0;
      for (let n = 0; n < kept; n++) {
        const document = carried[n] as number;
        if ((scores[document] as number) >= enough) carried[left++] = document;
      }
      kept = left;
    }
    for (let n = 0; n < kept; n++) {
      const document = carried[n] as number;
      const score = scores[document] as number;
      if (score === 0 || score < floor || !best.admits(first + document, score)) continue;
      if (sieved || !accepts || accepts(document)) best.offer(first + document, score, told[document] as number);
    }
  }

  for (const prospect of prospectsOf(block, sought, documents)) {
    if (prospect.bound < Math.max(floor, best.least()) * CERTAIN) break;
    block.enter(sought, prospect);
    searchBlock(prospect.block * block.block);
  }
  return best.take();
}
