import fc from 'fast-check';
import type { Dossier } from '../../src/record/dossier.ts';
import type { Act } from '../../src/record/ledger.ts';
import { type ClaimValue, type Thing, thingsOf } from '../../src/record/ledger-values.ts';

/** Text that YAML could take for something else. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(': ', ' #', '- ', '"', "'", ',', '[x]', '{y}', '&', '*', '!', '|', '>', '%', '@', '`', '\\', '?'),
      fc.constantFrom('true', 'no', '12', '1e3', '2025-02-19', '~', 'null', 'é', '北', '😀', '…', 'word', 'Two words'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim());
const day = fc.nat(700).map((days) => Temporal.PlainDate.from('2024-03-01').add({ days }).toString());
const whens = fc.constantFrom(
  { from: '2024-03-11', to: '2024-03-11' },
  { from: '2024-02-01', to: '2024-02-29' },
  { from: '2024-01-01', to: '2024-12-31' },
  { from: '2024-02-01', to: '2024-04-30' },
  { from: '2023-01-01', to: '2024-12-31' },
  { from: '2024-03-11', to: '2024-03-13' },
);

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Fields of a claim, any of which a correction may change. */
const fields = fc.record({
  statement: text,
  key: fc.boolean(),
  when: maybe(whens),
  sensitive: maybe(fc.constantFrom('self-harm', 'health', 'identity')),
  value: maybe(
    fc.record({ low: fc.nat(20_000), more: fc.nat(3), qualifier: maybe(fc.constantFrom('some', 'more than')) }),
  ),
  quote: maybe(text.map((quote) => quote.split(' ').slice(0, 12).join(' '))),
  paragraph: fc.nat(40),
  picks: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
});
type Drawn = (typeof fields)['generate'] extends (...given: never[]) => { value: infer Value } ? Value : never;

const step = fc.tuple(
  fc.constantFrom('approved', 'corrected', 'corrected', 'retracted', 'superseded'),
  fc.nat(),
  fields,
  fc.record({
    name: text,
    outlet: text,
    headline: text,
    published: maybe(day),
    chain: fc.array(text, { maxLength: 2 }),
  }),
);

function pick<Item>(items: readonly Item[], n: number | undefined): Item {
  return items[(n ?? 0) % items.length] as Item;
}

function reworded(claim: ClaimValue, dossier: Dossier, drawn: Drawn, article?: string): ClaimValue {
  const { statement, key, when, sensitive, value, quote, paragraph, picks } = drawn;
  const { figure: _, when: __, sensitive: ___, ...rest } = claim;
  const others = [...dossier.claims.keys()].filter((id) => id !== claim.id);
  const slug = article ?? pick([...dossier.articles.keys()], picks[0]);
  return {
    ...rest,
    statement,
    key,
    ...(when ? { when } : {}),
    ...(sensitive ? { sensitive } : {}),
    ...(value
      ? {
          figure: {
            measure: pick([...dossier.measures.keys()], picks[1]),
            low: value.low,
            high: value.low + value.more,
            ...(value.qualifier ? { qualifier: value.qualifier } : {}),
          },
        }
      : {}),
    conflictsWith: (picks[2] ?? 0) % 2 === 0 ? claim.conflictsWith : [pick(others, picks[2])],
    reports: [
      ...((picks[3] ?? 0) % 2 === 0 ? claim.reports.filter((report) => report.article !== slug) : []),
      {
        article: slug,
        paragraph,
        via: (picks[4] ?? 0) % 2 === 0 ? [] : (dossier.articles.get(slug)?.chain ?? []),
        ...(quote ? { quote } : {}),
      },
    ],
  };
}

/** What editors may do to a dossier, in order: every act fits what the others left. */
export function deskActs(dossier: Dossier): fc.Arbitrary<readonly Act[]> {
  return fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => {
    const claims = new Map(
      thingsOf(dossier).flatMap((thing) => (thing.subject === 'claim' ? [[thing.value.id, thing.value] as const] : [])),
    );
    const overtakes = new Map([...claims].map(([id, { supersedes }]) => [id, new Set(supersedes)]));
    /** Whether one is the other or is overtaken by it, be it through others: what overtakes it then would close a circle. */
    const isOlder = (one: string, other: string): boolean =>
      one === other || [...(overtakes.get(other) ?? [])].some((older) => isOlder(one, older));
    return steps.flatMap(([kind, n, drawn, made], place): Act[] => {
      const of = { dossier: dossier.slug, why: `Reason ${place}` };
      const target = pick([...claims.values()], n);
      const now = (value: ClaimValue): Thing => {
        claims.set(value.id, value);
        return { subject: 'claim', value };
      };
      if (claims.size === 0) return [];
      switch (kind) {
        case 'retracted':
          claims.delete(target.id);
          return [{ kind, ...of, claim: target.id, source: 'Note' }];
        case 'corrected':
          return [{ kind, ...of, claim: target.id, source: 'Note', things: [now(reworded(target, dossier, drawn))] }];
        case 'superseded': {
          const by = pick([...claims.keys()], drawn.picks[5]);
          if (isOlder(by, target.id)) return [];
          overtakes.set(by, new Set([...(overtakes.get(by) ?? []), target.id]));
          return [{ kind, ...of, claim: target.id, by, things: [] }];
        }
        default: {
          const slug = `article-${place}`;
          const person = { id: `person-${place}`, name: `${made.name} ${place}`, kind: 'person', aliases: [] } as const;
          const published = made.published
            ? ({ kind: 'dated', date: made.published } as const)
            : ({ kind: 'undated' } as const);
          const { outlet, headline, chain } = made;
          const claim = {
            ...reworded(target, dossier, drawn, slug),
            id: `claim-${place}`,
            saidBy: [person.id],
            supersedes: [],
          };
          return [
            {
              kind: 'approved',
              ...of,
              proposal: `p${place}`,
              things: [
                { subject: 'person', value: person },
                { subject: 'article', value: { slug, outlet, headline, published, chain, copies: [] } },
                now({ ...claim, topic: pick([...dossier.topics.keys()], n) }),
              ],
            },
          ];
        }
      }
    });
  });
}
