import { isDeepStrictEqual } from 'node:util';
import type { ShownClaim } from '../ask/answer.ts';
import type { Claim } from '../record/dossier.ts';
import { readsAlike } from '../record/formerly.ts';
import { claimsAmong, thingsIn } from '../record/things-in.ts';
import { type Comparison, showBefore, showNow } from './comparison.ts';
import type { EditionItem } from './edition.ts';
import { words } from './words.ts';

/** Editors' last word on a claim between the two moments. */
interface Verdict {
  readonly kind: 'corrected' | 'retracted';
  /** Oldest first. */
  readonly reasons: readonly string[];
}

/** Corrections, and the ids of all claims they speak of or that are not to be shown as news. */
export interface Corrections {
  readonly items: readonly EditionItem[];
  readonly claims: ReadonlySet<string>;
}

/**
 * What readers must be told first: claims that editors corrected or retracted, in the order of the ledger, then those
 * that read otherwise or are gone without such an act, in the order of the record.
 */
export function findCorrections(comparison: Comparison): Corrections {
  const { before, after } = comparison;
  const verdicts = lastVerdicts(comparison);
  const ids = new Set([...verdicts.keys(), ...before.claims.keys()]);
  const found = [...ids].flatMap((id): [string, EditionItem | undefined][] => {
    const was = before.claims.get(id);
    const verdict = verdicts.get(id);
    const now = verdict?.kind === 'retracted' ? undefined : after.claims.get(id);
    if (now === undefined && was === undefined) return [[id, undefined]];
    if (was && now && (verdict === undefined ? readsAlike(was, now) : isSame(was, now))) return [];
    return comparison.covers((now ?? was) as Claim) ? [[id, correction(comparison, verdict, was, now)]] : [];
  });
  return {
    items: found.flatMap(([, item]) => item ?? []),
    claims: new Set(found.map(([id]) => id)),
  };
}

/** What letting a claim in again undoes is no verdict. Of several corrections each reason is told. */
function lastVerdicts({ entries }: Comparison): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const { act } of entries) {
    for (const { id } of claimsAmong(thingsIn(act))) {
      if (act.kind !== 'changed' && verdicts.get(id)?.kind === 'retracted') verdicts.delete(id);
    }
    if (act.kind !== 'corrected' && act.kind !== 'retracted') continue;
    const earlier = verdicts.get(act.claim);
    const reason = words.why(act.why, act.source);
    const reasons = act.kind === 'corrected' && earlier?.kind === 'corrected' ? [...earlier.reasons, reason] : [reason];
    verdicts.set(act.claim, { kind: act.kind, reasons });
  }
  return verdicts;
}

/** Whether nothing in a claim differs but what others say of it: then a correction was taken back by another. */
function isSame(one: Claim, other: Claim): boolean {
  const own = ({ supersedes: _, conflictsWith: __, ...fields }: Claim) => fields;
  return isDeepStrictEqual(own(one), own(other));
}

function correction(
  comparison: Comparison,
  verdict: Verdict | undefined,
  was: Claim | undefined,
  now: Claim | undefined,
): EditionItem {
  const kind = now ? (verdict?.kind ?? 'revised') : verdict?.kind === 'retracted' ? 'retracted' : 'withdrawn';
  const mark = {
    kind: now ? 'corrected' : 'retracted',
    text: words[kind],
  } as const;
  return {
    kind,
    was: was ? [{ ...showBefore(comparison, was, mark), revision: 'was' }] : [],
    now: now ? [withoutReason(showNow(comparison, now))] : [],
    ...(verdict && kind !== 'withdrawn' ? { why: [...new Set(verdict.reasons)].join('; ') } : {}),
  };
}

/** The item itself says why. */
function withoutReason(shown: ShownClaim): ShownClaim {
  return { ...shown, marks: shown.marks.filter(({ kind }) => kind !== 'corrected') };
}
