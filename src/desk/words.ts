import type { FormField } from './filled-form.ts';

/** What is wrong with a filled form, in the words of whoever fills it. */
export const FORM_WORDS = {
  tooLong: (length: number, most: number) =>
    `That is ${length.toLocaleString('en-US')} characters, and ${most.toLocaleString('en-US')} is the most.`,
  tooMany: (most: number) => `Name at most ${most}.`,
  hidden: 'There is a character in it that cannot be seen. Type the text again instead of pasting it.',
  missing: {
    statement: 'Write the claim in the newsroom’s own words.',
    topic: 'Choose a topic.',
    measure: 'Choose what the figure counts.',
    value: 'Give the number, or leave out what it counts.',
    article: 'Choose the article, or press the button below to enter one that is not on record.',
    outlet: 'Name the outlet that published it.',
    headline: 'Give the headline.',
    published: 'Choose the day. If the article carries none, give a bound below and say what it rests on.',
    paragraph: 'Give the paragraph: the headline is 0, the first line below it is 1.',
  } satisfies { readonly [field in FormField]?: string },
  /** Said after what is wrong. */
  mend: {
    value: 'Write a number as 12,000 or 1.5 million, or two as 10,000-12,000.',
    when: 'Write a day (2025-02-19), a month (2025-02), a year (2025) or a range of these (2025-02/2025-04).',
    url: 'Copy the whole address from the browser, beginning with https://.',
    quote: 'Shorten it to the fragment that matters, or leave it out.',
    paragraph: 'Count the lines that are not empty: the headline is 0, the first line below it is 1.',
    basis: 'Say what shows that the article is not earlier or later.',
  } satisfies { readonly [field in FormField]?: string },
  badValue: 'That is not a number.',
  valueBackwards: 'The second number has to be the larger one.',
  badUrl: 'That is not a web address.',
  badParagraph: 'That is not a whole number, 0 or more.',
  badTime: 'That is not a time that can be read.',
  timeBackwards: 'It ends before it starts.',
  longQuote: (words: number) => `The quotation has ${words} words, and 12 is the most.`,
  quoteOfNobody: 'A quotation needs somebody who said it: name them under “Who says so”, or leave the quotation out.',
  figureWithoutValue: 'This goes with a figure. Give the number too, or leave this out.',
  figureLeft: 'The claim gives another number now. Give it here, too.',
  wordingLeft: 'The claim still gives the number of before. Write the new one, as in the figure.',
  datedAndBounded: 'The article has a day already: leave this empty, or take the day out.',
  boundsBackwards: 'This is earlier than “Not before”.',
  noBasis: 'The bounds rest on nothing.',
  noSuch: {
    topic: 'That topic is no longer on record. Choose again.',
    measure: 'What it counts is no longer on record. Choose again.',
    saidBy: 'Somebody named here is no longer on record. Choose again.',
    people: 'Somebody named here is no longer on record. Choose again.',
    article: 'That article is no longer on record. Choose another, or enter it anew.',
  } satisfies { readonly [field in FormField]?: string },
  sensitive: 'Choose one of the kinds, or none.',
  reportTwice: 'This paragraph of that article is on record for the claim already.',
  unfit: 'This cannot be read. Enter it again.',
} as const;
