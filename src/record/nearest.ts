import Fuse from 'fuse.js';

const indexes = new WeakMap<Iterable<string>, Fuse<string>>();

/** The one of `candidates` that `word` most likely stands for; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let index = indexes.get(candidates);
  if (index === undefined) {
    index = new Fuse([...candidates], { ignoreLocation: true, ignoreFieldNorm: true, threshold: 0.4 });
    indexes.set(candidates, index);
  }
  return index.search(word, { limit: 1 })[0]?.item;
}
