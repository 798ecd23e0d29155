import type { Article, Claim, Dossier } from '../../src/record/dossier.ts';

const courier: Article = {
  slug: 'courier-2024-03-14',
  outlet: 'Courier',
  headline: 'Ferry aground',
  url: 'https://courier.example/ferry',
  published: { kind: 'dated', date: '2024-03-14' },
  chain: [],
  copies: [{ outlet: 'Mirror', published: '2024-03-15' }],
};

const review: Article = {
  slug: 'review-2024',
  outlet: 'Review',
  headline: 'The grounding',
  published: { kind: 'undated', notBefore: '2024-03-15', basis: 'cites the Courier of the day before' },
  chain: ['Courier'],
  copies: [],
};

/** A claim of the small dossier, with anything in it replaced. */
export function smallClaim(id: string, changes: Partial<Claim> = {}): Claim {
  return {
    id,
    statement: `The ferry carried some 140 people (${id}).`,
    topic: 'accident',
    key: true,
    people: ['line'],
    figure: { measure: 'aboard', low: 140, high: 140, qualifier: 'some' },
    saidBy: ['line'],
    when: { from: '2024-03-12', to: '2024-03-12' },
    supersedes: [],
    conflictsWith: [],
    reports: [
      { article: courier, paragraph: 2, via: [], quote: 'about 140 souls' },
      { article: review, paragraph: 4, via: ['Courier'] },
    ],
    ...changes,
  };
}

/** A dossier of two articles and the claims given. */
export function smallDossier(claims: readonly Claim[], slug = 'ferry'): Dossier {
  return {
    slug,
    title: 'The ferry',
    topics: new Map([['accident', { id: 'accident', title: 'The accident', command: '/accident' }]]),
    measures: new Map([['aboard', { id: 'aboard', title: 'aboard', family: 'people' }]]),
    vocabulary: new Map(),
    policy: {},
    articles: new Map([courier, review].map((article) => [article.slug, article])),
    people: new Map([['line', { id: 'line', name: 'The Line', kind: 'body', aliases: [] }]]),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    amendments: new Map(),
  };
}
