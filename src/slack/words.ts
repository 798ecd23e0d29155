import { LIMITS } from './blocks/limits.ts';
import { LONGEST_COPY } from './format/copy-text.ts';
import { LONGEST_QUESTION } from './format/question-text.ts';

/** Every word of the Slack surface that is not an answer: labels, help, what went wrong. */
export const WORDS = {
  more: (count: number) => `${count} more on record. Ask more narrowly to see ${count === 1 ? 'it' : 'them'}.`,
  table: { figure: 'Figure', measure: 'Counts', voice: 'Who says so', source: 'Published by' },

  share: 'Share to channel',
  shared: 'Shared to the channel.',
  sharedBy: (name: string, question: string) => `Shared by ${name}: “${question}”`,
  sharedBrief: (name: string) => `Shared by ${name}`,
  tooLong: (length: number) =>
    `That is ${length.toLocaleString('en-US')} characters. Ask in at most ${LONGEST_QUESTION.toLocaleString('en-US')}: one question, in your own words.`,
  didYouMean: (command: string) => `Did you mean ${command}?`,
  tryHelp: 'Type /dateline help to see what you can ask.',
  needsWords: (command: string) => `Say after ${command} what you mean: a question, a name or a figure.`,
  notOurs: (command: string) => `${command} is not one of Dateline's commands.`,
  failed: (id: string) =>
    `Something failed while answering. Ask again; if it keeps failing, give your admins this id: ${id}`,

  check: {
    title: 'Checked against the record',
    summary: (counts: readonly string[]) =>
      counts.length > 0 ? `${counts.join(', ')}.` : 'No sentence claims anything.',
    passedOver: (sentences: number) =>
      `${count(sentences, 'sentence')} that ${sentences === 1 ? 'claims' : 'claim'} nothing passed over.`,
    attribution: 'Attribution to paste: ',
    goesOn: 'The check goes on:',
    more: (sentences: number, counts: readonly string[]) =>
      `${count(sentences, 'more sentence')}: ${counts.join(', ')}. Check a shorter part to see ${sentences === 1 ? 'it' : 'them'}.`,
    restInMessages: (sentences: number, counts: readonly string[]) =>
      `${count(sentences, 'more sentence')}: ${counts.join(', ')}. See your messages with Dateline.`,
    moreClaims: (claims: number) => `${claims} more on record.`,
    doesNotFit: 'What the record has on it is too long to show here.',
    checking: (words: number) => `Checking ${count(words, 'word')} against the record …`,
    noText: 'There is no text to check in that message.',
    noTextButFile: 'Files are not read. Copy the text out of it and type /dateline check to paste it.',
    noDraft: 'Paste some text to check.',
    tooLong: (length: number) =>
      `That is ${length.toLocaleString('en-US')} characters. At most ${LONGEST_COPY.toLocaleString('en-US')} are checked at once: check it in parts.`,
    elsewhere: 'Dateline is not in that channel, so the check of the message there is here.',
    shortcuts: {
      message: { name: 'Check against the record', about: 'What the record says of each sentence of a message' },
      draft: { name: 'Check a draft', about: 'Paste copy and see what the record says of each sentence' },
    },
    modal: {
      title: 'Check a draft',
      lead: 'Each sentence is held against the record. Only you see the result, and the draft is not kept.',
      draft: 'Draft',
      part: (number: number) => `Draft, part ${number}`,
      placeholder: 'Paste the copy here',
      partHint: `An input takes ${LIMITS.inputText.toLocaleString('en-US')} characters: what is longer goes on here.`,
      submit: 'Check',
      close: 'Close',
      resultTitle: 'Against the record',
    },
  },

  help: {
    title: 'How to ask',
    lead: 'Dateline answers from the newsroom’s own record: each fact with who said it, the outlet and the date.',
    mention: 'Mention me in a channel with a question; I answer in a thread, and follow-ups there keep the context.',
    direct: 'Or write to me here or in a direct message.',
    check:
      'To check copy, choose “Check against the record” from a message’s menu, or type /dateline check: each sentence, with what the record says of it, for you alone.',
    commands: 'Commands (only you see the answer, until you share it):',
    topic: (title: string) => `${title}: what is on record; add words to ask within it`,
  },

  examples: {
    figures: (measure: string) => `What figures are there for ${lowerFirst(measure)}?`,
    said: (name: string) => `What did ${name} say?`,
    latest: (topic: string) => `What is the latest on ${lowerFirst(topic)}?`,
  },

  manifest: {
    name: 'Dateline',
    description: 'What the newsroom’s own record says: each fact with who said it, the outlet and the date.',
    longDescription:
      'Dateline answers questions from the newsroom’s own record of a running story. Every fact comes with who said it, the outlet that published it, the date and a link. Where sources differ it shows the figures side by side; where the record is silent it says so and shows what is nearest. It never guesses.',
    topic: (title: string) => `${title}: what is on record`,
    topicHint: '[question]',
    dateline: 'Ask the record, check copy, file a claim, see its history, set up the digest',
  },

  home: {
    title: 'On record',
    newest: (date: string) => `Newest article on record: ${date}.`,
    undated: 'No article on record is dated.',
    size: (claims: number, articles: number) => `${count(claims, 'claim')} from ${count(articles, 'article')}.`,
    empty: 'No dossier is on record yet.',
  },
} as const;

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** "The prisoners" inside a sentence: "the prisoners"; names keep their capital. */
function lowerFirst(title: string): string {
  return /^(?:The|A|An)\b/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
