import { formatDate } from '../../record/citation.ts';

/** Every word of correcting, retracting and tracing claims in Slack, and of App Home's part in it. */
export const AMEND_WORDS = {
  /** The button below an answer or an edition. */
  keep: 'Correct or trace',

  menu: {
    title: 'On the record',
    close: 'Close',
    lead: 'Choose from the menu beside a claim: correct it, retract it, say what overtook it, or see its history.',
    one: 'Correct it, retract it, say what overtook it, or see its history.',
    none: 'None of these claims is on record any more.',
    more: (claims: number) =>
      `${claims} more not shown. /dateline history with a claim’s id or its words finds any claim.`,
    retracted: (day: string, why: string) => `Retracted on ${day}: ${why}`,
    acts: { correct: 'Correct…', retract: 'Retract…', supersede: 'Superseded by…', history: 'History' },
  },

  fields: {
    why: { label: 'Why it is amended', hint: 'Readers who saw the old version are told this.' },
    source: {
      label: 'The source that shows it',
      hint: 'Outlet and date, with a link where there is one. Readers are told this too.',
    },
    newer: {
      label: 'The claim that overtakes it',
      hint: 'On record in the same dossier.',
      placeholder: 'Type words of it, an outlet or its id',
    },
    overtaken: { label: 'What came after', hint: 'Readers who saw the older claim are told this.' },
  },
  missing: {
    why: 'Say why, in a sentence.',
    source: 'Say what shows it: outlet and date at least.',
    newer: 'Choose the claim that overtakes it.',
  },

  correct: {
    title: 'Correct a claim',
    submit: 'Correct it',
    lead: 'It reads now:',
    below: 'Change below what is wrong.',
    belowSeveral: 'Change below what is wrong. It has several reports: these stay as they are.',
  },
  retract: {
    title: 'Retract a claim',
    submit: 'Retract it',
    lead: 'To be taken out of every answer:',
    below: 'Messages that showed it are marked, and their readers are told why.',
  },
  supersede: {
    title: 'Superseded by…',
    submit: 'Mark it',
    lead: 'Right in its time, and overtaken since:',
    fileIt: 'The newer claim is not on record: file it here',
    pickIt: 'It is on record: choose it',
    filing: 'The newer claim, with the article on record that has it. For a new article, type /dateline file first.',
  },
  report: {
    title: 'Tell the desk',
    submit: 'Send',
    lead: 'Only editors correct the record. Say what is wrong with this claim, and the editors’ desk is told:',
    below: 'To propose a claim that the record lacks, type /dateline file.',
    what: { label: 'What is wrong' },
    /** At the desk. */
    says: (name: string) => `${name} says that a claim on record is wrong:`,
    wrong: (what: string) => `What is wrong: ${what}`,
    shownBy: (source: string) => `Shown by: ${source}`,
    sent: 'The editors’ desk has it. What becomes of it shows in the claim’s history.',
    closed: 'Dateline cannot post in the channel of the editors’ desk, so nobody was told. Tell an editor.',
  },
  cancel: 'Cancel',
  working: 'Being entered …',
  done: {
    title: 'Done',
    correct: 'Corrected.',
    retract: 'Retracted.',
    supersede: 'Marked as superseded.',
    /** How many messages showed it as it was. */
    shown: (messages: number, people: number) => {
      if (messages === 0 && people === 0) return 'No message showed it.';
      const told =
        people === 1
          ? '1 person who was shown it privately is told'
          : `${people} people who were shown it privately are told`;
      if (messages === 0) return `${told}.`;
      const shown = `${counted(messages, 'message')} showed it; ${messages === 1 ? 'it is' : 'they are'} being corrected`;
      return people === 0 ? `${shown}.` : `${shown}, and ${told}.`;
    },
    uncounted: 'Messages that showed it are being corrected.',
  },

  refused: {
    title: 'Not entered',
    cannot: 'Not possible',
    'not-editor':
      'Only editors correct the record, and you are not one of them. Tell an editor what is wrong, or type /dateline file to propose a claim that the record lacks.',
    'no-editors': 'No editors are set, so nobody can correct the record. An admin has to set DATELINE_EDITORS.',
    unread: 'Slack did not say who the editors are. Nothing was entered: try again in a moment.',
    'unknown-claim': 'That claim is not on record any more.',
    retracted: { before: 'It was retracted already, by ', on: ' on ', why: (why: string) => `: ${why}` },
    unchanged: 'It reads like that already. Change what is wrong.',
    'unknown-newer': 'That claim is not on record any more. Choose another.',
    itself: 'A claim does not overtake itself. Choose another.',
    'own-claim':
      'Two editors let a claim in here, so the newer one cannot be filed in this form. Type /dateline file, and choose it here once another editor has approved it.',
    'overtaken-already': 'That claim overtakes this one already.',
    circle: (between: number) =>
      between > 0
        ? `That would be a circle: this claim overtakes the one you chose, with ${counted(between, 'claim')} between them.`
        : 'That would be a circle: this claim overtakes the one you chose.',
  },
  stale: {
    by: 'Meanwhile ',
    on: ' on ',
    did: {
      corrected: ' corrected it',
      retracted: ' retracted it',
      superseded: ' marked it as superseded',
      approved: ' let in another report of it',
      changed: ' changed it',
    },
    why: (why: string) => `: ${why}`,
    mend: 'It now reads as below. What you entered is still here: look it over and send it again, or cancel.',
  },
  dataFolder: 'the data folder',

  history: {
    title: 'History',
    head: (id: string) => `Claim ${id}`,
    kinds: {
      filed: 'Filed',
      changed: 'Changed',
      corrected: 'Corrected',
      retracted: 'Retracted',
      overtaken: 'Superseded',
      withdrawn: 'Withdrawn from the files',
    },
    version: (version: number) => `Version ${version}`,
    by: ' by ',
    letInBy: ', approved by ',
    on: ' on ',
    why: (why: string) => `Why: ${why}`,
    source: (source: string) => `Source: ${source}`,
    newer: 'Overtaken by: ',
    reads: { current: 'as it reads now', earlier: 'as it read then', last: 'as it read last' },
    corrected: (reached: number, all: number) =>
      all === 0
        ? 'No message had shown it.'
        : `${reached === all ? counted(all, 'message') : `${reached} of ${counted(all, 'message')}`} that showed it corrected.`,
    older: 'Older',
    newerPage: 'Newer',
    page: (page: number, pages: number) => `Page ${page} of ${pages}.`,
    unknown: (words: string) => `Nothing on record is near “${words}”.`,
    several: 'Several claims are near that. Choose one, or type /dateline history with its id:',
    show: 'History',
    needsWords: 'Say after /dateline history which claim you mean: its id, or words of it.',
    takes: 'claim id or words',
    about: 'who filed and corrected a claim, when and why',
  },

  home: {
    corrections: 'Latest corrections',
    noCorrections: 'Nothing has been corrected yet.',
    proposals: 'Waiting for the desk',
    noProposals: 'Nothing is waiting.',
    proposal: { by: 'Proposed by ', open: 'Open' },
    conflicts: 'Files and desk disagree',
    was: 'Was: ',
    now: 'Now: ',
    next: 'More',
    previous: 'Back',
  },

  logged: { refused: 'refused an amendment by someone who may not make it' },
} as const;

/** An instant as text without a reader's own clock: "22 Nov 2026, 14:02 UTC". */
export function timeText(at: string): string {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO('UTC');
  const clock = time.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${formatDate(time.toPlainDate().toString())}, ${clock} UTC`;
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
