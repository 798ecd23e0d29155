import { type Comparator, readFigures, type WrittenFigure } from '../reading/read-figures.ts';
import type { PlacedToken } from './place-tokens.ts';

/** A number of a sentence with what it counts. */
export interface Quantity {
  readonly low: number;
  readonly high: number;
  readonly comparator: Comparator;
  /** `count`, `percent`, `age`, `days` (a length of time), a currency, or another unit's stem. */
  readonly unit: string;
  /** The stems of the words after it and before it, nearest first. */
  readonly beside: readonly string[];
  /** Of these, those behind it. */
  readonly behind: readonly string[];
  /** The stem of the first word after it that is not a stop word, within the clause. */
  readonly noun?: string;
  /** "Only one", "a single": the writer says that there are no more. */
  readonly only: boolean;
  /** "Nearly", "just under": the writer says that it is less. */
  readonly nearly: boolean;
  /** "Each", "per": the number is not that of the whole. */
  readonly each: boolean;
  readonly start: number;
  readonly end: number;
  /** Where it begins with its hedge: "fewer than", "at least". */
  readonly from: number;
}

const DAYS_IN: Readonly<Record<string, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  year: 365,
  decade: 3650,
};
const TIME_UNIT = '(?<unit>minute|hour|day|week|fortnight|month|year|decade)s?';
/** "A month", "an hour": no number is written. Not "a day later", "a month each", "$5 a month". */
const BARE_TIME = new RegExp(
  String.raw`(?<!\d\s|[$€£]\S{1,12}\s)\b(?:a|an|one)\s${TIME_UNIT}\b(?!['’]s|\s+(?:ago|earlier|later|before|after|each|apiece)\b)`,
  'giu',
);
const SHARES: readonly (readonly [RegExp, (match: RegExpMatchArray) => number])[] = [
  [/\b(?<a>[\w-]+) (?:in|out of)(?: every)? (?<b>[\w-]+)\b(?! \p{L}*(?:th|nd|rd)\b)/giu, shareOf],
  [/\bthree[- ]quarters\b/giu, () => 75],
  [/\btwo[- ]thirds\b/giu, () => 200 / 3],
  [/\b(?:a|one)[- ]third\b/giu, () => 100 / 3],
  [/\b(?:a|one)[- ](?:quarter|fourth)\b/giu, () => 25],
  [/\bhalf(?= (?:of|the|its|his|her|their|all)\b)/giu, () => 50],
];
const SMALL = 'zero one two three four five six seven eight nine ten'.split(' ');

function smallNumber(word: string): number {
  const named = SMALL.indexOf(word.toLowerCase());
  return named >= 0 ? named : /^\d{1,4}$/.test(word) ? Number(word) : Number.NaN;
}

function shareOf(match: RegExpMatchArray): number {
  const [a, b] = [smallNumber(match.groups?.a ?? ''), smallNumber(match.groups?.b ?? '')];
  return a > 0 && b > a && (b <= 10 || b === 20 || b === 100) ? (100 * a) / b : Number.NaN;
}

interface Found {
  readonly figure: Pick<WrittenFigure, 'low' | 'high' | 'comparator' | 'start' | 'end'>;
  readonly unit: string;
}

function readShares(text: string): Found[] {
  return SHARES.flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const share = value(match);
      if (!(share > 0)) return [];
      const { index } = match;
      return [
        {
          figure: { low: share, high: share, comparator: 'exact', start: index, end: index + match[0].length },
          unit: 'percent',
        },
      ];
    }),
  );
}

function readBareTimes(text: string): Found[] {
  return [...text.matchAll(BARE_TIME)].map((match) => {
    const days = DAYS_IN[(match.groups?.unit ?? '').toLowerCase()] as number;
    const about = /\b(?:about|around|roughly|nearly|almost|some)\s+$/iu.test(text.slice(0, match.index));
    return {
      figure: {
        low: days,
        high: days,
        comparator: about ? 'about' : 'exact',
        start: match.index,
        end: match.index + match[0].length,
      },
      unit: 'days',
    };
  });
}

const SIGNS: Readonly<Record<string, string>> = { dollar: '$', euro: '€', pound: '£', yen: '¥', won: '₩' };
const OTHER_UNITS =
  /^(?:[\s-]?(km\/h|kph|mph|km|kilomet\w+|met(?:re|er)s?|nautical miles?|miles?|feet|tonnes?|tons?|kg|kilos?|litres?|liters?|degrees?|crowns?|dollars?|euros?|pounds?|won|yen|roubles?|rubles?|hectares?|acres?)\b)/iu;

/** The unit that stands behind or around a number, and how many of the unit's base one of it is. */
function unitOf(text: string, figure: WrittenFigure): { readonly unit: string; readonly scale: number } {
  if (figure.unit !== undefined) return { unit: figure.unit, scale: 1 };
  const behind = text.slice(figure.end, figure.end + 40);
  const before = text.slice(Math.max(0, figure.start - 24), figure.start);
  if (figure.low < 130) {
    if (/^[-\s]years?[-\s]old\b/iu.test(behind) || /\b(?:aged|at the age of)\s+$/iu.test(before))
      return { unit: 'age', scale: 1 };
    if (
      /\p{L},\s*$/u.test(before) &&
      /^\s*(?:,|\)|$)/u.test(behind) &&
      figure.low > 0 &&
      /\p{Lu}[\p{L}'’-]*,\s*$/u.test(before)
    )
      return { unit: 'age', scale: 1 };
    if (/\b(?:is|was|turned|turns|are|were)\s+$/iu.test(before) && /^\s*(?:[.,;:)]|$|years old|and\b)/iu.test(behind))
      return { unit: 'age', scale: 1 };
  }
  const time = new RegExp(`^[-\\s]${TIME_UNIT}\\b`, 'iu').exec(behind)?.groups?.unit;
  if (time !== undefined) return { unit: 'days', scale: DAYS_IN[time.toLowerCase()] as number };
  const other = OTHER_UNITS.exec(behind)?.[1];
  const name = other?.toLowerCase().replace(/s$/, '').replace(/er$/, 're') ?? 'count';
  return { unit: SIGNS[name] ?? name, scale: 1 };
}

const CLAUSE_END = /[;:,.!?]|\s[–—-]\s/u;
const KEPT = 4;

/** The words up to an "and", an "or" or another number: what follows belongs to something else. */
function untilJoined(text: string, words: readonly PlacedToken[]): readonly PlacedToken[] {
  const [first] = words;
  const cut = words.findIndex(
    (word, n) =>
      /^\d/.test(word.word) || (n > 0 && first && /\b(?:and|or)\b/iu.test(text.slice(first.end, word.start))),
  );
  return cut < 0 ? words : words.slice(0, cut);
}

/** The stems that stand beside a number, nearest first: four behind it, then three before it. */
function besideOf(
  text: string,
  tokens: readonly PlacedToken[],
  start: number,
  end: number,
): { beside: string[]; behind: string[]; noun?: string } {
  const rest = text.slice(end);
  const clauseEnd = end + (CLAUSE_END.exec(rest.replace(/^,/, ' '))?.index ?? rest.length);
  const behind = tokens.filter((token) => token.start >= end && token.start < end + 60 && !token.stop);
  const inClause = behind.filter((token) => token.start < clauseEnd);
  const earlier = tokens.filter((token) => token.end <= start && token.end > start - 50 && !token.stop).reverse();
  // "1,000 killed and another 3,000 injured": what an "and" parts from a number is of another.
  const joined = earlier.findIndex(({ end: last }) => /\b(?:and|or|but)\b/iu.test(text.slice(last, start)));
  const before = joined < 0 ? earlier : earlier.slice(0, joined);
  // What follows the next number belongs to that: "1,000 killed and another 3,000 injured".
  const next = behind.findIndex(({ word }) => /^\d|^another$/.test(word));
  const noun = inClause[0]?.stem;
  return {
    beside: [...behind.slice(0, next < 0 ? KEPT : Math.min(KEPT, next)), ...before.slice(0, KEPT - 1)].map(
      (token) => token.stem,
    ),
    behind: untilJoined(text, inClause)
      .slice(0, KEPT)
      .map((token) => token.stem),
    ...(noun === undefined ? {} : { noun }),
  };
}

/** "The two prisoners", "one of its journalists", "No. 84": a number that picks out and does not count. */
function isMention(text: string, figure: WrittenFigure): boolean {
  const before = text.slice(Math.max(0, figure.start - 24), figure.start);
  const behind = text.slice(figure.end, figure.end + 12);
  if (/(?:\bno\.?|\bnumber|#|№|\bgroup|\bbrigade|\bflight|\barticle|\bsection|\bparagraph|\bpage)\s*$/iu.test(before))
    return true;
  if (/^(?:st|nd|rd|th)\b/u.test(behind)) return true;
  if (figure.digits && /^\s?(?:am|pm|a\.m|p\.m)\b/iu.test(behind)) return true;
  if (figure.digits || figure.low > 10 || figure.low !== figure.high) return false;
  if (
    /\b(?:the|these|those|its|his|her|their|both|other|all|any|neither of|all of)\s+(?:last |first |other )?$/iu.test(
      before,
    )
  )
    return true;
  return (
    figure.low === 1 &&
    !/\b(?:only|just|no more than|at least|exactly)\s+$/iu.test(before) &&
    !/^ (?:prisoner|person|man|woman)\b/iu.test(behind)
  );
}

function splitRange(text: string, { start, end }: WrittenFigure): WrittenFigure[] {
  const to = text.slice(start, end).search(/\bto\b/iu);
  if (to < 0) return [];
  const shift = (figures: readonly WrittenFigure[], by: number) =>
    figures.map((figure) => ({ ...figure, start: figure.start + by, end: figure.end + by }));
  return [
    ...shift(readFigures(text.slice(start, start + to)), start),
    ...shift(readFigures(text.slice(start + to, end)), start + to),
  ];
}

/** "Longer than the law's 24 hours": what stands between the bound and its number. */
const BEYOND =
  /\b(?:(?:more|longer|greater|higher|larger) than|over|beyond|above|exceed(?:s|ed|ing)?)\s+(?:the|its|their|his|her)\s+(?:[\p{L}-]+(?:['’]s)?\s+){0,2}$/iu;

const HEDGE =
  /(?:\b(?:(?:no|not) (?:more|less|fewer) than|(?:more|less|fewer|greater) than|at (?:least|most)|up to|as (?:many|much) as|upwards of|in excess of|close to|a (?:minimum|maximum) of|an estimated|exceed(?:ed|s|ing)?|over|above|under|below|nearly|almost|approximately|approx\.?|roughly|around|about|circa|some|estimated|exactly|only|just)|~)\s*$/iu;

const SINGLE = /\b(?:a|the) (?:single|sole|lone|solitary)\b|\b(?:only|just) one\b|\balone among\b/giu;

/**
 * The numbers of a sentence, in order, each with what it counts: counts, shares ("three in ten" is 30 per cent),
 * ages, lengths of time (in days), money and other units. Times and places of quotations must be blanked out before.
 */
export function readQuantities(text: string, tokens: readonly PlacedToken[]): Quantity[] {
  const found: Found[] = [...readShares(text), ...readBareTimes(text)];
  const free = (start: number, end: number) => found.every(({ figure }) => start >= figure.end || end <= figure.start);
  for (const figure of readFigures(text)) {
    if (!free(figure.start, figure.end) || isMention(text, figure)) continue;
    // "Raised from four to five" is two numbers, not a range.
    const parts =
      figure.low < figure.high && /\bfrom\s+$/iu.test(text.slice(0, figure.start)) ? splitRange(text, figure) : [];
    if (parts.length > 1) {
      for (const part of parts) found.push({ figure: part, unit: unitOf(text, part).unit });
      continue;
    }
    const { unit, scale } = unitOf(text, figure);
    found.push({ figure: { ...figure, low: figure.low * scale, high: figure.high * scale }, unit });
  }
  for (const match of text.matchAll(SINGLE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (!free(start, end)) continue;
    found.push({ figure: { low: 1, high: 1, comparator: 'exact', start, end }, unit: 'count' });
  }
  return found
    .sort((a, b) => a.figure.start - b.figure.start)
    .map(({ figure: { low, high, comparator, start, end }, unit }) => {
      const before = text.slice(Math.max(0, start - 30), start);
      const behind = text.slice(end, end + 40);
      return {
        low,
        high,
        comparator:
          comparator === 'exact' && BEYOND.test(text.slice(Math.max(0, start - 60), start)) ? 'more' : comparator,
        unit,
        ...besideOf(text, tokens, start, end),
        only:
          low === 1 &&
          (/\b(?:only|just|single|sole|lone)\b/iu.test(text.slice(start, end)) || /\b(?:only|just)\s+$/iu.test(before)),
        nearly: /\b(?:nearly|almost|close to|just under|just short of|approaching)\s+$/iu.test(before),
        each:
          /\b(?:each|every|per)\b/iu.test(before) ||
          /^[^,;.]{0,24}\b(?:each|apiece|per|every|a (?:month|day|week|year|head|person|soldier))\b/iu.test(behind),
        start,
        end,
        from: start - (HEDGE.exec(before)?.[0].length ?? 0),
      };
    });
}
