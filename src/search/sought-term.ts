import { STEPS } from './posting-store.ts';
import type { Slot } from './search-index.ts';

/** How long the documents of an index are, in steps. */
export interface Lengths {
  each: Uint32Array;
  /** How many documents there are. */
  size: number;
  total: number;
}

/** A term of the query that is on record. */
export interface SoughtTerm {
  readonly number: number;
  /** Which slot it stands for; a document gains by the best of a slot's terms alone. */
  readonly slot: number;
  /** The slot's bit among those told. */
  readonly bit: number;
  /** What it adds where it counts without end. */
  readonly value: number;
}

/** A query as an index looks for it. */
export interface Sought {
  /** The one that adds most first. */
  readonly terms: readonly SoughtTerm[];
  /** How many slots they stand for. */
  readonly slots: number;
  /** BM25's K1 * (1 - B + B * length / mean) is `base + slope * length`, in steps. */
  readonly base: number;
  readonly slope: number;
}

/** What an index knows of a term that it has. */
interface KnownTerm {
  readonly number: number;
  readonly idf: number;
}

// BM25's saturation and length normalisation, as measured best for short claims.
const K1 = 1.2;
const B = 0.75;
const SLOTS_TOLD = 31;

/** A query's terms, those left out that no document has; `know` gives what is known of a term, if any document has it. */
export function seekSlots(
  slots: readonly Slot[],
  { size, total }: Lengths,
  know: (term: string) => KnownTerm | undefined,
): Sought {
  const base = STEPS * K1 * (1 - B);
  const slope = total === 0 ? 0 : (STEPS * K1 * B * size) / total;
  const sought: SoughtTerm[] = [];
  slots.forEach((slot, n) => {
    for (const { term, weight } of slot.alternatives) {
      const known = know(term);
      if (known === undefined) continue;
      const value = known.idf * weight * (slot.weight ?? 1) * (K1 + 1);
      if (value > 0) sought.push({ number: known.number, slot: n, bit: n < SLOTS_TOLD ? 1 << n : 0, value });
    }
  });
  return { terms: sought.sort((a, b) => b.value - a.value), slots: slots.length, base, slope };
}
