import { keepBestHits } from './best-hits.ts';

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
  readonly size: number;
  /**
   * How telling a term is: log((n - df + 0.5) / (df + 0.5) + 1), where a document in which it counts less than once
   * counts that much less; a term in no document is as telling as can be.
   */
  idf(term: string): number;
  has(term: string): boolean;
  /** The best documents with one of the slots, all of them or `limit`, ties in their order; only those accepted, where that is asked. */
  search(slots: readonly Slot[], limit?: number, accepts?: (document: number) => boolean): Hit[];
}

// BM25's saturation and length normalisation, as measured best for short claims.
const K1 = 1.2;
const B = 0.75;
const SLOTS_TOLD = 31;

interface Postings {
  readonly documents: number[];
  readonly weights: number[];
  /** In how many documents the term is, each for as much of one as it counts there. */
  frequency: number;
}

function invert(documents: readonly (readonly WeightedTerm[])[]) {
  const postings = new Map<string, Postings>();
  const lengths = new Float64Array(documents.length);
  documents.forEach((terms, document) => {
    const weights = new Map<string, number>();
    for (const { term, weight } of terms) {
      weights.set(term, (weights.get(term) ?? 0) + weight);
      lengths[document] = (lengths[document] ?? 0) + weight;
    }
    for (const [term, weight] of weights) {
      const list = postings.get(term) ?? { documents: [], weights: [], frequency: 0 };
      if (list.documents.length === 0) postings.set(term, list);
      list.documents.push(document);
      list.weights.push(weight);
      list.frequency += Math.min(1, weight);
    }
  });
  return { postings, lengths };
}

/** Builds an index. A slot counts once a document, by its best alternative there (Robertson's BM25 with query terms once). */
export function createSearchIndex(documents: readonly (readonly WeightedTerm[])[]): SearchIndex {
  const { postings, lengths } = invert(documents);
  const size = documents.length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, size) || 1;
  const norms = lengths.map((length) => K1 * (1 - B + (B * length) / mean));
  const scores = new Float64Array(size);
  const told = new Uint32Array(size);
  const best = new Float64Array(size);

  const idf = (term: string) => {
    const frequency = postings.get(term)?.frequency ?? 0;
    return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5));
  };

  function addSlot(slot: Slot, bit: number, touched: number[]) {
    const here: number[] = [];
    for (const { term, weight } of slot.alternatives) {
      const list = postings.get(term);
      if (!list) continue;
      const value = idf(term) * weight * (slot.weight ?? 1);
      for (let i = 0; i < list.documents.length; i++) {
        const document = list.documents[i] as number;
        const frequency = list.weights[i] as number;
        const gain = (value * frequency * (K1 + 1)) / (frequency + (norms[document] as number));
        if (best[document] === 0) here.push(document);
        if (gain > (best[document] as number)) best[document] = gain;
      }
    }
    for (const document of here) {
      if (scores[document] === 0) touched.push(document);
      scores[document] = (scores[document] as number) + (best[document] as number);
      told[document] = (told[document] as number) | bit;
      best[document] = 0;
    }
  }

  return {
    size,
    idf,
    has: (term) => postings.has(term),
    search(slots, limit = size, accepts) {
      const touched: number[] = [];
      slots.forEach((slot, n) => {
        addSlot(slot, n < SLOTS_TOLD ? 1 << n : 0, touched);
      });
      const best = keepBestHits(limit);
      for (const document of touched) {
        if (!accepts || accepts(document)) best.offer(document, scores[document] as number, told[document] as number);
        scores[document] = 0;
        told[document] = 0;
      }
      return best.take();
    },
  };
}
