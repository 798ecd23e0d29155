import { z } from 'zod';
import type { Answer, ShownClaim } from '../../ask/answer.ts';
import type { CheckedSentence } from '../../check/checked-copy.ts';
import type { Edition } from '../../digest/edition.ts';
import type { Frame } from './answer-message.ts';

/**
 * What a message was made from, as data: rendered again it is the same message, and what a correction amends. Kept in
 * the store with the message, so it is JSON.
 */
export type MessageSource =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      readonly frame: Frame;
      /** Set where it tells of a correction: in a thread, or a person who was shown the claim privately. */
      readonly tells?: 'thread' | 'person';
    }
  /** One message of an edition: the edition with what is in that message alone. */
  | { readonly kind: 'edition'; readonly page: Edition }
  | CheckPage;

/** One message of a check. */
export interface CheckPage {
  readonly kind: 'check';
  /** The first message, or one that goes on. */
  readonly part: 'first' | 'later';
  /** What stands above the sentences; the first line stands out. */
  readonly lines: readonly string[];
  readonly sentences: readonly PageSentence[];
  /** What is said below of the sentences that are in no message. */
  readonly tail?: string;
}

/** A sentence as a page shows it, with as many of its claims as fit. */
export interface PageSentence {
  readonly sentence: CheckedSentence;
  /** The dossiers' slugs of the claims shown, claim by claim. */
  readonly dossiers: readonly string[];
  /** Claims that are counted only. */
  readonly more: number;
}

// What is shown of a claim grows with time: what a newer Dateline added is carried along.
const text = z.string();
const texts = z.array(text);
const count = z.number().int().nonnegative();
const published = z.union([
  z.object({ kind: z.literal('dated'), date: text }),
  z
    .object({ kind: z.literal('undated'), notBefore: text, notAfter: text, basis: text })
    .partial()
    .required({ kind: true }),
]);
const article = z.looseObject({
  slug: text,
  outlet: text,
  headline: text,
  published,
  chain: texts,
  copies: z.array(z.unknown()),
});
const report = z.looseObject({ article, paragraph: count, via: texts });
const claim = z.looseObject({
  id: text,
  statement: text,
  topic: text,
  key: z.boolean(),
  people: texts,
  figure: z.looseObject({ measure: text, low: z.number(), high: z.number() }).exactOptional(),
  saidBy: texts,
  when: z.object({ from: text, to: text }).exactOptional(),
  supersedes: texts,
  conflictsWith: texts,
  reports: z.array(report).min(1),
});
const citation = z.looseObject({
  article: text,
  paragraph: count,
  outlet: text,
  headline: text,
  published,
  date: text,
  chain: texts,
});
const mark = z.looseObject({ kind: text, text, claims: texts.exactOptional() });
const shown = z.looseObject({
  claim,
  voice: text,
  citations: z.array(citation).min(1),
  marks: z.array(mark),
  revision: z.enum(['was', 'now', 'overtaken']).exactOptional(),
});
const row = z.object({ claim: text, figure: text, measure: text, voice: text, source: text });
const answer = z.looseObject({
  declined: z.boolean(),
  dossier: text.exactOptional(),
  form: text,
  lead: text,
  claims: z.array(shown),
  table: z.array(row).exactOptional(),
  notes: texts,
  more: count,
});
const section = z.looseObject({
  kind: text,
  title: text,
  dossier: text,
  items: z.array(z.looseObject({ kind: text, was: z.array(shown), now: z.array(shown) })),
  more: count,
});
const edition = z.looseObject({ kind: text, title: text, lead: text, sections: z.array(section), notes: texts });
const sentence = z.looseObject({ text, start: count, end: count, verdict: text, claims: z.array(shown), reason: text });

const sourceSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    answer,
    frame: z.looseObject({ byline: text.exactOptional(), hints: texts.exactOptional(), share: text.exactOptional() }),
    tells: z.enum(['thread', 'person']).exactOptional(),
  }),
  z.object({ kind: z.literal('edition'), page: edition }),
  z.object({
    kind: z.literal('check'),
    part: z.enum(['first', 'later']),
    lines: texts,
    sentences: z.array(z.object({ sentence, dossiers: texts, more: count })),
    tail: text.exactOptional(),
  }),
]);

const keptSchema = z.object({
  claims: z.array(z.object({ dossier: text, claim: text, version: count })),
  source: sourceSchema.exactOptional(),
});

/** What a message showed when it was sent: its claims, each in the version that it was shown in, and its source. */
export interface Kept {
  readonly claims: readonly { readonly dossier: string; readonly claim: string; readonly version: number }[];
  readonly source?: MessageSource;
}

/** Reads what the store kept of a message; nothing where it is not what we keep, or none was kept. */
export function readKept(stored: unknown): Kept | undefined {
  const read = keptSchema.safeParse(stored);
  // The unions of words (forms, verdicts, kinds) are the core's own and pass through unread.
  return read.success ? (read.data as unknown as Kept) : undefined;
}

/** A claim in a message, with its dossier's slug. */
export interface PlacedClaim {
  readonly dossier: string;
  readonly shown: ShownClaim;
}

/** The claims that a message tells as they stand: not those that it tells only to say that they stand no longer. */
export function toldIn(source: MessageSource): readonly PlacedClaim[] {
  const told = placedIn(source);
  return told.filter(({ shown }) => shown.revision !== 'was');
}

/** The claims that are quoted beside others: what contradicts or overtakes them. */
export function quotedIn(source: MessageSource): readonly { readonly dossier: string; readonly claim: string }[] {
  return placedIn(source).flatMap(({ dossier, shown }) =>
    shown.marks.flatMap(({ claims = [] }) => claims.map((claim) => ({ dossier, claim }))),
  );
}

function placedIn(source: MessageSource): readonly PlacedClaim[] {
  switch (source.kind) {
    case 'answer': {
      const { dossier, claims } = source.answer;
      return dossier === undefined ? [] : claims.map((shown) => ({ dossier, shown }));
    }
    case 'edition':
      return source.page.sections.flatMap(({ dossier, items }) =>
        items.flatMap(({ was, now }) =>
          [...now, ...was.filter((shown) => !isGivenUp(shown))].map((shown) => ({ dossier, shown })),
        ),
      );
    case 'check':
      return source.sentences.flatMap(({ sentence, dossiers }) =>
        sentence.claims.map((shown, place) => ({ dossier: dossiers[place] ?? '', shown })),
      );
  }
}

/** Whether an edition tells a claim only to say that it was corrected or is gone. */
export function isGivenUp({ marks }: ShownClaim): boolean {
  return marks.some(({ kind }) => kind === 'corrected' || kind === 'retracted');
}
