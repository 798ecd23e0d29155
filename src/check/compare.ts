import type { ClaimIndex } from '../ask/claim-index.ts';
import { analyse } from '../search/analyse.ts';
import type { Assertion } from './assertion.ts';
import type { ClaimReading } from './claim-reading.ts';
import { compareCredit } from './compare-credit.ts';
import { compareFigure, type FigureMatch } from './compare-figures.ts';
import { compareMatter, type Stretch } from './compare-matter.ts';
import { compareQuotes } from './compare-quotes.ts';
import { compareTime } from './compare-times.ts';
import type { Clash, Comparison } from './comparison.ts';
import { findDenial } from './find-denial.ts';
import { findOpposite } from './find-opposite.ts';
import { findOverstatement } from './find-overstatement.ts';
import { findReplaced } from './find-replaced.ts';
import { findSwappedRoles } from './find-swapped-roles.ts';
import type { MatterWord } from './read-matter.ts';
import type { Quantity } from './read-quantities.ts';

// What a number and a quotation count beside the words of a sentence.
const FIGURE_WEIGHT = 2.5;
const QUOTE_WEIGHT = 3;
/** Below this share of a sentence's words a claim speaks of something else. */
const OTHER_MATTER = 0.2;
/** From this share on a claim may carry or contradict a sentence, so that its words are held against it one by one. */
const SAME_MATTER = 0.28;
const SHORTEST_QUOTE = 2;
const ONLY = /\b(?:only|alone|sole|solely|single|nobody else|no one else|except)\b/iu;

/** Whose age a number gives: the last one named before it, or the first named at all. */
function ownerOf(quantity: Quantity, assertion: Assertion): MatterWord | undefined {
  const named = assertion.matter.filter((word) => word.names.length > 0);
  return named.findLast((word) => word.end <= quantity.start) ?? named[0];
}

function compareAllQuotes({ quotes }: Assertion, reading: ClaimReading): { same: Stretch[]; clashes: Clash[] } {
  const same: Stretch[] = [];
  const clashes: Clash[] = [];
  if (reading.quotes.length === 0) return { same, clashes };
  for (const { text, start, end } of quotes) {
    if (text.trim().split(/\s+/u).length < SHORTEST_QUOTE) continue;
    const matches = reading.quotes.map((other) => compareQuotes(text, other));
    if (matches.some(({ kind }) => kind === 'same')) same.push([start, end]);
    else {
      const altered = matches.find((match) => match.kind === 'altered');
      if (altered) clashes.push({ kind: 'quote', written: altered.written, onRecord: altered.onRecord });
    }
  }
  return { same, clashes };
}

function compareAllFigures(index: ClaimIndex, assertion: Assertion, reading: ClaimReading) {
  const same: Quantity[] = [];
  const absent: Quantity[] = [];
  const clashes: Clash[] = [];
  for (const quantity of assertion.quantities) {
    const owner = quantity.unit === 'age' ? ownerOf(quantity, assertion) : undefined;
    const match: FigureMatch =
      owner !== undefined && !owner.names.some((id) => reading.claim.people.includes(id))
        ? { kind: 'absent' }
        : compareFigure(index, quantity, reading, assertion.terms, assertion.quantities);
    if (match.kind === 'same') same.push(quantity);
    else if (match.kind === 'absent') absent.push(quantity);
    else if (match.kind === 'differs') clashes.push({ kind: 'figure', quantity, other: match.other });
    else clashes.push({ kind: 'measure', quantity });
  }
  return { same, absent, clashes };
}

function compareAllTimes(assertion: Assertion, reading: ClaimReading) {
  const bearing = {
    credited: assertion.credit.voices.length > 0,
    denied: assertion.matter.some((word) => word.denied),
  };
  let same = 0;
  let absent = 0;
  const clashes: Clash[] = [];
  for (const time of assertion.times) {
    const match = compareTime(time, reading, bearing);
    if (match === 'same') same += 1;
    else if (match === 'differs')
      clashes.push({
        kind: 'time',
        written: assertion.text
          .slice(time.start, time.end)
          .replace(/[\s.,]+$/u, '')
          .trim(),
      });
    else absent += 1;
  }
  return { same, absent, clashes };
}

/** What a sentence's words and a claim's make of one another. */
function findWordClashes(
  assertion: Assertion,
  reading: ClaimReading,
  residue: readonly MatterWord[],
  quoted: readonly Stretch[],
): Clash[] {
  const denial = findDenial(assertion, reading, quoted);
  const opposite = findOpposite(assertion, reading, residue);
  const replaced = opposite || denial ? undefined : findReplaced(assertion, reading, residue);
  const over = denial || opposite || quoted.length > 0 ? undefined : findOverstatement(assertion, reading);
  const roles = findSwappedRoles(assertion, reading);
  return [
    ...(denial ? [{ kind: 'denial', word: denial } as const] : []),
    ...(opposite ? [{ kind: 'opposite', ...opposite } as const] : []),
    ...(replaced ? [{ kind: 'replaced', ...replaced } as const] : []),
    ...(over
      ? [{ kind: 'overstated', degree: over.kind, written: over.written, onRecord: over.onRecord } as const]
      : []),
    ...(roles ? [{ kind: 'roles', words: roles } as const] : []),
  ];
}

/** The quotations that a claim has neither as such nor, word for word, in its statement. */
function unquotedIn({ quotes }: Assertion, { claim, quotes: onRecord }: ClaimReading, same: readonly Stretch[]) {
  return quotes.filter(({ text, start }) => {
    if (text.trim().split(/\s+/u).length < SHORTEST_QUOTE || same.some(([from]) => from === start)) return false;
    const words = new Set(analyse([claim.statement, ...onRecord].join(' ')).map(({ stem }) => stem));
    return analyse(text).some(({ stem, stop }) => !stop && !words.has(stem));
  });
}

/** The share of a claim's main clause, names left out, that the sentence has too. */
function echoOf({ terms }: Assertion, { matter, mainEnd }: ClaimReading): number {
  let whole = 0;
  let echoed = 0;
  for (const word of matter) {
    if (word.names.length > 0 || word.start >= mainEnd) continue;
    whole += word.weight;
    if (word.terms.some((term) => terms.has(term))) echoed += word.weight;
  }
  return whole === 0 ? 0 : echoed / whole;
}

/** Holds a sentence against one claim, part by part; undefined when the claim speaks of something else. */
export function compare(index: ClaimIndex, assertion: Assertion, reading: ClaimReading): Comparison | undefined {
  const quotes = compareAllQuotes(assertion, reading);
  const matter = compareMatter(assertion, reading, quotes.same);
  const isElsewhere = matter.carried < OTHER_MATTER * matter.whole;
  if (isElsewhere && quotes.same.length + quotes.clashes.length === 0 && assertion.quantities.length === 0)
    return undefined;
  const figures = compareAllFigures(index, assertion, reading);
  const times = compareAllTimes(assertion, reading);
  const differing = figures.clashes.filter(({ kind }) => kind === 'figure').length;
  const weighed = (assertion.quantities.length - differing) * FIGURE_WEIGHT + quotes.same.length * QUOTE_WEIGHT;
  const whole = matter.whole + weighed;
  const carried = matter.carried + figures.same.length * FIGURE_WEIGHT + quotes.same.length * QUOTE_WEIGHT;
  return {
    claim: reading.claim,
    reading,
    coverage: whole === 0 ? 0 : carried / whole,
    echo: echoOf(assertion, reading),
    residue: matter.residue,
    absentNames: matter.absentNames,
    clashes: [
      ...quotes.clashes,
      ...figures.clashes,
      ...times.clashes,
      ...(carried >= SAME_MATTER * whole ? findWordClashes(assertion, reading, matter.residue, quotes.same) : []),
    ],
    credit: compareCredit(index, assertion.credit, reading),
    figures: { same: figures.same, absent: figures.absent },
    times: { same: times.same, absent: times.absent },
    quoted: quotes.same.length,
    unquoted: unquotedIn(assertion, reading, quotes.same),
    lacksOnly: assertion.exclusive && !ONLY.test(reading.claim.statement),
  };
}
