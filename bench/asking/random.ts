/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** One of the things, each as likely. */
  pick<Thing>(things: readonly Thing[]): Thing;
  /** One of the things, the first far likelier than the last (Zipf: the n-th 1/n as likely). */
  pickOften<Thing>(things: readonly Thing[]): Thing;
}

/** A generator by its seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const pick = <Thing>(things: readonly Thing[]) => things[Math.floor(next() * things.length)] as Thing;
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    pick,
    // The inverse of the harmonic numbers' growth, which is that of the logarithm.
    pickOften: (things) => things[Math.min(things.length - 1, Math.floor((things.length + 1) ** next() - 1))] as never,
  };
}
