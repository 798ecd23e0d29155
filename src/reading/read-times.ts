import * as chrono from 'chrono-node/en';
import type { IsoDate, Span } from '../record/dossier.ts';
import type { Token } from '../search/analyse.ts';
import { createWordTest } from '../search/word-test.ts';

/** How a time bears on what is asked: within it, as known then, from it on, or up to it. */
export type TimeRole = 'during' | 'as-of' | 'since' | 'until';

/** A time as written in a text. */
export interface WrittenTime {
  readonly role: TimeRole;
  /** The days it can mean, likeliest first: one span, or one a year where no year is written. */
  readonly spans: readonly [Span, ...Span[]];
  /** The finest part that is written. */
  readonly grain: 'day' | 'month' | 'year' | 'range';
  /** Where it stands in the text, with the words that give its role, in characters. */
  readonly start: number;
  readonly end: number;
}

/** What a time without a year, or one like "last week", is measured against. */
export interface TimeReference {
  /** The day that "today" is. */
  readonly today: IsoDate;
  /** The years that a date without one may fall in, the likeliest first. */
  readonly years: readonly [number, ...number[]];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTH = String.raw`${MONTH_NAME}\b\.?`;
const DAY = String.raw`(?:the\s+)?(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[,.]\d)`;
const DAY_AFTER = String.raw`(?:the\s+)?(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:]|[,.]\d)`;
const YEAR = String.raw`(?<year>(?:19|20)\d\d)(?![\d,.]*\d)`;
const ROLE = String.raw`(?<role>(?:as\s+(?:of|at)|(?:known|knew|know)\s+(?:on|in|by|at)|until|till|up\s+to|through|by|before|since|after|from|back\s+in|on|in|during|for)\s+)?`;

/** One of these has every time, relative ones left out. Looked for first, since most texts have neither. */
const TELLTALES = {
  month: new RegExp(String.raw`\b${MONTH}`, 'iu'),
  year: /\b(?:19|20)\d\d/iu,
};

const PATTERNS: readonly {
  readonly grain: WrittenTime['grain'];
  readonly needs: keyof typeof TELLTALES;
  readonly pattern: RegExp;
}[] = [
  {
    grain: 'day',
    needs: 'year',
    pattern: new RegExp(String.raw`\b${ROLE}(?<year>(?:19|20)\d\d)-(?<number>\d\d)-(?<day>\d\d)\b`, 'giu'),
  },
  {
    grain: 'range',
    needs: 'month',
    pattern: new RegExp(
      String.raw`\b${ROLE}(?:between\s+)?(?<first>[0-3]?\d)\s*(?:-|–|to|and|or)\s*(?<day>[0-3]?\d)\s+(?<month>${MONTH})(?:,?\s+${YEAR})?`,
      'giu',
    ),
  },
  {
    grain: 'day',
    needs: 'month',
    pattern: new RegExp(String.raw`\b${ROLE}${DAY}\s+(?:of\s+)?(?<month>${MONTH})(?:,?\s+${YEAR})?`, 'giu'),
  },
  {
    grain: 'day',
    needs: 'month',
    pattern: new RegExp(String.raw`\b${ROLE}(?<month>${MONTH})\s+${DAY_AFTER}(?:,?\s+${YEAR})?`, 'giu'),
  },
  {
    grain: 'month',
    needs: 'month',
    pattern: new RegExp(
      String.raw`\b${ROLE}(?<part>(?:early|mid|late)[\s-])?(?<month>${MONTH})(?:,?\s+(?:of\s+)?${YEAR})?`,
      'giu',
    ),
  },
  { grain: 'range', needs: 'year', pattern: new RegExp(String.raw`\b${ROLE}q(?<quarter>[1-4])\s+${YEAR}`, 'giu') },
  {
    grain: 'range',
    needs: 'year',
    pattern: new RegExp(
      String.raw`\b${ROLE}(?:the\s+)?(?:(?<part>(?:early|mid|late)[\s-]|(?:beginning|start|end)\s+of\s+)|(?<half>first|second)\s+half\s+of\s+)${YEAR}`,
      'giu',
    ),
  },
  {
    grain: 'year',
    needs: 'year',
    pattern: new RegExp(String.raw`\b${ROLE}${YEAR}(?!\s*(?:troops|soldiers|people|pieces|killed|dead))`, 'giu'),
  },
];

/** Only these words of a relative time go to chrono: on others ("Sunday Times", "in 24 hours") it finds dates that are none. */
const RELATIVE =
  /\b(?:(?<role>as of|since|until|by|before|after)\s+)?(?<words>today|yesterday|(?:last|this|past)\s+(?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\d+\s+(?:days?|weeks?|months?)\s+ago)\b/giu;

/** One of these words has every time: a month, a year, or what makes it a relative one; a number may be joined to it. */
const TELLING = new RegExp(`^(?:${MONTH_NAME}|today|yesterday|last|this|past|ago)(?:\\d|$)|(?:19|20)\\d\\d`);
const telling = createWordTest(({ word }) => TELLING.test(word));

const iso = (date: Temporal.PlainDate): IsoDate => date.toString();

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

const months = new Map<string, Span>();

/** The days of a month or of a part of one. Remembered: a date without a year is read in every year of the story. */
function monthSpan(year: number, month: number, part = ''): Span {
  const key = `${year} ${month} ${part}`;
  const span = months.get(key) ?? workOutMonth(year, month, part);
  months.set(key, span);
  return span;
}

function workOutMonth(year: number, month: number, part: string): Span {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const last = first.with({ day: first.daysInMonth });
  if (part.startsWith('early')) return { from: iso(first), to: iso(first.with({ day: 10 })) };
  if (part.startsWith('mid')) return { from: iso(first.with({ day: 10 })), to: iso(first.with({ day: 20 })) };
  if (part.startsWith('late')) return { from: iso(first.with({ day: 20 })), to: iso(last) };
  return { from: iso(first), to: iso(last) };
}

function yearSpan(year: number, firstMonth = 1, lastMonth = 12): Span {
  return { from: monthSpan(year, firstMonth).from, to: monthSpan(year, lastMonth).to };
}

type Groups = Record<string, string | undefined>;

function spanIn(year: number, groups: Groups): Span | undefined {
  const part = (groups.part ?? '').toLowerCase();
  const month = groups.month ? monthNumber(groups.month) : Number(groups.number ?? 0);
  if (groups.day !== undefined) {
    const day = Number(groups.day);
    if (month < 1 || month > 12 || day < 1) return undefined;
    const date = Temporal.PlainDate.from({ year, month, day: 1 });
    const first = Number(groups.first ?? day);
    if (day > date.daysInMonth || first > day || first < 1) return undefined;
    return { from: iso(date.with({ day: first })), to: iso(date.with({ day })) };
  }
  if (month > 0) return monthSpan(year, month, part);
  if (groups.quarter !== undefined) return yearSpan(year, Number(groups.quarter) * 3 - 2, Number(groups.quarter) * 3);
  if (groups.half !== undefined)
    return groups.half.toLowerCase() === 'first' ? yearSpan(year, 1, 6) : yearSpan(year, 7, 12);
  if (/^(?:early|beginning|start)/.test(part)) return yearSpan(year, 1, 4);
  if (part.startsWith('mid')) return yearSpan(year, 5, 8);
  if (/^(?:late|end)/.test(part)) return yearSpan(year, 9, 12);
  return yearSpan(year);
}

function roleOf(words: string | undefined): TimeRole {
  const role = (words ?? '').toLowerCase();
  if (/^(?:as|known|knew|know|by)/.test(role)) return 'as-of';
  if (/^(?:since|after|from)/.test(role)) return 'since';
  return /^(?:until|till|up|through|before)/.test(role) ? 'until' : 'during';
}

function relativeTimes(text: string, reference: TimeReference): WrittenTime[] {
  if (text.search(RELATIVE) < 0) return [];
  // biome-ignore lint/style/noRestrictedGlobals: chrono takes its reference as a Date; it is made from the day given.
  const noon = new Date(`${reference.today}T12:00:00Z`);
  return [...text.matchAll(RELATIVE)].flatMap((match) => {
    const words = match.groups?.words ?? '';
    const parsed = chrono.GB.parseDate(words, { instant: noon, timezone: 'UTC' });
    if (!parsed) return [];
    const day = Temporal.PlainDate.from(parsed.toISOString().slice(0, 10));
    const monday = day.subtract({ days: day.dayOfWeek - 1 });
    const span: Span = /week\b/i.test(words)
      ? { from: iso(monday), to: iso(monday.add({ days: 6 })) }
      : /(?:last|this|past)\s+month/i.test(words)
        ? monthSpan(day.year, day.month)
        : /(?:last|this|past)\s+year/i.test(words)
          ? yearSpan(day.year)
          : { from: iso(day), to: iso(day) };
    const start = match.index;
    return [
      { role: roleOf(match.groups?.role), spans: [span], grain: 'range', start, end: start + match[0].length } as const,
    ];
  });
}

/** "May" as a verb or a name, "march" as a protest: a bare month must be written as one. */
function isBareWord(match: RegExpMatchArray, groups: Groups): boolean {
  const word = groups.month;
  if (word === undefined || groups.day !== undefined || groups.year !== undefined || groups.part !== undefined)
    return false;
  if (!/^(?:may|march|mar|sep|dec|jan)\.?$/i.test(word)) return false;
  return !/^(?:May|March|Jan|Sep|Dec)\.?$/.test(word) ? groups.role === undefined : match.index === 0;
}

/** "2000" alone is a count unless the story has such years; "in 2000" is a year. */
function isBareCount(grain: WrittenTime['grain'], groups: Groups, reference: TimeReference): boolean {
  if (grain !== 'year' || groups.role !== undefined) return false;
  const year = Number(groups.year);
  return year < Math.min(...reference.years) - 1 || year > Math.max(...reference.years) + 1;
}

/** Whether a text of these words may have a time; where not, `readTimes` finds none, or one in a name ("Sepúlveda"). */
export function mayTellTimes(tokens: readonly Token[]): boolean {
  return tokens.some(telling.holds);
}

/**
 * The times of a text, in order, none inside another: days, months, years, quarters, halves, relative times.
 * A number with a thousands separator is never a year.
 */
export function readTimes(text: string, reference: TimeReference): WrittenTime[] {
  const found: WrittenTime[] = relativeTimes(text, reference);
  const has = { month: TELLTALES.month.test(text), year: TELLTALES.year.test(text) };
  for (const { grain, needs, pattern } of PATTERNS) {
    if (!has[needs]) continue;
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups as Groups;
      const start = match.index;
      const end = start + match[0].length;
      if (isBareWord(match, groups) || isBareCount(grain, groups, reference)) continue;
      if (found.some((time) => start < time.end && end > time.start)) continue;
      const years = groups.year === undefined ? reference.years : [Number(groups.year)];
      const [first, ...others] = years.flatMap((year) => spanIn(year, groups) ?? []);
      if (first) found.push({ role: roleOf(groups.role), spans: [first, ...others], grain, start, end });
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start);
}

/** A text with its times blanked out, character for character, so that their numbers are not read as figures. */
export function withoutTimes(text: string, times: readonly WrittenTime[]): string {
  return times.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}
