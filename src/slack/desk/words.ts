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
  review: {
    proposes: (who: string) => `${who} proposes a claim.`,
    adds: (who: string) => `${who} proposes another report of a claim on record.`,
    revised: (who: string, time: string) => `Changed by ${who}, ${time}.`,
    under: (topic: string, dossier: string) => `Under ${topic}, in ${dossier}.`,
    figure: (figure: string, measure: string) => `Figure: ${figure} (${measure}).`,
    when: (span: string) => `When: ${span}.`,
    about: (names: readonly string[]) => `About: ${names.join(', ')}.`,
    where: (paragraph: number, headline: string) =>
      `${paragraph === 0 ? 'In the headline' : `In paragraph ${paragraph}`} of “${headline}”.`,
    key: 'A key fact of its topic.',
    newPerson: (name: string, kind: 'person' | 'body') =>
      `New to the record: ${name} (a ${kind}). Check the spelling against those on record.`,
    newArticle: (article: string) => `New to the record: the article ${article}.`,
    onRecord: (citations: readonly string[]) => `On record so far: ${citations.join('; ')}.`,
    near: (statement: string, source: string) => `Near it on record: ${statement} (${source})`,
    sensitive: (kind: string) => `Handle with care: ${kind.toLowerCase()}.`,
    gone: 'The article it rests on is no longer on record: change it or decline it.',
    approve: 'Approve',
    edit: 'Edit',
    decline: 'Decline',
    approved: (who: string, time: string) => `Approved by ${who}, ${time}.`,
    declined: (who: string, time: string, why: string) => `Declined by ${who}, ${time}: ${why}`,
    proposedBy: (who: string) => `Proposed by ${who}.`,
    changedBy: (who: string) => `Changed by ${who} before it was approved.`,
  },
  decline: {
    title: 'Decline a proposal',
    submit: 'Decline',
    lead: 'Who proposed it is told why, and the desk’s message says so.',
    why: 'Why it is declined',
    missing: 'Say why: whoever proposed it is told.',
    tooLong: (most: number) => `At most ${most} characters.`,
  },
  outcome: {
    filed: 'Filed: the editors’ desk has it. You will hear here what becomes of it.',
    filedUnseen:
      'Filed, but Dateline cannot post in the channel of the editors’ desk. Ask an editor to invite it there; until then they find it on Dateline’s Home tab.',
    approved: (who: string) => `${who} approved what you filed. It is on record.`,
    changed: (who: string) => `${who} approved what you filed, with changes. It is on record as it reads here.`,
    declined: (who: string, why: string) => `${who} declined what you filed: ${why}`,
  },
  refused: {
    'no-dossier': 'That dossier is no longer on record.',
    'no-proposal': 'There is no such proposal.',
    'not-editor': 'Only editors decide on proposals. You can file claims, and change your own while they wait.',
    'not-yours': 'Only who proposed it, or an editor, can change a proposal.',
    'own-proposal': 'You proposed this yourself: another editor has to approve it.',
    'no-editors': 'No editors are set, so nobody can decide. An admin has to set DATELINE_EDITORS.',
    unread: 'Slack did not say who the editors are, so nothing was done. Try again in a moment.',
    filed: 'This was filed already.',
    approved: (who: string, time: string) => `${who} approved it already, ${time}.`,
    declined: (who: string, time: string, why: string) => `${who} declined it already, ${time}: ${why}`,
    revised: (who: string, time: string) =>
      `${who} changed it meanwhile, ${time}. The desk’s message shows it as it reads now.`,
    'claim-gone': 'The claim that the report was to be added to is no longer on record.',
    unfit: (mistakes: readonly string[]) =>
      `It does not fit the record any more. ${mistakes.join(' ')} Press Edit to mend it.`,
    noChannel:
      'Nothing can be filed yet: the desk has no channel. An admin has to set DATELINE_DESK_CHANNEL to the channel in which editors review.',
    'not-invited':
      'Dateline is not in the channel of the editors’ desk. Ask an editor to type /invite @Dateline there, and press the button again: what you typed stays.',
    archived:
      'The channel of the editors’ desk is archived. An admin has to set another one; what you typed stays here.',
    stale: 'This form is of an older version. Close it and open it again.',
    noRecord: 'There is no dossier on record to file to.',
    choose: 'Choose one.',
  },
  command: { takes: '[the claim]', about: 'file a claim to the record, for the editors to approve' },
  shortcut: { name: 'File to the record', about: 'File what a message says, for the editors to approve' },
  fileIt: 'File it',
  /** "UPI, 19 Feb 2025: Headline" */
  article: (outlet: string, date: string, headline: string) => `${outlet}, ${date}: ${headline}`,
  most: (characters: number) => `At most ${Math.min(characters, LIMITS.inputText)} characters.`,
} as const;
