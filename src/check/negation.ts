import type { PlacedToken } from './place-tokens.ts';

const NEGATORS =
  /^(?:not|never|no|none|neither|nor|nobody|nothing|nowhere|without|cannot|cant|dont|doesnt|didnt|isnt|arent|wasnt|werent|hasnt|havent|hadnt|wont|wouldnt|couldnt|shouldnt)$/;
/** Verbs that deny what follows ("refused to resign"), or, in the passive, what stands before ("the request was refused"). */
const DENYING =
  /^(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|reject(?:s|ed|ing)?|den(?:y|ies|ied|ying)|fail(?:s|ed|ing)?|lack(?:s|ed|ing)?|avoid(?:s|ed)?|prevent(?:s|ed)?|withh(?:old|olds|eld)|dismiss(?:es|ed)|unable|unwilling|ignor(?:es|ed))$/;
/** Denying verbs of two words. */
const PHRASAL = /^(?:turn(?:s|ed|ing)? down|rul(?:e|es|ed|ing) out)$/;
const FALSELY = /^(?:false|falsely|untrue|wrongly|baseless|unfounded|bogus|mistaken|mistakenly)$/;
const THAT = /^that$/;
/** How many words after "false" its "that" may stand. */
const REACH = 4;
const PASSIVE = /^(?:is|are|was|were|been|be|being|got)$/;
const STOPS =
  /^(?:that|which|who|whom|whose|but|because|although|though|while|whereas|when|where|if|until|unless|after|before|since)$/;
const BREAK = /[;:,()]|\s[–—-]\s|[–—]/u;
/** "No fewer than", "not only", "no doubt" deny nothing. */
const NO_DENIAL = /^(?:fewer|less|more|later|earlier|only|just|doubt|least|merely|matter|one)$/;
/** What a text says of its own sourcing denies nothing: "who is not named", "no source is given". */
const SOURCING =
  /\b(?:who|which|whom|that|it)\s+(?:\w+\s+){0,3}(?:is|are|was|were|does|did|do)\s+not\s+(?:name|named|identif\w+|say)\b|\bnot (?:named|identified)\b|\b(?:names?|gives?|with|without|citing|cites)\s+(?:no|a|any)\s+(?:source|agency|reason|number)\b|\bno (?:number|source|reason|agency)\b[^.;,]*$|,\s*without a source,/giu;
const UN = /^(?:un|non)(?=\p{L}{4})/u;

/** What denies a word: a particle ("not"), a verb ("refused to"), or nothing. */
export type Denial = 'particle' | 'verb' | undefined;

/** Whether a word is a verb that denies what follows it. */
export function isDenying(word: string): boolean {
  return DENYING.test(word);
}

/** Whether two words in a row are a verb that denies what follows it ("ruled out"). */
export function isPhrasalDenial(word: string, next: string): boolean {
  return PHRASAL.test(`${word} ${next}`);
}

/** The spans of clauses, as the places where a negation ends. */
function breaksOf(text: string, tokens: readonly PlacedToken[]): Set<number> {
  const breaks = new Set<number>();
  tokens.forEach((token, n) => {
    const last = tokens[n - 1];
    if (last && BREAK.test(text.slice(last.end, token.start))) breaks.add(n);
  });
  return breaks;
}

function isAside(asides: readonly (readonly [number, number])[], token: PlacedToken): boolean {
  return asides.some(([start, end]) => token.start >= start && token.end <= end);
}

/** Whether a clause waits for something to end its denial: "did not acknowledge it until April" says that it did. */
function isLifted(tokens: readonly PlacedToken[], from: number, breaks: ReadonlySet<number>): boolean {
  for (let n = from + 1; n < tokens.length && !breaks.has(n); n++) if (tokens[n]?.word === 'until') return true;
  return false;
}

/** The bare word of one with a denying prefix ("unhurt" is "hurt"), where `isWord` knows it; undefined otherwise. */
export function bareOf(word: string, isWord: (word: string) => boolean): string | undefined {
  const bare = word.replace(UN, '');
  return bare !== word && isWord(bare) ? bare : undefined;
}

/**
 * For each word, what of the text denies it: it stands behind "not", "no", "refused to" within the clause.
 * A second denial lifts the first. Words with a denying prefix are not counted here.
 */
export function readNegation(text: string, tokens: readonly PlacedToken[]): readonly Denial[] {
  const denied = tokens.map((): Denial => undefined);
  const breaks = breaksOf(text, tokens);
  const asides = [...text.matchAll(SOURCING)].map((match) => [match.index, match.index + match[0].length] as const);
  const flip = (n: number, by: Denial) => {
    denied[n] = denied[n] === undefined ? by : undefined;
  };
  const flipAfter = (from: number, by: Denial, through?: RegExp) => {
    let open = through;
    for (let n = from; n < tokens.length; n++) {
      const { word } = tokens[n] as PlacedToken;
      if (n > from && breaks.has(n)) break;
      if (n > from && STOPS.test(word)) {
        if (!open?.test(word)) break;
        open = undefined;
      }
      flip(n, by);
    }
  };
  tokens.forEach((token, n) => {
    if (isAside(asides, token)) return;
    const next = tokens[n + 1]?.word ?? '';
    const last = tokens[n - 1]?.word ?? '';
    if (NEGATORS.test(token.word) || /n['’]t$/u.test(text.slice(token.start, token.end))) {
      if (token.word === 'no' && (NO_DENIAL.test(next) || /^\d/.test(next))) return;
      if (
        token.word === 'not' &&
        /^(?:only|just|merely|least|necessarily|first|alone)$/.test(next === 'the' ? (tokens[n + 2]?.word ?? '') : next)
      )
        return;
      // "Neither ... nor" denies once.
      if (token.word === 'nor' && tokens.slice(0, n).some(({ word }) => word === 'neither' || word === 'not')) return;
      if (isLifted(tokens, n, breaks)) return;
      flipAfter(n + 1, 'particle');
      // "Played no part", "reached no agreement": the verb before is denied too.
      if (token.word === 'no' && n > 0 && !breaks.has(n) && tokens[n - 1]?.stop === false) flip(n - 1, 'particle');
      return;
    }
    if (token.word === 'yet' && next === 'to' && !denied[n]) {
      flipAfter(n + 2, 'particle');
      return;
    }
    // "False rumours that", "wrongly claimed that": what follows is not so.
    if (FALSELY.test(token.word)) {
      const that = tokens.findIndex(({ word }, at) => at > n && at <= n + REACH && word === 'that');
      if (that > 0 && !tokens.slice(n + 1, that + 1).some((_, k) => breaks.has(n + 1 + k)))
        flipAfter(that + 1, 'particle');
      return;
    }
    const turnedDown = isPhrasalDenial(token.word, next);
    if (!turnedDown && !DENYING.test(token.word)) return;
    if (PASSIVE.test(last)) {
      for (let before = n - 1; before >= 0 && !breaks.has(before + 1); before--) flip(before, 'verb');
    } else flipAfter(n + (turnedDown ? 2 : 1), 'verb', /^den/.test(token.word) ? THAT : undefined);
  });
  return denied;
}
