import type { Article, Claim, Dossier, Person, Report } from '../record/dossier.ts';
import type { Thing } from '../record/ledger-values.ts';
import { claimIn } from './proposals.ts';

/** What a proposal would bring in, as it would read on record. */
export interface ProposedClaim {
  /** The dossier with the people and articles that the proposal brings. */
  readonly dossier: Dossier;
  /** With the proposed reports alone. Absent where none of their articles is on record. */
  readonly claim?: Claim;
  readonly people: readonly Person[];
  readonly articles: readonly Article[];
}

/** The claim in things that are not on record, linked as it would be if they were. */
export function proposedClaim(things: readonly Thing[], dossier: Dossier): ProposedClaim {
  const people = things.flatMap((thing) => (thing.subject === 'person' ? [thing.value] : []));
  const articles = things.flatMap((thing) => (thing.subject === 'article' ? [thing.value] : []));
  const grown: Dossier = {
    ...dossier,
    people: new Map([...dossier.people, ...people.map((person) => [person.id, person] as const)]),
    articles: new Map([...dossier.articles, ...articles.map((article) => [article.slug, article] as const)]),
  };
  const value = claimIn(things);
  const [first, ...others] = (value?.reports ?? []).flatMap((report): Report[] => {
    const article = grown.articles.get(report.article);
    return article ? [{ ...report, article }] : [];
  });
  const claim = value && first ? { claim: { ...value, reports: [first, ...others] as const } } : {};
  return { dossier: grown, ...claim, people, articles };
}
