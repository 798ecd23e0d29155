import type { ClaimIndex } from '../ask/claim-index.ts';
import { namesIn } from '../reading/lexicon.ts';
import { stemOf } from '../search/analyse.ts';
import { commonness, isEnglish } from '../search/english-words.ts';
import { nearSynonyms } from './near-synonyms.ts';
import { bareOf, type Denial, isDenying, isPhrasalDenial, readNegation } from './negation.ts';
import type { PlacedToken } from './place-tokens.ts';
import { readQuotes } from './read-quotes.ts';

/** A word or name of a text that carries matter. */
export interface MatterWord {
  readonly text: string;
  /** What stands for it in a claim: its stem, its meanings, words of its root, `@id` for a name. */
  readonly terms: readonly string[];
  readonly stem: string;
  /** The ids of those whom a name can mean; empty for a word. */
  readonly names: readonly string[];
  /** The ids of those whom it can mean, written as a name or not ("the coastguard"). */
  readonly ids: readonly string[];
  /** For a name of several words, what stands for each: "North Korea" is in "North Korean losses". */
  readonly parts: readonly (readonly string[])[];
  /** How much it tells: how rare it is on record and in English. */
  readonly weight: number;
  readonly denied: boolean;
  /** It is denied by a verb that may have a like in other words ("rejected the plan", "opposed the plan"). */
  readonly deniedByVerb: boolean;
  /** It says where: "in Kyiv", "on Ukrainian soil". */
  readonly placed: boolean;
  /** Written as a name that the record does not know. */
  readonly strange: boolean;
  readonly start: number;
  readonly end: number;
}

/** Words that tell little in any sentence; the counts and times among them are read elsewhere. */
const LIGHT: ReadonlySet<string> = new Set(
  `pair duo trio couple both man men person people group mr mrs ms mx dr sir lady lord number numbers figure figures total count counts
   official officially already still yet so far also only just even ever now currently recently later earlier reportedly allegedly
   apparently according estimate estimated estimates reported believed thought known take took taken place happen happened make made
   put puts set get got come came go went going do does done use used want part side way thing things
   week month year day time today yesterday tomorrow end beginning start early late mid around about nearly almost several various
   first second third one two three four five six seven eight nine ten hundred thousand million billion half quarter
   without nobody none nothing well very much more most less least too own same other another such like including among amid per between
   remain remains remained stand stands stood become became keep kept give gave given show shows showed shown
   receive receives received obtain obtained say says said tell told add added call called name named percent single sole lone soil stretch spent serve served force forces attend attended attends attending`
    .split(/\s+/)
    .filter(Boolean),
);
const LIGHT_WEIGHT = 0.12;
const NUMBER = 2.5;
/** The weight of a rare word that the record does not have: weights do not grow with the record. */
const SCALE = 5;
const COMMON = 0.8;
const NAME = 1.25;
const STRANGE = 1.6;
const SUFFIX =
  /^(?:ian|an|n|s|ish|ese|al|ion|ment|er|or|ist|ed|ing|ity|y|i|ic|ical|ness|ful|ly|ion|at|ator|ation|iv|or)$/;

const SOIL = /^\s+(?:soil|territory)\b/iu;

const families = new WeakMap<ClaimIndex, (stem: string) => readonly string[]>();

/** For a stem, the stems on record of the same root: "Ukraine" and "Ukrainian". */
function rootsOf(index: ClaimIndex): (stem: string) => readonly string[] {
  const known = families.get(index);
  if (known) return known;
  const groups = new Map<string, string[]>();
  for (const stem of new Set([...index.lexicon.words].map(stemOf))) {
    if (stem.length < 5 || /\d/.test(stem)) continue;
    const key = stem.slice(0, 5);
    groups.set(key, [...(groups.get(key) ?? []), stem]);
  }
  const find = (stem: string) =>
    stem.length < 5
      ? []
      : (groups.get(stem.slice(0, 5)) ?? []).filter((other) => {
          const [short, long] = stem.length < other.length ? [stem, other] : [other, stem];
          return short !== long && long.startsWith(short) && SUFFIX.test(long.slice(short.length));
        });
  families.set(index, find);
  return find;
}

function weightOf(index: ClaimIndex, token: PlacedToken, terms: readonly string[]): number {
  if (LIGHT.has(token.word) || isDenying(token.word)) return LIGHT_WEIGHT;
  // A number that is left here is part of a name: "Tactical Group No. 84".
  if (/^\d+$/.test(token.word)) return NUMBER;
  const known = terms.filter((term) => index.terms.has(term));
  const rarity =
    known.length > 0 ? Math.min(...known.map((term) => index.terms.idf(term))) : index.terms.idf(token.stem);
  return (SCALE * rarity * (1 - COMMON * commonness(token.word))) / index.terms.idf('');
}

/** What the text denies of each word. What a quotation denies within itself is its own matter. */
function readDenials(text: string, tokens: readonly PlacedToken[]): readonly Denial[] {
  const denied = [...readNegation(text, tokens)];
  for (const { start, end } of readQuotes(text)) {
    const from = tokens.findIndex((token) => token.start >= start);
    const inside = tokens.filter((token) => token.start >= start && token.end <= end);
    readNegation(text, inside).forEach((own, n) => {
      if (own !== undefined) denied[from + n] = denied[from + n] === undefined ? own : undefined;
    });
  }
  return denied;
}

/** A stem that would be a stop word or light word never reaches across by its meanings. */
function meaningsAt(concepts: readonly { value: string; start: number; end: number }[], at: number): string[] {
  return [...new Set(concepts.filter((match) => match.start <= at && match.end > at).map((match) => match.value))];
}

/**
 * The words and names of a text that carry matter, in order. `skip` tells the tokens that other readers have taken
 * (credits, times, figures).
 */
export function readMatter(
  index: ClaimIndex,
  text: string,
  tokens: readonly PlacedToken[],
  skip: (token: PlacedToken) => boolean = () => false,
): MatterWord[] {
  const { lexicon } = index;
  const stems = tokens.map((token) => token.stem);
  const names = namesIn(lexicon, tokens);
  const concepts = lexicon.concepts.matches(stems);
  const denied = readDenials(text, tokens);
  const roots = rootsOf(index);
  const words: MatterWord[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as PlacedToken;
    if (skip(token)) continue;
    const match = names.find(({ start }) => start === at);
    if (match) {
      const ids = names.filter(({ start }) => start === at).map(({ value }) => value);
      const parts = tokens.slice(match.start, match.end);
      const end = (parts.at(-1) as PlacedToken).end;
      const proper = parts.some((part) => part.capital);
      words.push({
        text: text.slice(token.start, end),
        // A name may also stand as plain words ("Western intelligence"), or as what is of it ("Ukrainian").
        terms: [
          ...ids.map((id) => `@${id}`),
          ...(proper ? [] : meaningsAt(concepts, at)),
          ...parts
            .filter((part) => !part.stop && (parts.length === 1 || !proper))
            .flatMap((part) => [part.stem, ...roots(part.stem)]),
        ],
        stem: token.stem,
        names: proper ? ids : [],
        ids,
        parts:
          parts.length > 1 ? parts.filter((part) => !part.stop).map((part) => [part.stem, ...roots(part.stem)]) : [],
        weight: (SCALE * NAME * Math.max(...ids.map((id) => index.terms.idf(`@${id}`)))) / index.terms.idf(''),
        denied: denied[at] !== undefined,
        deniedByVerb: denied[at] === 'verb',
        placed:
          proper &&
          /\b(?:in|inside|at|near|outside|within)\s+(?:the\s+)?$/iu.test(text.slice(0, token.start)) &&
          !/^['’]s/u.test(text.slice(end)) &&
          !(parts.at(-1) as PlacedToken).possessive,
        strange: false,
        start: token.start,
        end,
      });
      at = match.end - 1;
      continue;
    }
    if (token.stop) continue;
    if (isPhrasalDenial(token.word, tokens[at + 1]?.word ?? '')) continue;
    const meanings = meaningsAt(concepts, at);
    const bare = meanings.length === 0 ? bareOf(token.word, isEnglish) : undefined;
    const stem = bare === undefined ? token.stem : stemOf(bare);
    const terms = [
      stem,
      ...(bare === undefined ? meanings : lexicon.concepts.matches([stem]).map(({ value }) => value)),
      ...roots(stem),
      ...index.kin(token),
      ...nearSynonyms(stem),
    ];
    const known = terms.some((term) => index.terms.has(term));
    const strange = token.capital && at > 0 && !known && !/[.!?:“"]\s*$/u.test(text.slice(0, token.start));
    words.push({
      text: text.slice(token.start, token.end),
      terms,
      stem,
      names: [],
      ids: [],
      parts: [],
      weight: weightOf(index, token, terms) * (strange ? STRANGE : 1),
      denied: (denied[at] !== undefined) !== (bare !== undefined),
      deniedByVerb: denied[at] === 'verb',
      placed: SOIL.test(text.slice(token.end)),
      strange,
      start: token.start,
      end: token.end,
    });
  }
  return words;
}
