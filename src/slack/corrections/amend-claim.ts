import type { Mark, ShownClaim } from '../../ask/answer.ts';
import { showClaim } from '../../ask/show-claim.ts';
import type { Amendment } from '../../record/amendment.ts';
import { isMending } from '../../record/as-read.ts';
import { citationsOf, formatCitation } from '../../record/citation.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import { readsAs } from './versions-shown.ts';
import { CORRECTION_WORDS } from './words.ts';

/** What became of a claim that was shown; `amendment` is the newest since. */
export type AmendedClaim =
  /** What it said, struck out or marked, and what stands instead. */
  | { readonly amendment: Amendment; readonly was: ShownClaim; readonly now?: ShownClaim }
  /** It stands as it was shown: what was said of it meanwhile was taken back. */
  | { readonly amendment: Amendment; readonly was?: undefined; readonly now: ShownClaim };

/** The amendments of a claim after a version of it, oldest first. */
export function amendmentsSince(dossier: Dossier, claim: string, version: number): readonly Amendment[] {
  return (dossier.amendments.get(claim) ?? []).filter(({ seq }) => seq > version);
}

/**
 * A claim as it was shown in a version, by everything that editors have said of it since; undefined when they said
 * nothing. Only how it stands now counts, not the way there.
 */
export function amendClaim(shown: ShownClaim, dossier: Dossier, version: number): AmendedClaim | undefined {
  const { id } = shown.claim;
  const since = amendmentsSince(dossier, id, version);
  const current = dossier.claims.get(id);
  const mending = since.findLast(isMending);
  const isRestored = mending?.kind === 'corrected' && current !== undefined && readsAs(shown.claim, current);
  if (mending === undefined || isRestored) {
    const overtaken = lastOvertaking(shown, since, dossier);
    const newer = overtaken && dossier.claims.get(overtaken.now.id);
    if (overtaken === undefined || (current && !newer?.supersedes.includes(id))) {
      const last = mending ?? (overtaken && (dossier.amendments.get(overtaken.now.id)?.at(-1) ?? overtaken));
      return last && current && { amendment: last, now: showClaim({ dossier }, current) };
    }
    if (!since.includes(overtaken)) return undefined;
    const others = shown.marks.filter(({ kind }) => kind !== 'superseded');
    return {
      amendment: overtaken,
      was: { ...shown, marks: [overtakenMark(overtaken, dossier), ...others], revision: 'overtaken' },
    };
  }
  const { at, why, source } = mending;
  const text =
    mending.kind === 'retracted'
      ? CORRECTION_WORDS.retracted(at, why, source)
      : current
        ? CORRECTION_WORDS.corrected(at)
        : CORRECTION_WORDS.correctedAndGone(at, why, source);
  const was = { ...shown, marks: [{ kind: mending.kind, text }], revision: 'was' } as const;
  const now = current && ({ ...showClaim({ dossier }, current), revision: 'now' } as const);
  return { amendment: mending, was, ...(now ? { now } : {}) };
}

/** What was last said to overtake it, since it was shown or as it was shown. */
function lastOvertaking(
  { claim, revision }: ShownClaim,
  since: readonly Amendment[],
  dossier: Dossier,
): Overtaking | undefined {
  const all: readonly Amendment[] = revision === 'overtaken' ? (dossier.amendments.get(claim.id) ?? []) : since;
  return all.findLast((one): one is Overtaking => one.kind === 'superseded');
}

type Overtaking = Extract<Amendment, { kind: 'superseded' }>;

function overtakenMark({ at, why, now }: Overtaking, dossier: Dossier): Mark {
  const newer = dossier.claims.get(now.id);
  return {
    kind: 'superseded',
    text: CORRECTION_WORDS.overtaken(at, why, newer && inPassing(newer)),
    ...(newer ? { claims: [newer.id] } : {}),
  };
}

/**
 * A claim's marks where they quote other claims that were corrected or retracted since; undefined when none does.
 * `versionOf`: in which version the message showed a claim.
 */
export function amendMarks(
  { marks }: ShownClaim,
  dossier: Dossier,
  versionOf: (claim: string) => number,
): { readonly marks: readonly Mark[]; readonly amendment: Amendment } | undefined {
  const mended = marks.map((mark) => {
    const amendments = (mark.claims ?? []).flatMap((id) => {
      const last = amendmentsSince(dossier, id, versionOf(id)).findLast(isMending);
      return last ? [{ id, last }] : [];
    });
    return { mark, amendments };
  });
  const newest = mended
    .flatMap(({ amendments }) => amendments.map(({ last }) => last))
    .toSorted((a, b) => a.seq - b.seq)
    .at(-1);
  if (newest === undefined) return undefined;
  return {
    amendment: newest,
    marks: mended.map(({ mark, amendments }) => {
      if (amendments.length === 0) return mark;
      const amended = new Map(amendments.map(({ id, last }) => [id, last]));
      const told = (mark.claims ?? []).flatMap((id) => {
        const [now, last] = [dossier.claims.get(id), amended.get(id)];
        // Others that it quotes are still what they were.
        if (last === undefined) return (now && inPassing(now)) ?? [];
        return now
          ? CORRECTION_WORDS.quoteCorrected(last.at, inPassing(now))
          : CORRECTION_WORDS.quoteRetracted(last.at);
      });
      return { ...mark, text: `${mark.kind}: ${told.join('; ')}` };
    }),
  };
}

/** A claim as a mark quotes it; undefined for one that needs care: that is not told without the notes on handling it. */
function inPassing(claim: Claim): string | undefined {
  if (claim.sensitive !== undefined) return undefined;
  return CORRECTION_WORDS.quoted(claim.statement, formatCitation(citationsOf(claim)[0]));
}
