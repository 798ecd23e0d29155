import type { ClaimIndex } from '../ask/claim-index.ts';
import { formatFigure } from '../ask/format-figure.ts';
import { voiceOf } from '../ask/show-claim.ts';
import { citationsOf, formatCitation } from '../record/citation.ts';
import type { Claim } from '../record/dossier.ts';
import { formatSpan } from '../record/format-span.ts';
import type { Assertion } from './assertion.ts';
import type { CheckedSentence } from './checked-copy.ts';
import type { Clash } from './comparison.ts';
import type { Decision } from './decision.ts';
import { words } from './words.ts';

type Explanation = Pick<CheckedSentence, 'reason' | 'suggestion' | 'difference'>;

/** The first citation of a claim, on one line. */
export const sourceOf = (claim: Claim) => formatCitation(citationsOf(claim)[0]);

/** "Washington — UPI, 19 Feb 2025"; an outlet in its own voice is named once. */
function accountOf(index: ClaimIndex, claim: Claim): string {
  return claim.saidBy.length > 0 ? `${voiceOf(index, claim)} (${sourceOf(claim)})` : sourceOf(claim);
}

/** "Washington said, according to UPI on 19 Feb 2025". */
export function attributionOf(index: ClaimIndex, claim: Claim): string {
  const [citation] = citationsOf(claim);
  const source =
    citation.published.kind === 'dated' ? words.on(citation.outlet, citation.date) : words.undated(citation.outlet);
  return claim.saidBy.length > 0 ? words.said(voiceOf(index, claim), source) : words.accordingTo(source);
}

function figureText(index: ClaimIndex, claim: Claim): string {
  return claim.figure ? formatFigure(index.dossier, claim.figure) : '';
}

function explainClash(index: ClaimIndex, assertion: Assertion, claim: Claim, clash: Clash): Explanation {
  const source = accountOf(index, claim);
  switch (clash.kind) {
    case 'figure': {
      const written = assertion.text.slice(clash.quantity.start, clash.quantity.end);
      const { low, high } = clash.other;
      const onRecord =
        claim.figure && clash.other.low === claim.figure.low
          ? figureText(index, claim)
          : low === high
            ? String(low)
            : `${low} to ${high}`;
      return { reason: words.figureDiffers(written, onRecord, source), difference: { written, onRecord } };
    }
    case 'measure': {
      const written = assertion.text.slice(clash.quantity.start, clash.quantity.end);
      const measure = index.dossier.measures.get(claim.figure?.measure ?? '')?.title ?? claim.statement;
      return { reason: words.measureDiffers(written, measure, source), difference: { written, onRecord: measure } };
    }
    case 'time': {
      const onRecord = claim.when ? formatSpan(claim.when) : '';
      return {
        reason: words.timeDiffers(clash.written, onRecord, source),
        ...(onRecord === '' ? {} : { difference: { written: clash.written, onRecord } }),
      };
    }
    case 'quote':
      return {
        reason: words.quoteDiffers(clash.onRecord, source),
        difference: { written: clash.written, onRecord: clash.onRecord },
      };
    case 'overstated':
      return {
        reason: words.wordDiffers(clash.written, clash.onRecord, source),
        difference: { written: clash.written, onRecord: clash.onRecord },
      };
    case 'opposite':
    case 'replaced':
      return {
        reason: words.wordDiffers(clash.word.text, clash.onRecord, source),
        difference: { written: clash.word.text, onRecord: clash.onRecord },
      };
    case 'roles':
    case 'denial':
      return { reason: words.saysOtherwise(claim.statement, `(${sourceOf(claim)})`) };
  }
}

/** A decision in one plain sentence, with the attribution to paste where that mends the sentence. */
export function explain(index: ClaimIndex, assertion: Assertion, decision: Decision): Explanation {
  const [first] = decision.claims;
  if (first === undefined) return { reason: words.nothingNear };
  const suggestion = attributionOf(index, first);
  const credited = assertion.credit.voices.length > 0 || assertion.credit.outlets.length > 0;
  switch (decision.verdict) {
    case 'supported':
      return {
        reason: words.onRecord(decision.claims.map((claim) => accountOf(index, claim)).join('; ')),
        ...(credited ? {} : { suggestion }),
      };
    case 'conflicting-sources':
      return {
        reason: words.sourcesDiffer(
          decision.claims
            .slice(0, 3)
            .map((claim) => [figureText(index, claim), accountOf(index, claim)].filter(Boolean).join(', ')),
        ),
        suggestion,
      };
    case 'outdated': {
      const newest = decision.claims.at(-1) as Claim;
      return {
        reason: words.overtaken(newest.statement, `(${sourceOf(newest)})`),
        suggestion: attributionOf(index, newest),
      };
    }
    case 'misattributed':
      switch (decision.by) {
        case 'voice':
          return { reason: words.otherVoice(voiceOf(index, first), sourceOf(first)), suggestion };
        case 'outlet':
          return { reason: words.otherOutlet(accountOf(index, first)), suggestion };
        case 'name':
          return { reason: words.otherName(`${first.statement} (${sourceOf(first)})`), suggestion };
      }
      break;
    case 'contradicted':
      return { suggestion, ...explainClash(index, assertion, first, decision.clash) };
    case 'unsupported':
      return { reason: words.missing(decision.missing.slice(0, 4), accountOf(index, first)) };
  }
}
