import type { KnownBlock } from '@slack/types';
import { WORST_FIRST, worstFirst } from '../../check/check-text.ts';
import type { CheckedCopy, CheckedSentence } from '../../check/checked-copy.ts';
import { words as checkWords } from '../../check/words.ts';
import type { Dossier } from '../../record/dossier.ts';
import { neutralText } from '../format/neutral-text.ts';
import { WORDS } from '../words.ts';
import { type SentenceEntry, sentenceEntries } from './checked-sentence.ts';
import { claimRefs } from './claim-refs.ts';
import { context, header, paragraph, words } from './elements.ts';
import { fitsMessage } from './fits-message.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';

/** The most messages that one check sends: as many as a response URL takes. */
const MOST_MESSAGES = LIMITS.responses;

/** What stands around the sentences of a page. */
interface Frame {
  readonly top: Message;
  /** The record that the claims are of. */
  readonly record: readonly Dossier[];
  /** Said below of the sentences that are not on the page. */
  readonly tail?: (left: readonly CheckedSentence[]) => string;
  readonly fits: (page: Message) => boolean;
}

/**
 * A check as Slack messages: how many sentences have which verdict, then each sentence, the worst first. A sentence that
 * does not fit goes to the next message whole; those beyond the last message are counted by their verdicts.
 */
export function checkMessages(checked: CheckedCopy, record: readonly Dossier[]): readonly [Message, ...Message[]] {
  const title = WORDS.check.title;
  const lines = summaryOf(checked);
  const top: Message = {
    text: lines.join('\n'),
    blocks: [header(title), ...summaryBlocks(lines)],
  };
  const sentences = worstFirst(checked);
  if (sentences.length === 0) return [top];
  return messagesOf(sentences, { top, record }, MOST_MESSAGES) as [Message, ...Message[]];
}

/** A check as the blocks of a modal, with messages for the sentences that a modal does not hold. */
export function checkBlocks(
  checked: CheckedCopy,
  record: readonly Dossier[],
): {
  readonly blocks: readonly KnownBlock[];
  readonly rest: readonly Message[];
} {
  const lines = summaryOf(checked);
  const top: Message = { text: lines.join('\n'), blocks: summaryBlocks(lines) };
  const sentences = worstFirst(checked);
  if (sentences.length === 0) return { blocks: top.blocks, rest: [] };
  const { filled, left } = fill(sentences, { top, record, tail: said(WORDS.check.restInMessages), fits: fitsModal });
  return { blocks: filled.blocks, rest: messagesOf(left, { top: GOES_ON, record }, MOST_MESSAGES) };
}

const GOES_ON: Message = { text: WORDS.check.goesOn, blocks: context([WORDS.check.goesOn]) };

function messagesOf(
  sentences: readonly CheckedSentence[],
  frame: Pick<Frame, 'top' | 'record'>,
  most: number,
): Message[] {
  if (sentences.length === 0) return [];
  const tail = most === 1 ? { tail: said(WORDS.check.more) } : {};
  const { filled, left } = fill(sentences, { ...frame, ...tail, fits: fitsText });
  return [filled, ...(most > 1 ? messagesOf(left, { ...frame, top: GOES_ON }, most - 1) : [])];
}

/** A page of as many sentences as fit, at least one, and those that are left. */
function fill(sentences: readonly CheckedSentence[], frame: Frame): { filled: Message; left: CheckedSentence[] } {
  const { tail, fits } = frame;
  const entries: SentenceEntry[] = [];
  const withNext = (entry: SentenceEntry) => {
    const left = sentences.slice(entries.length + 1);
    return page(frame, [...entries, entry], left.length > 0 ? tail?.(left) : undefined);
  };
  let filled: Message | undefined;
  for (const sentence of sentences) {
    // Only a page of its own makes a sentence's result shorter; elsewhere it waits for the next page.
    const [full, ...shorter] = sentenceEntries(sentence);
    const candidates = entries.length === 0 ? [full, ...shorter] : [full];
    const entry = candidates.find((candidate) => fits(withNext(candidate)));
    if (!entry && entries.length > 0) break;
    const taken = entry ?? (shorter.at(-1) as SentenceEntry);
    filled = withNext(taken);
    entries.push(taken);
  }
  return { filled: filled ?? page(frame, []), left: sentences.slice(entries.length) };
}

function page(
  { top, record }: Pick<Frame, 'top' | 'record'>,
  entries: readonly SentenceEntry[],
  tail?: string,
): Message {
  const below = tail === undefined ? [] : [tail];
  return {
    text: neutralText([top.text, ...entries.map(({ text }) => text), ...below].join('\n\n')),
    blocks: [...top.blocks, ...entries.map(({ block }) => block), ...context(below)],
    claims: claimRefs(
      entries.flatMap(({ claims }) => claims),
      record,
    ),
  };
}

function summaryOf({ counts, sentences }: CheckedCopy): string[] {
  const passedOver = counts['nothing-to-check'] ?? 0;
  return [
    WORDS.check.summary(countsOf(sentences)),
    ...(passedOver > 0 ? [WORDS.check.passedOver(passedOver)] : []),
    checkWords.onTheRecord,
  ];
}

function summaryBlocks([summary = '', ...notes]: readonly string[]): KnownBlock[] {
  return [paragraph(words(summary, { bold: true })), ...context(notes)];
}

/** "2 contradicted by the record", "1 on record": those that claim something, worst first. */
function countsOf(sentences: readonly CheckedSentence[]): string[] {
  return WORST_FIRST.filter((verdict) => verdict !== 'nothing-to-check').flatMap((verdict) => {
    const count = sentences.filter((sentence) => sentence.verdict === verdict).length;
    return count > 0 ? [checkWords.count(verdict, count)] : [];
  });
}

function said(word: (sentences: number, counts: readonly string[]) => string) {
  return (left: readonly CheckedSentence[]) => word(left.length, countsOf(left));
}

function fitsText({ text, blocks }: Message): boolean {
  return text.length <= LIMITS.messageText && fitsMessage(blocks);
}

function fitsModal({ blocks }: Message): boolean {
  return blocks.length <= LIMITS.viewBlocks && JSON.stringify(blocks).length <= LIMITS.viewCharacters;
}
