import type { ClaimIndex } from '../ask/claim-index.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { CreditedVoice } from './credited-voice.ts';
import type { Credit } from './read-credit.ts';

/** Whether a claim is the word of those whom a sentence credits. */
export type CreditMatch = 'none' | 'fits' | 'wrong-voice' | 'wrong-outlet';

/** Words of a credit that tell nobody apart. */
const EMPTY =
  /^(?:two|three|both|recent|latest|new|one|former|offici|unnam|anonym|report|sourc|local|senior|top|named|estim|account|peopl|famili)$/;

function speaksAs(index: ClaimIndex, credited: string, sayer: string): boolean {
  if (credited === sayer) return true;
  if (index.lexicon.speaksFor.get(sayer)?.has(credited)) return true;
  // An official whom nobody names stands for the ministry that says so.
  return index.lexicon.unnamed.has(credited) && (index.lexicon.speaksFor.get(credited)?.has(sayer) ?? false);
}

/** Whether the claim tells what this one did or said, without filing them as its voice. */
function isActOf(reading: ClaimReading, index: ClaimIndex, id: string): boolean {
  const { claim } = reading;
  if (claim.saidBy.length > 0 && !claim.saidBy.every((sayer) => index.lexicon.unnamed.has(sayer))) return false;
  const first = reading.matter.find((word) => word.names.length > 0);
  return (
    first?.names.some((name) => name === id || index.lexicon.speaksFor.get(name)?.has(id)) === true &&
    reading.matter.indexOf(first) <= 2
  );
}

function voiceFits(index: ClaimIndex, reading: ClaimReading, voice: CreditedVoice): boolean {
  if (voice.pronoun) return true;
  if (voice.outlets.length > 0 && voice.outlets.some((outlet) => reading.outlets.has(outlet))) return true;
  const ids = voice.ids.filter((id) => !voice.outlets.includes(index.dossier.people.get(id)?.name ?? ''));
  if (ids.some((id) => reading.claim.saidBy.some((sayer) => speaksAs(index, id, sayer)) || isActOf(reading, index, id)))
    return true;
  if (voice.ids.length > 0 || voice.outlets.length > 0) return false;
  const telling = voice.stems.filter((stem) => !EMPTY.test(stem));
  return telling.every((stem) => reading.sayer.has(stem));
}

/** Holds whom a sentence credits against who says a claim and who published it. */
export function compareCredit(index: ClaimIndex, credit: Credit, reading: ClaimReading): CreditMatch {
  if (credit.voices.length === 0 && credit.outlets.length === 0) return 'none';
  const speakers = credit.voices.filter(
    (voice) => voice.outlets.length === 0 || voice.ids.some((id) => reading.claim.saidBy.includes(id)),
  );
  if (speakers.some((voice) => !voiceFits(index, reading, voice))) return 'wrong-voice';
  const publishers = credit.outlets.filter((outlet) => !speakers.some((voice) => voice.outlets.includes(outlet)));
  return publishers.every(
    (outlet) => reading.outlets.has(outlet) || reading.claim.statement.includes(outlet.replace(/^The /, '')),
  )
    ? 'fits'
    : 'wrong-outlet';
}
