import { isDeepStrictEqual } from 'node:util';
import type { Claim } from '../record/dossier.ts';
import { type Comparison, showBefore, showNow } from './comparison.ts';
import type { EditionItem } from './edition.ts';
import { words } from './words.ts';

/** An editor's last word on a claim between the two moments. */
interface Verdict {
  readonly kind: 'corrected' | 'retracted';
  readonly why: string;
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
    if (verdict === undefined && was && now && readsAlike(was, now)) return [];
    return comparison.covers((now ?? was) as Claim) ? [[id, correction(comparison, verdict, was, now)]] : [];
  });
  return {
    items: found.flatMap(([, item]) => item ?? []),
    claims: new Set(found.map(([id]) => id)),
  };
}

/** Retractions undone by letting the claim in again are no verdicts. */
function lastVerdicts({ entries }: Comparison): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const { act } of entries) {
    if (act.kind === 'corrected' || act.kind === 'retracted') {
      verdicts.set(act.claim, { kind: act.kind, why: words.why(act.why, act.source) });
    } else if (act.kind === 'added' || act.kind === 'approved') {
      for (const thing of act.kind === 'added' ? [act.thing] : act.things) {
        if (thing.subject === 'claim' && verdicts.get(thing.value.id)?.kind === 'retracted')
          verdicts.delete(thing.value.id);
      }
    }
  }
  return verdicts;
}

/** Whether two versions of a claim say the same: a new report or another topic is no correction. */
function readsAlike(one: Claim, other: Claim): boolean {
  return (['statement', 'figure', 'saidBy', 'when'] as const).every((key) => isDeepStrictEqual(one[key], other[key]));
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
    was: was ? [showBefore(comparison, was, mark)] : [],
    now: now ? [showNow(comparison, now)] : [],
    ...(verdict ? { why: verdict.why } : {}),
  };
}
