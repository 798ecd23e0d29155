import type { Claim, IsoDate, Published, Report } from './dossier.ts';

/** The only form in which a claim's source leaves the core: outlet, date, link, chain. */
export interface Citation {
  readonly article: string;
  readonly paragraph: number;
  readonly outlet: string;
  readonly headline: string;
  /** The article's address, or that of a copy of it. */
  readonly url?: string;
  /** The outlet whose copy `url` leads to; absent when it is the article itself. */
  readonly copy?: string;
  readonly published: Published;
  /** "19 Feb 2025", or "undated, on or after 2 Nov 2025". */
  readonly date: string;
  /** Newsrooms it came through, nearest the outlet first. */
  readonly chain: readonly string[];
  readonly quote?: string;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day as readers see it: "19 Feb 2025". */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A publication date as readers see it; an undated article says so and gives its bounds. */
export function formatPublished(published: Published): string {
  if (published.kind === 'dated') return formatDate(published.date);
  const { notBefore, notAfter } = published;
  if (notBefore && notAfter) return `undated, between ${formatDate(notBefore)} and ${formatDate(notAfter)}`;
  if (notBefore) return `undated, on or after ${formatDate(notBefore)}`;
  if (notAfter) return `undated, on or before ${formatDate(notAfter)}`;
  return 'undated';
}

/** The citation of one report. */
export function cite(report: Report): Citation {
  const { article } = report;
  const copy = article.url === undefined ? article.copies.find(({ url }) => url !== undefined) : undefined;
  return {
    article: article.slug,
    paragraph: report.paragraph,
    outlet: article.outlet,
    headline: article.headline,
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(copy?.url === undefined ? {} : { url: copy.url, copy: copy.outlet }),
    published: article.published,
    date: formatPublished(article.published),
    chain: report.via,
    ...(report.quote === undefined ? {} : { quote: report.quote }),
  };
}

/** The citations of a claim, one an article (its first report there), in the order of the record. */
export function citationsOf(claim: Claim): readonly [Citation, ...Citation[]] {
  const seen = new Set<string>();
  const distinct = claim.reports.filter(({ article }) => !seen.has(article.slug) && seen.add(article.slug));
  return distinct.map(cite) as [Citation, ...Citation[]];
}

/** A chain as readers see it: "via DW, citing AFP"; empty for the outlet's own reporting. */
export function formatChain(chain: readonly string[]): string {
  const [nearest, ...further] = chain;
  if (nearest === undefined) return '';
  return [`via ${nearest}`, ...further.map((source) => `citing ${source}`)].join(', ');
}

/** A citation on one line: "Militarnyi, undated, on or after 2 Nov 2025, via DW, citing AFP"; a copy that is linked is named. */
export function formatCitation(citation: Citation): string {
  const copy = citation.copy === undefined ? '' : ` (copy in ${citation.copy})`;
  return [citation.outlet, citation.date + copy, formatChain(citation.chain)].filter(Boolean).join(', ');
}
