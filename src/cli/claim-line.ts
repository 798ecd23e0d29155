import { cite } from '../record/citation.ts';
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
    reports: claim.reports.map(cite).map(({ article, paragraph, outlet, published, date, url }) => ({
      article,
      paragraph,
      outlet,
      ...(published.kind === 'dated' ? { published: published.date } : { undated: date }),
      ...(url === undefined ? {} : { url }),
    })),
  };
}
