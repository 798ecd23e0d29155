import type { z } from 'zod';
import type { claimSchema } from './data-folder-schema.ts';
import type { Article, Claim, Report } from './dossier.ts';

/** A claim as its file has it: articles by slug, conflicts on one side. */
export type UnlinkedClaim = z.infer<ReturnType<typeof claimSchema>>;

/**
 * The claims by id, with the articles in their reports, each conflict on both its sides, and the chain of its article
 * for a report that has none of its own. Every article must be there.
 */
export function linkClaims(
  claims: readonly UnlinkedClaim[],
  articles: ReadonlyMap<string, Article>,
): ReadonlyMap<string, Claim> {
  const conflicts = new Map<string, Set<string>>();
  const oppose = (id: string, other: string) => {
    const others = conflicts.get(id);
    if (others === undefined) conflicts.set(id, new Set([other]));
    else others.add(other);
  };
  for (const { id, conflictsWith } of claims) {
    for (const other of conflictsWith) {
      oppose(id, other);
      oppose(other, id);
    }
  }
  return new Map(
    claims.map((claim): [string, Claim] => {
      const reports = claim.reports.map((report): Report => {
        const article = articles.get(report.article) as Article;
        return { ...report, article, via: report.via ?? article.chain };
      }) as [Report, ...Report[]];
      return [claim.id, { ...claim, conflictsWith: [...(conflicts.get(claim.id) ?? [])], reports }];
    }),
  );
}
