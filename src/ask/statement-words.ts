import type { Wanted } from './inquiry.ts';

const DAYS =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:weeks?|months?|years?|days?|hours?|minutes?) (?:ago|later|earlier|after|before)|(?:last|this|next|that|same|following|previous) (?:week|month|year|day)|noon|midnight|morning|evening|night|dawn|dusk|\d{1,2}[.:]\d\d ?(?:am|pm)?|\d{1,2} ?(?:am|pm)|o'clock)\b/i;

/** Whether a text gives a day, or a time that one can be told from. */
export function tellsDay(text: string): boolean {
  return DAYS.test(text);
}

const TIMED =
  /\b(?:\d{1,2}[.:]\d\d|\d{1,2} ?(?:am|pm)|o'clock|noon|midnight|hours?|minutes?|morning|evening|dawn|dusk)\b/i;

/** Whether it gives a time of day or a length of hours or minutes. */
export function tellsTime(text: string): boolean {
  return TIMED.test(text);
}

const NAMING =
  /\b(?:called|named|names? (?:is|was)|by the name|known as|identif\w+ (?:him|her|them|it|as)|surname|nicknamed|titled|entitled|dubbed)\b/i;

/** Whether it says what someone or something is called. */
export function tellsName(text: string): boolean {
  return NAMING.test(text);
}

const REASONED =
  /\b(?:because|since|due to|owing to|as a result|so that|so as|in order to|to (?:help|aid|avoid|prevent|protect|hide|support|stop|fight|eliminate|remove|give|keep|save|allow|make|get|secure|cut|escape|drive)|led to|leads to|ma(?:de|kes?) (?:the|it|them|him|her|his|its|their)|caus\w+|blam\w+|reason\w*|explain\w*|for fear|fear\w*|given that|therefore|thus|aim\w*|motivat\w*|attribut\w*|result\w*|lack of|meant to|intend\w*|puts? down|put (?:it|this|them|that) down|puts (?:it|this|them|that) down|sign (?:of|that|either)|on the ground|grounds|after|under (?:the|its|south|their)|as it|as they|which means|to give|over (?:the|a|its|his|her|their|pay|wages|working|plans))\b|"to /i;

/** Whether it gives a reason, a purpose or a ground. */
export function tellsReason(text: string): boolean {
  return REASONED.test(text);
}

const AHEAD =
  /\b(?:will|would|expects?|expected|plans?|planned|planning|due|scheduled|to be|(?:is|are) to (?!have\b)[a-z]+|going to|intends?|intended|next|until|forthcoming|awaits?|later this)\b/i;

/** Whether it speaks of what is still to come. */
export function tellsAhead(text: string): boolean {
  return AHEAD.test(text);
}

const PLACED =
  /\b(?:in|at|near|inside|outside|from|to|on|off|along|between|across|into|beside|by|of|past|towards?) (?:the |a |an |its |their |his |her |\w+ly )*(?<place>\p{Lu}[\p{L}]+|(?:[\w-]+ ){0,2}(?:facility|sites?|location|place|provinces?|regions?|city|town|village|border|frontline|front|streets?|roads?|port|harbour|harbor|pier|dock|bay|river|lake|coast|sea|water|hospital|school|court|offices?|buildings?|plant|factory|warehouse|mine|quarry|camps?|prison|cells?|quarters|headquarters|hall|square|bridge|island|district|areas?|valley|mountain|laboratory|market|stadium|airport|station|farm|home|house|clinic|rear))/gu;
const CALENDAR =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;

/** The places that it gives ("Kursk", "undisclosed facility"), as they are written; a month is no place. */
export function placesWritten(text: string): string[] {
  return [...text.matchAll(PLACED)].map((match) => match.groups?.place ?? '').filter((place) => !CALENDAR.test(place));
}

const WITHHELD =
  /\b(?:not|never|without) (?:be )?(?:name|named|naming|identif\w+)\b|\bdoes not (?:name|say)\b|\bunnamed\b|\banonymous\b/i;
/** "A journalist, who is not named, told AFP": only the speaker goes without a name. */
const NAMELESS_SPEAKER =
  /^[^,;]+, who (?:is|are|was|were) not named, (?=(?:tells?|told|says?|said|warn|argu|put|estimat|describ|explain|confirm|claim))/i;

/** Whether it says that someone is not named. */
export function withholdsName(text: string): boolean {
  return WITHHELD.test(text);
}

/** Whether it says so of someone other than the speaker. */
export function withholdsParty(text: string): boolean {
  return WITHHELD.test(text.replace(NAMELESS_SPEAKER, ''));
}

/** What a statement says that nobody tells, each with what is then not to be had. */
const UNTOLD: readonly (readonly [Wanted, RegExp])[] = [
  [
    'why',
    /\b(?:no|without|any) (?:reason|explanation|motive|cause)s?\b|\bnot (?:say|said|clear|known|explained?) why\b/i,
  ],
  [
    'when',
    /\b(?:no|neither the|nor the|not give the) (?:date|day|time|timetable|deadline)s?\b|\bnot (?:say|said|clear|known) when\b/i,
  ],
  ['where', /\b(?:no|neither the|nor the|not give the) (?:place|location)s?\b|\bnot (?:say|said|clear|known) where\b/i],
  ['figure', /\bno (?:number|figure|count|total|estimate)s?\b|\bnot (?:say|said|clear|known) how (?:many|much)\b/i],
  ['how', /\bnot (?:say|said|clear|known) how\b(?! (?:many|much))/i],
];
/** Every pattern of what is untold has one of these. */
const NEGATING = /\b(?:no|nor|not|neither|without|any)\b/i;
const NOTHING_UNTOLD: ReadonlySet<Wanted> = new Set();

/** What it says is not told: "no reason is given", "does not say how many". */
export function untoldIn(text: string): ReadonlySet<Wanted> {
  if (!NEGATING.test(text)) return NOTHING_UNTOLD;
  return new Set(UNTOLD.filter(([, pattern]) => pattern.test(text)).map(([wanted]) => wanted));
}

/** What a statement says of its own sourcing ("who is not named") denies nothing. */
const SOURCING =
  /\b(?:who|which|whom|that|it)\s+(?:\w+\s+){0,3}(?:is|are|was|were|does|did|do)\s+not\s+(?:name|named|identif\w+|say)\b|\bnot (?:named|identified)\b|\b(?:names?|gives?|with|without|cit\w+) (?:no|a) (?:source|agency|reason|one)\b|\bno (?:number|source|reason|date|day|name)\b[^.;]*$|\bunnamed\b/gi;

/** The main clause of a statement, without what it says of its own sourcing. */
export function mainClause(statement: string): string {
  return statement.split(/[;:]/)[0]?.replaceAll(SOURCING, ' ') ?? statement;
}

const DENIAL =
  /\b(?:not|never|no(?! ?\.? ?\d)|none|nobody|nothing|neither|nor|without|refus\w+|declin\w+|den(?:y|ies|ied)|reject\w*|rul(?:e|es|ed|ing) out|unable|n't|fail\w*|yet to)\b|n't\b/i;
/** What a statement calls untrue it denies as well. */
const UNTRUE = /\b(?:false(?:ly)?|untrue|rumou?rs?|hoax|baseless|unfounded|myth|supposed(?:ly)?)\b/i;
/** Where what is denied ends. */
const SCOPE_END = /[,;:.]|\b(?:but|when|while|because|since|until|before|after|so)\b/i;

/** Whether a clause denies ("had not confirmed", "refused"). */
export function tellsDenial(clause: string): boolean {
  return DENIAL.test(clause);
}

/** What stands behind each denial, up to the end of its clause. */
export function deniedParts(clause: string): string[] {
  return [...clause.matchAll(new RegExp(`${DENIAL.source}|${UNTRUE.source}`, 'gi'))].map((match) => {
    // A verb denies by itself ("refused to resign"); "not" is no matter.
    const behind = clause.slice(match.index + match[0].length);
    return behind.slice(0, SCOPE_END.exec(behind)?.index);
  });
}
