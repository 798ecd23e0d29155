/**
 * Bounds a cache to so many entries, for `LRUCache`. Its own `max` makes room for all of them at once, which for large
 * bounds costs memory and time at the start.
 */
export function upTo(entries: number) {
  return { maxSize: entries, sizeCalculation: () => 1 };
}
