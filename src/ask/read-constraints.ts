import type { Token } from '../search/analyse.ts';
import type { PhraseMatch } from '../search/phrase-table.ts';
import type { InquiryForm } from './inquiry.ts';
import type { NamedWords } from './named-words.ts';

const SPEAKING = new Set(
  `say said says saying tell told tells claim claims claimed estimate estimates estimated report reports reported put puts
   warn warns warned announce announces announced state states stated confirm confirms confirmed deny denies denied
   acknowledge acknowledges acknowledged admit admits admitted insist insists insisted argue argues argued
   describe describes described call calls called allege alleges alleged note notes noted write writes wrote
   give gives gave think thinks believe believes quote quotes quoted mention mentions mentioned cite cites cited
   publish published carry carries carried explain explains explained accuse accused accuses comment commented promise promised`
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
const BETWEEN = new Set(
  'actually ever really also first then never once exactly have has had did does do to not'.split(' '),
);

/** What one who is told something is, in the passive. */
const HEARING = new Set('told warned accused'.split(' '));

function wordsBefore(tokens: readonly Token[], start: number): string {
  return tokens
    .slice(Math.max(0, start - 3), start)
    .map((token) => token.word)
    .join(' ');
}

/** Whether the one named at `match` is asked for as the one who says it: "according to X", "X said", "X's estimate". */
function isVoice(tokens: readonly Token[], match: PhraseMatch<string>): boolean {
  const before = wordsBefore(tokens, match.start);
  if (
    /(?:^| )(?:according to|accord to|said by|estimated by|reported by|quoted by|told by|claimed by|given by|per)(?: the)?$/.test(
      before,
    )
  )
    return true;
  if (
    /(?:^| )(?:figure|estimate|number|statement|count|word|comment|claim|toll)s? (?:from|by|of)(?: the)?$/.test(before)
  )
    return true;
  // "When was X warned": to X it was said.
  if (/(?:^| )(?:was|were|been)(?: the)?$/.test(before) && HEARING.has(tokens[match.end]?.word ?? '')) return false;
  let next = match.end;
  while (BETWEEN.has(tokens[next]?.word ?? '')) next++;
  const following = tokens[next]?.word ?? '';
  if (SPEAKING.has(following) && !tokens[match.end - 1]?.possessive) return true;
  return SPOKEN.has(following) && (tokens[match.end - 1]?.possessive === true || next === match.end);
}

/** Outlets that the question confines itself to, and the people or bodies who must say so. In a comparison: its sides. */
export function readConstraints(
  { tokens, people, outlets: carriers, publishers }: NamedWords,
  form: InquiryForm,
  named: readonly string[],
): { outlets: string[]; voices: string[] } {
  const outlets = new Set(publishers.map((match) => match.value));
  for (const match of carriers) {
    // A newspaper that is part of the story ("the Chosun interview") is a constraint only where it is asked as a publisher.
    const alsoName = people.some((name) => name.start <= match.start && name.end >= match.end);
    if (isVoice(tokens, match) && !alsoName) outlets.add(match.value);
  }
  const voices = new Set<string>();
  for (const match of people) {
    const isOutlet = publishers.some((outlet) => outlet.start < match.end && outlet.end > match.start);
    if (!isOutlet && isVoice(tokens, match)) voices.add(match.value);
  }
  const sides = form === 'compare' && outlets.size < 2 && named.length > 1;
  return { outlets: [...outlets], voices: sides ? [...named] : [...voices] };
}
