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

  function at(stems: readonly string[], start: number): PhraseMatch<Value>[] {
    const found: PhraseMatch<Value>[] = [];
    for (const length of lengths.get(stems[start] as string) ?? []) {
      if (start + length > stems.length) continue;
      const phrase = length === 1 ? (stems[start] as string) : stems.slice(start, start + length).join(SEPARATOR);
      for (const value of values.get(phrase) ?? []) found.push({ value, start, end: start + length });
    }
    return found;
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
    matches: (stems) => stems.flatMap((_, start) => at(stems, start)),
    longest(stems) {
      const found: PhraseMatch<Value>[] = [];
      for (let start = 0; start < stems.length; ) {
        const here = at(stems, start);
        const end = here[0]?.end ?? start + 1;
        found.push(...here.filter((match) => match.end === end));
        start = end;
      }
      return found;
    },
  };
}
