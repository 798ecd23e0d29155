import type { CheckedSentence } from './checked-copy.ts';

const LABELS = {
  contradicted: 'Contradicted by the record',
  misattributed: 'Credited to the wrong source',
  outdated: 'Overtaken since',
  'conflicting-sources': 'Sources differ',
  unsupported: 'Not on record',
  supported: 'On record',
  'nothing-to-check': 'Nothing to check',
} as const satisfies Record<CheckedSentence['verdict'], string>;

const quote = (text: string) => `“${text}”`;

/** Every word of a check that is not the record's own. A verdict is on the record, never on the world. */
export const words = {
  label: (verdict: CheckedSentence['verdict']) => LABELS[verdict],
  onRecord: (sources: string) => `On record: ${sources}.`,
  figureDiffers: (written: string, onRecord: string, source: string) =>
    `The record has ${onRecord}, not ${written}: ${source}.`,
  measureDiffers: (written: string, measure: string, source: string) =>
    `On record ${written} counts something else, ${measure}: ${source}.`,
  timeDiffers: (written: string, onRecord: string, source: string) =>
    onRecord === ''
      ? `The record does not date it to ${quote(written)}: ${source}.`
      : `The record dates it to ${onRecord}, not ${quote(written)}: ${source}.`,
  saysOtherwise: (statement: string, source: string) => `The record says otherwise: ${statement} ${source}.`,
  wordDiffers: (written: string, onRecord: string, source: string) =>
    `The record has ${quote(onRecord)} where the sentence has ${quote(written)}: ${source}.`,
  quoteDiffers: (onRecord: string, source: string) => `The quotation on record reads ${quote(onRecord)}: ${source}.`,
  swapped: (names: string, source: string) => `The record has it of another: ${quote(names)} ${source}.`,
  sourcesDiffer: (accounts: readonly string[]) =>
    `The record holds accounts that differ, and the sentence credits none: ${accounts.join('; ')}.`,
  overtaken: (statement: string, source: string) => `Overtaken since: ${statement} ${source}.`,
  corrected: (day: string, why: string, source: string, now: string) =>
    `Corrected on ${day}: ${why} (${source}). The record now has: ${now}.`,
  takenOut: (kind: 'corrected' | 'retracted', day: string, why: string, source: string) =>
    `${kind === 'corrected' ? 'Corrected' : 'Retracted'} on ${day}: ${why} (${source}). It is on record no more.`,
  otherVoice: (voice: string, source: string) => `On record from another voice: ${voice} (${source}).`,
  otherOutlet: (source: string) => `On record elsewhere: ${source}.`,
  otherName: (source: string) => `On record of someone else: ${source}.`,
  nothingNear: 'The record has nothing on this; that does not make it false.',
  missing: (missing: readonly string[], source: string) =>
    missing.length === 0
      ? `Not on record as it stands; the nearest is ${source}.`
      : `The record has nothing on ${missing.map(quote).join(', ')} here; the nearest is ${source}.`,
  summary: (counts: readonly string[]) => `${counts.join(', ')}.`,
  count: (verdict: CheckedSentence['verdict'], count: number) => `${count} ${LABELS[verdict].toLowerCase()}`,
  nothing: 'There is no sentence to check.',
  onTheRecord: 'Each verdict is on the record, not on the world: “not on record” is not “false”.',
  paste: (attribution: string) => `Attribution: ${attribution}`,
  said: (voice: string, source: string) => `${voice} said, according to ${source}`,
  accordingTo: (source: string) => `according to ${source}`,
  on: (outlet: string, date: string) => `${outlet} on ${date}`,
  undated: (outlet: string) => `${outlet}, in an undated report`,
} as const;
