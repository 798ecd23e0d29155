import type { PhraseMatch } from '../search/phrase-table.ts';
import type { Token } from '../search/analyse.ts';
import type { ClaimIndex } from './claim-index.ts';

const SPEAKING = new Set(
  `say said says saying tell told tells claim claims claimed estimate estimates estimated report reports reported put puts
   warn warns warned announce announces announced state states stated confirm confirms confirmed deny denies denied
   acknowledge acknowledges acknowledged admit admits admitted insist insists insisted argue argues argued
   describe describes described call calls called allege alleges alleged note notes noted write writes wrote
   give gives gave think thinks believe believes quote quotes quoted mention mentions mentioned cite cites cited
   publish published explain explains explained accuse accused accuses comment commented promise promised`
    .split(/\s+/)
    .filter(Boolean),
);
const SPOKEN = new Set(
  `estimate estimates figure figures number numbers count line position stance view explanation account version
   statement statements claim claims comment comments response reaction answer toll report reports reporting warning words
   quote quotes assessment tally remarks remark policy attitude opinion story coverage article articles say take`
    .split(/\s+/)
    .filter(Boolean),
);
const BETWEEN = new Set('actually ever really also first then never once exactly have has had did does do to not'.split(' '));

function wordsBefore(tokens: readonly Token[], start: number): string {
  return tokens.slice(Math.max(0, start - 3), start).map((token) => token.word).join(' ');
}

/** Whether the one named at `match` is asked for as the one who says it: "according to X", "X said", "X's estimate". */
function isVoice(tokens: readonly Token[], match: PhraseMatch<string>): boolean {
  const before = wordsBefore(tokens, match.start);
  if (/(?:^| )(?:according to|accord to|said by|estimated by|reported by|quoted by|told by|claimed by|given by|per)(?: the)?$/.test(before)) return true;
  if (/(?:^| )(?:figure|estimate|number|statement|count|word|comment|claim|toll)s? (?:from|by|of)(?: the)?$/.test(before)) return true;
  let next = match.end;
  while (BETWEEN.has(tokens[next]?.word ?? '')) next++;
  const following = tokens[next]?.word ?? '';
  if (SPEAKING.has(following) && !tokens[match.end - 1]?.possessive) return true;
  return SPOKEN.has(following) && (tokens[match.end - 1]?.possessive === true || next === match.end);
}

/** Outlets that the question confines itself to, and the people or bodies who must say so. */
export function readConstraints(index: ClaimIndex, tokens: readonly Token[]): { outlets: string[]; voices: string[] } {
  const stems = tokens.map((token) => token.stem);
  const names = index.lexicon.people.longest(stems);
  const outlets = new Set<string>();
  const voices = new Set<string>();
  for (const match of index.lexicon.outlets.longest(stems)) {
    const alsoName = names.some((name) => name.start <= match.start && name.end >= match.end);
    // A newspaper that is part of the story ("the Chosun interview") is a constraint only where it is asked as a publisher.
    if (index.publishers.has(match.value) || (isVoice(tokens, match) && !alsoName)) outlets.add(match.value);
  }
  for (const match of names) {
    const covered = index.lexicon.outlets.matches(stems).some((outlet) => index.publishers.has(outlet.value) && outlet.start <= match.start && outlet.end >= match.end);
    if (!covered && isVoice(tokens, match)) voices.add(match.value);
  }
  return { outlets: [...outlets], voices: [...voices] };
}
