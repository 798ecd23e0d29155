import type { Assertion } from './assertion.ts';
import type { ClaimReading } from './claim-reading.ts';
import { placesOf } from './compare-matter.ts';

/** Words with which a sentence says more than a claim, and the claim's. */
export interface Overstatement {
  /** `number`: all for some. `deed`: done for planned, asked or possible. */
  readonly kind: 'number' | 'deed';
  readonly written: string;
  readonly onRecord: string;
}

const WHOLE = /\b(?:all|every|each|both|everyone|everybody|always)\b(?! (?:of )?(?:but|except)\b)/iu;
const PART =
  /\b(?:some|many|most|several|a few|few|part|one|only one|a number|about half|half|sometimes|often|usually)\b(?= (?:of|[\p{Ll}-]+))/iu;
// "May" is a month.
const AHEAD =
  /\b(?:will|would|may|might|could|should|can|plans? to|planned to|intends? to|means to|meant to|wants? to|wished? to|wish(?:es)? to|hopes? to|expected to|due to|about to|ready to|willing to|asked to|asks to|promised? to|promises to|pledged? to|vow(?:s|ed) to|agreed to|undertook to|scheduled to|set to|yet to|demand(?:s|ed) to|urged to|pleaded to|begged to|offered to|threatened to|refused to|tried to|attempted to|told to|ordered to|going to|considers?|considering|if)\s+(?:[\p{Ll}-]+\s+){0,3}$/u;
const DONE = /\b(?:has|have|had|was|were|been|is|are|already)\s+(?:(?:already|since|now|been|being|also)\s+)*$/iu;

/** How far before a word its auxiliaries are looked for, in characters. */
const LOOK_BACK = 80;

/** What a sentence says too much of: the whole where a claim has a part, a deed where it has a plan. */
export function findOverstatement(assertion: Assertion, reading: ClaimReading): Overstatement | undefined {
  const { text, matter } = assertion;
  const { statement } = reading.claim;
  const whole = WHOLE.exec(text);
  const part = whole && !WHOLE.test(statement) ? PART.exec(statement) : undefined;
  if (whole && part && !PART.test(text)) return { kind: 'number', written: whole[0], onRecord: part[0] };
  for (const word of matter) {
    if (word.names.length > 0 || word.denied) continue;
    const places = placesOf(word, reading);
    if (places.length === 0 || places.some((place) => place.denied)) continue;
    const before = text.slice(Math.max(0, word.start - LOOK_BACK), word.start);
    if (!DONE.test(before) || AHEAD.test(before)) continue;
    const ahead = places.map((place) => AHEAD.exec(statement.slice(0, place.start))?.[0]);
    if (ahead.every((plan) => plan !== undefined))
      return { kind: 'deed', written: word.text, onRecord: `${ahead[0]}${places[0]?.text}` };
  }
  return undefined;
}
