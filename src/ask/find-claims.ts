import type { Claim } from '../record/dossier.ts';
import type { Hit, Sieve } from '../search/search-index.ts';
import { isAboutCoverage } from './about-coverage.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { SHELVES } from './claim-shelves.ts';
import { fits } from './fits.ts';
import { isConfined, sieveOf, type Unmet, unmetBy } from './holds.ts';
import type { Inquiry, InquirySlot } from './inquiry.ts';

/** A claim that has something of the question, with what speaks for and against it. */
export interface Candidate {
  readonly claim: Claim;
  /** Its number in the index. */
  readonly document: number;
  readonly profile: ClaimProfile;
  /** BM25 with bonuses; only compared within one question. */
  readonly score: number;
  /** The share of the question's burden that the claim carries, 0 to 1; 1 when the question has none. */
  readonly coverage: number;
  /** Slots with a burden that it lacks. */
  readonly missing: readonly InquirySlot[];
  /** Neighbouring words of the question that are neighbours in the claim. */
  readonly pairs: number;
  readonly fits: boolean;
  readonly unmet: readonly Unmet[];
}

const FITTING = 1.4;
/** In a timeline, what has a date goes before what has none. */
const DATED = 1.5;
/** Where it is asked who someone is, what they are goes before what they said. */
const IDENTITY = 2.5;
/** Within how many words of a name "is" still tells what its bearer is. */
const BEING = 8;
/** What took place at the time asked about goes before what was only published then. */
const TIMELY = 1.4;
const PAIR = 0.2;
const KEY = 1.05;
/** Where the question hardly says what it is about, the record's key claims come first. */
const KEY_WHEN_BROAD = 2;
const BROAD_BURDEN = 1;
/** How a claim on the coverage itself counts where that is asked, and where it is not. */
const COVERAGE = { asked: 1.3, unasked: 0.7 } as const;
/** How many claims are read for one question: the less its own words tell them apart, the more. */
const KEPT = { telling: 32, broad: 64, wordless: 200 } as const;
/** How many of the first slots a hit tells of. */
const SLOTS_TOLD = 31;
const NOTHING_UNMET: readonly Unmet[] = [];

type Carried = Pick<Candidate, 'coverage' | 'missing'>;

/** What claims carry of a question, by the slots they have; worked out once for all that have the same. */
function carriedOf(inquiry: Inquiry): (slots: number) => Carried {
  const known = new Map<number, Carried>();
  return (slots) => {
    const carried = known.get(slots) ?? carriedBy(inquiry, slots);
    known.set(slots, carried);
    return carried;
  };
}

function carriedBy(inquiry: Inquiry, slots: number): Carried {
  let carried = 0;
  let whole = 0;
  const missing: InquirySlot[] = [];
  inquiry.slots.forEach((slot, n) => {
    whole += slot.burden;
    if (n < SLOTS_TOLD && slots & (1 << n)) carried += slot.burden;
    else if (slot.burden > 0) missing.push(slot);
  });
  return { coverage: whole === 0 ? 1 : carried / whole, missing };
}

/** How many neighbouring pairs of the question's words stand next to each other in the claim. */
function countPairs(asked: readonly string[], { score, slots }: Hit, { matter }: ClaimProfile): number {
  let pairs = 0;
  for (let n = 1; n < asked.length; n++) {
    // A claim that was found by its words tells which of them it has.
    const both = 3 << (n - 1);
    if (score > 0 && n < SLOTS_TOLD && (slots & both) !== both) continue;
    const [first, second] = [asked[n - 1] as string, asked[n] as string];
    // A word is met once or twice in a statement.
    for (let at = matter.indexOf(first); at >= 0; at = matter.indexOf(first, at + 1)) {
      if (matter[at + 1] !== second) continue;
      pairs++;
      break;
    }
  }
  return pairs;
}

function burdenOf(inquiry: Inquiry): number {
  return inquiry.slots.reduce((sum, slot) => sum + slot.burden, 0);
}

/** Whether a question hardly says what it is about ("what is Seoul's position?"). */
export function isBroad(inquiry: Inquiry): boolean {
  return burdenOf(inquiry) <= BROAD_BURDEN;
}

/** Claims that nothing but constraints leads to ("what did UPI report"): those that may meet them first, key ones before others. */
function withoutWords(index: ClaimIndex, sieve: Sieve, found: ReadonlyMap<number, Hit>): Hit[] {
  const keyOnes = index.shelves.having([SHELVES.key]);
  const hits: Hit[] = [];
  const take = (documents: Iterable<number>, suits: (document: number) => boolean) => {
    for (const document of documents) {
      if (hits.length >= KEPT.wordless) return;
      if (suits(document) && !found.has(document)) hits.push({ document, score: 0, slots: 0 });
    }
  };
  const isKey = (document: number) => index.claims[document]?.key === true;
  take(keyOnes, sieve.accepts);
  take(sieve.among ?? index.claims.keys(), (document) => sieve.accepts(document) && !isKey(document));
  take(keyOnes, (document) => !sieve.accepts(document));
  take(index.claims.keys(), (document) => !sieve.accepts(document) && !isKey(document));
  return hits;
}

/** Whether it says of the one asked about what they are: the statement opens with the name and goes on with "is", "was" or a title. */
function tellsIdentity(inquiry: Inquiry, profile: ClaimProfile): boolean {
  if (!inquiry.identity) return false;
  const { names, firstNameAt, tokens } = profile;
  if (names[0] === undefined || !inquiry.names.includes(names[0]) || firstNameAt > 1) return false;
  if (tokens[firstNameAt]?.possessive) return false;
  return tokens
    .slice(firstNameAt + 1, firstNameAt + BEING)
    .some(({ word }) => /^(?:is|are|heads|leads|serves|served|one)$/.test(word));
}

/** Whether what a claim tells took place wholly within one of the spans: nearer to the question than what was only published then. */
function isWithin({ when }: Claim, spans: Inquiry['during']): boolean {
  return when !== undefined && spans?.some(({ from, to }) => from <= when.from && when.to <= to) === true;
}

/** Reads a claim that was found, for one question. */
function readerFor(index: ClaimIndex, inquiry: Inquiry): (hit: Hit) => Candidate {
  const broad = isBroad(inquiry);
  const asked = inquiry.slots.map((slot) => slot.alternatives[0]?.term ?? '');
  const carried = carriedOf(inquiry);
  const confined = isConfined(inquiry);
  return (hit) => {
    const claim = index.claims[hit.document] as Claim;
    const profile = index.profile(hit.document);
    const fitting = fits(index, inquiry, claim, profile);
    const pairs = countPairs(asked, hit, profile);
    const onCoverage = isAboutCoverage(index, claim, profile)
      ? COVERAGE[inquiry.form === 'sources' ? 'asked' : 'unasked']
      : 1;
    const { coverage, missing } = carried(hit.slots);
    const key = claim.key ? (broad ? KEY_WHEN_BROAD : KEY) : 1;
    const fitted = inquiry.form === 'timeline' ? (claim.when ? DATED : 1) : fitting ? FITTING : 1;
    const identity = tellsIdentity(inquiry, profile) ? IDENTITY : 1;
    const timely = isWithin(claim, inquiry.during) ? TIMELY : 1;
    const score = (hit.score + (broad ? 1 : 0)) * fitted * timely * identity * (1 + PAIR * pairs) * key * onCoverage;
    return {
      claim,
      document: hit.document,
      profile,
      score,
      coverage,
      missing,
      pairs,
      fits: fitting,
      unmet: confined ? unmetBy(index, inquiry, claim, profile) : NOTHING_UNMET,
    };
  };
}

/** Of those that may meet the constraints, the nearest in words; where none meets them, and where words lead nowhere, the nearest of all too. */
function findConfined(index: ClaimIndex, inquiry: Inquiry, kept: number, widely: boolean): Candidate[] {
  const wordless = burdenOf(inquiry) === 0;
  const read = readerFor(index, inquiry);
  const sieve = sieveOf(index, inquiry);
  const inside = isConfined(inquiry) ? index.terms.search(inquiry.slots, kept, sieve) : [];
  const candidates = inside.map(read);
  // A number can be written in ways that no shelf knows of ("1.5 million").
  const isWhole = !widely && !wordless && inquiry.figures.length === 0;
  if (isWhole && candidates.some(({ unmet }) => unmet.length === 0)) return candidates;
  const hits = new Map(inside.map((hit) => [hit.document, hit]));
  const others = index.terms.search(inquiry.slots, kept).filter(({ document }) => !hits.has(document));
  for (const hit of others) hits.set(hit.document, hit);
  return [...candidates, ...others.map(read), ...(wordless ? withoutWords(index, sieve, hits).map(read) : [])];
}

/** The claims that share a word, a name or a meaning with the question, best first; `widely` where only some of them will do. */
export function findClaims(index: ClaimIndex, inquiry: Inquiry, widely = false): Candidate[] {
  const wordless = burdenOf(inquiry) === 0;
  const kept = KEPT[wordless ? 'wordless' : widely || isBroad(inquiry) ? 'broad' : 'telling'];
  const candidates =
    wordless || isConfined(inquiry)
      ? findConfined(index, inquiry, kept, widely)
      : index.terms.search(inquiry.slots, kept).map(readerFor(index, inquiry));
  return candidates.sort((a, b) => b.score - a.score);
}
