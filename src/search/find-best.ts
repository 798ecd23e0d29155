import { keepBestHits, scoreAt } from './best-hits.ts';
import type { BlockScores } from './block-scores.ts';
import type { Hit } from './search-index.ts';
import type { Sought } from './sought-slot.ts';

/** Which of the documents found are wanted. */
export interface Wish {
  readonly limit: number;
  /** The least that one must score. */
  readonly least: number;
  readonly accepts?: (document: number) => boolean;
}

/** Floating point sums depend on their order: what is left out has to fall short by more than that. */
const CERTAIN = 1 - 1e-9;
/** What a step of looking up one posting costs beside reading one in passing. */
const STEP_COST = 2;

/** What the slots from the n-th on can add together at most, for each n. */
function boundsOfRest({ slots }: BlockScores): Float64Array {
  const rest = new Float64Array(slots.length + 1);
  for (let n = slots.length - 1; n >= 0; n--)
    rest[n] = (rest[n + 1] as number) + (slots[n] as BlockScores['slots'][number]).bound / CERTAIN;
  return rest;
}

/**
 * The best of an index's documents, block by block, and in a block term by term, the most telling first. As soon as
 * what is left cannot lift a new document among the best so far, only those that still can be are carried on (Turtle
 * and Flood's MaxScore); nothing that belongs to the best is lost.
 */
export function findBest(block: BlockScores, sought: Sought, documents: number, wish: Wish): Hit[] {
  const best = keepBestHits(wish.limit);

  function isAccepted(document: number): boolean {
    return !wish.accepts || wish.accepts(document);
  }

  function searchBlock(first: number): void {
    const { slots } = block;
    const rest = boundsOfRest(block);
    const accepts = wish.accepts && ((document: number) => isAccepted(first + document));
    let least = Math.max(wish.least, best.least()) * CERTAIN;
    let at = 0;
    for (; at < slots.length; at++) {
      // Only where what was added so far outweighs what is left can the best of it stand above that.
      if (block.found > wish.limit && (rest[0] as number) > 2 * (rest[at] as number))
        least = Math.max(least, scoreAt(wish.limit, block.documents, block.found, block.scores, accepts) * CERTAIN);
      if ((rest[at] as number) < least) break;
      block.addToAll(slots[at] as BlockScores['slots'][number], false);
    }
    const { scores, told, found, carried } = block;
    let kept = 0;
    const hope = least - (rest[at] as number);
    for (let n = 0; n < found; n++) {
      const document = block.documents[n] as number;
      if ((scores[document] as number) >= hope && (at === slots.length || isAccepted(first + document)))
        carried[kept++] = document;
    }
    const sieved = at < slots.length;
    for (; at < slots.length; at++) {
      const slot = slots[at] as BlockScores['slots'][number];
      if (kept * slot.lists.length * Math.log2(1 + slot.postings) * STEP_COST < slot.postings)
        block.addToSome(slot, carried, kept);
      else block.addToAll(slot, true);
      if (kept > wish.limit) least = Math.max(least, scoreAt(wish.limit, carried, kept, scores) * CERTAIN);
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
      if (score < wish.least || !best.admits(first + document, score)) continue;
      if (sieved || isAccepted(first + document)) best.offer(first + document, score, told[document] as number);
    }
  }

  for (let n = 0; n * block.block < documents; n++) {
    block.enter(sought, n);
    if (block.slots.length > 0) searchBlock(n * block.block);
  }
  return best.take();
}
