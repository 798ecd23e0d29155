import { LIMITS } from '../blocks/limits.ts';

/** Every word of the editors' desk in Slack: forms, reviews, what became of a request. */
export const DESK_WORDS = {
  /** Who acted, where Slack does not say their name. */
  somebody: 'Somebody',

  fields: {
    dossier: { label: 'Dossier' },
    statement: {
      label: 'The claim',
      hint: 'One checkable statement, in the newsroom’s own words.',
      placeholder: 'Seoul says that some 11,000 soldiers were sent.',
    },
    topic: { label: 'Topic', placeholder: 'Choose a topic' },
    saidBy: {
      label: 'Who says so',
      hint: 'A person or a body, never the outlet that repeats it. Leave empty where the outlet says it in its own voice. Type a name that is not on record to add it.',
      placeholder: 'Type a name',
    },
    people: { label: 'Whom it is about', hint: 'People and bodies.', placeholder: 'Type a name' },
    value: { label: 'Figure', hint: 'If the claim gives one: 12,000, or 10,000-12,000, or 1.5 million.' },
    measure: { label: 'What the figure counts', placeholder: 'Type what it counts' },
    qualifier: { label: 'Qualifier of the figure', hint: 'As in the article: some, around, more than, at least.' },
    when: {
      label: 'When it happened or held',
      hint: 'A day (2025-02-19), a month (2025-02), a year (2025) or a range of these (2025-02/2025-04).',
    },
    article: {
      label: 'Article on record',
      hint: 'Where it was published.',
      placeholder: 'Type an outlet or a headline',
    },
    outlet: { label: 'Outlet', placeholder: 'Type the outlet' },
    headline: { label: 'Headline' },
    url: { label: 'Address' },
    published: {
      label: 'Published on',
      hint: 'Leave empty where the article carries no date, and give a bound below.',
    },
    notBefore: { label: 'Undated: not before' },
    notAfter: { label: 'Undated: not after' },
    basis: { label: 'What the bounds rest on', hint: 'For instance: cites AFP of that day.' },
    chain: { label: 'Came through', hint: 'Nearest the outlet first, with commas between: DW, AFP.' },
    paragraph: { label: 'Paragraph', hint: 'The headline is 0, the first line below it is 1.' },
    quote: { label: 'Quotation', hint: 'At most 12 words of what a person said, verbatim.' },
    key: { label: 'Weight', option: 'A key fact of its topic: shown in briefs' },
    sensitive: { label: 'Handle with care', none: 'Nothing sensitive' },
  },
  articleToggle: { new: 'The article is not on record', record: 'Choose an article on record' },
  sensitivity: { 'self-harm': 'Self-harm', health: 'Health', identity: 'Identity' },
  suggest: {
    person: (name: string) => `Add “${name}” (a person)`,
    body: (name: string) => `Add “${name}” (a body)`,
    outlet: (name: string) => `Use “${name}”`,
    onRecord: 'On record',
    notOnRecord: 'Not on record',
  },
  modal: {
    title: 'File to the record',
    nearTitle: 'On record already?',
    reviseTitle: 'Change a proposal',
    submit: 'File',
    save: 'Save',
    close: 'Cancel',
    lead: 'What you file goes to the editors’ desk. It is on record once an editor has approved it.',
    asked: (question: string) =>
      `Nobody has filed an answer to “${question}” yet. What you file goes to the editors’ desk.`,
    reviseLead: 'The desk sees what you change at once. What waits is not on record.',
    published: 'Where it was published',
    nearLead: (claims: number) =>
      claims === 1 ? 'This may be on record already:' : `One of these ${claims} may be on record for it already:`,
    nearLabel: 'Is it the same?',
    addTo: (place: number, statement: string) => `Add this report to ${place}: ${statement}`,
    fileAsNew: 'No: file it as a new claim',
    filed: 'What you file',
    addsLead: 'A report to be added to this claim on record:',
    saving: { label: 'And then', approve: 'Approve it as changed', wait: 'Leave it waiting' },
  },
  /** "UPI, 19 Feb 2025: Headline" */
  article: (outlet: string, date: string, headline: string) => `${outlet}, ${date}: ${headline}`,
  most: (characters: number) => `At most ${Math.min(characters, LIMITS.inputText)} characters.`,
} as const;
