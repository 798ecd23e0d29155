import anyAscii from 'any-ascii';
import stem from 'wink-porter2-stemmer';
import { IRREGULAR_FORMS } from './irregular-forms.ts';
import { STOP_WORDS } from './stop-words.ts';

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

const CODE = {
  apostrophe: 39,
  percent: 37,
  comma: 44,
  stop: 46,
  space: 32,
  zero: 48,
  nine: 57,
  a: 97,
  z: 122,
  A: 65,
  Z: 90,
};

function isDigit(code: number): boolean {
  return code >= CODE.zero && code <= CODE.nine;
}

/** Whether an ASCII code is of a letter or a digit. */
function isPartOfWord(code: number): boolean {
  return (code >= CODE.a && code <= CODE.z) || isDigit(code) || (code >= CODE.A && code <= CODE.Z);
}

/** Whether a thousands separator stands at a place: three digits follow, and no fourth. */
function partsThousands(text: string, at: number): boolean {
  for (let n = 1; n <= 3; n++) if (!isDigit(text.charCodeAt(at + n))) return false;
  return isDigit(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + 4));
}

/**
 * The words of a plain text as they are written, found letter by letter; undefined where a rule of `normalise` or
 * `WORD` would be needed (initials, decimals, "per cent", letters outside ASCII). Most statements are plain.
 */
function wordsOfPlain(text: string): string[] | undefined {
  const words: string[] = [];
  let start = -1;
  let separated = false;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : CODE.space;
    if (isPartOfWord(code)) {
      if (start < 0) start = at;
      continue;
    }
    if (code > 127 || code === CODE.percent) return undefined;
    if (start < 0) continue;
    const next = text.charCodeAt(at + 1);
    if (code === CODE.apostrophe && isPartOfWord(next)) continue;
    if (code === CODE.comma && partsThousands(text, at)) {
      separated = true;
      continue;
    }
    if ((code === CODE.stop && isPartOfWord(next)) || (code === CODE.comma && isDigit(next))) return undefined;
    if (code === CODE.space && isDigit(text.charCodeAt(at - 1)) && text.startsWith('000', at + 1)) return undefined;
    const word = text.slice(start, at);
    if (word.length === 4 && word.toLowerCase() === 'cent') return undefined;
    words.push(separated ? word.replaceAll(',', '') : word);
    start = -1;
    separated = false;
  }
  return words;
}

/** A written word as tokens: mostly one, more where points part it, none where nothing is left of it. */
function readWord(written: string, shouting: boolean): Token[] {
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
      };
    });
}

const read = new Map<string, readonly Token[]>();
const WORDS_KEPT = 300_000;

/** `readWord`, remembered: the same word gives the same tokens. */
function tokensOf(written: string): readonly Token[] {
  const known = read.get(written);
  if (known !== undefined) return known;
  const tokens = readWord(written, false);
  if (read.size < WORDS_KEPT) read.set(written, tokens);
  return tokens;
}

/**
 * The words of a text in order. Hyphens and punctuation part words; stop words are kept and marked. Tokens are shared
 * between texts: equal words are mostly the same object.
 */
export function analyse(text: string): Token[] {
  const shouting = text.length > 6 && !/\p{Ll}/u.test(text);
  const words = wordsOfPlain(text) ?? [...normalise(text).matchAll(WORD)].map(([written]) => written);
  const tokens: Token[] = [];
  for (const written of words) {
    const found = shouting ? readWord(written, true) : tokensOf(written);
    for (const token of found) tokens.push(token);
  }
  return tokens;
}
