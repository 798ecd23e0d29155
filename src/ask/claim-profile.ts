import { type Lexicon, namesIn } from '../reading/lexicon.ts';
import { mayTellFigures, readFigures, type WrittenFigure } from '../reading/read-figures.ts';
import { mayTellTimes, readTimes, type WrittenTime, withoutTimes } from '../reading/read-times.ts';
import type { Claim, Dossier } from '../record/dossier.ts';
import { analyse, fold, stemOf, type Token } from '../search/analyse.ts';
import type { PhraseMatch } from '../search/phrase-table.ts';
import type { Wanted } from './inquiry.ts';

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

const DAYS =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:weeks?|months?|years?|days?|hours?|minutes?) (?:ago|later|earlier|after|before)|(?:last|this|next|that|same|following|previous) (?:week|month|year|day)|noon|midnight|morning|evening|night|dawn|dusk|\d{1,2}[.:]\d\d ?(?:am|pm)?|\d{1,2} ?(?:am|pm)|o'clock)\b/i;
const TIMED =
  /\b(?:\d{1,2}[.:]\d\d|\d{1,2} ?(?:am|pm)|o'clock|noon|midnight|hours?|minutes?|morning|evening|dawn|dusk)\b/i;
const PLACED =
  /\b(?:in|at|near|inside|outside|from|to|on|off|along|between|across|into|beside|by|of|past|towards?) (?:the |a |an |its |their |his |her |\w+ly )*(?<place>\p{Lu}[\p{L}]+|(?:[\w-]+ ){0,2}(?:facility|sites?|location|place|provinces?|regions?|city|town|village|border|frontline|front|streets?|roads?|port|harbour|harbor|pier|dock|bay|river|lake|coast|sea|water|hospital|school|court|offices?|buildings?|plant|factory|warehouse|mine|quarry|camps?|prison|cells?|quarters|headquarters|hall|square|bridge|island|district|areas?|valley|mountain|laboratory|market|stadium|airport|station|farm|home|house|clinic|rear))/gu;
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;
const REASONED =
  /\b(?:because|since|due to|owing to|as a result|so that|so as|in order to|to (?:help|aid|avoid|prevent|protect|hide|support|stop|fight|eliminate|remove|give|keep|save|allow|make|get|secure|cut|escape|drive)|led to|leads to|ma(?:de|kes?) (?:the|it|them|him|her|his|its|their)|caus\w+|blam\w+|reason\w*|explain\w*|for fear|fear\w*|given that|therefore|thus|aim\w*|motivat\w*|attribut\w*|result\w*|lack of|meant to|intend\w*|puts? down|put (?:it|this|them|that) down|puts (?:it|this|them|that) down|sign (?:of|that|either)|on the ground|grounds|after|under (?:the|its|south|their)|as it|as they|which means|to give|over (?:the|a|its|his|her|their|pay|wages|working|plans))\b|"to /i;
const AHEAD =
  /\b(?:will|would|expects?|expected|plans?|planned|planning|due|scheduled|to be|(?:is|are) to (?!have\b)[a-z]+|going to|intends?|intended|next|until|forthcoming|awaits?|later this)\b/i;
const DENIAL =
  /\b(?:not|never|no(?! ?\.? ?\d)|none|nobody|nothing|neither|nor|without|refus\w+|declin\w+|den(?:y|ies|ied)|reject\w*|rul(?:e|es|ed|ing) out|unable|n't|fail\w*|yet to)\b|n't\b/i;
/** What a statement calls untrue it denies as well. */
const UNTRUE = /\b(?:false(?:ly)?|untrue|rumou?rs?|hoax|baseless|unfounded|myth|supposed(?:ly)?)\b/i;
/** What a statement says that nobody tells, each with what is then not to be had. */
const UNTOLD: readonly (readonly [Wanted, RegExp])[] = [
  [
    'why',
    /\b(?:no|without|any) (?:reason|explanation|motive|cause)s?\b|\bnot (?:say|said|clear|known|explained?) why\b/i,
  ],
  [
    'when',
    /\b(?:no|neither .* nor the|not give the) (?:date|day|time|timetable|deadline)s?\b|\bnot (?:say|said|clear|known) when\b/i,
  ],
  ['where', /\b(?:no|neither the) (?:place|location)s?\b|\bnot (?:say|said|clear|known) where\b/i],
  ['figure', /\bno (?:number|figure|count|total|estimate)s?\b|\bnot (?:say|said|clear|known) how (?:many|much)\b/i],
  ['how', /\bnot (?:say|said|clear|known) how\b(?! (?:many|much))/i],
];
/** Every pattern of what is untold has one of these. */
const NEGATING = /\b(?:no|not|neither|without|any)\b/i;
const NOTHING_UNTOLD: ReadonlySet<Wanted> = new Set();
const NO_TIMES: readonly WrittenTime[] = [];
const NO_FIGURES: readonly WrittenFigure[] = [];

const WITHHELD =
  /\b(?:not|never|without) (?:be )?(?:name|named|naming|identif\w+)\b|\bdoes not (?:name|say)\b|\bunnamed\b|\banonymous\b/i;
/** "A journalist, who is not named, told AFP": only the speaker goes without a name. */
const NAMELESS_SPEAKER =
  /^[^,;]+, who (?:is|are|was|were) not named, (?=(?:tells?|told|says?|said|warn|argu|put|estimat|describ|explain|confirm|claim))/i;

/** What a statement says of its own sourcing ("who is not named") denies nothing. */
const SOURCING =
  /\b(?:who|which|whom|that|it)\s+(?:\w+\s+){0,3}(?:is|are|was|were|does|did|do)\s+not\s+(?:name|named|identif\w+|say)\b|\bnot (?:named|identified)\b|\b(?:names?|gives?|with|without|cit\w+) (?:no|a) (?:source|agency|reason|one)\b|\bno (?:number|source|reason|date|day|name)\b[^.;]*$|\bunnamed\b/gi;

function placesIn(statement: string, lexicon: Lexicon): string[] {
  return [...statement.matchAll(PLACED)]
    .map((match) => match.groups?.place ?? '')
    .filter((place) => !CALENDAR.test(place))
    .map(fold)
    .filter((place) => lexicon.outlets.matches([stemOf(place)]).length === 0);
}

/** Where what is denied ends. */
const SCOPE_END = /[,;:.]|\b(?:but|when|while|because|since|until|before|after|so)\b/i;

/** What stands behind each denial, up to the end of its clause. */
function deniedParts(text: string): string[] {
  return [...text.matchAll(new RegExp(`${DENIAL.source}|${UNTRUE.source}`, 'gi'))].map((match) => {
    // A verb denies by itself ("refused to resign"); "not" is no matter.
    const behind = text.slice(match.index + match[0].length);
    return behind.slice(0, SCOPE_END.exec(behind)?.index);
  });
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

const NAMING =
  /\b(?:called|named|names? (?:is|was)|by the name|known as|identif\w+ (?:him|her|them|it|as)|surname|nicknamed|titled|entitled|dubbed)\b/i;

function countedIn(lexicon: Lexicon, statement: string, figures: readonly WrittenFigure[]): string[][] {
  return figures.map((figure) => wordsBeside(lexicon, statement, figure));
}

function untoldIn(statement: string): ReadonlySet<Wanted> {
  if (!NEGATING.test(statement)) return NOTHING_UNTOLD;
  return new Set(UNTOLD.filter(([, pattern]) => pattern.test(statement)).map(([wanted]) => wanted));
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
    return this.#statement.split(/[;:]/)[0]?.replaceAll(SOURCING, ' ') ?? this.#statement;
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
    return DAYS.test(`${this.#statement} ${unit}`);
  }

  get timed(): boolean {
    this.#timed ??= TIMED.test(this.#statement);
    return this.#timed;
  }

  get naming(): boolean {
    this.#naming ??= NAMING.test(this.#statement);
    return this.#naming;
  }

  get places(): readonly string[] {
    this.#places ??= placesIn(this.#statement, this.#lexicon);
    return this.#places;
  }

  get reasoned(): boolean {
    this.#reasoned ??= REASONED.test(this.#statement);
    return this.#reasoned;
  }

  get ahead(): boolean {
    this.#ahead ??= AHEAD.test(this.#statement);
    return this.#ahead;
  }

  get withholds(): boolean {
    this.#withholds ??= WITHHELD.test(this.#statement);
    return this.#withholds;
  }

  get withholdsParty(): boolean {
    this.#withholdsParty ??= WITHHELD.test(this.#statement.replace(NAMELESS_SPEAKER, ''));
    return this.#withholdsParty;
  }

  get untold(): ReadonlySet<Wanted> {
    this.#untold ??= untoldIn(this.#statement);
    return this.#untold;
  }

  get denies(): boolean {
    this.#denies ??= DENIAL.test(this.#main);
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
