import { analyse, type Token } from '../search/analyse.ts';
import { createPhraseTable, type PhraseMatch } from '../search/phrase-table.ts';
import { createWordTest } from '../search/word-test.ts';

/** Names looked up in running text. A proper name is met in any of its forms, a description only as it is written. */
export interface NameTable {
  add(name: string, value: string): void;
  /** Every name in the text, longest first at each place; names may overlap. */
  matches(tokens: readonly Token[]): PhraseMatch<string>[];
  /** The longest name at each place, none inside another, from the left. */
  longest(tokens: readonly Token[]): PhraseMatch<string>[];
}

/** A name's words without stop words at its beginning ("The Straits Times" is found as "Straits Times"). */
function wordsOf(name: string): Token[] {
  const tokens = analyse(name);
  while (tokens.length > 1 && tokens[0]?.stop) tokens.shift();
  return tokens;
}

/** An empty table. */
export function createNameTable(): NameTable {
  const proper = createPhraseTable<string>();
  // "The mediator" is someone; "mediated", of the same stem, is what they did.
  const described = createPhraseTable<string>();
  const beginning = createWordTest(({ stem, word }) => proper.begins(stem) || described.begins(word));

  let hasDescribed = false;

  function matches(tokens: readonly Token[]): PhraseMatch<string>[] {
    const found: PhraseMatch<string>[] = [];
    let stems: string[] | undefined;
    let words: string[] | undefined;
    for (let start = 0; start < tokens.length; start++) {
      if (!beginning.holds(tokens[start] as Token)) continue;
      const before = found.length;
      stems ??= tokens.map((token) => token.stem);
      proper.collect(stems, start, found);
      if (!hasDescribed) continue;
      const between = found.length;
      words ??= tokens.map((token) => token.word);
      described.collect(words, start, found);
      if (between > before && found.length > between) found.push(...found.splice(before).sort((a, b) => b.end - a.end));
    }
    return found;
  }

  return {
    add(name, value) {
      beginning.forget();
      // Hyphenated parts are also written together: "Gyeore-eol", "Gyeoreeol".
      for (const form of new Set([name, name.replaceAll('-', '')])) {
        const words = wordsOf(form);
        if (/\p{Lu}/u.test(name))
          proper.add(
            words.map((token) => token.stem),
            value,
          );
        else {
          hasDescribed = true;
          described.add(
            words.map((token) => token.word),
            value,
          );
        }
      }
    },
    matches,
    longest(tokens) {
      const found: PhraseMatch<string>[] = [];
      let end = 0;
      for (const match of matches(tokens)) {
        const last = found.at(-1);
        if (match.start >= end || (last?.start === match.start && last.end === match.end)) {
          if (!found.some((other) => other.start === match.start && other.value === match.value)) found.push(match);
          end = match.end;
        }
      }
      return found;
    },
  };
}
