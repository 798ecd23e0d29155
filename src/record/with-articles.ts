import type { Article, Claim, Report } from './dossier.ts';
import type { ClaimValue } from './ledger-values.ts';

/** A claim of the ledger with its articles, without the reports whose article is not there; undefined where none is left. */
export function withArticles(value: ClaimValue, articles: ReadonlyMap<string, Article>): Claim | undefined {
  const [first, ...others] = value.reports.flatMap((report): Report[] => {
    const article = articles.get(report.article);
    return article === undefined ? [] : [{ ...report, article }];
  });
  return first && { ...value, reports: [first, ...others] };
}
