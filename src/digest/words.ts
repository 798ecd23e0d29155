import { formatDate } from '../record/citation.ts';
import type { IsoDate } from '../record/dossier.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A length of time in its two largest units: "2 days 3 hours", "5 minutes". */
function lasting(ms: number): string {
  const parts = [
    [Math.floor(ms / DAY), 'day', 'days'],
    [Math.floor((ms % DAY) / HOUR), 'hour', 'hours'],
    [Math.floor((ms % HOUR) / MINUTE), 'minute', 'minutes'],
  ] as const;
  const first = parts.findIndex(([number]) => number > 0);
  if (first < 0) return 'less than a minute';
  return parts
    .slice(first, first + 2)
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => count(number, one, many))
    .join(' ');
}

function age(days: number, dated: boolean): string {
  if (days < 1) return 'of today';
  return `${dated ? '' : 'at most '}${count(days, 'day', 'days')} old`;
}

/** How many claims changed in which way. */
export interface Changes {
  readonly corrections: number;
  readonly figures: number;
  readonly new: number;
  readonly superseded: number;
  readonly sourcing: number;
}

/** Every sentence of an edition that is not the record's own. */
export const words = {
  dossiers: ([first, ...others]: readonly string[]) => {
    if (first === undefined) return 'The record';
    return others.length === 0 ? first : `${others.length + 1} running stories`;
  },
  sections: {
    corrections: 'Corrections',
    figures: 'Figures that changed',
    superseded: 'Superseded',
    sourcing: 'Sourcing that changed',
    care: 'To be handled with care',
  },
  newIn: (topic: string) => `New: ${topic}`,
  ofDossier: (dossier: string, text: string) => `${dossier}: ${text}`,
  careNote: 'Not for a headline, a first line or an alert.',
  first: (claims: number, reports: number) =>
    `The record as it stands: ${count(claims, 'claim', 'claims')} from ${count(reports, 'report', 'reports')}.`,
  changes: (changes: Changes, since: IsoDate | undefined) => {
    const told = [
      changes.corrections > 0 ? count(changes.corrections, 'correction', 'corrections') : '',
      changes.figures > 0 ? count(changes.figures, 'figure changed', 'figures changed') : '',
      changes.new > 0 ? count(changes.new, 'new claim', 'new claims') : '',
      changes.superseded > 0 ? `${changes.superseded} superseded` : '',
      changes.sourcing > 0 ? `${changes.sourcing} with other sourcing` : '',
    ].filter(Boolean);
    return `${since === undefined ? 'Since the last edition' : `Since ${formatDate(since)}`}: ${told.join(', ')}.`;
  },
  quiet: (title: string, since: IsoDate | undefined, claims: number) =>
    `${title}: nothing new since ${since === undefined ? 'the last edition' : formatDate(since)}; ${count(claims, 'claim', 'claims')} on record.`,
  empty: (title: string) => `${title}: nothing is on record yet.`,
  late: (ms: number) => `This edition is ${lasting(ms)} late.`,
  passing: (number: number) =>
    `${count(number, 'claim that came in was', 'claims that came in were')} superseded before this edition and not shown.`,
  gone: (title: string) => `${title} is no longer on record.`,
  newest: (source: string, days: number | undefined, dated: boolean) =>
    `Newest report: ${source}${days === undefined ? '' : `, ${age(days, dated)}`}.`,
  corrected: 'corrected',
  retracted: 'retracted',
  withdrawn: 'no longer on record',
  revised: 'wording on record until now',
  why: (why: string, source: string | undefined) => (source === undefined ? why : `${why} (${source})`),
  doubleSourced: (sources: string) => `now double sourced, ${sources}`,
  singleOutlet: (outlet: string) => `now in one outlet only, ${outlet}`,
  oneSource: (outlets: string, source: string) => `now in ${outlets}, but from one source, ${source}`,
  was: 'was',
  now: 'now',
  because: (why: string) => `why: ${why}`,
  more: (number: number) => `${number} more on record.`,
} as const;
