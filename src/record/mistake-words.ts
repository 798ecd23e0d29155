import type { Mistake } from './mistake.ts';

/** What is wrong and how to mend it, without the place. */
export type Wording = Pick<Mistake, 'problem' | 'mend'>;

/** What a reference may point at: the noun, and where such things are listed. */
const LISTED = {
  article: 'Articles are listed in articles.yml.',
  person: 'People and bodies are listed in people.yml.',
  topic: 'Topics are listed in dossier.yml under "topics".',
  measure: 'Measures are listed in dossier.yml under "measures".',
  claim: 'Claims are listed in the files of the folder claims.',
} as const;

/** A kind of thing that has an id and can be referred to. */
export type Kind = keyof typeof LISTED;

const NOUN = {
  article: 'article',
  person: 'person or body',
  topic: 'topic',
  measure: 'measure',
  claim: 'claim',
} as const satisfies Record<Kind, string>;

/** What each file of a dossier holds. */
const HOLDS = {
  'dossier.yml': 'the title of the story, its topics and measures',
  'articles.yml': 'the published pieces, each with outlet, headline and date',
  'people.yml': 'the people and bodies that act or speak in the story',
} as const;

/** A file that every dossier has. */
export type RequiredFile = keyof typeof HOLDS;

const QUOTES =
  'Put text that has a colon, a quote or a sign such as @ * & ! % in it in double quotes, and write a double quote inside it as \\".';

/** How to mend what the parser complains of, by words of its complaint; the first that fits counts. */
const YAML_MENDS: readonly (readonly [complaint: RegExp, mend: string])[] = [
  [
    /deficient indentation/,
    'A quote or a bracket opened further up is not closed, or this line is indented too little.',
  ],
  [/tab characters/, 'Indent with spaces, not with tabs.'],
  [
    /within a (single|double) quoted scalar/,
    'A quote that was opened further up is never closed: look upwards for it.',
  ],
  [
    /escape|hexadecimal/,
    'In double quotes a backslash starts a code: write \\\\ for a backslash, or use single quotes.',
  ],
  [
    /flow collection|missed comma|node content/,
    'A closing bracket or brace, or a comma between entries, is missing here or just before.',
  ],
  [/indentation|block mapping entry/, `Indent with spaces, as the entries around it are. ${QUOTES}`],
  [/nesting/, 'Close the brackets that were left open.'],
];

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : `Did you mean '${nearest}'? `;
}

function listed(values: readonly string[]): string {
  return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Everything that an editor reads about a mistake in a data folder. */
export const words = {
  notUtf8: {
    problem: 'Letters on this line were lost when the file was saved.',
    mend: 'Save the file as UTF-8 and put the letters back.',
  },
  controlCharacter: {
    problem: 'This line has a control character, which cannot be seen.',
    mend: 'Type the text again instead of pasting it.',
  },
  /** `complaint` is the parser's own. */
  notYaml: (complaint: string): Wording => {
    const mend = YAML_MENDS.find(([pattern]) => pattern.test(complaint))?.[1];
    return {
      problem: `The file cannot be read from here on${mend === undefined ? ` (${complaint})` : ''}.`,
      mend: mend ?? QUOTES,
    };
  },
  manyDocuments: {
    problem: 'A line of three dashes above splits the file in two.',
    mend: 'Remove that line.',
  },
  keyTwice: (key: string, firstLine: number): Wording => ({
    problem: `'${key}' is written twice; the first is on line ${firstLine}.`,
    mend: 'Keep one of the two, or give the second another name.',
  }),

  noFolder: { problem: 'There is no such folder.', mend: 'Make it, with a folder for each dossier in it.' },
  noDossier: {
    problem: 'There is no dossier in this folder.',
    mend: 'Make a folder in it for the story, with the files dossier.yml, articles.yml, people.yml and the folder claims.',
  },
  dossierItself: {
    problem: 'This folder is a dossier itself.',
    mend: 'Name the folder that it is in: every folder in there is read as a dossier.',
  },
  noFile: (name: RequiredFile): Wording => ({
    problem: 'This file is missing.',
    mend: `Make ${name}: ${HOLDS[name]}.`,
  }),
  noClaims: {
    problem: 'There are no files of claims in this folder.',
    mend: 'Make a file in it whose name ends in .yml, for instance one for each topic: a list of claims.',
  },
  otherEnding: (name: string): Wording => ({
    problem: 'This file is not read, since its name does not end in .yml.',
    mend: `Rename it to ${name.replace(/yaml$/, 'yml')}.`,
  }),
  notList: {
    problem: 'This file must be a list of claims.',
    mend: 'Start each claim with a dash and its id: "- id: hurt-40-ministry".',
  },
  notMap: {
    problem: 'This file must be entries: a key, a colon and what belongs to it.',
    mend: 'Write each entry as "key:" with its own lines below, indented by two spaces.',
  },

  noEntry: {
    problem: 'This entry has no keys.',
    mend: 'Write them below it, each on a line of its own as "key: value", or take the entry out.',
  },
  missing: (key: string): Wording => ({ problem: `'${key}' is missing.`, mend: `Add a line "${key}: ...".` }),
  blank: (key: string): Wording => ({
    problem: `'${key}' is left blank.`,
    mend: 'Fill it in, or take the line out if it is not needed.',
  }),
  unknownKey: (key: string, nearest: string | undefined, known: readonly string[]): Wording =>
    /^[\d_ ]+$/.test(key)
      ? {
          problem: `'${key}' is read as a key of its own, since a comma inside { } ends a value.`,
          mend: 'Write numbers without commas: 12000.',
        }
      : {
          problem: `'${key}' is not a key that is used here.`,
          mend:
            nearest === undefined
              ? `The keys are ${listed(known).replace(/ or /, ' and ')}.`
              : `Did you mean '${nearest}'?`,
        },
  notText: (key: string, value: unknown): Wording => ({
    problem: `'${key}' must be text${typeof value === 'object' ? '.' : `, and ${value} is read as a ${typeof value === 'number' ? 'number' : 'yes or no'}.`}`,
    mend:
      typeof value === 'object'
        ? 'Write one text, in quotes if it has a colon in it.'
        : `Put it in quotes: "${value}".`,
  }),
  notNumber: (key: string): Wording => ({
    problem: `'${key}' must be a number.`,
    mend: "Write digits only, without commas, spaces or words (12000); 'some' or 'more than' goes into 'qualifier'.",
  }),
  notTrueOrFalse: (key: string): Wording => ({
    problem: `'${key}' must be true or false.`,
    mend: 'Write true, or take the line out.',
  }),
  notListOf: (key: string): Wording => ({
    problem: `'${key}' must be a list.`,
    mend: `Write it in square brackets, with commas between: ${key}: [first, second].`,
  }),
  notEntry: (key: string): Wording => ({
    problem: `'${key}' must be keys with their values.`,
    mend: `Write them in braces or on indented lines below: ${key}: { key: value }.`,
  }),
  notOneOf: (key: string, values: readonly string[], nearest: string | undefined): Wording => ({
    problem: `'${key}' must be ${listed(values)}.`,
    mend: `${meant(nearest)}Write one of these.`,
  }),
  unfit: (key: string): Wording => ({
    problem: `'${key}' is not as it should be.`,
    mend: 'Write it as other entries do.',
  }),

  emptyText: (key: string): Wording => ({
    problem: `'${key}' is empty.`,
    mend: 'Fill it in, or take it out if it is not needed.',
  }),
  hiddenCharacter: (key: string, code: string): Wording => ({
    problem: `'${key}' has a character that cannot be seen (${code}).`,
    mend: 'Type the text again instead of pasting it.',
  }),
  digitsId: (id: string): Wording => ({
    problem: `The id '${id}' is read as a number.`,
    mend: 'Put a letter into it.',
  }),
  spaceInId: (id: string): Wording => ({
    problem: `The id '${id}' has a space in it.`,
    mend: `Write it with hyphens: '${id.trim().replace(/\s+/g, '-')}'.`,
  }),
  noSuch: (kind: Kind, id: string, nearest: string | undefined): Wording => ({
    problem: `There is no ${NOUN[kind]} '${id}'.`,
    mend: `${meant(nearest)}${LISTED[kind]}`,
  }),
  emptyList: (key: string): Wording => ({
    problem: `'${key}' is empty.`,
    mend: 'Put at least one entry into it.',
  }),
  noReport: {
    problem: 'The claim has no report: nothing says where it was published.',
    mend: 'Add at least one under "reports", with its article and paragraph.',
  },
  badParagraph: {
    problem: "'paragraph' must be a whole number, 0 or more.",
    mend: 'Count the lines of the article that are not empty: the headline is 0, the first line below it is 1.',
  },
  reportTwice: (article: string, paragraph: number): Wording => ({
    problem: `Paragraph ${paragraph} of '${article}' is listed twice in this claim.`,
    mend: 'Keep one of the two reports.',
  }),
  longQuote: (count: number): Wording => ({
    problem: `The quote has ${count} words, and 12 is the most.`,
    mend: 'Shorten it to the fragment that matters, or leave it out.',
  }),
  badDay: (key: string, value: unknown): Wording => ({
    problem:
      value === undefined || value === null
        ? `'${key}' is missing.`
        : `'${key}' is not a day of the calendar: ${shown(value)}.`,
    mend: 'Write year, month and day, as in 2025-02-19.',
  }),
  badPublished: {
    problem: "'published' must be a day, or say that the article is undated.",
    mend: 'Write it as 2025-02-19, or as { undated: true, notBefore: 2025-02-19, basis: what that rests on }.',
  },
  boundsBackwards: {
    problem: "'notBefore' is later than 'notAfter'.",
    mend: 'Put the earlier day into notBefore, the later into notAfter.',
  },
  noBasis: {
    problem: 'The bounds of the undated article rest on nothing.',
    mend: 'Add "basis: ..." and say what shows that it is not earlier or later.',
  },
  badTime: (value: unknown): Wording => ({
    problem: `'when' is not a time that can be read: ${shown(value)}.`,
    mend: 'Write a day (2025-02-19), a month (2025-02), a year (2025) or a range of these (2025-02/2025-04).',
  }),
  timeBackwards: {
    problem: "'when' ends before it starts.",
    mend: 'Put the earlier time first: 2025-02/2025-04.',
  },
  figureShape: {
    problem: "A figure needs either 'value', or both 'from' and 'to'.",
    mend: 'Write { measure: ..., value: 12000 }, or { measure: ..., from: 10000, to: 12000 }.',
  },
  figureBackwards: {
    problem: "'from' must be smaller than 'to'.",
    mend: "Put the smaller number into 'from'; for a single number write 'value' instead.",
  },
  badUrl: (value: string): Wording => ({
    problem: `This is not a web address: ${value}.`,
    mend: 'Copy the whole address from the browser, beginning with https://.',
  }),
  badCommand: (value: string): Wording => ({
    problem: `'${value}' cannot be a command.`,
    mend: 'Write a slash and at most 31 small letters, digits, hyphens or underscores, as in /pows.',
  }),
  ownCommand: {
    problem: "The command /dateline is Dateline's own.",
    mend: 'Give the topic another command.',
  },
  commandTwice: (command: string, place: string): Wording => ({
    problem: `The command ${command} is already that of another topic (${place}).`,
    mend: 'Give one of the two another command: a command belongs to one topic.',
  }),
  idTwice: (id: string, place: string): Wording => ({
    problem: `There is another claim '${id}' (${place}).`,
    mend: 'Give one of the two another id; if they are the same claim, put their reports together.',
  }),
  nameTwice: (name: string, other: string, place: string): Wording => ({
    problem: `'${name}' is also a name of '${other}' (${place}).`,
    mend: 'Take it out of one of them, or make it longer, so that a name leads to one entry only.',
  }),
  itself: (key: string): Wording => ({
    problem: `The claim lists itself under '${key}'.`,
    mend: 'Take its own id out of the list.',
  }),
  circle: (ids: readonly string[]): Wording => ({
    problem: `These claims supersede one another in a circle: ${ids.join(', ')}.`,
    mend: "Keep 'supersedes' only on the newer claim, with the id of the older.",
  }),
} as const;
