import type { Token } from '../search/analyse.ts';
import { isEnglish } from '../search/english-words.ts';
import type { PhraseMatch } from '../search/phrase-table.ts';
import type { ClaimIndex } from './claim-index.ts';

/** The words of a text, with whom and what they name. */
export interface NamedWords {
  readonly tokens: readonly Token[];
  readonly stems: readonly string[];
  /** The people and bodies, by id. */
  readonly people: readonly PhraseMatch<string>[];
  /** The outlets and agencies that are named in full. */
  readonly outlets: readonly PhraseMatch<string>[];
  /** The outlets with articles on file: in full, or by one word of their name written as a name ("the Courier"). */
  readonly publishers: readonly PhraseMatch<string>[];
}

/** Finds the names among a text's words. */
export function readNames(index: ClaimIndex, tokens: readonly Token[]): NamedWords {
  const stems = tokens.map((token) => token.stem);
  const people = index.lexicon.people.longest(tokens);
  const outlets = index.lexicon.outlets.longest(stems);
  const full = outlets.filter((match) => index.publishers.has(match.value));
  const short = index.lexicon.outletWords
    // By the word itself: "the time" is no Times.
    .longest(tokens.map((token) => token.word))
    .filter(
      ({ start }) =>
        tokens[start]?.capital || tokens[start - 1]?.word === 'the' || !isEnglish(tokens[start]?.word ?? ''),
    )
    // Part of a longer name it is no outlet ("Calder General" beside The Calder Post).
    .filter((match) => !people.some((other) => other.start <= match.start && other.end > match.end))
    .filter((match) => !full.some((other) => other.start < match.end && other.end > match.start));
  return { tokens, stems, people, outlets, publishers: [...full, ...short] };
}
