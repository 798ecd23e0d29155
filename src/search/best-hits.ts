import type { Hit } from './search-index.ts';

/** Keeps the best of many hits without sorting or holding the rest. */
export interface BestHits {
  offer(document: number, score: number, slots: number): void;
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

  return {
    offer(document, score, slots) {
      if (heap.length < limit) {
        heap.push({ document, score, slots });
        // Worst first is a heap already, so it is made once, when it is full.
        if (heap.length === limit) heap.sort((a, b) => byScore(b, a));
        return;
      }
      const worst = heap[0];
      if (!worst || score < worst.score || (score === worst.score && document > worst.document)) return;
      sinkFromRoot({ document, score, slots });
    },
    take: () => heap.sort(byScore),
  };
}
