import type { Answer, ShownClaim } from '../../../src/ask/answer.ts';
import { citationsOf, formatCitation } from '../../../src/record/citation.ts';
import type { Claim } from '../../../src/record/dossier.ts';
import { ferryRecord } from './ferry-record.ts';

const [ferry] = ferryRecord;

function shown(id: string, voice: string, ...marks: ShownClaim['marks']): ShownClaim {
  const claim = ferry?.claims.get(id) as Claim;
  return { claim, voice, citations: citationsOf(claim), marks };
}

const row = ({ claim, voice, citations }: ShownClaim, figure: string, measure: string) => ({
  claim: claim.id,
  figure,
  measure,
  voice,
  source: formatCitation(citations[0]),
});

const nine = shown('dead-9-coastguard', 'the coastguard', { kind: 'single-sourced', text: 'one outlet only' });
const six = shown('dead-6-tollesund', 'Tollesund Ferries', {
  kind: 'disputed',
  text: 'others differ: the coastguard (Kestrel News, 12 Mar 2024)',
});
const passengers = shown('passengers-214-tollesund', 'Tollesund Ferries');
const rescued = shown('rescued-190', 'the coastguard');

const base = { dossier: 'harbour-ferry', declined: false, notes: [], more: 0 } as const;

/** One answer of each kind, over the invented ferry accident. */
export const typicalAnswers = {
  facts: { ...base, form: 'facts', lead: 'On record:', claims: [rescued, passengers] },
  figures: {
    ...base,
    form: 'figures',
    lead: 'The record holds figures that differ:',
    claims: [nine, six],
    table: [row(nine, 'at least 9', 'dead'), row(six, '6', 'dead')],
    notes: ['Both rest on one report: Kestrel News, 12 Mar 2024.'],
  },
  timeline: { ...base, form: 'timeline', lead: 'On record, in order of time:', claims: [nine, passengers], more: 4 },
  conflicts: { ...base, form: 'conflicts', lead: 'The record holds both sides:', claims: [nine, six] },
  sources: { ...base, form: 'sources', lead: 'Who says so, and who published it:', claims: [passengers] },
  brief: {
    ...base,
    form: 'brief',
    lead: 'Dead, missing and aboard: what is on record.',
    claims: [passengers, rescued],
    notes: ['Newest article on record: 16 Aug 2024.', 'Names of the dead are not given before the family has agreed.'],
  },
  declined: {
    ...base,
    declined: true,
    form: 'facts',
    lead: 'The record has no one and nothing called “Admiral Nobody”. Nearest on record:',
    claims: [rescued],
  },
  silent: { ...base, declined: true, form: 'facts', lead: 'The record has nothing on that.', claims: [] },
} as const satisfies Record<string, Answer>;
