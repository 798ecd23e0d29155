import type { ShownClaim } from '../../../src/ask/answer.ts';
import { WORST_FIRST } from '../../../src/check/check-text.ts';
import type { CheckedCopy, CheckedSentence } from '../../../src/check/checked-copy.ts';
import { citationsOf } from '../../../src/record/citation.ts';
import type { Claim } from '../../../src/record/dossier.ts';
import { ferryRecord } from './ferry-record.ts';

const [ferry] = ferryRecord;

function shown(id: string, voice: string, ...marks: ShownClaim['marks']): ShownClaim {
  const claim = ferry?.claims.get(id) as Claim;
  return { claim, voice, citations: citationsOf(claim), marks };
}

const nine = shown('dead-9-coastguard', 'the coastguard', { kind: 'single-sourced', text: 'single-sourced' });
const six = shown('dead-6-tollesund', 'Tollesund Ferries');
const passengers = shown('passengers-214-tollesund', 'Tollesund Ferries');
const rescued = shown('rescued-190', 'the coastguard');

type Told = Omit<CheckedSentence, 'start' | 'end'>;

const sentences: readonly Told[] = [
  {
    text: 'The coastguard said 190 people were rescued.',
    verdict: 'supported',
    claims: [rescued],
    reason: 'On record: the coastguard (Kestrel News, 12 Mar 2024).',
  },
  { text: 'It was a cold night.', verdict: 'nothing-to-check', claims: [], reason: '' },
  {
    text: 'The coastguard counted 15 dead, <!channel> & *more*.',
    verdict: 'contradicted',
    claims: [nine],
    reason: 'The record has at least 9, not 15: the coastguard (Kestrel News, 12 Mar 2024).',
    suggestion: 'the coastguard said, according to Kestrel News on 12 March 2024',
    difference: { written: '15', onRecord: 'at least 9' },
  },
  {
    text: 'The coastguard put those aboard at 214.',
    verdict: 'misattributed',
    claims: [passengers],
    reason: 'On record from another voice: Tollesund Ferries (Kestrel News, 12 Mar 2024).',
    suggestion: 'Tollesund Ferries said, according to Kestrel News on 12 March 2024',
  },
  {
    text: 'Six people died.',
    verdict: 'outdated',
    claims: [six, nine],
    reason: 'Right once, overtaken since: the coastguard counts at least nine dead (Kestrel News, 12 Mar 2024).',
    suggestion: 'the coastguard said, according to Kestrel News on 12 March 2024',
  },
  {
    text: 'People died.',
    verdict: 'conflicting-sources',
    claims: [nine, six],
    reason: 'The record holds accounts that differ, and the sentence credits none.',
  },
  {
    text: 'The skipper was drunk.',
    verdict: 'unsupported',
    claims: [],
    reason: 'The record has nothing on this; that does not make it false.',
  },
];

/** A check of given sentences. */
function checkOf(told: readonly Told[]): CheckedCopy {
  const counts = Object.fromEntries(
    WORST_FIRST.flatMap((verdict) => {
      const count = told.filter((sentence) => sentence.verdict === verdict).length;
      return count > 0 ? [[verdict, count]] : [];
    }),
  );
  return {
    dossier: 'harbour-ferry',
    sentences: told.map((sentence) => ({ ...sentence, start: 0, end: sentence.text.length })),
    counts,
  };
}

/** Checks over the invented ferry accident: one sentence of each verdict, one with nothing to check, a long draft. */
export const typicalChecks = {
  verdicts: checkOf(sentences),
  nothing: checkOf(sentences.filter(({ verdict }) => verdict === 'nothing-to-check')),
  long: checkOf(Array.from({ length: 12 }, () => sentences).flat()),
} as const satisfies Record<string, CheckedCopy>;
