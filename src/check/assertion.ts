import type { ClaimIndex } from '../ask/claim-index.ts';
import { readTimes, type WrittenTime } from '../reading/read-times.ts';
import type { IsoDate } from '../record/dossier.ts';
import { type PlacedToken, placeTokens } from './place-tokens.ts';
import { type Credit, readCredit } from './read-credit.ts';
import { type MatterWord, readMatter } from './read-matter.ts';
import { type Quantity, readQuantities } from './read-quantities.ts';
import { readQuotes, type WrittenQuote } from './read-quotes.ts';

/** What a sentence of copy says, part by part. */
export interface Assertion {
  readonly text: string;
  readonly tokens: readonly PlacedToken[];
  readonly credit: Credit;
  readonly matter: readonly MatterWord[];
  /** Everything that may stand for its words in a claim. */
  readonly terms: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly times: readonly WrittenTime[];
  readonly quotes: readonly WrittenQuote[];
  /** "Only Ri", "Ri alone": it says that nobody else does. */
  readonly exclusive: boolean;
  /** It says how things stand by now: "still", "so far", "has not yet". */
  readonly upToNow: boolean;
  /** It says that something has not happened by now: a denial that an event overtakes. */
  readonly notByNow: boolean;
  /** The part behind "because", "due to", "after", in characters: a reason or a sequel that it adds. */
  readonly reason?: readonly [number, number];
}

const UP_TO_NOW =
  /\b(?:still|so far|to date|as yet|until now|up to now|at present|currently|for now|remains?|(?:has|have|is|are) (?:not )?yet|yet to|not yet|no longer|now|stands? at|already|latest)\b/iu;
const EXCLUSIVE =
  /\b(?:only(?= (?:the )?\p{Lu}\p{L})|(?:nobody|no one|none|nothing) (?:else|but|except|other)\b|(?<=\p{Lu}\p{L}*) alone\b)/u;
const NOT_BY_NOW =
  /\b(?:ha(?:s|ve) (?:\w+ )?(?:not|never|yet to|still not|so far not)|ha(?:s|ve)n['’]t|(?:is|are|was) yet to|neither\b[^.]*\bha(?:s|ve)|none\b[^.]*\bha(?:s|ve)|no(?: one|body)?\b[^.,;]*\bha(?:s|ve) (?:been|yet|so far)|still (?:no|not|un\w+|den\w+|refus\w+)|not yet|as yet|yet to|there (?:is|are|has been|have been) (?:still |as yet |so far )?no|remains? (?:\w+ly )?(?:un\w+|in doubt|a secret|to be)|still (?:denies|refuses|awaits?|waiting))\b/iu;
const REASON =
  /\b(?:because|due to|owing to|thanks to|as a result of|on the grounds? that|so that|in order to|in protest|for fear|after(?= \p{Ll}+(?:ing|ed)?\b)|since(?= (?:he|she|it|they|the)\b))/iu;

/** Reads a sentence against one dossier; `today` is the day on which it is read. */
export function readAssertion(index: ClaimIndex, text: string, today: IsoDate): Assertion {
  const quotes = readQuotes(text);
  const tokens = placeTokens(text);
  const isIn = (spans: readonly (readonly [number, number])[]) => (token: PlacedToken) =>
    spans.some(([start, end]) => token.start >= start && token.end <= end);
  const quoted = isIn(quotes.map(({ start, end }) => [start, end] as const));
  const times = readTimes(text, { today, years: index.years });
  const credit = readCredit(index, text, tokens, quoted);
  const blanked = [...times.map(({ start, end }) => [start, end] as const), ...credit.spans];
  const plain = blank(text, blanked);
  const quantities = readQuantities(plain, tokens);
  const reason = REASON.exec(
    blank(
      text,
      quotes.map(({ start, end }) => [start, end] as const),
    ),
  );
  const matter = readMatter(
    index,
    text,
    tokens,
    isIn([...blanked, ...quantities.map(({ from, end }) => [from, end] as const)]),
  );
  return {
    text,
    tokens,
    credit,
    matter,
    terms: new Set(matter.flatMap((word) => word.terms)),
    quantities,
    times,
    quotes,
    exclusive: EXCLUSIVE.test(text),
    upToNow: UP_TO_NOW.test(text),
    notByNow: NOT_BY_NOW.test(text),
    ...(reason ? { reason: [reason.index, text.length] as const } : {}),
  };
}

/** A text with spans of it blanked out, character for character. */
export function blank(text: string, spans: readonly (readonly [number, number])[]): string {
  return spans.reduce((rest, [start, end]) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}
