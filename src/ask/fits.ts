import type { Claim } from '../record/dossier.ts';
import { onceEach } from '../record/once-each.ts';
import type { ClaimIndex } from './claim-index.ts';
import type { ClaimProfile } from './claim-profile.ts';
import type { Inquiry } from './inquiry.ts';
import { asksApiece } from './question-grammar.ts';

/** Whether a claim is of the sort that the question wants: a number for "how many", a day for "when". */
export function fits(index: ClaimIndex, inquiry: Inquiry, claim: Claim, profile: ClaimProfile): boolean {
  if (profile.untold.has(inquiry.wanted)) return false;
  switch (inquiry.wanted) {
    case 'figure':
      if (inquiry.money && !tellsMoney(index, claim)) return false;
      if (inquiry.apiece && !asksApiece(claim.statement.toLowerCase())) return false;
      if (inquiry.part && !carriesAll(inquiry, profile)) return false;
      return inquiry.counted === undefined
        ? claim.figure !== undefined || countsWhatIsAsked(inquiry, profile)
        : counts(index, inquiry.counted, claim, profile);
    case 'when':
      return profile.dated && (!inquiry.ahead || profile.ahead) && isFineEnough(inquiry, claim, profile);
    case 'where':
      return hasPlace(inquiry, profile);
    case 'why':
      return profile.reasoned;
    case 'words':
      return claim.reports.some(isQuoting);
    case 'who':
      if (inquiry.either.length > 1) return namesOneOf(inquiry.either, profile);
      return inquiry.which === undefined
        ? hasNamedParty(index, inquiry, claim, profile) || opensWithAnother(index, inquiry, profile)
        : tellsWhich(index, inquiry.which, inquiry, claim, profile);
    case 'name':
      return namesWhatIsAsked(index, inquiry, profile);
    case 'voice':
      return hasVoice(index, claim);
    case 'how':
    case 'yes-no':
    case 'position':
    case 'anything':
      return true;
  }
}

function hasPlace(inquiry: Inquiry, { places }: ClaimProfile): boolean {
  return places.some((place) => !isAsked(inquiry, place));
}

function isQuoting({ quote }: Claim['reports'][number]): boolean {
  return quote !== undefined;
}

function namesOneOf(ids: readonly string[], { names }: ClaimProfile): boolean {
  return ids.some((id) => names.includes(id));
}

function hasVoice(index: ClaimIndex, { saidBy, statement }: Claim): boolean {
  if (saidBy.length === 0) return /\baccording to (?:the )?(?:\p{Ll}+ )?\p{Lu}/u.test(statement);
  return saidBy.some((id) => isNamed(index, id));
}

const MONEY =
  /[$€£¥₩]|\b(?:dollars?|euros?|pounds|sterling|crowns|kron\w+|yen|won|yuan|rubles?|roubles?|rupees?|francs?|pesos?|liras?|hryvnias?|shillings|dinars?|cents)\b/i;

/** Whether a claim gives a sum of money, in its words or by the unit of its measure. */
function tellsMoney({ dossier }: ClaimIndex, { statement, figure }: Claim): boolean {
  return (
    MONEY.test(statement) || (figure !== undefined && MONEY.test(dossier.measures.get(figure.measure)?.unit ?? ''))
  );
}

/** Whether the question names the place itself: "where in Russia" is not answered by "in Russia". */
function isAsked(inquiry: Inquiry, place: string): boolean {
  return askedBy(inquiry).words.has(place);
}

/** Whether the statement itself has every word of the question that matters: a share of a whole needs both. */
function carriesAll(inquiry: Inquiry, profile: ClaimProfile): boolean {
  return inquiry.slots.every(
    (slot) => slot.burden === 0 || slot.alternatives.some(({ term }) => profile.terms.has(term)),
  );
}

/** Named by an outlet, or at least by the body it speaks for ("an official of the ministry"). */
function isNamed(index: ClaimIndex, id: string): boolean {
  return !index.lexicon.unnamed.has(id) || (index.lexicon.speaksFor.get(id)?.size ?? 0) > 1;
}

/** How many words may stand before a statement's subject ("Passenger Odile Marrin heard ..."). */
const SUBJECT = 2;

/** Someone whom the question does not name already, and whom an outlet names. */
function hasNamedParty(index: ClaimIndex, inquiry: Inquiry, claim: Claim, profile: ClaimProfile): boolean {
  // Of someone who is not named, a body tells nothing.
  // Who says it is an answer only where that is asked, or where the speaker tells what they did.
  const isParty = (id: string) =>
    isNamed(index, id) &&
    !inquiry.names.includes(id) &&
    (!claim.saidBy.includes(id) || (profile.names[0] === id && profile.firstNameAt <= SUBJECT)) &&
    !(profile.withholdsParty && index.dossier.people.get(id)?.kind === 'body');
  return claim.people.some(isParty) || profile.names.some(isParty);
}

/** Words by which a sentence opens with someone of whom only the part they play is told. */
const OPENING = 3;

/** What the question asks by: all its words, those that an answer has to carry, and those of them that are no name. */
interface Asked {
  readonly terms: ReadonlySet<string>;
  readonly heavy: ReadonlySet<string>;
  readonly heavyWords: ReadonlySet<string>;
  /** As they are written. */
  readonly words: ReadonlySet<string>;
}

/** Read once a question, since every claim that is found is measured by it. */
const askedBy = onceEach(readAsked);

function readAsked({ slots }: Inquiry): Asked {
  const termsOf = (some: Inquiry['slots']) =>
    new Set(some.flatMap((slot) => slot.alternatives.map(({ term }) => term)));
  const heavy = slots.filter((slot) => slot.burden > 0);
  return {
    terms: termsOf(slots),
    heavy: termsOf(heavy),
    heavyWords: termsOf(heavy.filter((slot) => slot.name === undefined)),
    words: new Set(slots.flatMap((slot) => slot.text.split(' '))),
  };
}

/** "A surveyor of the register passed the ferry": the sentence opens with a party that the question does not have. */
function opensWithAnother(index: ClaimIndex, inquiry: Inquiry, profile: ClaimProfile): boolean {
  if (profile.withholdsParty) return false;
  const [first, ...others] = profile.tokens.slice(0, OPENING + 1);
  if (first === undefined || !/^(?:a|an|the|two|three|four|five|one|some|several|many|both|local)$/.test(first.word))
    return false;
  const opening = others.filter((token) => !token.stop).slice(0, 2);
  const { terms: asked } = askedBy(inquiry);
  const meanings = (stem: string) => [stem, ...index.lexicon.concepts.matches([stem]).map((match) => match.value)];
  return opening.length > 0 && opening.every((token) => meanings(token.stem).every((term) => !asked.has(term)));
}

/** "Which province": the statement names one, by a name whose role is that, by a capital or a number beside the word, or by where it is. */
function tellsWhich(
  index: ClaimIndex,
  which: readonly string[],
  inquiry: Inquiry,
  claim: Claim,
  profile: ClaimProfile,
): boolean {
  const named = profile.names.some(
    (id) =>
      !index.lexicon.unnamed.has(id) &&
      !inquiry.names.includes(id) &&
      !claim.saidBy.includes(id) &&
      which.some((term) => index.rolesOf(id).has(term)),
  );
  if (named) return true;
  const { words: asked } = askedBy(inquiry);
  const placed = profile.tokens.some(
    (token, at) =>
      which.includes(token.stem) &&
      /^(?:in|at)$/.test(profile.tokens[at + 1]?.word ?? '') &&
      profile.tokens[at + 2]?.capital === true,
  );
  if (placed) return true;
  return profile.tokens.some(
    (token, at) =>
      which.includes(token.stem) &&
      [profile.tokens[at - 1], profile.tokens[at + 1]].some(
        (beside, side) =>
          beside !== undefined &&
          !beside.stop &&
          !asked.has(beside.word) &&
          (beside.capital ? token.capital || at + (side === 0 ? -1 : 1) > 0 : /^\d/.test(beside.word)),
      ),
  );
}

/** "Which day": a month will not do. "What time": the statement must give one. */
function isFineEnough(inquiry: Inquiry, claim: Claim, profile: ClaimProfile): boolean {
  if (inquiry.grain === undefined) return true;
  if (inquiry.grain === 'hour') return profile.timed;
  return claim.when === undefined || claim.when.from === claim.when.to;
}

/** A number that counts the noun asked about: its measure says so, or it stands beside it. */
function counts(index: ClaimIndex, noun: readonly string[], claim: Claim, profile: ClaimProfile): boolean {
  const measure = claim.figure === undefined ? undefined : index.termsOfMeasure(claim.figure.measure);
  return noun.some((term) => measure?.has(term) === true || profile.counted.some((terms) => terms.includes(term)));
}

/** How near, in words, a number stands to what it counts. */
const NEAR = 3;

/** A number beside one of the question's words: "400 messages" for "how many messages", not the 400 metres behind. */
function countsWhatIsAsked(inquiry: Inquiry, profile: ClaimProfile): boolean {
  if (profile.figures.length === 0) return false;
  const { heavyWords: asked } = askedBy(inquiry);
  if (asked.size === 0) return true;
  return profile.counted.some(
    (terms) =>
      terms.slice(0, NEAR).some((term) => asked.has(term)) ||
      terms.some((term) => term.startsWith('~') && asked.has(term)),
  );
}

/** A name given to what the question asks the name of: someone whose role is that, or words like "called" and "known as". */
function namesWhatIsAsked(index: ClaimIndex, inquiry: Inquiry, profile: ClaimProfile): boolean {
  const { heavy: asked } = askedBy(inquiry);
  const byRole = profile.names.some(
    (id) =>
      !index.lexicon.unnamed.has(id) &&
      !inquiry.names.includes(id) &&
      [...index.rolesOf(id)].some((term) => asked.has(term)),
  );
  return !profile.withholds && (byRole || (profile.naming && !profile.denies));
}
