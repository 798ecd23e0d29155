import { stemOf } from '../search/analyse.ts';

/** What an adjective after "how" asks the measure of, and the units it is told in. */
const DEGREES: Readonly<Record<string, string>> = {
  old: 'age aged old',
  far: 'distance kilometre kilometer metre meter mile',
  long: 'duration length lasted hour minute day week month year',
  deep: 'depth metre meter',
  tall: 'height metre meter',
  high: 'height level metre meter',
  heavy: 'weight ton tonne kilogram',
  fast: 'speed knot kilometre mile',
  big: 'size',
  large: 'size',
  often: 'times frequency',
};

/** The stems that would answer "how old", "how far" and the like, the adjective's own apart; none for another word. */
export function measuresOfDegree(word: string): readonly string[] {
  return (DEGREES[word] ?? '').split(' ').filter(Boolean).map(stemOf);
}

/** What "how old" counts; units tell too little of other degrees. Takes lower-case text. */
export function degreeCounted(text: string): string | undefined {
  return /\bhow old\b/.test(text) ? 'age' : undefined;
}
