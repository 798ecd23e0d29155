import type { ClaimIndex } from '../ask/claim-index.ts';
import { readNames } from '../ask/named-words.ts';
import { namesIn } from '../reading/lexicon.ts';
import type { PlacedToken } from './place-tokens.ts';

/** Someone whom a sentence names as the one who says it. */
export interface CreditedVoice {
  /** As written: "Seoul's spy agency". */
  readonly text: string;
  /** Whom the record knows by that; empty for an unknown or unnamed one. */
  readonly ids: readonly string[];
  /** The outlet that it is, for "the Herald reported". */
  readonly outlets: readonly string[];
  /** The stems of its words that carry matter. */
  readonly stems: readonly string[];
  /** "He said": someone named before. */
  readonly pronoun: boolean;
  /** "Officials", "sources", "a report": nobody in particular. */
  readonly start: number;
  readonly end: number;
}

/** Words between a subject and its verb. */
export const AUXILIARY =
  /^(?:has|have|had|also|later|then|earlier|already|previously|repeatedly|now|itself|himself|herself|themselves|recently|separately|initially|since|is|are|was|were|be|being|been|did|does|do)$/;
const NP_BREAK =
  /^(?:that|which|who|whom|whose|but|when|while|because|although|though|after|before|if|so|and|or|said|told|as|where|until|since|than)$/;

const PRONOUN = /^(?:he|she|they|it|who|which)$/;
const BREAK = /[;:,()"“”«»]|\s[–—-]\s|[–—]/u;

const UNNAMED_ROLE =
  /\b(?:official|officials|spokes\w+|minister|ministry|source|sources|report|reports|agency|agencies|union|lawyer|lawyers|police|officer|officers|investigators?|journalists?|experts?|analysts?|activists?|advocates?|witness(?:es)?|lawmakers?|residents?|doctors?|scientists?|government|authorities|department|committee|court|company|firm|group|organi[sz]ation|service|memo|document|study|survey|paper|newspaper|master|captain|chief|leader|soldiers?|prisoners?|families|relatives|regulator|inquiry|commission|council|board|manager|director|head)\b/iu;

/** A run of words. */
interface Phrase {
  readonly from: number;
  /** To before this token. */
  readonly to: number;
}

/** Whether punctuation parts two words. */
export function hasBreak(text: string, one: PlacedToken | undefined, other: PlacedToken | undefined): boolean {
  return one !== undefined && other !== undefined && BREAK.test(text.slice(one.end, other.start));
}

/** The noun phrase that ends before the verb at `at`. */
export function subjectBefore(text: string, tokens: readonly PlacedToken[], at: number): Phrase {
  let to = at;
  while (to > 0 && AUXILIARY.test(tokens[to - 1]?.word ?? '') && !hasBreak(text, tokens[to - 1], tokens[to])) to--;
  let from = to;
  while (from > 0) {
    const word = tokens[from - 1] as PlacedToken;
    if (from < tokens.length && hasBreak(text, word, tokens[from])) break;
    // "South Korean and Western intelligence agencies": an "and" between capitals belongs to the name.
    const joins = word.word === 'and' && tokens[from]?.capital === true && (tokens[from - 2]?.capital ?? false);
    if (NP_BREAK.test(word.word) && !joins) break;
    from--;
  }
  return { from, to };
}

/** The noun phrase that begins at `from`, up to a comma, a verb of its own or the end. */
export function phraseAfter(text: string, tokens: readonly PlacedToken[], from: number, stop?: RegExp): Phrase {
  let to = from;
  while (to < tokens.length) {
    const token = tokens[to] as PlacedToken;
    if (
      to > from &&
      (hasBreak(text, tokens[to - 1], token) ||
        (NP_BREAK.test(token.word) && token.word !== 'and') ||
        stop?.test(token.word))
    )
      break;
    to++;
  }
  return { from, to };
}

/** A phrase without what hangs on it: from "photos released by Jang" only the photos speak. */
function headOf(tokens: readonly PlacedToken[], { from, to }: Phrase): Phrase {
  const hanging = tokens.slice(from, to).findIndex(({ word }, n) => n > 0 && /^(?:by|from|about|against)$/.test(word));
  return { from, to: hanging > 0 ? from + hanging : to };
}

/** Whom a phrase names as a voice; undefined for an empty one. */
export function voiceOf(
  index: ClaimIndex,
  text: string,
  tokens: readonly PlacedToken[],
  phrase: Phrase,
): CreditedVoice | undefined {
  const { from, to } = headOf(tokens, phrase);
  const words = tokens.slice(from, to);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const named = readNames(index, words);
  const matched = named.people.filter(({ value }) => !isDescription(index, value));
  // "Prosecutor Edda Linhov": where someone's name is written, the role before it names nobody else.
  const isNamed = ({ value, start, end }: (typeof matched)[number]) =>
    index.dossier.people.get(value)?.kind === 'person' && words.slice(start, end).some((word) => word.capital);
  const names = matched.some(isNamed)
    ? matched.filter((match) => isNamed(match) || index.dossier.people.get(match.value)?.kind !== 'person')
    : matched;
  const outlets = [...new Set([...named.publishers, ...named.outlets].map((match) => match.value))];
  return {
    text: text.slice(first.start, last.end),
    ids: [...new Set(names.map((match) => match.value))],
    outlets,
    stems: words.filter((word) => !word.stop).map((word) => word.stem),
    pronoun: words.length === 1 && PRONOUN.test(first.word),
    start: first.start,
    end: last.end,
  };
}

/** Whether someone's name is no name but words that fit many: "one of the two prisoners". */
function isDescription(index: ClaimIndex, id: string): boolean {
  return index.lexicon.unnamed.has(id) && !/\p{Lu}/u.test(index.dossier.people.get(id)?.name ?? '');
}

/** The phrase up to its last name, where it has one: in "Washington in a letter" only Washington speaks. */
export function toLastName(index: ClaimIndex, tokens: readonly PlacedToken[], { from, to }: Phrase): Phrase {
  const words = tokens.slice(from, to);
  const stems = words.map((word) => word.stem);
  const ends = [...namesIn(index.lexicon, words), ...index.lexicon.outlets.longest(stems)].map(({ end }) => end);
  const stray = words.findIndex(({ word }, n) => n > 0 && /^(?:in|on|at|with|during|for)$/.test(word));
  if (ends.length === 0) return { from, to: stray > 0 ? from + stray : to };
  return stray > 0 && Math.min(...ends) <= stray ? { from, to: from + stray } : { from, to };
}

/** Whether a phrase names someone who can say something: a name, a role, a pronoun. */
export const isSomeone = (voice: CreditedVoice | undefined): voice is CreditedVoice =>
  voice !== undefined &&
  (voice.ids.length > 0 ||
    voice.outlets.length > 0 ||
    voice.pronoun ||
    UNNAMED_ROLE.test(voice.text) ||
    /^\p{Lu}/u.test(voice.text.replace(/^(?:The|A|An|One) /, '')));

/** Whether a name, or a word for one who speaks, stands right before. */
export function endsInSomeone(index: ClaimIndex, tokens: readonly PlacedToken[], at: number): boolean {
  const before = tokens.slice(Math.max(0, at - 6), at);
  const { people, outlets, publishers } = readNames(index, before);
  const last = before.at(-1)?.word ?? '';
  return (
    [...people, ...outlets, ...publishers].some(({ end }) => end === before.length) ||
    UNNAMED_ROLE.test(last) ||
    PRONOUN.test(last) ||
    AUXILIARY.test(last)
  );
}
