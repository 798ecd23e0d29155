import { z } from 'zod';
import type { Article, Claim, Dossier, Measure, Person, Topic } from './dossier.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const texts = z.array(z.string()).readonly();

const articleValue = z.strictObject({
  slug: z.string(),
  outlet: z.string(),
  headline: z.string(),
  url: z.string().exactOptional(),
  published: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('dated'), date }),
    z.strictObject({
      kind: z.literal('undated'),
      notBefore: date.exactOptional(),
      notAfter: date.exactOptional(),
      basis: z.string().exactOptional(),
    }),
  ]),
  chain: texts,
  copies: z
    .array(z.strictObject({ outlet: z.string(), url: z.string().exactOptional(), published: date.exactOptional() }))
    .readonly(),
}) satisfies z.ZodType<Article>;

const personValue = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['person', 'body']),
  role: z.string().exactOptional(),
  aliases: texts,
}) satisfies z.ZodType<Person>;

const topicValue = z.strictObject({
  id: z.string(),
  title: z.string(),
  command: z.string().exactOptional(),
}) satisfies z.ZodType<Topic>;

const measureValue = z.strictObject({
  id: z.string(),
  title: z.string(),
  family: z.string(),
  unit: z.string().exactOptional(),
}) satisfies z.ZodType<Measure>;

/** As in the dossier, but a report names its article by slug. */
const claimValue = z.strictObject({
  id: z.string(),
  statement: z.string(),
  topic: z.string(),
  key: z.boolean(),
  people: texts,
  figure: z
    .strictObject({ measure: z.string(), low: z.number(), high: z.number(), qualifier: z.string().exactOptional() })
    .exactOptional(),
  saidBy: texts,
  when: z.strictObject({ from: date, to: date }).exactOptional(),
  supersedes: texts,
  conflictsWith: texts,
  sensitive: z.enum(['self-harm', 'health', 'identity']).exactOptional(),
  reports: z
    .array(
      z.strictObject({
        article: z.string(),
        paragraph: z.number().int().nonnegative(),
        via: texts,
        quote: z.string().exactOptional(),
      }),
    )
    .min(1)
    .readonly(),
});

/** A claim as the ledger carries it: a report names its article by slug. */
export type ClaimValue = Readonly<z.infer<typeof claimValue>>;

/** One thing of a dossier, whole, with what kind of thing it is. */
export const thing = z.discriminatedUnion('subject', [
  z.strictObject({ subject: z.literal('topic'), value: topicValue }),
  z.strictObject({ subject: z.literal('measure'), value: measureValue }),
  z.strictObject({ subject: z.literal('person'), value: personValue }),
  z.strictObject({ subject: z.literal('article'), value: articleValue }),
  z.strictObject({ subject: z.literal('claim'), value: claimValue }),
]);

export type Thing = Readonly<z.infer<typeof thing>>;

/** What the ledger speaks of. */
export type Subject = Thing['subject'];

/** The thing's id within its dossier and subject. */
export function idOf(thing: Thing): string {
  return thing.subject === 'article' ? thing.value.slug : thing.value.id;
}

/** Everything in a dossier that the ledger follows. What a thing refers to comes before it. */
export function thingsOf(dossier: Dossier): readonly Thing[] {
  return [
    ...[...dossier.topics.values()].map((value) => ({ subject: 'topic', value }) as const),
    ...[...dossier.measures.values()].map((value) => ({ subject: 'measure', value }) as const),
    ...[...dossier.people.values()].map((value) => ({ subject: 'person', value }) as const),
    ...[...dossier.articles.values()].map((value) => ({ subject: 'article', value }) as const),
    ...[...dossier.claims.values()].map((claim) => ({ subject: 'claim', value: toClaimValue(claim) }) as const),
  ];
}

function toClaimValue(claim: Claim): ClaimValue {
  return { ...claim, reports: claim.reports.map((report) => ({ ...report, article: report.article.slug })) };
}
