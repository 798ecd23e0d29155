import fc from 'fast-check';
import { WORST_FIRST } from '../../../src/check/check-text.ts';
import type { CheckedCopy, CheckedSentence } from '../../../src/check/checked-copy.ts';
import { hostileText, shownClaim } from './arbitrary-answer.ts';

const sentence: fc.Arbitrary<CheckedSentence> = fc
  .record(
    {
      id: fc.uuid(),
      text: fc.oneof(hostileText, fc.string({ unit: 'binary', maxLength: 2000 })),
      verdict: fc.constantFrom(...WORST_FIRST),
      claims: fc.array(shownClaim, { maxLength: 4 }),
      reason: fc.oneof({ weight: 5, arbitrary: hostileText }, fc.string({ maxLength: 6000, size: 'max' })),
      suggestion: fc.oneof({ weight: 5, arbitrary: hostileText }, fc.string({ maxLength: 6000, size: 'max' })),
    },
    { requiredKeys: ['id', 'text', 'verdict', 'claims', 'reason'] },
  )
  .map(({ id, text, verdict, ...rest }) => {
    // Begins with the id, so that a test can tell in any rendering which sentences are shown.
    const written = { text: `${id} ${text}`, start: 0, end: 0, verdict };
    return verdict === 'nothing-to-check' ? { ...written, claims: [], reason: '' } : { ...written, ...rest };
  });

/** Any check that the core could give, its texts hostile and its size beyond every limit. */
export const arbitraryCheck: fc.Arbitrary<CheckedCopy> = fc
  .array(sentence, { maxLength: 60, size: 'max' })
  .map((sentences) => {
    const counts: Partial<Record<CheckedSentence['verdict'], number>> = {};
    for (const { verdict } of sentences) counts[verdict] = (counts[verdict] ?? 0) + 1;
    return { sentences, counts };
  });
