import { asRead } from './as-read.ts';
import type { Article, Claim, Dossier, IsoDate } from './dossier.ts';
import { relations } from './relations.ts';

/** What the rest of the record does to a claim. The lists are never empty. */
export type Standing =
  | { readonly kind: 'current' }
  | { readonly kind: 'superseded'; readonly by: readonly Claim[] }
  | { readonly kind: 'disputed'; readonly with: readonly Claim[] };

/** The earliest day on which an article can have been out; undefined when nothing bounds it from below. */
function earliest({ published }: Article): IsoDate | undefined {
  return published.kind === 'dated' ? published.date : published.notBefore;
}

/** The earliest day on which any of a claim's reports can have been published; undefined when no report tells. */
export function knownSince(claim: Claim): IsoDate | undefined {
  return claim.reports
    .map(({ article }) => earliest(article))
    .filter((day) => day !== undefined)
    .sort()[0];
}

/**
 * Whether an article counts as out by the end of `day`. An undated one counts from its lower bound; one that has
 * only an upper bound, from that; one without bounds never, since nothing shows that it was out.
 */
export function isOutBy({ published }: Article, day: IsoDate): boolean {
  const from = published.kind === 'dated' ? published.date : (published.notBefore ?? published.notAfter);
  return from !== undefined && from <= day;
}

/** Whether any report of the claim was out by the end of `day`. */
export function isKnownBy(claim: Claim, day: IsoDate): boolean {
  return claim.reports.some(({ article }) => isOutBy(article, day));
}

/**
 * A claim's standing, on the whole record or as it was known at the end of the day `asOf`.
 * Superseded: a newer claim lists it. Disputed: a claim that is not superseded itself says otherwise, either listed as
 * a conflict or by a figure of the same measure that this one's does not overlap. Superseded goes before disputed.
 */
export function standingOf(dossier: Dossier, claim: Claim, asOf?: IsoDate): Standing {
  const by = superseders(dossier, claim, asOf);
  if (by.length > 0) return { kind: 'superseded', by };
  const listed = new Set(claim.conflictsWith);
  const rivals = [
    ...claim.conflictsWith.map((id) => dossier.claims.get(id)).filter((other) => other !== undefined),
    ...(relations(dossier).ofMeasure.get(claim.figure?.measure ?? '') ?? []).filter(
      (other) => !listed.has(other.id) && figuresDiffer(dossier, claim, other),
    ),
  ].filter((other) => isOnRecord(other, asOf) && superseders(dossier, other, asOf).length === 0);
  return rivals.length > 0 ? { kind: 'disputed', with: rivals } : { kind: 'current' };
}

function isOnRecord(claim: Claim, asOf: IsoDate | undefined): boolean {
  return asOf === undefined || isKnownBy(claim, asOf);
}

function superseders(dossier: Dossier, claim: Claim, asOf: IsoDate | undefined): readonly Claim[] {
  return (relations(dossier).supersededBy.get(claim.id) ?? []).filter((newer) => isOnRecord(newer, asOf));
}

/**
 * Whether two claims give figures of one measure that cannot both hold. Figures of times that do not overlap can,
 * and so can figures of different persons.
 */
function figuresDiffer(dossier: Dossier, one: Claim, other: Claim): boolean {
  if (one.id === other.id || one.figure === undefined || one.figure.measure !== other.figure?.measure) return false;
  if (one.figure.low <= other.figure.high && other.figure.low <= one.figure.high) return false;
  if (one.when && other.when && (one.when.to < other.when.from || other.when.to < one.when.from)) return false;
  const [persons, others] = [personsOf(dossier, one), personsOf(dossier, other)];
  return persons.length === 0 || others.length === 0 || persons.some((id) => others.includes(id));
}

function personsOf(dossier: Dossier, claim: Claim): readonly string[] {
  return claim.people.filter((id) => dossier.people.get(id)?.kind === 'person');
}

/** A claim with the reports that were out by the end of a day, or all it has when none was. */
export function claimAsOf(claim: Claim, day: IsoDate): Claim {
  const [first, ...others] = claim.reports.filter(({ article }) => isOutBy(article, day));
  return first && others.length + 1 < claim.reports.length ? { ...claim, reports: [first, ...others] } : claim;
}

/**
 * The dossier as it was known at the end of a day: without the articles that were not out, their reports, the claims
 * that have no report left, and what other claims say of those. What was mended later reads as it did then, with what
 * became of it in `since`.
 */
export function asOf(current: Dossier, day: IsoDate): Dossier {
  const dossier = asRead(current, day);
  const articles = new Map([...dossier.articles].filter(([, article]) => isOutBy(article, day)));
  const kept = new Map([...dossier.claims].filter(([, claim]) => isKnownBy(claim, day)));
  const trim = (ids: readonly string[]) => ids.filter((id) => kept.has(id));
  const claims = new Map(
    [...kept].map(([id, claim]) => {
      const { supersedes, conflictsWith } = claim;
      return [id, { ...claimAsOf(claim, day), supersedes: trim(supersedes), conflictsWith: trim(conflictsWith) }];
    }),
  );
  return { ...dossier, articles, claims };
}

/** Who stands behind a claim, each once, in the order of its reports. */
export interface Corroboration {
  /** Ids of those who say so; for a claim in an outlet's own voice, the newsrooms that heard it first-hand. */
  readonly voices: readonly string[];
  /** The newsrooms that heard it first-hand: the last of each chain, or the outlet when it reports by itself. */
  readonly recorders: readonly string[];
  /** The outlets that carried it. */
  readonly outlets: readonly string[];
}

/** The voices, recorders and outlets of a claim. Three outlets via AFP are three outlets and one recorder. */
export function corroboration(claim: Claim): Corroboration {
  const recorders = distinct(claim.reports.map(({ via, article }) => via.at(-1) ?? article.outlet));
  return {
    voices: claim.saidBy.length > 0 ? distinct(claim.saidBy) : recorders,
    recorders,
    outlets: distinct(claim.reports.map(({ article }) => article.outlet)),
  };
}

/**
 * Whether a claim is double sourced: two newsrooms heard it first-hand, or two people or bodies say so.
 * Outlets never count: those that repeat one agency add nothing to it.
 */
export function isDoubleSourced(claim: Claim): boolean {
  const { voices, recorders } = corroboration(claim);
  return voices.length >= 2 || recorders.length >= 2;
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
