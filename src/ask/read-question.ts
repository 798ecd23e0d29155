import { readFigures, type WrittenFigure } from '../reading/read-figures.ts';
import { readTimes, type WrittenTime, withoutTimes } from '../reading/read-times.ts';
import type { IsoDate, Span } from '../record/dossier.ts';
import { analyse, stemOf, type Token } from '../search/analyse.ts';
import { commonness } from '../search/english-words.ts';
import { STOP_WORDS } from '../search/stop-words.ts';
import type { ClaimIndex } from './claim-index.ts';
import { degreeCounted, measuresOfDegree } from './degree-words.ts';
import { END_OF_TIME, type Inquiry, type InquirySlot } from './inquiry.ts';
import { mendWords } from './mend-words.ts';
import { type NamedWords, readNames } from './named-words.ts';
import {
  asksAhead,
  asksApiece,
  asksIdentity,
  asksLatest,
  asksMoney,
  asksPart,
  countedNoun,
  denies,
  grainAsked,
  LIGHT_WORDS,
  readForm,
  readWanted,
  whichNoun,
} from './question-grammar.ts';
import { readConstraints } from './read-constraints.ts';

/** What a light word weighs beside one that names the matter. */
const LIGHT = 0.15;
/** How good a word that means the same is, beside the word itself. */
const SAME_MEANING = 0.85;
/** How good a word of the same root is ("resignation" for "resigned", "retested" for "test"). */
const KIN = 0.7;
/** How much of a word's burden its being common in any conversation takes off. */
const COMMON = 0.8;
/** A name counts more than a word: a claim about someone else is no answer. */
const NAME = 1.3;

function slotOfWord(index: ClaimIndex, token: Token, concepts: readonly string[]): InquirySlot {
  const alternatives = [
    { term: token.stem, weight: 1 },
    ...concepts.map((concept) => ({ term: concept, weight: SAME_MEANING })),
    ...index.kin(token).map((term) => ({ term, weight: KIN })),
  ];
  const known = alternatives.filter(({ term }) => index.terms.has(term));
  const light = LIGHT_WORDS.has(token.word);
  const rarity =
    known.length > 0 ? Math.min(...known.map(({ term }) => index.terms.idf(term))) : index.terms.idf(token.stem);
  return {
    text: token.word,
    alternatives,
    weight: light ? LIGHT : 1,
    known: known.length > 0,
    burden: light ? 0 : rarity * (1 - COMMON * commonness(token.word)),
  };
}

/** The question's words and names as slots, in order; stop words, times and figures are left out. */
function readSlots(index: ClaimIndex, { tokens, stems, people, publishers }: NamedWords): InquirySlot[] {
  const { lexicon, terms } = index;
  const concepts = lexicon.concepts.matches(stems);
  const slots: InquirySlot[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const name = people.find((match) => match.start === at);
    if (name) {
      const ids = people.filter((match) => match.start === at).map((match) => match.value);
      const words = tokens.slice(name.start, name.end);
      slots.push({
        text: words.map((word) => word.word).join(' '),
        name: name.value,
        alternatives: [
          ...ids.map((id) => ({ term: `@${id}`, weight: 1 })),
          // The name may also stand in a claim as plain words ("Western intelligence says ...").
          ...(words.length === 1 ? [{ term: words[0]?.stem as string, weight: 0.6 }] : []),
        ],
        weight: NAME,
        known: ids.some((id) => terms.has(`@${id}`)),
        burden: Math.max(...ids.map((id) => terms.idf(`@${id}`))),
      });
      at = name.end - 1;
      continue;
    }
    const token = tokens[at] as Token;
    if (token.stop) continue;
    if (publishers.some((match) => match.start <= at && match.end > at)) {
      slots.push(lighten(slotOfWord(index, token, [])));
      continue;
    }
    const degrees = tokens[at - 1]?.word === 'how' ? measuresOfDegree(token.word) : [];
    if (degrees.length > 0) {
      slots.push({ ...slotOfWord(index, token, degrees), weight: 1, burden: 0 });
      continue;
    }
    const here = concepts.filter((match) => match.start <= at && match.end > at).map((match) => match.value);
    slots.push(slotOfWord(index, token, [...new Set(here)]));
  }
  return mergeTwins(slots);
}

/** A slot that helps to rank and that no claim has to carry: a constraint already stands for it. */
function lighten(slot: InquirySlot): InquirySlot {
  return { ...slot, weight: LIGHT, burden: 0 };
}

/** A word asked twice counts once. */
function mergeTwins(slots: readonly InquirySlot[]): InquirySlot[] {
  const seen = new Set<string>();
  return slots.filter((slot) => {
    const key = slot.alternatives[0]?.term ?? slot.text;
    return !seen.has(key) && seen.add(key);
  });
}

/** Capitalised words within a sentence that neither the record nor English knows: names of people who are not on file. */
function readStrangers(tokens: readonly Token[], slots: readonly InquirySlot[]): string[] {
  const unknown = new Set(
    slots.filter((slot) => !slot.known && slot.name === undefined && slot.burden > 0).map((slot) => slot.text),
  );
  const capitals = tokens.filter((token) => token.capital).length;
  // In a headline-cased or shouted question a capital tells nothing.
  if (capitals > tokens.length / 2) return [];
  return tokens
    .slice(1)
    .filter((token) => token.capital && unknown.has(token.word))
    .map((token) => token.word);
}

function readDuring(times: readonly WrittenTime[]): readonly Span[] | undefined {
  const since = times.find((time) => time.role === 'since')?.spans[0];
  const until = times.find((time) => time.role === 'until')?.spans[0];
  if (since || until) return [{ from: since?.from ?? '0000-01-01', to: until?.to ?? END_OF_TIME }];
  const during = times.filter((time) => time.role === 'during').flatMap((time) => [...time.spans]);
  return during.length > 0 ? during : undefined;
}

/** "As of 12 March" is the latest such day that the record can speak of; one after it only where no other is left. */
function readAsOf(index: ClaimIndex, times: readonly WrittenTime[]): Span | undefined {
  const spans = times.find((time) => time.role === 'as-of')?.spans;
  return spans?.find((span) => span.from <= (index.newest ?? END_OF_TIME)) ?? spans?.[0];
}

/** "First name" and the like are one word: a claim with "first" or "name" does not carry it. */
const PARTS_OF_NAMES = /\b(first|given|middle|full|maiden|real|christian) names?\b/gi;

/** Reads a question against one dossier, as of `today` (the reader's day). */
export function readQuestion(index: ClaimIndex, question: string, today: IsoDate): Inquiry {
  const { text, repairs } = mendWords(index, question);
  const times = readTimes(text, { today, years: index.years });
  const untimed = withoutTimes(text, times);
  const written = writtenFigures(index, untimed);
  const plain = written.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    untimed,
  );
  const named = readNames(index, analyse(plain.replace(PARTS_OF_NAMES, '$1name')));
  const lower = text.toLowerCase();
  const form = readForm(lower);
  const plainly = readWanted(lower);
  // Who carries a claim is what an answer on sources always tells.
  const wanted = form === 'sources' && plainly !== 'figure' ? 'anything' : plainly;
  const which = wanted === 'who' ? whichNoun(lower) : undefined;
  const counted = wanted === 'figure' ? (countedNoun(lower) ?? degreeCounted(lower)) : undefined;
  const read = readSlots(index, named);
  const names = [...new Set(read.flatMap((slot) => slot.name ?? []))];
  const { outlets, voices } = readConstraints(named, form, names);
  // "Who is Ri" and no more: what is on record of him, whatever it is.
  const identity =
    asksIdentity(lower) && names.length === 1 && read.every(({ name, burden }) => name !== undefined || burden === 0);
  return {
    text,
    repairs,
    wanted: identity ? 'anything' : wanted,
    form,
    slots: read.map((slot) => (slot.name !== undefined && voices.includes(slot.name) ? lighten(slot) : slot)),
    strangers: readStrangers(named.tokens, read),
    outlets,
    voices,
    names,
    figures: [...new Set(written.flatMap(({ low, high }) => [low, high]))],
    asOf: readAsOf(index, times),
    during: readDuring(times),
    grain: grainAsked(lower),
    either: readEither(named),
    which: which === undefined ? undefined : meaningsOf(index, which),
    counted:
      counted === undefined || STOP_WORDS.has(counted) || LIGHT_WORDS.has(counted)
        ? undefined
        : meaningsOf(index, counted),
    latest: asksLatest(lower),
    identity,
    apiece: asksApiece(lower),
    money: asksMoney(lower),
    part: asksPart(lower),
    ahead: asksAhead(lower),
    presumes: wanted !== 'yes-no' && wanted !== 'anything' && wanted !== 'position' && !denies(lower),
  };
}

/** The figures that an answer has to carry. */
function writtenFigures(index: ClaimIndex, text: string): WrittenFigure[] {
  const figures = readFigures(text).filter(({ digits, low }) => digits || low >= 100);
  if (figures.length === 0) return figures;
  const partsOfNames = numbersInNames(index, text);
  return figures.filter(({ start, end }) => !partsOfNames.has(text.slice(start, end)));
}

/** Numbers that are part of a name ("Tactical Group No. 84"): no answer has to carry them as figures. */
function numbersInNames(index: ClaimIndex, text: string): ReadonlySet<string> {
  const tokens = analyse(text);
  const named = index.lexicon.people.longest(tokens).flatMap(({ start, end }) => tokens.slice(start, end));
  return new Set(named.map((token) => token.word).filter((word) => /^\d/.test(word)));
}

/** The names on both sides of an "or". */
function readEither({ tokens, people }: NamedWords): string[] {
  return people
    .filter(({ start, end }) => tokens[start - 1]?.word === 'or' || tokens[end]?.word === 'or')
    .map((match) => match.value);
}

function meaningsOf(index: ClaimIndex, word: string): string[] {
  const stem = stemOf(word);
  return [stem, ...index.lexicon.concepts.matches([stem]).map((match) => match.value)];
}
