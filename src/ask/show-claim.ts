import { citationsOf, formatCitation } from '../record/citation.ts';
import type { Claim, Dossier, IsoDate } from '../record/dossier.ts';
import { onceEach } from '../record/once-each.ts';
import { claimAsOf, corroboration, standingOf } from '../record/standing.ts';
import { amendmentMarks, mendedSince } from './amendment-marks.ts';
import type { Mark, ShownClaim } from './answer.ts';
import type { ClaimIndex } from './claim-index.ts';
import { formatFigure } from './format-figure.ts';
import { words } from './words.ts';

/** Who says so, as readers see it. */
export function voiceOf(index: Pick<ClaimIndex, 'dossier'>, claim: Claim): string {
  const names = claim.saidBy.map((id) => index.dossier.people.get(id)?.name ?? id);
  if (names.length > 0) return words.list(names);
  return words.ownVoice([...new Set(claim.reports.map((report) => report.article.outlet))]);
}

/** Where a claim was published first of all, on one line. */
function sourceOf(claim: Claim): string {
  return formatCitation(citationsOf(claim)[0]);
}

/**
 * What another claim says otherwise, on one line: its figure of the same measure and whose it is, or else its statement.
 * One that needs care is not told in passing, without the notes on handling it: only who says otherwise.
 */
function otherwise({ dossier }: Pick<ClaimIndex, 'dossier'>, claim: Claim, other: Claim): string {
  const source = mendedSince(dossier, other, sourceOf(other));
  const voice = other.saidBy.length > 0 ? voiceOf({ dossier }, other) : undefined;
  if (other.figure !== undefined && other.figure.measure === claim.figure?.measure)
    return words.otherFigure(voice, formatFigure(dossier, other.figure), source);
  return other.sensitive ? words.otherVoice(voice, source) : words.otherAccount(other.statement, source);
}

/** What the rest of the record does to the claim; others that are shown beside it are not spelt out again. */
function standingMark(
  index: Pick<ClaimIndex, 'dossier'>,
  claim: Claim,
  beside: ReadonlySet<Claim>,
  asOf?: IsoDate,
): Mark[] {
  const standing = standingOf(index.dossier, claim, asOf);
  switch (standing.kind) {
    case 'current':
      return [];
    case 'superseded': {
      const unseen = standing.by.filter((newer) => !beside.has(newer));
      return [
        {
          kind: 'superseded',
          text: words.superseded(
            unseen.map((newer) => [newer.statement, mendedSince(index.dossier, newer, sourceOf(newer))]),
          ),
          ...quoting(unseen),
        },
      ];
    }
    case 'disputed': {
      const unseen = standing.with.filter((other) => !beside.has(other));
      return [
        {
          kind: 'disputed',
          text: words.disputed([...new Set(unseen.map((other) => otherwise(index, claim, other)))]),
          ...quoting(unseen),
        },
      ];
    }
  }
}

/** Which claims a mark quotes, so that a correction of theirs reaches it. */
function quoting(claims: readonly Claim[]): Pick<Mark, 'claims'> {
  return claims.length > 0 ? { claims: claims.map(({ id }) => id) } : {};
}

function sourcingMark(claim: Claim): Mark[] {
  const { recorders, outlets } = corroboration(claim);
  if (outlets.length === 1) return [{ kind: 'single-sourced', text: words.singleSourced }];
  if (recorders.length === 1)
    return [{ kind: 'one-source', text: words.oneSource(outlets.length, recorders[0] as string) }];
  return [];
}

/** A claim as it is shown with none beside it, and with some of those that gainsay or overtake it, by their ids. */
interface Showing {
  readonly rivals: readonly Claim[];
  readonly shown: Map<string, ShownClaim>;
}

/** Showings of one dossier before they are all forgotten. */
const SHOWINGS_KEPT = 4096;
const SHOWN_KEPT = 16;
const showings = onceEach((_: Dossier) => new Map<Claim, Showing>());

function showingOf(dossier: Dossier, claim: Claim): Showing {
  const known = showings(dossier);
  const before = known.get(claim);
  if (before) return before;
  const standing = standingOf(dossier, claim);
  const rivals = standing.kind === 'superseded' ? standing.by : standing.kind === 'disputed' ? standing.with : [];
  const showing = { rivals, shown: new Map<string, ShownClaim>() };
  if (known.size >= SHOWINGS_KEPT) known.clear();
  known.set(claim, showing);
  return showing;
}

/**
 * A claim with its voice, citations and marks. `beside` are the claims shown with it; with `asOf`, only what was
 * published by the end of that day is cited and counted. The same object for the same claim beside the same rivals.
 */
export function showClaim(
  index: Pick<ClaimIndex, 'dossier'>,
  claim: Claim,
  beside: readonly Claim[] = [],
  asOf?: IsoDate,
): ShownClaim {
  if (asOf !== undefined) return showAnew(index, claim, beside, asOf);
  const { rivals, shown } = showingOf(index.dossier, claim);
  const near = rivals.filter((rival) => beside.includes(rival));
  const key = near.map(({ id }) => id).join();
  const before = shown.get(key);
  if (before) return before;
  const showing = showAnew(index, claim, near);
  if (shown.size >= SHOWN_KEPT) shown.clear();
  shown.set(key, showing);
  return showing;
}

function showAnew(
  index: Pick<ClaimIndex, 'dossier'>,
  claim: Claim,
  beside: readonly Claim[],
  asOf?: IsoDate,
): ShownClaim {
  const known = asOf === undefined ? claim : claimAsOf(claim, asOf);
  return {
    claim: known,
    voice: voiceOf(index, known),
    citations: citationsOf(known),
    marks: [
      ...amendmentMarks(index.dossier, claim),
      ...standingMark(index, claim, new Set(beside), asOf),
      ...sourcingMark(known),
    ],
  };
}
