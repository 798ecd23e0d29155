import Fuse from 'fuse.js';
import { onceEach } from './once-each.ts';

const indexOf = onceEach(
  (candidates: Iterable<string> & object) =>
    new Fuse([...candidates], { ignoreLocation: true, ignoreFieldNorm: true, threshold: 0.4 }),
);

/** The one of `candidates` that `word` most likely stands for; undefined when none is near. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return indexOf(candidates).search(word, { limit: 1 })[0]?.item;
}
