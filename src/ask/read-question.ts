import type { IsoDate, Span } from '../record/dossier.ts';
import { readFigures } from '../reading/read-figures.ts';
import { readTimes, type WrittenTime, withoutTimes } from '../reading/read-times.ts';
import { analyse, type Token } from '../search/analyse.ts';
import { END_OF_TIME, type Inquiry, type InquirySlot } from './inquiry.ts';
import { asksLatest, LIGHT_WORDS, leansOnEarlier, readForm, readWanted } from './question-grammar.ts';
import { mendWords } from './mend-words.ts';
import { readConstraints } from './read-constraints.ts';
import type { ClaimIndex } from './claim-index.ts';

/** What a light word weighs beside one that names the matter. */
const LIGHT = 0.25;
/** How good a word that means the same is, beside the word itself. */
const SAME_MEANING = 0.85;
/** A name counts more than a word: a claim about someone else is no answer. */
const NAME = 1.3;

function slotOfWord(index: ClaimIndex, token: Token, concepts: readonly string[]): InquirySlot {
  const alternatives = [
    { term: token.stem, weight: 1 },
    ...concepts.map((concept) => ({ term: concept, weight: SAME_MEANING })),
  ];
  const known = alternatives.filter(({ term }) => index.terms.has(term));
  const light = LIGHT_WORDS.has(token.word);
  const rarity = Math.max(0, ...known.map(({ term, weight }) => index.terms.idf(term) * weight));
  return {
    text: token.word,
    alternatives,
    weight: light ? LIGHT : 1,
    known: known.length > 0,
    burden: light ? 0 : known.length > 0 ? rarity : index.terms.idf(token.stem),
  };
}

/** The question's words and names as slots, in order; stop words, times and figures are left out. */
function readSlots(index: ClaimIndex, tokens: readonly Token[]): InquirySlot[] {
  const { lexicon, terms } = index;
  const stems = tokens.map((token) => token.stem);
  const names = lexicon.people.longest(stems);
  const concepts = lexicon.concepts.matches(stems);
  const slots: InquirySlot[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const name = names.find((match) => match.start === at);
    if (name) {
      const ids = names.filter((match) => match.start === at).map((match) => match.value);
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
    const here = concepts.filter((match) => match.start <= at && match.end > at).map((match) => match.value);
    slots.push(slotOfWord(index, token, [...new Set(here)]));
  }
  return mergeTwins(slots);
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
function readStrangers(index: ClaimIndex, tokens: readonly Token[], slots: readonly InquirySlot[]): string[] {
  const unknown = new Set(slots.filter((slot) => !slot.known && slot.name === undefined).map((slot) => slot.text));
  const capitals = tokens.filter((token) => token.capital).length;
  // In a headline-cased or shouted question a capital tells nothing.
  if (capitals > tokens.length / 2) return [];
  return tokens.slice(1).filter((token) => token.capital && unknown.has(token.word)).map((token) => token.word);
}

function spansOf(times: readonly WrittenTime[], role: 'during'): Span[] {
  return times.filter((time) => time.role === role).flatMap((time) => [...time.spans]);
}

function readDuring(times: readonly WrittenTime[]): readonly Span[] | undefined {
  const since = times.find((time) => time.role === 'since')?.spans[0];
  const until = times.find((time) => time.role === 'until')?.spans[0];
  if (since || until) return [{ from: since?.from ?? '0000-01-01', to: until?.to ?? END_OF_TIME }];
  const during = spansOf(times, 'during');
  return during.length > 0 ? during : undefined;
}

/** Reads a question against one dossier, as of `today` (the reader's day). */
export function readQuestion(index: ClaimIndex, question: string, today: IsoDate): Inquiry {
  const { text, repairs } = mendWords(index, question);
  const times = readTimes(text, { today, years: index.years });
  const untimed = withoutTimes(text, times);
  const written = readFigures(untimed).filter((figure) => figure.digits || figure.low >= 100);
  const plain = written.reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), untimed);
  const tokens = analyse(plain);
  const lower = text.toLowerCase();
  const slots = readSlots(index, tokens);
  const asOf = times.find((time) => time.role === 'as-of')?.spans[0];
  const during = readDuring(times);
  return {
    text,
    repairs,
    wanted: readWanted(lower),
    form: readForm(lower),
    slots,
    strangers: readStrangers(index, tokens, slots),
    ...readConstraints(index, tokens),
    names: [...new Set(slots.flatMap((slot) => slot.name ?? []))],
    figures: [...new Set(written.flatMap(({ low, high }) => [low, high]))],
    ...(asOf ? { asOf } : {}),
    ...(during ? { during } : {}),
    latest: asksLatest(lower),
    leans: leansOnEarlier(lower),
  };
}
