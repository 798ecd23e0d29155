import type { Article, Claim, Span } from '../record/dossier.ts';
import type { TermBag } from '../search/posting-store.ts';

/**
 * What a claim is shelved under, beside its words: who carried it, when it took place or came out, which number it
 * gives. A question that confines itself by these is answered from their shelves, not from a look at every claim.
 */
export const SHELVES = {
  outlet: (name: string) => `outlet ${name}`,
  month: (month: string) => `month ${month}`,
  figure: (value: number) => `figure ${value}`,
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
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => {
    const month = first + n;
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function shelvesOfTime(span: Span): string[] {
  return monthsOf(span)?.map(SHELVES.month) ?? [SHELVES.longTime];
}

function shelvesOfPublishing({ published }: Article): string[] {
  if (published.kind === 'dated') return shelvesOfTime({ from: published.date, to: published.date });
  const { notBefore, notAfter } = published;
  return notBefore === undefined ? [] : shelvesOfTime({ from: notBefore, to: notAfter ?? notBefore });
}

/** Reads claims into bags of the shelves they stand on. An article is read once, however many claims it has. */
export function createShelfReader(intern: (shelf: string) => number): (claim: Claim) => TermBag {
  const carriers = new Map<Article, readonly number[]>();
  const publishing = new Map<Article, readonly number[]>();

  function once(known: Map<Article, readonly number[]>, article: Article, read: () => readonly string[]) {
    const shelves = known.get(article) ?? read().map(intern);
    known.set(article, shelves);
    return shelves;
  }

  return ({ reports, when, figure }) => {
    const shelves = new Set<number>();
    const put = (shelf: number) => shelves.add(shelf);
    for (const { article, via } of reports) {
      const outlets = () => [article.outlet, ...article.copies.map((copy) => copy.outlet)].map(SHELVES.outlet);
      once(carriers, article, outlets).forEach(put);
      for (const source of via) put(intern(SHELVES.outlet(source)));
      if (!when) once(publishing, article, () => shelvesOfPublishing(article)).forEach(put);
    }
    if (when) for (const shelf of shelvesOfTime(when)) put(intern(shelf));
    if (figure) put(intern(figure.low === figure.high ? SHELVES.figure(figure.low) : SHELVES.range));
    return { terms: [...shelves], weights: Array.from(shelves, () => 1) };
  };
}
