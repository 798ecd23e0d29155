/** Where a phrase stands in a text: `start` to before `end`, counted in words. */
export interface PhraseMatch<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/** Phrases of one or more stems, each with values, looked up in running text. */
export interface PhraseTable<Value> {
  add(stems: readonly string[], value: Value): void;
  /** Every phrase in the text, longest first at each place; phrases may overlap. */
  matches(stems: readonly string[]): PhraseMatch<Value>[];
  /** The longest phrase at each place, none inside another, from the left. */
  longest(stems: readonly string[]): PhraseMatch<Value>[];
}

const SEPARATOR = ' ';

/** An empty table. Looking up costs one map access a word and phrase length that begins with it. */
export function createPhraseTable<Value>(): PhraseTable<Value> {
  const values = new Map<string, Set<Value>>();
  const lengths = new Map<string, number[]>();

  function find(stems: readonly string[], start: number, found: PhraseMatch<Value>[]): void {
    const sizes = lengths.get(stems[start] as string);
    if (sizes === undefined) return;
    for (const length of sizes) {
      if (start + length > stems.length) continue;
      const phrase = length === 1 ? (stems[start] as string) : stems.slice(start, start + length).join(SEPARATOR);
      for (const value of values.get(phrase) ?? []) found.push({ value, start, end: start + length });
    }
  }

  return {
    add(stems, value) {
      const [first] = stems;
      if (first === undefined) return;
      const phrase = stems.join(SEPARATOR);
      const known = values.get(phrase) ?? new Set();
      values.set(phrase, known.add(value));
      const sizes = lengths.get(first) ?? [];
      if (!sizes.includes(stems.length))
        lengths.set(
          first,
          [...sizes, stems.length].sort((a, b) => b - a),
        );
    },
    matches(stems) {
      const found: PhraseMatch<Value>[] = [];
      for (let start = 0; start < stems.length; start++) find(stems, start, found);
      return found;
    },
    longest(stems) {
      const found: PhraseMatch<Value>[] = [];
      for (let start = 0; start < stems.length; ) {
        const here: PhraseMatch<Value>[] = [];
        find(stems, start, here);
        const end = here[0]?.end ?? start + 1;
        for (const match of here) if (match.end === end) found.push(match);
        start = end;
      }
      return found;
    },
  };
}
