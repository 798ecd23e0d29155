import { z } from 'zod';
import type { IsoDate, Published, Span } from './dossier.ts';
import { type Kind, type Wording, words } from './mistake-words.ts';
import { nearest } from './nearest.ts';
import { parseDay, parseSpan } from './parse-time.ts';

/** The ids that a dossier's files list. A kind whose file cannot be read is absent, and then any id passes. */
export type KnownIds = { readonly [kind in Kind]?: ReadonlySet<string> | undefined };

type Context = {
  readonly addIssue: (issue: { code: 'custom'; message: string; params: object; path?: PropertyKey[] }) => void;
};

function say(context: Context, { problem, mend }: Wording, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message: problem, params: { mend }, path });
}

/** Refuses unknown keys; the issue's message carries the keys that are known, apart by spaces. */
function keyed<Shape extends z.core.$ZodShape>(shape: Shape) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: ({ code }) => (code === 'unrecognized_keys' ? known : undefined) });
}

// Control and line-separating characters, soft hyphens, zero-width spaces, and those that turn the direction of text.
// Line breaks and tabs are let through: they collapse into a space.
const HIDDEN = /[^\P{Cc}\n\r\t]|[\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]|\p{Cs}/u;

/** Text on one line: spaces and line breaks collapse, and it is never empty. */
function text(key: string) {
  return z.string().transform((value, context) => {
    const hidden = HIDDEN.exec(value)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    if (hidden !== undefined) say(context as Context, words.hiddenCharacter(key, `U+${hidden}`));
    const collapsed = value.replace(/\s+/g, ' ').trim();
    if (collapsed === '') say(context as Context, words.emptyText(key));
    return collapsed;
  });
}

const texts = (key: string) => z.array(text(key));

/** The id of something that exists in the dossier. */
function reference(key: string, kind: Kind, known: KnownIds) {
  const ids = known[kind];
  return text(key).superRefine((id, context) => {
    if (ids !== undefined && !ids.has(id)) say(context, words.noSuch(kind, id, nearest(id, ids)));
  });
}

/** The schema that `pick` finds fit for the value. Unlike a union it reports what is wrong with that one. */
function choose<Output>(pick: (value: unknown) => z.ZodType<Output>) {
  return z.unknown().transform((value, context): Output => {
    const parsed = pick(value).safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues)
      context.issues.push({ ...issue, input: issue.input, continue: true } as z.core.$ZodRawIssue);
    return z.NEVER;
  });
}

const isEntry = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

function day(key: string) {
  return z.unknown().transform((value, context): IsoDate => {
    const found = typeof value === 'string' ? parseDay(value) : undefined;
    if (found !== undefined) return found;
    say(context as Context, words.badDay(key, value));
    return z.NEVER;
  });
}

const url = text('url').superRefine((value, context) => {
  if (!/^https?:\/\/[^\s<>|"]+$/i.test(value) || !URL.canParse(value)) say(context, words.badUrl(value));
});

/** An id: the key of an entry, or a claim's `id`. Objects do not keep keys of digits in the order of the file. */
export const idSchema = text('id').superRefine((id, context) => {
  if (/\s/.test(id)) say(context, words.spaceInId(id));
  if (/^\d+$/.test(id)) say(context, words.digitsId(id));
});

/** One entry under `topics`. */
export const topicSchema = keyed({
  title: text('title'),
  command: text('command')
    .superRefine((value, context) => {
      if (value === '/dateline') say(context, words.ownCommand);
      else if (!/^\/[a-z0-9_-]{1,31}$/.test(value)) say(context, words.badCommand(value));
    })
    .exactOptional(),
});

/** One entry under `measures`. */
export const measureSchema = keyed({
  title: text('title'),
  family: text('family'),
  unit: text('unit').exactOptional(),
});

/** dossier.yml but for the entries of its topics and measures: those are read one by one. */
export const dossierSchema = keyed({
  title: text('title'),
  topics: z.looseObject({}),
  measures: z.looseObject({}).exactOptional(),
  vocabulary: z.record(z.string(), texts('vocabulary')).default({}),
  policy: keyed({
    names: text('names').exactOptional(),
    selfHarm: text('selfHarm').exactOptional(),
    notes: text('notes').exactOptional(),
  }).default({}),
});

const undated = keyed({
  undated: z.unknown().superRefine((value, context) => {
    if (value !== true) say(context, words.badPublished);
  }),
  notBefore: day('notBefore').exactOptional(),
  notAfter: day('notAfter').exactOptional(),
  basis: text('basis').exactOptional(),
})
  .superRefine(({ notBefore, notAfter, basis }, context) => {
    if (notBefore !== undefined && notAfter !== undefined && notBefore > notAfter) say(context, words.boundsBackwards);
    if ((notBefore ?? notAfter) !== undefined && basis === undefined) say(context, words.noBasis);
  })
  .transform(({ undated: _, ...bounds }): Published => ({ kind: 'undated', ...bounds }));

const published = choose<Published>((value) =>
  isEntry(value) ? undated : day('published').transform((date): Published => ({ kind: 'dated', date })),
);

/** One entry of articles.yml. */
export const articleSchema = keyed({
  outlet: text('outlet'),
  headline: text('headline'),
  url: url.exactOptional(),
  published,
  chain: texts('chain').default([]),
  copies: z
    .array(keyed({ outlet: text('outlet'), url: url.exactOptional(), published: day('published').exactOptional() }))
    .default([]),
});

/** One entry of people.yml. */
export const personSchema = keyed({
  name: text('name'),
  kind: z.enum(['person', 'body']),
  role: text('role').exactOptional(),
  aliases: texts('aliases').default([]),
});

const when = z.unknown().transform((value, context): Span => {
  // A year alone is read as a number.
  const reading = parseSpan(String(value).trim());
  if (reading.kind === 'span') return reading.span;
  const wording = reading.kind === 'backwards' ? words.timeBackwards : words.badTime(value);
  say(context as Context, value === null ? words.blank('when') : wording);
  return z.NEVER;
});

function figure(known: KnownIds) {
  return keyed({
    measure: reference('measure', 'measure', known),
    value: z.number().exactOptional(),
    from: z.number().exactOptional(),
    to: z.number().exactOptional(),
    qualifier: text('qualifier').exactOptional(),
  })
    .superRefine(
      (given, context) => {
        const has = (key: string) => isEntry(given) && Object.hasOwn(given, key);
        const single = has('value') && !has('from') && !has('to');
        const range = !has('value') && has('from') && has('to');
        if (isEntry(given) && !single && !range) say(context, words.figureShape);
        if (range && typeof given.from === 'number' && typeof given.to === 'number' && given.from >= given.to)
          say(context, words.figureBackwards);
      },
      { when: () => true },
    )
    .transform(({ measure, value, from, to, qualifier }) => ({
      measure,
      low: (value ?? from) as number,
      high: (value ?? to) as number,
      ...(qualifier === undefined ? {} : { qualifier }),
    }));
}

function report(known: KnownIds) {
  return keyed({
    article: reference('article', 'article', known),
    paragraph: z.unknown().superRefine((value, context) => {
      if (!Number.isInteger(value) || (value as number) < 0) say(context, words.badParagraph);
    }) as z.ZodType<number>,
    via: texts('via').exactOptional(),
    quote: text('quote')
      .superRefine((quote, context) => {
        const count = quote.split(' ').length;
        if (count > 12) say(context, words.longQuote(count));
      })
      .exactOptional(),
  });
}

/** One entry of a file of claims, with every reference checked against `known`. */
export function claimSchema(known: KnownIds) {
  return keyed({
    id: idSchema,
    statement: text('statement'),
    topic: reference('topic', 'topic', known),
    key: z.boolean().default(false),
    people: z.array(reference('people', 'person', known)).default([]),
    figure: figure(known).exactOptional(),
    saidBy: z.array(reference('saidBy', 'person', known)).default([]),
    when: when.exactOptional(),
    supersedes: z.array(reference('supersedes', 'claim', known)).default([]),
    conflictsWith: z.array(reference('conflictsWith', 'claim', known)).default([]),
    sensitive: z.enum(['self-harm', 'health', 'identity']).exactOptional(),
    reports: z.array(report(known)).superRefine(refuseSameReport, { when: () => true }),
  }).superRefine(
    (claim, context) => {
      if (!isEntry(claim)) return;
      for (const key of ['supersedes', 'conflictsWith'] as const) {
        const place = Array.isArray(claim[key]) ? claim[key].indexOf(claim.id) : -1;
        if (place >= 0) say(context, words.itself(key), [key, place]);
      }
    },
    { when: () => true },
  );
}

function refuseSameReport(reports: readonly { article: string; paragraph: number }[], context: Context): void {
  if (!Array.isArray(reports)) return;
  if (reports.length === 0) say(context, words.noReport);
  const seen = new Set<string>();
  reports.forEach((given, position) => {
    if (!isEntry(given) || given.article === undefined || given.paragraph === undefined) return;
    const place = JSON.stringify([given.article, given.paragraph]);
    if (seen.has(place)) say(context, words.reportTwice(given.article, given.paragraph), [position]);
    seen.add(place);
  });
}
