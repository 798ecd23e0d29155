import { claimSchema } from '../record/data-folder-schema.ts';
import type { Dossier } from '../record/dossier.ts';
import type { ClaimValue } from '../record/ledger-values.ts';
import { parseSpan } from '../record/parse-time.ts';
import { type FilledClaim, type FormField, type FormMistakes, LONGEST } from './filled-form.ts';
import { hasMistakes, issuesByField, textMistakes } from './form-issues.ts';
import { type PersonThing, readPeople } from './new-people.ts';
import { readValue } from './read-value.ts';
import { FORM_WORDS } from './words.ts';

/** What a form says a claim is: everything but its id, its reports and what it says of other claims. */
export type ClaimFields = Pick<
  ClaimValue,
  'statement' | 'topic' | 'key' | 'people' | 'figure' | 'saidBy' | 'when' | 'sensitive'
>;

/** The claim's fields with the people in them who are not on record yet, or what is wrong, by field. */
export type ClaimFieldsReading =
  | { readonly kind: 'read'; readonly fields: ClaimFields; readonly people: readonly PersonThing[] }
  | { readonly kind: 'mistakes'; readonly mistakes: FormMistakes };

/** Reads what a form says a claim is, by the rules of the data folder. New people get ids that the dossier does not have. */
export function readClaimFields(filled: FilledClaim, dossier: Dossier): ClaimFieldsReading {
  const { saidBy, people, added, mistakes: peopleMistakes } = readPeople(filled, dossier);
  const { statement, value, qualifier, when } = filled;
  const number = value.trim() === '' ? undefined : readValue(value);
  const figure = number?.kind === 'value' ? numbersOf(number) : {};
  const entry = {
    id: 'claim',
    statement,
    topic: filled.topic,
    key: filled.key,
    people,
    saidBy,
    ...(number === undefined ? {} : { figure: { measure: filled.measure, ...figure, ...given({ qualifier }) } }),
    ...given({ when, sensitive: filled.sensitive }),
    reports: [{ article: 'article', paragraph: 0 }],
  };
  const known = {
    topic: new Set(dossier.topics.keys()),
    measure: new Set(dossier.measures.keys()),
    person: new Set([...dossier.people.keys(), ...added.map(({ value: person }) => person.id)]),
  };
  const parsed = claimSchema(known).safeParse(entry, { reportInput: true });
  const mistakes = {
    ...(parsed.success ? {} : issuesByField(parsed.error.issues, fieldAt)),
    ...textMistakes({ statement, value, qualifier, when }, LONGEST),
    ...peopleMistakes,
    ...ownMistakes(filled, dossier),
  };
  if (hasMistakes(mistakes) || !parsed.success) return { kind: 'mistakes', mistakes };
  const { id: _, reports: __, supersedes: ___, conflictsWith: ____, ...fields } = parsed.data;
  return { kind: 'read', fields, people: added };
}

/** The texts that are not empty. */
function given(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}

function numbersOf({ low, high }: { readonly low: number; readonly high: number }) {
  return low === high ? { value: low } : { from: low, to: high };
}

/** What a form can have wrong in words of its own: the data folder's speak of files. */
function ownMistakes(filled: FilledClaim, dossier: Dossier): FormMistakes {
  const { missing, noSuch, mend } = FORM_WORDS;
  const mistakes: { [field in FormField]?: string } = {};
  if (filled.statement.trim() === '') mistakes.statement = missing.statement;
  if (!dossier.topics.has(filled.topic)) mistakes.topic = filled.topic === '' ? missing.topic : noSuch.topic;
  if (filled.value.trim() === '') {
    if (filled.measure !== '') mistakes.value = missing.value;
    if (filled.qualifier.trim() !== '') mistakes.qualifier = FORM_WORDS.figureWithoutValue;
  } else {
    const number = readValue(filled.value);
    if (number.kind === 'unreadable') mistakes.value = `${FORM_WORDS.badValue} ${mend.value}`;
    if (number.kind === 'backwards') mistakes.value = FORM_WORDS.valueBackwards;
    if (!dossier.measures.has(filled.measure))
      mistakes.measure = filled.measure === '' ? missing.measure : noSuch.measure;
  }
  const span = filled.when.trim() === '' ? undefined : parseSpan(filled.when.trim());
  if (span?.kind === 'unreadable') mistakes.when = `${FORM_WORDS.badTime} ${mend.when}`;
  if (span?.kind === 'backwards') mistakes.when = FORM_WORDS.timeBackwards;
  if (!['', 'self-harm', 'health', 'identity'].includes(filled.sensitive)) mistakes.sensitive = FORM_WORDS.sensitive;
  if (filled.value.length > LONGEST.value) mistakes.value = FORM_WORDS.tooLong(filled.value.length, LONGEST.value);
  if (filled.when.length > LONGEST.when) mistakes.when = FORM_WORDS.tooLong(filled.when.length, LONGEST.when);
  return mistakes;
}

function fieldAt([key, inner]: readonly PropertyKey[]): FormField {
  switch (key) {
    case 'figure':
      if (inner === 'measure' || inner === 'qualifier') return inner;
      return 'value';
    case 'topic':
    case 'people':
    case 'saidBy':
    case 'when':
    case 'key':
    case 'sensitive':
      return key;
    default:
      return 'statement';
  }
}
