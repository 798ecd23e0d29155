import damerauLevenshtein from 'damerau-levenshtein';

/** Which words stand side by side in a record: what a word was meant to be shows in the word beside it. */
export interface Neighbours {
  /** Adds a text's words, folded and in order: all that stand side by side, or those beside one of a few. */
  add(words: readonly string[], beside?: ReadonlySet<string>): void;
  /** The words that stand after one, and those before it. */
  following(word: string): ReadonlySet<string>;
  preceding(word: string): ReadonlySet<string>;
  /** Whether the first word is met before the second. */
  adjoin(first: string, second: string): boolean;
  /** The word nearest in spelling that stands after `before` or before `after`; undefined where none is near enough or two are as near. */
  mend(word: string, before: string | undefined, after: string | undefined): string | undefined;
  /** Two words written as one, each two letters or more ("jongun" is "jong un"). */
  split(word: string): string | undefined;
}

/** Typing errors allowed in a word of this length when its neighbour vouches for what was meant. */
function editsAllowed(length: number): number {
  return length < 6 ? 1 : 2;
}

/** A word without its vowels: "buro" is heard as "bureau". */
function consonants(word: string): string {
  return word.replace(/[aeiouy]/g, '');
}

/** How far two words are apart: typing errors, two at most where only the vowels differ. */
function distance(a: string, b: string): number {
  const { steps } = damerauLevenshtein(a, b);
  return consonants(a) === consonants(b) ? Math.min(steps, 2) : steps;
}

const NONE: ReadonlySet<string> = new Set();

/** An empty table; one over `known` also knows what that knows. */
export function createNeighbours(known?: Neighbours): Neighbours {
  const after = new Map<string, Set<string>>();
  const before = new Map<string, Set<string>>();
  const link = (table: Map<string, Set<string>>, word: string, other: string) =>
    table.set(word, (table.get(word) ?? new Set()).add(other));
  const following = (word: string) => (after.get(word) ?? NONE).union(known?.following(word) ?? NONE);
  const preceding = (word: string) => (before.get(word) ?? NONE).union(known?.preceding(word) ?? NONE);
  const adjoin = (first: string, second: string): boolean =>
    after.get(first)?.has(second) === true || known?.adjoin(first, second) === true;

  return {
    add(words, beside) {
      for (let n = 1; n < words.length; n++) {
        const [word, other] = [words[n - 1] as string, words[n] as string];
        if (beside && !beside.has(word) && !beside.has(other)) continue;
        link(after, word, other);
        link(before, other, word);
      }
    },
    following,
    preceding,
    adjoin,
    mend(word, previous, next) {
      const near = [
        ...new Set([
          ...(previous === undefined ? NONE : following(previous)),
          ...(next === undefined ? NONE : preceding(next)),
        ]),
      ]
        .filter((other) => other.length > 3 && other[0] === word[0])
        .map((other) => ({ other, edits: distance(word, other) }))
        .filter(({ other, edits }) => edits <= editsAllowed(Math.max(word.length, other.length)))
        .sort((a, b) => a.edits - b.edits);
      const [best, second] = near;
      return best && best.edits !== second?.edits ? best.other : undefined;
    },
    split(word) {
      for (let at = 2; at <= word.length - 2; at++) {
        if (adjoin(word.slice(0, at), word.slice(at))) return `${word.slice(0, at)} ${word.slice(at)}`;
      }
      return undefined;
    },
  };
}
