import { formatPublished } from '../record/citation.ts';
import type { Claim } from '../record/dossier.ts';

/** A claim with its reports as the machine-readable contracts print it. */
export interface ClaimLine {
  readonly id: string;
  readonly statement: string;
  readonly reports: readonly {
    readonly article: string;
    readonly paragraph: number;
    readonly outlet: string;
    /** `YYYY-MM-DD`; absent when the article is undated. */
    readonly published?: string;
    /** What is known of an undated article's day: "undated, on or after 2 Nov 2025". */
    readonly undated?: string;
    readonly url?: string;
  }[];
}

/** A claim as a line of output carries it. */
export function claimLine(claim: Claim): ClaimLine {
  return {
    id: claim.id,
    statement: claim.statement,
    reports: claim.reports.map(({ article, paragraph }) => ({
      article: article.slug,
      paragraph,
      outlet: article.outlet,
      ...(article.published.kind === 'dated'
        ? { published: article.published.date }
        : { undated: formatPublished(article.published) }),
      ...(article.url === undefined ? {} : { url: article.url }),
    })),
  };
}
