import { LONGEST_QUESTION } from './format/question-text.ts';

/** Every word of the Slack surface that is not an answer: labels, help, what went wrong. */
export const WORDS = {
  more: (count: number) => `${count} more on record. Ask more narrowly to see ${count === 1 ? 'it' : 'them'}.`,
  published: (date: string) => `Published ${date}`,
  table: { figure: 'Figure', measure: 'Counts', voice: 'Who says so', source: 'Published by' },

  share: 'Share to channel',
  shared: 'Shared to the channel.',
  sharedBy: (name: string, question: string) => `Shared by ${name}: “${question}”`,
  sharedBrief: (name: string) => `Shared by ${name}`,
  tooLong: (length: number) =>
    `That is ${length.toLocaleString('en-US')} characters. Ask in at most ${LONGEST_QUESTION.toLocaleString('en-US')}: one question, in your own words.`,
  didYouMean: (command: string) => `Did you mean ${command}?`,
  tryHelp: 'Type /dateline help to see what you can ask.',
  notOurs: (command: string) => `${command} is not one of Dateline's commands.`,
  failed: (id: string) =>
    `Something failed while answering. Ask again; if it keeps failing, give your admins this id: ${id}`,

  help: {
    title: 'How to ask',
    lead: 'Dateline answers from the newsroom’s own record: each fact with who said it, the outlet and the date.',
    mention: 'Mention me in a channel with a question; I answer in a thread, and follow-ups there keep the context.',
    direct: 'Or write to me here or in a direct message.',
    commands: 'Commands (only you see the answer, until you share it):',
    topic: (title: string) => `${title}: what is on record; add words to ask within it`,
  },

  manifest: {
    name: 'Dateline',
    description: 'What the newsroom’s own record says: each fact with who said it, the outlet and the date.',
    longDescription:
      'Dateline answers questions from the newsroom’s own record of a running story. Every fact comes with who said it, the outlet that published it, the date and a link. Where sources differ it shows the figures side by side; where the record is silent it says so and shows what is nearest. It never guesses.',
    topic: (title: string) => `${title}: what is on record`,
    topicHint: '[question]',
    dateline: 'Ask the record, see a timeline, sources or conflicts',
    prompt: (title: string) => `What is the latest on ${lowerFirst(title)}?`,
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
