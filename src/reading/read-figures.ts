import type { Token } from '../search/analyse.ts';
import { createWordTest } from '../search/word-test.ts';

/** How a number is hedged: "over 10,000" is `more`, "at least" is `least`, "some" is `about`. */
export type Comparator = 'exact' | 'about' | 'more' | 'least' | 'less' | 'most';

/** A number as written in a text. A single value has `low === high`. */
export interface WrittenFigure {
  readonly low: number;
  readonly high: number;
  readonly comparator: Comparator;
  /** "percent", or a currency's sign or code; absent for a plain count. */
  readonly unit?: string;
  /** Written with digits, not in words. */
  readonly digits: boolean;
  /** Where the number itself stands in the text (without its hedge), in characters. */
  readonly start: number;
  readonly end: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SMALL = new Map<string, number>([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.slice(2).map((word, index) => [word, (index + 2) * 10] as const),
]);
const SCALE = new Map<string, number>(
  Object.entries({
    hundred: 100,
    hundreds: 100,
    dozen: 12,
    dozens: 12,
    thousand: 1e3,
    thousands: 1e3,
    k: 1e3,
    million: 1e6,
    millions: 1e6,
    m: 1e6,
    mn: 1e6,
    billion: 1e9,
    billions: 1e9,
    bn: 1e9,
    trillion: 1e12,
    tn: 1e12,
  }),
);

/** Hedges, longest first, each with what it makes of the number behind it. */
const HEDGES: readonly (readonly [string, Comparator])[] = [
  ['no fewer than', 'least'],
  ['no less than', 'least'],
  ['not less than', 'least'],
  ['at least', 'least'],
  ['a minimum of', 'least'],
  ['no more than', 'most'],
  ['not more than', 'most'],
  ['at most', 'most'],
  ['a maximum of', 'most'],
  ['up to', 'most'],
  ['as many as', 'most'],
  ['as much as', 'most'],
  ['upwards of', 'more'],
  ['more than', 'more'],
  ['in excess of', 'more'],
  ['greater than', 'more'],
  ['over', 'more'],
  ['above', 'more'],
  ['exceeding', 'more'],
  ['fewer than', 'less'],
  ['less than', 'less'],
  ['under', 'less'],
  ['below', 'less'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['close to', 'about'],
  ['approximately', 'about'],
  ['approx.', 'about'],
  ['approx', 'about'],
  ['roughly', 'about'],
  ['around', 'about'],
  ['about', 'about'],
  ['circa', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['some', 'about'],
  ['~', 'about'],
];

const NUMBER_WORD = `(?:${[...SMALL.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const SCALE_WORD = '(?:hundreds?|dozens?|thousands?|millions?|billions?|trillion)';
const DIGITS = String.raw`\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,3}(?: 000)+(?!\d)|\d+(?:\.\d+)?`;
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?<sign>[$€£¥₩])?(?:(?<digits>${DIGITS})(?:\s?(?<short>k|m|mn|bn|tn)(?![\p{L}])|[\s-](?<scale>${SCALE_WORD})\b)?|(?<words>(?:(?:${NUMBER_WORD}|a|half a)[\s-](?:and[\s-])?)?(?:(?:${NUMBER_WORD}|${SCALE_WORD})(?:[\s-](?:and[\s-])?(?=(?:${NUMBER_WORD}|${SCALE_WORD})\b))?)+)\b)(?<percent>\s?%|\s+per\s?cent\b|\s+percent\b)?(?![\p{L}\p{N}]|[.,:]\d)`,
  'giu',
);

/** "two hundred and fifty thousand" as a number; undefined when it is not one. */
function wordsToNumber(phrase: string): number | undefined {
  const words = phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== 'and');
  let total = 0;
  let group = 0;
  let counted = false;
  for (const word of words) {
    const small = SMALL.get(word) ?? (word === 'a' ? 1 : word === 'half' ? 0.5 : undefined);
    const scale = SCALE.get(word);
    if (small !== undefined) group += word === 'a' && group === 0.5 ? 0 : small;
    else if (scale === undefined) return undefined;
    else if (scale < 1e3) group = (group || 1) * scale;
    else {
      total += (group || 1) * scale;
      group = 0;
    }
    counted = counted || scale !== undefined || (small !== undefined && word !== 'a');
  }
  return counted ? total + group : undefined;
}

function quantityOf(groups: Record<string, string | undefined>): number | undefined {
  if (groups.words !== undefined) return wordsToNumber(groups.words);
  const digits = Number((groups.digits ?? '').replace(/[,\s\u00a0\u202f]/g, ''));
  const scale = SCALE.get((groups.short ?? groups.scale ?? '').toLowerCase()) ?? 1;
  return Number((digits * scale).toPrecision(15));
}

function hedgeBefore(text: string, start: number): Comparator {
  const before = text
    .slice(Math.max(0, start - 24), start)
    .toLowerCase()
    .trimEnd();
  const hedge = HEDGES.find(
    ([words]) => before.endsWith(words) && !/[\p{L}]/u.test(before[before.length - words.length - 1] ?? ' '),
  );
  return hedge?.[1] ?? 'exact';
}

function hedgeAfter(text: string, end: number): Comparator | undefined {
  const after = text.slice(end, end + 14).toLowerCase();
  if (/^\s*\+/.test(after) || /^\s+or more\b/.test(after)) return 'least';
  if (/^\s+or (?:fewer|less)\b/.test(after)) return 'most';
  return /^\s+or so\b|^-odd\b|^-ish\b/.test(after) ? 'about' : undefined;
}

/** A figure with the scale it was written in, until scales are shared. */
type ScaledFigure = WrittenFigure & { readonly scale: number };

const JOINED = /^\s*(?:-|–|—|to|and|or)\s*$/iu;

/** Joins "10,000-12,000", "10,000 to 12,000" and "between 10,000 and 12,000" into one range. */
function joinRanges(text: string, figures: readonly WrittenFigure[]): WrittenFigure[] {
  const joined: WrittenFigure[] = [];
  for (const figure of figures) {
    const last = joined.at(-1);
    const link = last ? text.slice(last.end, figure.start) : '';
    const between = last !== undefined && /\bbetween\s+$/i.test(text.slice(0, last.start));
    const range = JOINED.test(link) && !/\bor\b/i.test(link) && (between || !/\band\b/i.test(link));
    if (last && range && last.low < figure.high) {
      joined[joined.length - 1] = { ...figure, low: last.low, comparator: last.comparator, start: last.start };
    } else joined.push(figure);
  }
  return joined;
}

/** "48 or 45 million": a bare number takes the scale of the one it is joined to. */
function shareScales(text: string, figures: readonly ScaledFigure[]): WrittenFigure[] {
  return figures.map(({ scale, ...figure }, n) => {
    const next = figures[n + 1];
    const shared =
      next !== undefined &&
      scale === 1 &&
      next.scale >= 1e3 &&
      figure.high < 1e3 &&
      figure.digits &&
      JOINED.test(text.slice(figure.end, next.start));
    return shared ? { ...figure, low: figure.low * next.scale, high: figure.high * next.scale } : figure;
  });
}

const counting = createWordTest(({ word }) => /\d/.test(word) || SMALL.has(word) || SCALE.has(word));

/** Whether a text of these words may have a number; where not, `readFigures` would find none. */
export function mayTellFigures(tokens: readonly Token[]): boolean {
  return tokens.some(counting.holds);
}

/**
 * The numbers of a text with their hedges, in order: digits, words ("two hundred"), scales ("1.5 billion", "12k"),
 * per cents, money and ranges. Ordinals and numbers inside words are not figures. Dates must be blanked out before.
 */
export function readFigures(text: string): WrittenFigure[] {
  const figures: ScaledFigure[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const groups = match.groups as Record<string, string | undefined>;
    const value = quantityOf(groups);
    if (value === undefined) continue;
    const end = match.index + match[0].length;
    const unit = groups.percent !== undefined ? 'percent' : groups.sign;
    figures.push({
      low: value,
      high: value,
      comparator: hedgeAfter(text, end) ?? hedgeBefore(text, match.index),
      ...(unit === undefined ? {} : { unit }),
      digits: groups.digits !== undefined,
      scale: groups.digits === undefined ? 1 : (SCALE.get((groups.short ?? groups.scale ?? '').toLowerCase()) ?? 1),
      start: match.index,
      end,
    });
  }
  return joinRanges(text, shareScales(text, figures));
}
