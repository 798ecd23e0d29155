import { isSaidBy, speakersFor } from '../reading/lexicon.ts';
import type { Claim, Span } from '../record/dossier.ts';
import { isKnownBy } from '../record/standing.ts';
import type { Sieve } from '../search/search-index.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { monthsOf, SHELVES } from './claim-shelves.ts';
import type { Inquiry } from './inquiry.ts';

/** A constraint of a question that a claim fails. */
export type Unmet = 'voice' | 'outlet' | 'figure' | 'time' | 'unknown-then';

function overlaps(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Whether a statement opens with someone's name. */
function isSubject(profile: ClaimProfile, id: string): boolean {
  return profile.names[0] === id && profile.firstNameAt <= 2;
}

/** A claim is also someone's word when its first name is theirs and the outlet tells what they did ("Pyongyang acknowledged ..."). */
function isActOf(index: ClaimIndex, claim: Claim, profile: ClaimProfile, voice: string): boolean {
  if (claim.saidBy.length > 0 && !claim.saidBy.every((id) => index.lexicon.unnamed.has(id))) return false;
  return isSubject(profile, voice);
}

/** Whether a claim is near enough to a voice that is not its own: its subject for a position, about it for a timeline. */
function bearsOn(inquiry: Inquiry, claim: Claim, profile: ClaimProfile, voice: string): boolean {
  if (inquiry.form === 'timeline') return claim.people.includes(voice) || profile.names.includes(voice);
  return inquiry.wanted === 'position' && isSubject(profile, voice);
}

function hasVoice(index: ClaimIndex, inquiry: Inquiry, claim: Claim, profile: ClaimProfile): boolean {
  const { voices } = inquiry;
  return (
    voices.length === 0 ||
    voices.some(
      (voice) =>
        isSaidBy(index.lexicon, claim, voice) ||
        isActOf(index, claim, profile, voice) ||
        bearsOn(inquiry, claim, profile, voice),
    )
  );
}

function hasOutlet(claim: Claim, outlets: readonly string[]): boolean {
  if (outlets.length === 0) return true;
  return claim.reports.some(({ article, via }) => {
    const carriers = [article.outlet, ...via, ...article.copies.map((copy) => copy.outlet)];
    return outlets.some((outlet) => carriers.includes(outlet));
  });
}

function hasFigure(claim: Claim, profile: ClaimProfile, figures: readonly number[]): boolean {
  if (figures.length === 0) return true;
  const { figure } = claim;
  if (figure && figures.some((value) => value >= figure.low && value <= figure.high)) return true;
  return profile.figures.some(({ low, high }) => figures.some((value) => value === low || value === high));
}

/** Whether a claim bears on any of the spans: by its own time, or by the day it was published when it has none. */
function isDuring(claim: Claim, spans: readonly Span[] | undefined): boolean {
  if (!spans) return true;
  const { when } = claim;
  if (when) return spans.some((span) => overlaps(when, span));
  return claim.reports.some(({ article: { published } }) => {
    if (published.kind === 'dated')
      return spans.some((span) => overlaps({ from: published.date, to: published.date }, span));
    return (
      published.notBefore !== undefined &&
      spans.some((span) =>
        overlaps(
          { from: published.notBefore as string, to: published.notAfter ?? (published.notBefore as string) },
          span,
        ),
      )
    );
  });
}

/** Whether the question confines itself by what a claim tells without its statement being read. */
export function isConfined(inquiry: Inquiry): boolean {
  return (
    inquiry.asOf !== undefined ||
    inquiry.during !== undefined ||
    inquiry.outlets.length > 0 ||
    inquiry.figures.length > 0 ||
    inquiry.voices.length > 0
  );
}

/** For each kind of constraint that the question states, what claims that may meet it stand under in the index. */
function shelvesAsked(index: ClaimIndex, { outlets, during, figures, voices }: Inquiry): Shelved[] {
  const months = during?.map(monthsOf);
  const speakers = voices.flatMap((id) => [...speakersFor(index.lexicon, id)]);
  return [
    ...(outlets.length > 0 ? [{ shelves: outlets.map(SHELVES.outlet), terms: [] }] : []),
    ...(months?.every((each) => each !== undefined)
      ? [{ shelves: [...months.flat().map(SHELVES.month), SHELVES.longTime], terms: [] }]
      : []),
    ...(figures.length > 0
      ? [{ shelves: [...figures.map(SHELVES.figure), SHELVES.range], terms: figures.map((value) => `${value}`) }]
      : []),
    ...(voices.length > 0 ? [{ shelves: speakers.map(SHELVES.speaker), terms: voices.map((id) => `@${id}`) }] : []),
  ];
}

interface Shelved {
  readonly shelves: readonly string[];
  readonly terms: readonly string[];
}

/** How many claims are told one by one. */
const FEW = 4096;

/** Which claims seem to meet those constraints. A first sieve: `unmetBy` decides. */
export function sieveOf(index: ClaimIndex, inquiry: Inquiry): Sieve {
  const { asOf, during } = inquiry;
  const asked = shelvesAsked(index, inquiry);
  const counts = asked.map(({ shelves, terms }) => index.shelves.count(shelves) + index.terms.count(terms));
  const least = Math.min(...counts);
  const fewest = least <= FEW ? asked[counts.indexOf(least)] : undefined;
  const among = fewest && new Set([...index.shelves.having(fewest.shelves), ...index.terms.having(fewest.terms)]);
  const others = asked.filter((one) => one !== fewest);
  const marks = new Uint8Array(others.length > 0 ? index.claims.length : 0);
  let all = 0;
  for (const { shelves, terms } of others) {
    const bit = all + 1;
    index.shelves.mark(shelves, bit, marks);
    index.terms.mark(terms, bit, marks);
    all |= bit;
  }
  return {
    ...(among ? { among: Uint32Array.from(among).sort() } : {}),
    ...(all > 0 ? { marks, mark: all } : {}),
    accepts(document) {
      if ((all > 0 && marks[document] !== all) || among?.has(document) === false) return false;
      if (!asOf && !during) return true;
      const claim = index.claims[document] as Claim;
      return (!asOf || isKnownBy(claim, asOf.to)) && isDuring(claim, during);
    },
  };
}

/** What a claim fails of what the question states; empty when every constraint holds. */
export function unmetBy(index: ClaimIndex, inquiry: Inquiry, claim: Claim, profile: ClaimProfile): Unmet[] {
  const unmet: Unmet[] = [];
  if (inquiry.asOf && !isKnownBy(claim, inquiry.asOf.to)) unmet.push('unknown-then');
  if (!hasVoice(index, inquiry, claim, profile)) unmet.push('voice');
  if (!hasOutlet(claim, inquiry.outlets)) unmet.push('outlet');
  if (!hasFigure(claim, profile, inquiry.figures)) unmet.push('figure');
  if (!isDuring(claim, inquiry.during)) unmet.push('time');
  return unmet;
}
