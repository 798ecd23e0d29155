import type { ClaimIndex } from '../ask/claim-index.ts';
import { claimIndexOf } from '../ask/known-index.ts';
import { showClaim } from '../ask/show-claim.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { type Assertion, readAssertion } from './assertion.ts';
import type { CheckedCopy, CheckedSentence } from './checked-copy.ts';
import { readClaim } from './claim-reading.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { decideVerdict } from './decide-verdict.ts';
import type { Decision } from './decision.ts';
import { explain } from './explain.ts';
import { isCheckable } from './is-checkable.ts';
import { splitSentences } from './split-sentences.ts';

/** Holds copy against a record. Pure: the same record, copy and `now` give the same result. */
export interface Checker {
  /** Checks a page of copy; `now` is an ISO instant. Takes any string. */
  check(copy: string, now: string): CheckedCopy;
  /** Checks one sentence, which is not split. */
  checkSentence(sentence: string, now: string): CheckedSentence;
}

const CANDIDATES = 22;
const SHOWN = 4;

/** The claims with a figure: those that give a number of the sentence, or the age of one whom it names. */
function findByFigure(index: ClaimIndex, { quantities, matter }: Assertion): Claim[] {
  if (quantities.length === 0) return [];
  const named = new Set(matter.flatMap(({ names }) => names));
  return index.claims.filter(({ figure, people }) => {
    if (figure === undefined) return false;
    if (quantities.some(({ low, high }) => low === figure.low && high === figure.high)) return true;
    return quantities.some(({ unit }) => unit === 'age') && people.some((id) => named.has(id));
  });
}

/** The claims that share most with a sentence, each compared with it. */
function compareAll(index: ClaimIndex, assertion: Assertion): Comparison[] {
  const slots = assertion.matter.map((word) => ({ alternatives: word.terms.map((term) => ({ term, weight: 1 })) }));
  const found = index.terms.search(slots, CANDIDATES).flatMap(({ document }) => index.claims[document] ?? []);
  return [...new Set([...found, ...findByFigure(index, assertion)])].flatMap(
    (claim) => compare(index, assertion, readClaim(index, claim)) ?? [],
  );
}

interface Finding {
  readonly index: ClaimIndex;
  readonly assertion: Assertion;
  readonly decision: Decision;
}

/** How much of an answer a decision is, so that of several dossiers the one that knows most speaks. */
function knowledge({ decision }: Finding): number {
  return (decision.verdict === 'unsupported' ? 0 : 2) + (decision.claims.length > 0 ? 1 : 0);
}

/**
 * Reads the claims of a record beforehand, so that the first editor does not wait for it, and pauses after each, since
 * reading them all takes a good part of a second. What has been read by then is not read again.
 */
export function* readBeforehand(record: readonly Dossier[]): Generator<void> {
  for (const dossier of record) {
    const index = claimIndexOf(dossier);
    for (const claim of index.claims) {
      readClaim(index, claim);
      yield;
    }
  }
}

/** A checker over a record. Claims are read when a sentence first needs them, or `readBeforehand`. */
export function createChecker(record: readonly Dossier[]): Checker {
  const indexes = record.map(claimIndexOf);

  function checkOne(
    text: string,
    today: string,
  ): { sentence: Omit<CheckedSentence, 'start' | 'end'>; dossier?: string } {
    const findings = indexes.map((index): Finding => {
      const assertion = readAssertion(index, text, today);
      return { index, assertion, decision: decideVerdict(index, assertion, compareAll(index, assertion)) };
    });
    const [best] = findings.sort((a, b) => knowledge(b) - knowledge(a));
    if (best === undefined || !isCheckable(best.assertion))
      return { sentence: { text, verdict: 'nothing-to-check', claims: [], reason: '' } };
    const { index, assertion, decision } = best;
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
