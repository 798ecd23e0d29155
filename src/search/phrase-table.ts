/** Where a phrase stands in a text: `start` to before `end`, counted in words. */
export interface PhraseMatch<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/** Phrases of one or more stems, each with values, looked up in running text. */
export interface PhraseTable<Value> {
  add(stems: readonly string[], value: Value): void;
  /** Whether a phrase begins with a stem. */
  begins(stem: string): boolean;
  /** Whether a phrase of several stems begins with one. */
  goesOn(stem: string): boolean;
  /** The values of the phrase of one stem. */
  valuesOf(stem: string): readonly Value[];
  /** Adds the phrases that begin at a place to those found, the longest first. */
  collect(stems: readonly string[], start: number, found: PhraseMatch<Value>[]): void;
  /** Every phrase in the text, longest first at each place; phrases may overlap. */
  matches(stems: readonly string[]): PhraseMatch<Value>[];
  /** The longest phrase at each place, none inside another, from the left. */
  longest(stems: readonly string[]): PhraseMatch<Value>[];
}

/** What can follow the words read so far, and the values of the phrase that they are. */
interface Branch<Value> {
  next?: Map<string, Branch<Value>>;
  values?: Value[];
}

/** An empty table. Looking up costs one map access a word, and one for each word more that a phrase goes on with. */
export function createPhraseTable<Value>(): PhraseTable<Value> {
  const roots = new Map<string, Branch<Value>>();

  function find(stems: readonly string[], start: number, found: PhraseMatch<Value>[]): void {
    const root = roots.get(stems[start] as string);
    if (root === undefined) return;
    let branch: Branch<Value> = root;
    const before = found.length;
    for (let end = start + 1; ; end++) {
      // Met from the shortest to the longest, and the values of one the other way round, so that turning them sorts both.
      const { values, next }: Branch<Value> = branch;
      for (let n = (values?.length ?? 0) - 1; n >= 0; n--) found.push({ value: values?.[n] as Value, start, end });
      const longer: Branch<Value> | undefined = end < stems.length ? next?.get(stems[end] as string) : undefined;
      if (longer === undefined) break;
      branch = longer;
    }
    for (let from = before, to = found.length - 1; from < to; from++, to--)
      [found[from], found[to]] = [found[to] as PhraseMatch<Value>, found[from] as PhraseMatch<Value>];
  }

  return {
    add(stems, value) {
      const [first, ...others] = stems;
      if (first === undefined) return;
      let branch: Branch<Value> = roots.get(first) ?? {};
      roots.set(first, branch);
      for (const stem of others) {
        branch.next ??= new Map();
        const longer: Branch<Value> = branch.next.get(stem) ?? {};
        branch.next.set(stem, longer);
        branch = longer;
      }
      if (!branch.values) branch.values = [value];
      else if (!branch.values.includes(value)) branch.values.push(value);
    },
    begins: (stem) => roots.has(stem),
    goesOn: (stem) => roots.get(stem)?.next !== undefined,
    valuesOf: (stem) => roots.get(stem)?.values ?? [],
    collect: find,
    matches(stems) {
      const found: PhraseMatch<Value>[] = [];
      for (let start = 0; start < stems.length; start++) find(stems, start, found);
      return found;
    },
    longest(stems) {
      const found: PhraseMatch<Value>[] = [];
      for (let start = 0; start < stems.length; ) {
        const before = found.length;
        find(stems, start, found);
        const end = found[before]?.end ?? start + 1;
        // Behind the longest stand the shorter ones.
        while (found.length > before && (found.at(-1) as PhraseMatch<Value>).end < end) found.pop();
        start = end;
      }
      return found;
    },
  };
}
