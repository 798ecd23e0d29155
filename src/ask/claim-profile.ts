import { type Lexicon, namesIn } from '../reading/lexicon.ts';
import { mayTellFigures, readFigures, type WrittenFigure } from '../reading/read-figures.ts';
import { mayTellTimes, readTimes, type WrittenTime, withoutTimes } from '../reading/read-times.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse, fold, stemOf, type Token } from '../search/analyse.ts';
import type { PhraseMatch } from '../search/phrase-table.ts';
import type { Wanted } from './inquiry.ts';
import {
  deniedParts,
  mainClause,
  placesWritten,
  tellsAhead,
  tellsDay,
  tellsDenial,
  tellsName,
  tellsReason,
  tellsTime,
  untoldIn,
  withholdsName,
  withholdsParty,
} from './statement-words.ts';

/** What a claim's statement holds; each part is read when it is first asked for, since most claims are never asked for most. */
export interface ClaimProfile {
  readonly tokens: readonly Token[];
  /** Those of each quoted fragment. */
  readonly quotes: readonly (readonly Token[])[];
  /** The stems of the words that matter, in order, those of quoted fragments behind the statement's. */
  readonly matter: readonly string[];
  /** The outlets named within the statement's first words. */
  readonly outletsAhead: readonly string[];
  /** The people and bodies named in the statement, in order. */
  readonly names: readonly string[];
  /** Where the first of them stands, in words. */
  readonly firstNameAt: number;
  /** Its numbers, dates left out. */
  readonly figures: readonly WrittenFigure[];
  /** For each number, the stems and meanings of the words beside it, nearest first. */
  readonly counted: readonly (readonly string[])[];
  readonly dated: boolean;
  /** It gives a time of day or a length of hours or minutes. */
  readonly timed: boolean;
  /** It says what someone or something is called. */
  readonly naming: boolean;
  /** The words of the places it gives ("Kursk", "undisclosed facility"), folded; a month or an outlet is no place. */
  readonly places: readonly string[];
  readonly reasoned: boolean;
  /** It speaks of what is still to come. */
  readonly ahead: boolean;
  /** It says that someone is not named. */
  readonly withholds: boolean;
  /** It says so of someone other than the speaker. */
  readonly withholdsParty: boolean;
  /** What it says is not told: "no reason is given", "does not say how many". */
  readonly untold: ReadonlySet<Wanted>;
  /** Its main clause denies ("had not confirmed", "refused"). */
  readonly denies: boolean;
  /** The stems and meanings of what it denies: "had not confirmed the deployment" denies confirming and deployment. */
  readonly denied: ReadonlySet<string>;
  /** Every stem, meaning and name ("@id") that the statement or a quoted fragment itself has. */
  readonly terms: ReadonlySet<string>;
}

const NO_TIMES: readonly WrittenTime[] = [];
const NO_FIGURES: readonly WrittenFigure[] = [];

function placesIn(statement: string, lexicon: Lexicon): string[] {
  return placesWritten(statement)
    .map(fold)
    .filter((place) => lexicon.outlets.matches([stemOf(place)]).length === 0);
}

/** The stems of a text, with what they mean and whom they name. */
function termsOf(lexicon: Lexicon, text: string): string[] {
  const tokens = analyse(text);
  const stems = tokens.map((token) => token.stem);
  return [
    ...tokens.filter((token) => !token.stop).map((token) => token.stem),
    ...lexicon.concepts.matches(stems).map((match) => match.value),
    ...namesIn(lexicon, tokens).map((match) => `@${match.value}`),
  ];
}

/** Within how many words from its beginning a statement on the coverage names the outlet. */
const AHEAD_OF_ALL = 6;

function outletsAhead(lexicon: Lexicon, tokens: readonly Token[]): string[] {
  // Two words more than where a name may begin, so that one of several words is found whole.
  const stems = tokens.slice(0, AHEAD_OF_ALL + 2).map((token) => token.stem);
  return lexicon.outlets
    .longest(stems)
    .filter(({ start }) => start < AHEAD_OF_ALL)
    .map(({ value }) => value);
}

function quotesOf({ reports }: Claim): Token[][] {
  return reports.flatMap(({ quote }) => (quote === undefined ? [] : [analyse(quote)]));
}

function matterOf(tokens: readonly Token[], quotes: ClaimProfile['quotes']): string[] {
  return [...tokens, ...quotes.flat()].filter((token) => !token.stop).map((token) => token.stem);
}

/** The words after and before a number, stop words left out, nearest first; an age counts only years. */
function wordsBeside(lexicon: Lexicon, statement: string, figure: WrittenFigure): string[] {
  const behind = analyse(statement.slice(figure.end, figure.end + 60));
  const ahead = analyse(statement.slice(Math.max(0, figure.start - 40), figure.start)).reverse();
  const age = /^-year-old/.test(statement.slice(figure.end));
  const words = (age ? behind.slice(0, 2) : [...behind.slice(0, 5), ...ahead.slice(0, 3)])
    .filter((token) => !token.stop)
    .map((token) => token.stem);
  const near = words.slice(0, 5);
  return [...near, ...near.flatMap((word) => lexicon.concepts.matches([word]).map((match) => match.value))];
}

function countedIn(lexicon: Lexicon, statement: string, figures: readonly WrittenFigure[]): string[][] {
  return figures.map((figure) => wordsBeside(lexicon, statement, figure));
}

function termsOfAll(lexicon: Lexicon, parts: readonly string[]): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => termsOf(lexicon, part)));
}

/**
 * A statement whose parts are read one by one. A class, since its getters are then made once and not for every claim;
 * without closures, which would cost a getter even where its part is read already.
 */
class ReadStatement implements ClaimProfile {
  readonly #dossier: Dossier;
  readonly #lexicon: Lexicon;
  readonly #claim: Claim;
  readonly tokens: readonly Token[];
  #quotes?: ClaimProfile['quotes'];
  #matter?: readonly string[];
  #outletsAhead?: readonly string[];
  #named?: readonly PhraseMatch<string>[];
  #names?: readonly string[];
  #times?: readonly WrittenTime[];
  #figures?: readonly WrittenFigure[];
  #counted?: readonly (readonly string[])[];
  #places?: readonly string[];
  #dated?: boolean;
  #timed?: boolean;
  #naming?: boolean;
  #reasoned?: boolean;
  #ahead?: boolean;
  #withholds?: boolean;
  #withholdsParty?: boolean;
  #denies?: boolean;
  #untold?: ReadonlySet<Wanted>;
  #denied?: ReadonlySet<string>;
  #terms?: ReadonlySet<string>;

  constructor(dossier: Dossier, lexicon: Lexicon, claim: Claim) {
    this.#dossier = dossier;
    this.#lexicon = lexicon;
    this.#claim = claim;
    this.tokens = analyse(claim.statement);
  }

  get #statement(): string {
    return this.#claim.statement;
  }

  get #parts(): readonly string[] {
    return [this.#statement, ...this.#claim.reports.map((report) => report.quote ?? '')];
  }

  get #main(): string {
    return mainClause(this.#statement);
  }

  get #matches(): readonly PhraseMatch<string>[] {
    this.#named ??= namesIn(this.#lexicon, this.tokens);
    return this.#named;
  }

  get #written(): readonly WrittenTime[] {
    this.#times ??= mayTellTimes(this.tokens)
      ? readTimes(this.#statement, { today: '2000-01-01', years: [2000] })
      : NO_TIMES;
    return this.#times;
  }

  get quotes(): ClaimProfile['quotes'] {
    this.#quotes ??= quotesOf(this.#claim);
    return this.#quotes;
  }

  get matter(): readonly string[] {
    this.#matter ??= matterOf(this.tokens, this.quotes);
    return this.#matter;
  }

  get outletsAhead(): readonly string[] {
    this.#outletsAhead ??= outletsAhead(this.#lexicon, this.tokens);
    return this.#outletsAhead;
  }

  get names(): readonly string[] {
    this.#names ??= this.#matches.map((match) => match.value);
    return this.#names;
  }

  get firstNameAt(): number {
    return this.#matches[0]?.start ?? this.tokens.length;
  }

  get figures(): readonly WrittenFigure[] {
    this.#figures ??= mayTellFigures(this.tokens)
      ? readFigures(withoutTimes(this.#statement, this.#written))
      : NO_FIGURES;
    return this.#figures;
  }

  get counted(): readonly (readonly string[])[] {
    this.#counted ??= countedIn(this.#lexicon, this.#statement, this.figures);
    return this.#counted;
  }

  get dated(): boolean {
    this.#dated ??= this.#hasDay();
    return this.#dated;
  }

  #hasDay(): boolean {
    const { when, figure } = this.#claim;
    if (when !== undefined || this.#written.length > 0) return true;
    const unit = figure ? (this.#dossier.measures.get(figure.measure)?.unit ?? '') : '';
    return tellsDay(`${this.#statement} ${unit}`);
  }

  get timed(): boolean {
    this.#timed ??= tellsTime(this.#statement);
    return this.#timed;
  }

  get naming(): boolean {
    this.#naming ??= tellsName(this.#statement);
    return this.#naming;
  }

  get places(): readonly string[] {
    this.#places ??= placesIn(this.#statement, this.#lexicon);
    return this.#places;
  }

  get reasoned(): boolean {
    this.#reasoned ??= tellsReason(this.#statement);
    return this.#reasoned;
  }

  get ahead(): boolean {
    this.#ahead ??= tellsAhead(this.#statement);
    return this.#ahead;
  }

  get withholds(): boolean {
    this.#withholds ??= withholdsName(this.#statement);
    return this.#withholds;
  }

  get withholdsParty(): boolean {
    this.#withholdsParty ??= withholdsParty(this.#statement);
    return this.#withholdsParty;
  }

  get untold(): ReadonlySet<Wanted> {
    this.#untold ??= untoldIn(this.#statement);
    return this.#untold;
  }

  get denies(): boolean {
    this.#denies ??= tellsDenial(this.#main);
    return this.#denies;
  }

  get denied(): ReadonlySet<string> {
    this.#denied ??= termsOfAll(this.#lexicon, deniedParts(this.#main));
    return this.#denied;
  }

  get terms(): ReadonlySet<string> {
    this.#terms ??= termsOfAll(this.#lexicon, this.#parts);
    return this.#terms;
  }
}

/** Reads a claim's statement. */
export function profileClaim(dossier: Dossier, lexicon: Lexicon, claim: Claim): ClaimProfile {
  return new ReadStatement(dossier, lexicon, claim);
}
