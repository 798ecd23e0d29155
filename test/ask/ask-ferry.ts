import { type ClaimIndex, createClaimIndex } from '../../src/ask/claim-index.ts';
import { findClaims } from '../../src/ask/find-claims.ts';
import { holdingClaims } from '../../src/ask/is-answered.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import { loadRecord } from '../../src/record/load-record.ts';

const TODAY = '2024-09-01';

/** The invented ferry story, ready for questions. */
export function ferryIndex(): ClaimIndex {
  const [dossier] = loadRecord('test/fixtures/harbour-ferry/data');
  if (!dossier) throw new Error('the ferry story is not there');
  return createClaimIndex(dossier);
}

/** A question as read against a story, with what is found, and found to hold. */
export function askOf(index: ClaimIndex, question: string) {
  const inquiry = readQuestion(index, question, TODAY);
  const ranked = findClaims(index, inquiry);
  return { inquiry, ranked, holding: holdingClaims(inquiry, ranked) };
}
