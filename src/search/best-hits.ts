import type { Hit } from './search-index.ts';

/** Keeps the best of many hits without sorting or holding the rest. */
export interface BestHits {
  /** Whether a hit would be among the best so far. */
  admits(document: number, score: number): boolean;
  offer(document: number, score: number, slots: number): void;
  /** Whether there are as many as are kept. */
  isFull(): boolean;
  /** What the worst of them scores; 0 while there is room for any. */
  least(): number;
  /** Best first; ties in the order of the documents. */
  take(): Hit[];
}

function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || a.document - b.document;
}

/** Keeps at most `limit` hits: a heap whose root is the worst one kept. */
export function keepBestHits(limit: number): BestHits {
  const heap: Hit[] = [];

  function sinkFromRoot(hit: Hit) {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      const right = heap[child + 1];
      if (right && byScore(heap[child] as Hit, right) < 0) child++;
      if (byScore(hit, heap[child] as Hit) >= 0) break;
      heap[at] = heap[child] as Hit;
      at = child;
    }
    heap[at] = hit;
  }

  function admits(document: number, score: number): boolean {
    const worst = heap[0];
    if (heap.length < limit || !worst) return limit > 0;
    return score > worst.score || (score === worst.score && document < worst.document);
  }

  return {
    admits,
    offer(document, score, slots) {
      if (heap.length < limit) {
        heap.push({ document, score, slots });
        // Worst first is a heap already, so it is made once, when it is full.
        if (heap.length === limit) heap.sort((a, b) => byScore(b, a));
        return;
      }
      if (!admits(document, score)) return;
      sinkFromRoot({ document, score, slots });
    },
    isFull: () => heap.length >= limit,
    least: () => (heap.length < limit ? 0 : (heap[0]?.score ?? 0)),
    take: () => heap.sort(byScore),
  };
}

/**
 * The `limit`-th best score among those of the documents that are accepted; 0 when there are fewer. Documents are the
 * first `count` of the list; those that would not change the answer are not asked about.
 */
export function scoreAt(
  limit: number,
  documents: Uint32Array,
  count: number,
  scores: Float64Array,
  accepts?: (document: number) => boolean,
): number {
  const heap = new Float64Array(limit);
  let kept = 0;
  for (let n = 0; n < count; n++) {
    const document = documents[n] as number;
    const score = scores[document] as number;
    if (score <= (heap[0] as number) || (accepts && !accepts(document))) continue;
    kept++;
    // A full heap from the start: zeros stand for scores not met yet.
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= limit) break;
      if (child + 1 < limit && (heap[child + 1] as number) < (heap[child] as number)) child++;
      if (score <= (heap[child] as number)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = score;
  }
  return kept < limit ? 0 : (heap[0] as number);
}
