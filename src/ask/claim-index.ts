import { LRUCache } from 'lru-cache';
import { createLexicon, type Lexicon } from '../reading/lexicon.ts';
import { readNameNeighbours, readNeighbours } from '../reading/read-neighbours.ts';
import type { Claim, Dossier, IsoDate } from '../record/dossier.ts';
import { stemOf, type Token } from '../search/analyse.ts';
import type { Neighbours } from '../search/neighbours.ts';
import { createWordRepairer, type WordRepairer } from '../search/repair-words.ts';
import { createIndexBuilder, type SearchIndex } from '../search/search-index.ts';
import { STOP_WORDS } from '../search/stop-words.ts';
import { THESAURUS } from '../search/thesaurus.ts';
import { type ClaimProfile, profileClaim } from './claim-profile.ts';
import { createShelfReader } from './claim-shelves.ts';
import { createTermReader, termsOfText } from './claim-terms.ts';
import { LIGHT_WORDS } from './question-grammar.ts';

/** A dossier made ready for questions. Built once; asking only reads it. */
export interface ClaimIndex {
  readonly dossier: Dossier;
  readonly lexicon: Lexicon;
  readonly repairer: WordRepairer;
  /** What stands beside these words on record: in names, and in the claims that have most of them. */
  neighbours(words: readonly string[]): Neighbours;
  readonly terms: SearchIndex;
  /** The claims by what else a question can confine itself to (see `SHELVES`). */
  readonly shelves: SearchIndex;
  /** The claims in the order of the index. */
  readonly claims: readonly Claim[];
  /** What the n-th claim's statement holds; read when first asked for. */
  profile(n: number): ClaimProfile;
  /** The stems and meanings of what a person or body is (its name and role). */
  rolesOf(id: string): ReadonlySet<string>;
  /** The stems and meanings of what a measure counts. */
  termsOfMeasure(id: string): ReadonlySet<string>;
  /** For a word that no claim has: stems on record that share its root. */
  kin(token: Token): readonly string[];
  /** The outlets whose own articles are on file. */
  readonly publishers: ReadonlySet<string>;
  /** The years that the story touches, the latest first: a date without a year falls in one of them. */
  readonly years: readonly [number, ...number[]];
  /** The last day on which an article on file can have been published, by its own date or its lower bound. */
  readonly newest?: IsoDate;
}

/** How many claims are read for what stands beside a word. */
const NEIGHBOURS_READ = 256;
/** Up to so many claims, all that were read are kept (some 750 bytes each); of more, those read last. */
const ALL_KEPT = 16_384;
const LAST_KEPT = 4096;
/** Letters that words of one root share at their beginning. */
const ROOT = 6;
const PREFIX = /^(?:re|un|non|over|under|mis|pre|out|dis)(?=.{4})/;

function yearsOf(dossier: Dossier): [number, ...number[]] {
  const years = new Set<string>();
  const add = (day: IsoDate | undefined) => day !== undefined && years.add(day.slice(0, 4));
  for (const { published } of dossier.articles.values()) {
    if (published.kind === 'dated') add(published.date);
    else [published.notBefore, published.notAfter].forEach(add);
  }
  for (const { when } of dossier.claims.values()) [when?.from, when?.to].forEach(add);
  add(newestOf(dossier));
  const [first = 1970, ...others] = [...years].map(Number).sort((a, b) => b - a);
  return [first, ...others];
}

function newestOf(dossier: Dossier): IsoDate | undefined {
  let newest: IsoDate | undefined;
  for (const { published } of dossier.articles.values()) {
    const day = published.kind === 'dated' ? published.date : (published.notAfter ?? published.notBefore);
    if (day !== undefined && (newest === undefined || day > newest)) newest = day;
  }
  return newest;
}

/** Makes a dossier ready for questions. */
export function createClaimIndex(dossier: Dossier): ClaimIndex {
  const lexicon = createLexicon(dossier);
  const claims = [...dossier.claims.values()];
  const newest = newestOf(dossier);
  const builder = createIndexBuilder();
  const readTerms = createTermReader(dossier, lexicon, builder);
  const shelving = createIndexBuilder();
  const readShelves = createShelfReader(shelving);
  for (const claim of claims) {
    builder.begin();
    readTerms(claim);
    shelving.begin();
    readShelves(claim);
  }
  const terms = builder.finish();
  const shelves = shelving.finish();
  const names = readNameNeighbours(dossier);
  let allNeighbours: Neighbours | undefined;
  const roots = new Map<string, string[]>();
  for (const stem of new Set([...lexicon.words].map(stemOf))) {
    if (stem.length < ROOT || !terms.has(stem)) continue;
    const kin = roots.get(stem.slice(0, ROOT));
    if (kin) kin.push(stem);
    else roots.set(stem.slice(0, ROOT), [stem]);
  }
  const profiles =
    claims.length <= ALL_KEPT
      ? new Map<number, ClaimProfile>()
      : new LRUCache<number, ClaimProfile>({ max: LAST_KEPT });
  const profile = (n: number): ClaimProfile => {
    const known = profiles.get(n);
    if (known) return known;
    const read = profileClaim(dossier, lexicon, claims[n] as Claim);
    profiles.set(n, read);
    return read;
  };
  /** What claims say, as words: their statements and quoted fragments. */
  const textsOf = (numbers: readonly number[]) =>
    numbers.flatMap((n) => {
      const { tokens, quotes } = profile(n);
      return [tokens, ...quotes];
    });
  const counted = new Map<string, ReadonlySet<string>>();
  const roles = new Map<string, ReadonlySet<string>>();
  return {
    dossier,
    lexicon,
    claims,
    neighbours(words) {
      // A record that would be read whole for one question is read once for all. Stop words alone lead to no claim.
      if (claims.length <= NEIGHBOURS_READ) {
        allNeighbours ??= readNeighbours(names, textsOf([...claims.keys()]), lexicon.words.difference(STOP_WORDS));
        return allNeighbours;
      }
      const stems = words.map((word) => ({ alternatives: [{ term: stemOf(word), weight: 1 }] }));
      const found = terms.search(stems, NEIGHBOURS_READ).map(({ document }) => document);
      return readNeighbours(names, textsOf(found), new Set(words));
    },
    profile,
    termsOfMeasure(id) {
      const measure = dossier.measures.get(id);
      const known =
        counted.get(id) ??
        new Set(termsOfText(lexicon, `${measure?.title ?? ''} ${measure?.unit ?? ''}`, 1).map(({ term }) => term));
      counted.set(id, known);
      return known;
    },
    rolesOf(id) {
      const person = dossier.people.get(id);
      const known =
        roles.get(id) ??
        new Set(termsOfText(lexicon, `${person?.name ?? ''} . ${person?.role ?? ''}`, 1).map(({ term }) => term));
      roles.set(id, known);
      return known;
    },
    repairer: createWordRepairer(lexicon.words, new Set([...STOP_WORDS, ...LIGHT_WORDS, ...THESAURUS.flat()])),
    terms,
    shelves,
    kin(token) {
      if (terms.has(token.stem) || token.stem.length < ROOT) return [];
      const bare = token.word.replace(PREFIX, '');
      const stem = bare.length >= 4 && bare !== token.word ? stemOf(bare) : undefined;
      return [
        ...(roots.get(token.stem.slice(0, ROOT)) ?? []),
        ...(stem !== undefined && terms.has(stem) ? [stem] : []),
      ];
    },
    publishers: new Set([...dossier.articles.values()].map((article) => article.outlet)),
    years: yearsOf(dossier),
    ...(newest === undefined ? {} : { newest }),
  };
}
