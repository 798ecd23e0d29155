import { claimIndexOf } from '../ask/known-index.ts';
import { showClaim } from '../ask/show-claim.ts';
import type { Dossier } from '../record/dossier.ts';
import { formerly } from '../record/formerly.ts';
import type { CheckedCopy, CheckedSentence } from './checked-copy.ts';
import { readClaim } from './claim-reading.ts';
import { explain } from './explain.ts';
import { explainTakenBack } from './explain-taken-back.ts';
import { findTakenBack } from './find-taken-back.ts';
import { isCheckable } from './is-checkable.ts';
import { type Judgement, judge } from './judge.ts';
import { splitSentences } from './split-sentences.ts';

/** Holds copy against a record. Pure: the same record, copy and `now` give the same result. */
export interface Checker {
  /** Checks a page of copy; `now` is an ISO instant. Takes any string. */
  check(copy: string, now: string): CheckedCopy;
  /** Checks one sentence, which is not split. */
  checkSentence(sentence: string, now: string): CheckedSentence;
}

const SHOWN = 4;

/** A sentence with its verdict, and the dossier that it is from. */
interface Checked {
  readonly sentence: Omit<CheckedSentence, 'start' | 'end'>;
  readonly dossier?: string;
}

/** How much of an answer a decision is, so that of several dossiers the one that knows most speaks. */
function knowledge({ decision }: Judgement): number {
  return (decision.verdict === 'unsupported' ? 0 : 2) + (decision.claims.length > 0 ? 1 : 0);
}

/**
 * Reads the claims of a record beforehand, so that the first editor does not wait for it, and pauses after each, since
 * reading them all takes a good part of a second. What has been read by then is not read again.
 */
export function* readBeforehand(record: readonly Dossier[]): Generator<void> {
  for (const dossier of record) {
    const former = formerly(dossier)?.dossier;
    for (const index of [dossier, ...(former ? [former] : [])].map(claimIndexOf)) {
      for (const claim of index.claims) {
        readClaim(index, claim);
        yield;
      }
    }
  }
}

/** A checker over a record. Claims are read when a sentence first needs them, or `readBeforehand`. */
export function createChecker(record: readonly Dossier[]): Checker {
  const indexes = record.map(claimIndexOf);

  function checkOne(text: string, today: string): Checked {
    const [best] = indexes.map((index) => judge(index, text, today)).sort((a, b) => knowledge(b) - knowledge(a));
    if (best === undefined || !isCheckable(best.assertion))
      return { sentence: { text, verdict: 'nothing-to-check', claims: [], reason: '' } };
    const { index, assertion, decision } = best;
    if (decision.verdict !== 'supported' && decision.verdict !== 'conflicting-sources') {
      const taken = takenBack(best, text, today);
      if (taken) return taken;
    }
    const claims = decision.claims.slice(0, SHOWN);
    return {
      sentence: {
        text,
        verdict: decision.verdict,
        claims: claims.map((claim) => showClaim(index, claim, claims)),
        ...explain(index, assertion, decision),
      },
      dossier: index.dossier.slug,
    };
  }

  /** What editors took back and the sentence repeats goes before what else the record has near it. */
  function takenBack(best: Judgement, text: string, today: string): Checked | undefined {
    for (const index of indexes) {
      const taken = findTakenBack(index.dossier, text, today);
      if (taken === undefined) continue;
      const { now } = taken;
      const { assertion, decision } = best;
      const isThat = decision.verdict === 'contradicted' && decision.claims[0] === now;
      const { difference } = isThat ? explain(index, assertion, decision) : {};
      return {
        sentence: {
          text,
          verdict: 'contradicted',
          claims: now ? [showClaim(index, now)] : [],
          ...explainTakenBack(index, taken),
          ...(difference ? { difference } : {}),
        },
        dossier: index.dossier.slug,
      };
    }
    return undefined;
  }

  return {
    checkSentence(sentence, now) {
      return { ...checkOne(sentence, now.slice(0, 10)).sentence, start: 0, end: sentence.length };
    },
    check(copy, now) {
      const today = now.slice(0, 10);
      const dossiers = new Map<string, number>();
      const counts: Partial<Record<CheckedSentence['verdict'], number>> = {};
      const sentences = splitSentences(copy).map(({ text, start, end }): CheckedSentence => {
        const { sentence, dossier } = checkOne(text, today);
        if (dossier !== undefined && sentence.claims.length > 0)
          dossiers.set(dossier, (dossiers.get(dossier) ?? 0) + 1);
        counts[sentence.verdict] = (counts[sentence.verdict] ?? 0) + 1;
        return { ...sentence, start, end };
      });
      const dossier = [...dossiers].sort((a, b) => b[1] - a[1])[0]?.[0] ?? record[0]?.slug;
      return { ...(dossier === undefined ? {} : { dossier }), sentences, counts };
    },
  };
}
