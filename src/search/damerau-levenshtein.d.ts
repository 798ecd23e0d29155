declare module 'damerau-levenshtein' {
  /** Edits between two words: insertions, deletions, substitutions, neighbours swapped. */
  export default function damerauLevenshtein(
    a: string,
    b: string,
  ): { steps: number; relative: number; similarity: number };
}
