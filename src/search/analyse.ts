import anyAscii from 'any-ascii';
import stem from 'wink-porter2-stemmer';
import { IRREGULAR_FORMS } from './irregular-forms.ts';
import { STOP_WORDS } from './stop-words.ts';
import { createWordTable, hashOf, mixLetter } from './word-table.ts';

/** One word of a text, in the forms that finding and reading need. */
export interface Token {
  /** Folded: ASCII, lower case, without apostrophes; numbers without thousands separators. */
  readonly word: string;
  /** The folded word's stem; a number is its own stem. */
  readonly stem: string;
  /** Whether the word carries no matter of its own ("the", "of", "did"). */
  readonly stop: boolean;
  /** Whether the writer began it with a capital (tells names in mixed-case text). */
  readonly capital: boolean;
  /** Whether a possessive 's was taken off. */
  readonly possessive: boolean;
  /** Its number among the words that are remembered, for what is known of each; -1 for one that is not. */
  readonly number: number;
}

const ASCII = /^[\p{ASCII}]*$/u;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,\u00a0\u202f](?=\p{N}))?(?:['’ʼ]?[\p{L}\p{M}\p{N}]+)*|%/gu;
/** "US" and "WHO" are names where "us" and "who" are not. */
const ACRONYM = /^\p{Lu}{2,}$/u;
const POSSESSIVE = /['’ʼ]s$|(?<=s)['’ʼ]$/iu;

/** British spellings in their American form, so that both fold alike. Applied to every word, so only consistency matters. */
function unifySpelling(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/^(.{3,})our(s|ed|ing|ite|ites|able|er|ers|ful|less)?$/, '$1or$2')
    .replace(/is(e[srd]?|ing|ation|ations|er|ers)$/, 'iz$1')
    .replace(/^(def|off|lic|pret)ence/, '$1ense')
    .replace(/^(cent|theat|met|lit|kilomet)re(s?)$/, '$1er$2')
    .replace(/^program(?:me)(s?)$/, 'program$1');
}

/** A text without case, accents or foreign script: the key under which spellings of one name meet. */
export function fold(text: string): string {
  return (ASCII.test(text) ? text : anyAscii(text)).toLowerCase();
}

const stems = new Map<string, string>();
const STEMS_KEPT = 200_000;

/** The stem of a folded word (Porter 2). Remembered, since stories repeat their words. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = /\d/.test(word) ? word : stem(unifySpelling(IRREGULAR_FORMS.get(word) ?? word));
  if (stems.size < STEMS_KEPT) stems.set(word, found);
  return found;
}

/** "12,000" and "12 000" as "12000"; "per cent" and "%" as one word. */
function normalise(text: string): string {
  return text
    .replace(/(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d) (?=000\b)/g, '')
    .replace(/\b(?:\p{L}\.){2,}/gu, (initials) => `${initials.replaceAll('.', '')} `)
    .replace(/\bper\s+cent\b|%/gi, ' percent ');
}

// What a letter of a plain text is; marks that part words are 0.
const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const PART_OF_WORD = LOWER | UPPER | DIGIT;
/** An apostrophe, a comma and a full stop part words or not, by what stands beside them; a space may part thousands. */
const JOINING = 8;
/** Letters outside ASCII and what is written for a word: left to `WORD`. */
const STRANGE = 16;
const SORTS = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (/[a-z]/.test(letter)) return LOWER;
  if (/[A-Z]/.test(letter)) return UPPER;
  if (/\d/.test(letter)) return DIGIT;
  return letter === '%' ? STRANGE : /['., ]/.test(letter) ? JOINING : 0;
});
const SMALL_C = 99;
const SPACE = 32;
const APOSTROPHE = 39;
const COMMA = 44;
const STOP = 46;

/** What the letter at a place of a text is; the text ends with a space. */
function sortAt(text: string, at: number): number {
  if (at >= text.length) return JOINING;
  const code = text.charCodeAt(at);
  return code < 128 ? (SORTS[code] as number) : STRANGE;
}

function isDigit(text: string, at: number): boolean {
  return at >= 0 && sortAt(text, at) === DIGIT;
}

/** Whether a thousands separator stands at a place: three digits follow, and no fourth. */
function partsThousands(text: string, at: number): boolean {
  for (let n = 1; n <= 3; n++) if (!isDigit(text, at + n)) return false;
  return isDigit(text, at - 1) && !isDigit(text, at + 4);
}

/** A written word as tokens: mostly one, more where points part it, none where nothing is left of it. */
function readWord(written: string, shouting: boolean): Token[] {
  // Most words that are met once are numbers.
  if (/^\d+$/.test(written))
    return [{ word: written, stem: written, stop: false, capital: false, possessive: false, number: -1 }];
  const bare = written.replace(POSSESSIVE, '');
  const folded = fold(bare).replace(/[^a-z0-9.]+/g, '');
  const acronym = !shouting && ACRONYM.test(bare);
  return (/^\d+\.\d+[a-z]*$/.test(folded) ? [folded] : folded.split('.'))
    .filter((word) => word !== '')
    .map((word) => {
      const form = acronym && word === 'us' ? 'usa' : word;
      return {
        word: form,
        stem: stemOf(form),
        stop: !acronym && STOP_WORDS.has(form),
        capital: /^\p{Lu}/u.test(written),
        possessive: bare.length < written.length,
        number: -1,
      };
    });
}

const read = createWordTable<readonly Token[]>();
const WORDS_KEPT = 300_000;
let numbered = 0;

/** `readWord`, remembered: the same word gives the same tokens, each with its number. */
function tokensOf(written: string): readonly Token[] {
  const hash = hashOf(written);
  const known = read.find(written, 0, written.length, hash);
  if (known !== undefined) return known;
  if (read.size >= WORDS_KEPT) return readWord(written, false);
  const tokens = readWord(written, false).map((token) => ({ ...token, number: numbered++ }));
  read.put(written, hash, tokens);
  return tokens;
}

/** A word with commas between its thousands is kept under both spellings. */
function remember(written: string, separated: boolean): readonly Token[] {
  if (!separated) return tokensOf(written);
  const tokens = tokensOf(written.replaceAll(',', ''));
  if (read.size < WORDS_KEPT) read.put(written, hashOf(written), tokens);
  return tokens;
}

/** Whether a word is "cent", which belongs to a "per" before it. */
function isCent(text: string, start: number): boolean {
  return (text.charCodeAt(start) | 32) === SMALL_C && text.slice(start, start + 4).toLowerCase() === 'cent';
}

/** A longer text without a small letter is shouted. */
const SHOUTED_FROM = 6;

/**
 * The words of a plain text, found letter by letter; undefined where a rule of `normalise` or `WORD` would be needed
 * (initials, decimals, "per cent", letters outside ASCII), or where all is shouted. Most statements are plain.
 */
function readPlain(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let sorts = 0;
  let start = -1;
  let hash = 0;
  let separated = false;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : SPACE;
    const sort = code < 128 ? (SORTS[code] as number) : STRANGE;
    if ((sort & PART_OF_WORD) !== 0) {
      if (start < 0) {
        start = at;
        hash = 0;
      }
      hash = mixLetter(hash, code);
      sorts |= sort;
      continue;
    }
    if (sort === STRANGE) return undefined;
    if (start < 0) continue;
    if (at - start === 4 && isCent(text, start)) return undefined;
    if (sort === JOINING) {
      const next = sortAt(text, at + 1);
      if (code === APOSTROPHE && (next & PART_OF_WORD) !== 0) {
        hash = mixLetter(hash, code);
        continue;
      }
      if (code === COMMA && next === DIGIT) {
        if (!partsThousands(text, at)) return undefined;
        separated = true;
        hash = mixLetter(hash, code);
        continue;
      }
      if (code === STOP && (next & PART_OF_WORD) !== 0) return undefined;
      if (code === SPACE && next === DIGIT && isDigit(text, at - 1) && text.startsWith('000', at + 1)) return undefined;
    }
    const found = read.find(text, start, at, hash) ?? remember(text.slice(start, at), separated);
    for (let n = 0; n < found.length; n++) tokens.push(found[n] as Token);
    start = -1;
    separated = false;
  }
  return (sorts & LOWER) !== 0 || text.length <= SHOUTED_FROM ? tokens : undefined;
}

/**
 * The words of a text in order. Hyphens and punctuation part words; stop words are kept and marked. Tokens are shared
 * between texts: equal words are mostly the same object.
 */
export function analyse(text: string): Token[] {
  const plain = readPlain(text);
  if (plain) return plain;
  const shouting = text.length > SHOUTED_FROM && !/\p{Ll}/u.test(text);
  const tokens: Token[] = [];
  for (const [written] of normalise(text).matchAll(WORD)) {
    const found = shouting ? readWord(written, true) : tokensOf(written);
    for (const token of found) tokens.push(token);
  }
  return tokens;
}
