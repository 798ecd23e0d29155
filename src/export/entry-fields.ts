import type { Span } from '../record/dossier.ts';
import type { ClaimValue, Thing } from '../record/ledger-values.ts';

/** A value as YAML has it: what a file's key holds. */
export type Plain = string | number | boolean | readonly Plain[] | { readonly [key: string]: Plain };

/** An entry of a dossier's file, its keys in the order of the house; those that say nothing are left out. */
export type Fields = Readonly<Record<string, Plain>>;

/** The chain of an article, which a report without one of its own has. */
export type ChainOf = (article: string) => readonly string[];

/** A thing as the entry of its file: without its id, where that is the entry's key. */
export function entryFields(thing: Thing, chainOf: ChainOf): Fields {
  switch (thing.subject) {
    case 'topic': {
      const { title, command } = thing.value;
      return fields({ title, command });
    }
    case 'measure': {
      const { title, family, unit } = thing.value;
      return fields({ title, family, unit });
    }
    case 'person': {
      const { name, kind, role, aliases } = thing.value;
      return fields({ name, kind, role, aliases: some(aliases) });
    }
    case 'article': {
      const { outlet, headline, url, published, chain, copies } = thing.value;
      const { kind, ...bounds } = published;
      const day = kind === 'dated' ? published.date : fields({ undated: true, ...bounds });
      return fields({ outlet, headline, url, published: day, chain: some(chain), copies: some(copies.map(fields)) });
    }
    case 'claim':
      return claimFields(thing.value, chainOf);
  }
}

function claimFields(claim: ClaimValue, chainOf: ChainOf): Fields {
  const { id, statement, topic, key, people, figure, saidBy, when, supersedes, conflictsWith, sensitive } = claim;
  return fields({
    id,
    statement,
    topic,
    key: key || undefined,
    people: some(people),
    figure: figure && figureFields(figure),
    saidBy: some(saidBy),
    when: when && spanText(when),
    supersedes: some(supersedes),
    conflictsWith: some(conflictsWith),
    sensitive,
    reports: claim.reports.map(({ article, paragraph, via, quote }) => {
      const chain = chainOf(article);
      const isItsOwn = via.length === chain.length && via.every((name, place) => name === chain[place]);
      return fields({ article, paragraph, via: isItsOwn ? undefined : via, quote });
    }),
  });
}

function figureFields({ measure, low, high, qualifier }: NonNullable<ClaimValue['figure']>): Fields {
  return low === high
    ? fields({ measure, value: low, qualifier })
    : fields({ measure, from: low, to: high, qualifier });
}

/** A span as files write it: `2025-02-19`, `2025-02`, `2025`, or a range of two such. */
function spanText({ from, to }: Span): string | number {
  const year = from.slice(0, 4);
  const isYears = from.endsWith('-01-01') && to.endsWith('-12-31');
  // A year alone is a number in YAML.
  if (isYears) return to.startsWith(year) ? Number(year) : `${year}/${to.slice(0, 4)}`;
  const last = Temporal.PlainDate.from(to);
  const isMonths = from.endsWith('-01') && last.day === last.daysInMonth;
  const [first, end] = isMonths ? [from.slice(0, 7), to.slice(0, 7)] : [from, to];
  return first === end ? first : `${first}/${end}`;
}

function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function fields(given: Readonly<Record<string, Plain | undefined>>): Fields {
  return Object.fromEntries(Object.entries(given).filter((entry): entry is [string, Plain] => entry[1] !== undefined));
}
