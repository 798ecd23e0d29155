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

/** The words of a text in order. Hyphens and punctuation part words; stop words are kept and marked. */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  const shouting = text.length > 6 && !/\p{Ll}/u.test(text);
  for (const [written] of normalise(text).matchAll(WORD)) {
    const bare = written.replace(POSSESSIVE, '');
    const folded = fold(bare).replace(/[^a-z0-9.]+/g, '');
    for (const word of /^\d+\.\d+[a-z]*$/.test(folded) ? [folded] : folded.split('.')) {
      if (word === '') continue;
      const acronym = !shouting && ACRONYM.test(bare);
      const form = acronym && word === 'us' ? 'usa' : word;
      tokens.push({
        word: form,
        stem: stemOf(form),
        stop: !acronym && STOP_WORDS.has(form),
        capital: /^\p{Lu}/u.test(written),
        possessive: bare.length < written.length,
      });
    }
  }
  return tokens;
}
