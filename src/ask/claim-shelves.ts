import type { Article, Claim, Span } from '../record/dossier.ts';
import type { TermSink } from './claim-terms.ts';

/**
 * What a claim is shelved under, beside its words: who carried it, who says it, when it took place or came out, which
 * number it gives. A question that confines itself by these is answered from their shelves, not from a look at every claim.
 */
export const SHELVES = {
  outlet: (name: string) => `outlet ${name}`,
  speaker: (id: string) => `speaker ${id}`,
  month: (month: string) => `month ${month}`,
  figure: (value: number) => `figure ${value}`,
  /** What the record is chiefly about. */
  key: 'key',
  /** Claims that no single month or number stands for. */
  longTime: 'long time',
  range: 'figure range',
} as const;

/** Months beyond which a span is shelved, or looked for, as a long time. */
const MOST_MONTHS = 60;

/** The months that a span touches, as `YYYY-MM`; undefined for a long time. */
export function monthsOf({ from, to }: Span): string[] | undefined {
  const [first, last] = [monthNumber(from), monthNumber(to)];
  if (last - first >= MOST_MONTHS) return undefined;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => nameOfMonth(first + n));
}

/** The number that two digits of a text make. */
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** The months from the year 0 up to a date's. */
function monthNumber(date: string): number {
  return (twoDigits(date, 0) * 100 + twoDigits(date, 2)) * 12 + twoDigits(date, 5) - 1;
}

function nameOfMonth(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

function shelvesOfTime(span: Span): string[] {
  return monthsOf(span)?.map(SHELVES.month) ?? [SHELVES.longTime];
}

function spanOfPublishing({ published }: Article): Span | undefined {
  if (published.kind === 'dated') return { from: published.date, to: published.date };
  const { notBefore, notAfter } = published;
  return notBefore === undefined ? undefined : { from: notBefore, to: notAfter ?? notBefore };
}

/** What `read` gives, remembered for each key. */
function remembering<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
}

/** Reads claims onto shelves, of which `sink` gives the numbers. An article is read once, however many claims it has. */
export function createShelfReader({ intern, put }: TermSink): (claim: Claim) => void {
  const outlet = remembering((name: string) => intern(SHELVES.outlet(name)));
  const speaker = remembering((id: string) => intern(SHELVES.speaker(id)));
  const month = remembering((number: number) => intern(SHELVES.month(nameOfMonth(number))));
  const figureOf = remembering((value: number) => intern(SHELVES.figure(value)));
  const carriers = remembering(({ outlet: own, copies }: Article) =>
    [own, ...copies.map((copy) => copy.outlet)].map(outlet),
  );
  const publishing = remembering((article: Article) => {
    const span = spanOfPublishing(article);
    return span ? shelvesOfTime(span).map(intern) : [];
  });
  const putAll = (shelves: readonly number[]) => {
    for (const shelf of shelves) put(shelf, 1);
  };

  function putTime(when: Span): void {
    const first = monthNumber(when.from);
    if (monthNumber(when.to) === first) put(month(first), 1);
    else putAll(shelvesOfTime(when).map(intern));
  }

  return ({ key, reports, saidBy, when, figure }) => {
    if (key) put(intern(SHELVES.key), 1);
    for (const id of saidBy) put(speaker(id), 1);
    for (const { article, via } of reports) {
      putAll(carriers(article));
      for (const source of via) put(outlet(source), 1);
      if (!when) putAll(publishing(article));
    }
    if (when) putTime(when);
    if (figure) put(figure.low === figure.high ? figureOf(figure.low) : intern(SHELVES.range), 1);
  };
}
