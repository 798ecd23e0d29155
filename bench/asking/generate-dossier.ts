import type { Article, Claim, Dossier, Measure, Person, Report, Span } from '../../src/record/dossier.ts';
import { KINDS, type Kind, type Telling } from './grammar.ts';
import { createRandom, type Random } from './random.ts';
import { createStory, type Story } from './story.ts';
import { createWorld, type World } from './world.ts';

/** What a made-up claim was made from: enough to ask for it. */
export interface Fact {
  readonly claim: number;
  readonly story: Story;
  readonly kind: Kind;
  readonly told: Telling;
}

/** A made-up dossier, with what is needed to ask about it. */
export interface MadeUpDossier {
  readonly dossier: Dossier;
  /** A sample of what its claims were made from, some thousands. */
  readonly facts: readonly Fact[];
  /** For each claim, what makes it the answer to a question: its story's key, and its kind. */
  readonly keyOf: (claim: number) => { readonly story: string; readonly kind: string };
  /** A claim more, of a new story, as an editor might file it. */
  makeClaim(): Claim;
}

const CLAIMS_A_STORY = 12;
const CLAIMS_AN_ARTICLE = 8;
const FACTS_KEPT = 20_000;
const DAY_MS = 86_400_000;

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The articles of a story. */
function writeArticles(world: World, story: Story, n: number, random: Random): Article[] {
  const first = isoDate(story.year, story.month, 28);
  return Array.from({ length: Math.ceil(CLAIMS_A_STORY / CLAIMS_AN_ARTICLE) + 1 }, (_, part) => ({
    slug: `a${n}-${part}`,
    outlet: random.pickOften(world.outlets),
    headline: `${story.place} ${story.thing} ${story.event}`,
    published: { kind: 'dated', date: daysAfter(first, part * 40 + random.below(40)) },
    chain: random.next() < 0.5 ? [random.pickOften(world.agencies)] : [],
    copies: [],
  }));
}

function whenOf(story: Story, { day }: Telling, random: Random): Span | undefined {
  if (day !== undefined) {
    const date = isoDate(story.year, story.month, day);
    return { from: date, to: date };
  }
  if (random.next() < 0.6) return undefined;
  return { from: isoDate(story.year, story.month, 1), to: isoDate(story.year, story.month, 28) };
}

/** A dossier of `size` claims, the same for the same seed. */
export function generateDossier(size: number, seed = 1): MadeUpDossier {
  const world = createWorld(size, seed);
  const random = createRandom(seed + 1);
  const people = new Map<string, Person>([...world.bodies, ...world.persons].map((person) => [person.id, person]));
  const claims = new Map<string, Claim>();
  const articles = new Map<string, Article>();
  const measures = new Map<string, Measure>();
  const facts: Fact[] = [];
  const storyKeys: string[] = [];
  const kinds = new Uint8Array(size);
  const stories = new Uint32Array(size);
  const keep = Math.min(1, FACTS_KEPT / size);

  function measureOf(story: Story, n: number, kind: Kind): string | undefined {
    if (kind.counts === undefined) return undefined;
    const id = `${kind.name}-${n}`;
    if (!measures.has(id)) {
      const title = `${kind.counts}, ${story.place} ${story.thing} ${story.event}`;
      measures.set(id, { id, title, family: id, ...(/cost|offered/.test(title) ? { unit: 'crowns' } : {}) });
    }
    return id;
  }

  function makeClaim(id: string, story: Story, n: number, kind: Kind, printed: readonly Article[]): [Claim, Telling] {
    const told = kind.tell(story, random);
    const measure = told.figure && measureOf(story, n, kind);
    const when = whenOf(story, told, random);
    const carried = random.next() < 0.3 ? 2 : 1;
    const start = random.below(printed.length);
    const reports = Array.from({ length: carried }, (_, part): Report => {
      const article = printed[(start + part) % printed.length] as Article;
      return {
        article,
        paragraph: 1 + random.below(20),
        via: article.chain,
        ...(told.quote === undefined ? {} : { quote: told.quote }),
      };
    });
    const claim: Claim = {
      id,
      statement: told.statement,
      topic: 'all',
      key: random.next() < 0.02,
      people: told.people.map((person) => person.id),
      ...(told.figure && measure ? { figure: { measure, ...told.figure } } : {}),
      saidBy: told.saidBy.map((person) => person.id),
      ...(when ? { when } : {}),
      supersedes: [],
      conflictsWith: [],
      reports: reports as [Report, ...Report[]],
    };
    return [claim, told];
  }

  for (let n = 0; claims.size < size; n++) {
    const story = createStory(world, random);
    storyKeys.push(story.key);
    const printed = writeArticles(world, story, n, random);
    for (const article of printed) articles.set(article.slug, article);
    const many = Math.min(size - claims.size, 1 + random.below(2 * CLAIMS_A_STORY - 1));
    for (let part = 0; part < many; part++) {
      const kind = KINDS[random.below(KINDS.length)] as Kind;
      const at = claims.size;
      const [claim, told] = makeClaim(`c${at}`, story, n, kind, printed);
      claims.set(claim.id, claim);
      kinds[at] = KINDS.indexOf(kind);
      stories[at] = n;
      if (random.next() < keep) facts.push({ claim: at, story, kind, told });
    }
  }

  let added = 0;
  return {
    dossier: {
      slug: 'made-up',
      title: 'A made-up record',
      topics: new Map([['all', { id: 'all', title: 'Everything' }]]),
      measures,
      vocabulary: new Map(),
      policy: {},
      articles,
      people,
      claims,
      amendments: new Map(),
    },
    facts,
    keyOf: (claim) => ({
      story: storyKeys[stories[claim] as number] as string,
      kind: (KINDS[kinds[claim] as number] as Kind).name,
    }),
    makeClaim() {
      const n = storyKeys.length + added++;
      const story = createStory(world, random);
      const plain = KINDS.filter(({ counts }) => counts === undefined);
      return makeClaim(`new${n}`, story, n, random.pick(plain), [...articles.values()].slice(0, 2))[0];
    },
  };
}
