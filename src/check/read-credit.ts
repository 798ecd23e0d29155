import type { ClaimIndex } from '../ask/claim-index.ts';
import {
  type CreditedVoice,
  endsInSomeone,
  hasBreak,
  isSomeone,
  phraseAfter,
  subjectBefore,
  toLastName,
  voiceOf,
} from './credited-voice.ts';
import type { PlacedToken } from './place-tokens.ts';

/** Whom a sentence credits, and where the words that do so stand. */
export interface Credit {
  readonly voices: readonly CreditedVoice[];
  /** Outlets named as the publisher or as the one that was told. */
  readonly outlets: readonly string[];
  readonly spans: readonly (readonly [number, number])[];
}

const REPORTING = new Set(
  `say says said saying tell tells told report reports reported estimate estimates estimated claim claims claimed
   state states stated note notes noted add adds added argue argues argued insist insists insisted write writes wrote
   explain explains explained put puts believe believes think thinks recall recalls recalled remark remarked complain complained
   find finds found conclude concludes concluded maintain maintains maintained assert asserts asserted allege alleges alleged
   suggest suggests suggested reckon reckons reckoned quote quotes quoted describe describes described warn warns warned
   announce announces announced declare declares declared reveal reveals revealed confirm confirms confirmed count counts counted
   called cite cites cited admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded
   promise promises promised pledge pledges pledged vow vows vowed urge urges urged predict predicts predicted
   testify testifies testified apologise apologised apologize apologized`
    .split(/\s+/)
    .filter(Boolean),
);
/** These do something by being said: they stay in the matter, with whoever says so. */
const ACTS =
  /^(?:announce|declare|reveal|confirm|call|cite|describe|warn|quote|admit|acknowledg|conced|promis|pledg|vow|urge|apolog)/;
/** A plural noun as much as a verb: the verb has its subject right before it. */
const PLURALS =
  /^(?:calls|counts|claims|reports|estimates|notes|states|quotes|remarks|puts|finds|report|claim|count|estimate|quote|state|note|cite|put)$/;
const NO_SUBJECT =
  /^(?:for|of|the|a|an|in|to|its|their|his|her|this|that|these|those|no|any|some|by|with|from|on|at|all|first|new|latest|official)$/;
const SPOKEN = /^(?:estimate|figure|number|count|toll|assessment|tally|account|version|statement|report|analysis)s?$/;
/** What follows a figure's name where the sentence gives the figure: "Seoul's estimate in February was". */
const GIVES =
  /^(?:,? (?:in|on|for|of|that|by) [^,;]{1,40})?,? (?:is|was|were|are|puts?|stands?|stood|has|have|had|of|that|remains?|comes?|came)\b/iu;
const TOLD_ENDS = /^(?:in|on|by|at|he|she|they|it|the|a|his|her|their|there)$/;
const DENIES = /^(?:not|never|nor|neither|no|yet|nt|cannot)$/;
const HEDGED =
  /^(?:(?:some|about|around|nearly|almost|roughly|only|over|under|at (?:least|most)|up to|(?:more|fewer|less) than) )?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens|hundreds|thousands)\b)/iu;

/** Whether a reporting verb at `at` is followed by what is said: "that", a quotation, a clause, a time, the end. */
function introduces(text: string, tokens: readonly PlacedToken[], at: number): boolean {
  const verb = tokens[at] as PlacedToken;
  const next = tokens[at + 1];
  if (next === undefined || hasBreak(text, verb, next)) return true;
  if (
    /^(?:say|says|said|saying|tell|tells|told|report|reports|reported|claim|claims|claimed|estimat\w+|put|puts|argu\w+|insist\w*|believ\w+|think\w*)$/.test(
      verb.word,
    )
  )
    return true;
  return (
    /^(?:that|in|on|last|this|how|why|whether|the|its|there|he|she|they|it)$/.test(next.word) ||
    next.capital ||
    /^\d/.test(next.word) ||
    HEDGED.test(text.slice(next.start))
  );
}

/** Reads whom a sentence credits. What stands within quotation marks is never read as a credit. */
export function readCredit(
  index: ClaimIndex,
  text: string,
  tokens: readonly PlacedToken[],
  quoted: (token: PlacedToken) => boolean,
): Credit {
  const voices: CreditedVoice[] = [];
  const outlets = new Set<string>();
  const spans: [number, number][] = [];
  const take = (voice: CreditedVoice, from: number, to: number) => {
    voices.push(voice);
    for (const outlet of voice.outlets) outlets.add(outlet);
    spans.push([from, to]);
  };
  tokens.forEach((token, at) => {
    if (quoted(token)) return;
    const next = tokens[at + 1];
    if (
      (token.word === 'according' && next?.word === 'to') ||
      /^(?:cited|quoted|reported|said|estimated|published|carried|told|obtained|seen|reviewed) by$/.test(
        `${token.word} ${next?.word}`,
      )
    ) {
      const after = phraseAfter(text, tokens, at + 2, /^(?:estimated|said|has|have|had|was|were|is|are)$/);
      const voice = voiceOf(index, text, tokens, toLastName(index, tokens, after));
      if (isSomeone(voice)) take(voice, token.start, voice.end);
      return;
    }
    // "Seoul's own estimate in February was": the possessor is the voice.
    if (SPOKEN.test(token.word) && at > 0 && GIVES.test(text.slice(token.end))) {
      const owner =
        tokens[at - 1]?.word === 'own' || tokens[at - 1]?.word === 'official' || tokens[at - 1]?.word === 'latest'
          ? at - 2
          : at - 1;
      if (tokens[owner]?.possessive) {
        const { from } = subjectBefore(text, tokens, owner);
        const voice = voiceOf(index, text, tokens, { from, to: owner + 1 });
        if (voice !== undefined && (voice.ids.length > 0 || voice.outlets.length > 0))
          take(voice, voice.start, token.end);
      }
      return;
    }
    if (token.word === 'citing') {
      const voice = voiceOf(index, text, tokens, phraseAfter(text, tokens, at + 1));
      const publisher = voiceOf(index, text, tokens, subjectBefore(text, tokens.slice(0, at), at));
      if (isSomeone(voice)) take(voice, publisher?.outlets.length ? publisher.start : token.start, voice.end);
      for (const outlet of publisher?.outlets ?? []) outlets.add(outlet);
      return;
    }
    if (!REPORTING.has(token.word) || token.possessive) return;
    const previous = tokens[at - 1];
    if (PLURALS.test(token.word) && previous && (NO_SUBJECT.test(previous.word) || /^\d/.test(previous.word))) return;
    const before = tokens.slice(Math.max(0, at - 3), at).map(({ word }) => word);
    if (before.some((word) => DENIES.test(word)) || tokens[at - 1]?.word === 'to') return;
    // "Is believed", "was reported": nobody is credited.
    if (/^(?:is|are|was|were|been|be|being)$/.test(tokens[at - 1]?.word ?? '')) return;
    if (!introduces(text, tokens, at)) return;
    const act = ACTS.test(token.word);
    if (PLURALS.test(token.word) && !endsInSomeone(index, tokens, at)) return;
    const subject = subjectBefore(text, tokens, at);
    if (tokens[subject.from - 1]?.word === 'than') return;
    const inverted =
      subject.from === subject.to &&
      (at === 0 || hasBreak(text, tokens[at - 1], token) || quoted(tokens[at - 1] as PlacedToken));
    const phrase = inverted ? phraseAfter(text, tokens, at + 1, /^(?:in|on|at|to)$/) : subject;
    let voice = voiceOf(index, text, tokens, phrase);
    // "Jang, an activist, said": the name stands before the comma.
    if (
      voice !== undefined &&
      !inverted &&
      phrase.from > 0 &&
      voice.ids.length === 0 &&
      voice.outlets.length === 0 &&
      !voice.pronoun &&
      tokens[at - 1] !== undefined
    ) {
      const earlier = subjectBefore(text, tokens, phrase.from);
      const named = voiceOf(index, text, tokens, earlier);
      if (
        hasBreak(text, tokens[at - 1], token) &&
        named !== undefined &&
        named.ids.length > 0 &&
        earlier.to - earlier.from < 6
      )
        voice = named;
    }
    // "Jang, who heads the group, said": what stands between commas tells who he is.
    if (inverted && !isSomeone(voice) && at > 0 && /,\s*$/u.test(text.slice(0, token.start))) {
      const opening = voiceOf(index, text, tokens, phraseAfter(text, tokens, 0));
      if (opening && opening.ids.length > 0) {
        voices.push(opening);
        spans.push([token.start, token.end]);
      }
      return;
    }
    if (!isSomeone(voice)) return;
    let end = inverted ? Math.max(token.end, voice.end) : token.end;
    const begin = Math.min(token.start, voice.start);
    // "Told UPI": the one who was told published it, when it is an outlet.
    if (/^(?:tell|tells|told)$/.test(token.word)) {
      const told = voiceOf(index, text, tokens, phraseAfter(text, tokens, at + 1, TOLD_ENDS));
      if (told !== undefined && told.outlets.length > 0) {
        for (const outlet of told.outlets) outlets.add(outlet);
        end = Math.max(end, told.end);
      }
    }
    if (act) {
      voices.push(voice);
      for (const outlet of voice.outlets) outlets.add(outlet);
      if (voice.outlets.length > 0 || inverted) spans.push([begin, end]);
      return;
    }
    take(voice, begin, end);
  });
  return { voices, outlets: [...outlets], spans };
}
