import { analyse } from '../search/analyse.ts';

/** How a quotation stands to one on record. */
export type QuoteMatch =
  | { readonly kind: 'same' }
  /** Some words differ; `written` and `onRecord` are the stretches around them. */
  | { readonly kind: 'altered'; readonly written: string; readonly onRecord: string }
  | { readonly kind: 'other' };

const wordsOf = (text: string) => analyse(text).map((token) => token.word);

/** Whether the words of one stand in the other in a row. */
function within(short: readonly string[], long: readonly string[]): boolean {
  const row = ` ${long.join(' ')} `;
  return row.includes(` ${short.join(' ')} `);
}

/** The edits between two rows of words and how many words of the first were kept. */
function editsBetween(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, n) => n + 1);
  row.unshift(0);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same));
    }
    row = next;
  }
  return row.at(-1) as number;
}

const FEWEST = 3;

/**
 * Compares a quotation with one on record, which may be a fragment of what was said or longer than what is quoted.
 * Altered: no more than two words differ, or a quarter of a long one.
 */
export function compareQuotes(written: string, onRecord: string): QuoteMatch {
  const [a, b] = [wordsOf(written), wordsOf(onRecord)];
  if (a.length === 0 || b.length === 0) return { kind: 'other' };
  if (within(a, b) || (b.length >= 2 && within(b, a))) return { kind: 'same' };
  if (Math.min(a.length, b.length) < FEWEST) return { kind: 'other' };
  const allowed = Math.max(a.length < 5 ? 1 : 2, Math.floor(a.length / 4));
  // The nearest stretch of the longer one, of the shorter one's length give or take a word.
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let best = { edits: Number.POSITIVE_INFINITY, from: 0, to: 0 };
  for (let from = 0; from < long.length; from++) {
    for (
      let to = Math.min(long.length, from + short.length - 1);
      to <= Math.min(long.length, from + short.length + 1);
      to++
    ) {
      if (to <= from) continue;
      const edits = editsBetween(short, long.slice(from, to));
      if (edits < best.edits) best = { edits, from, to };
    }
  }
  if (best.edits > allowed || best.edits > short.length / 2) return { kind: 'other' };
  return { kind: 'altered', written: written.trim(), onRecord: onRecord.trim() };
}
