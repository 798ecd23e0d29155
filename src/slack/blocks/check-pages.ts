import type { KnownBlock } from '@slack/types';
import { WORST_FIRST, worstFirst } from '../../check/check-text.ts';
import type { CheckedCopy, CheckedSentence } from '../../check/checked-copy.ts';
import { words as checkWords } from '../../check/words.ts';
import type { Dossier } from '../../record/dossier.ts';
import { neutralText } from '../format/neutral-text.ts';
import { WORDS } from '../words.ts';
import { type SentenceEntry, sentenceEntries, sentenceEntry } from './checked-sentence.ts';
import { dossierOf, refsTo } from './claim-refs.ts';
import { context, header, paragraph, words } from './elements.ts';
import { firstToGo } from './first-to-go.ts';
import { fitsMessage } from './fits-message.ts';
import { LIMITS } from './limits.ts';
import type { ClaimRef, Message } from './message.ts';
import type { CheckPage, PageSentence } from './message-source.ts';

/** The most messages that one check sends: as many as a response URL takes. */
const MOST_MESSAGES = LIMITS.responses;

/** What stands around the sentences of a page. */
interface Frame extends Pick<CheckPage, 'part' | 'lines'> {
  /** Without a title of its own, in a modal that has one. */
  readonly untitled?: true;
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
  const frame = { part: 'first', lines: summaryOf(checked), record, fits: fitsText } as const;
  const sentences = worstFirst(checked);
  if (sentences.length === 0) return [page(frame, [])];
  return messagesOf(sentences, frame, MOST_MESSAGES) as [Message, ...Message[]];
}

/** A check as the blocks of a modal, with messages for the sentences that a modal does not hold. */
export function checkBlocks(
  checked: CheckedCopy,
  record: readonly Dossier[],
): {
  readonly blocks: readonly KnownBlock[];
  /** What the modal shows, as far as it has to be recorded. */
  readonly shown: Message;
  readonly rest: readonly Message[];
} {
  const frame = { part: 'first', lines: summaryOf(checked), untitled: true, record } as const;
  const sentences = worstFirst(checked);
  if (sentences.length === 0)
    return { blocks: topBlocks(frame), shown: page({ ...frame, fits: fitsModal }, []), rest: [] };
  const { filled, left } = fill(sentences, { ...frame, tail: said(WORDS.check.restInMessages), fits: fitsModal });
  return { blocks: filled.blocks, shown: filled, rest: messagesOf(left, { ...GOES_ON, record }, MOST_MESSAGES) };
}

/**
 * One message of a check again, from what it was made from. Where an amendment made it too long, claims go from the end,
 * those that were amended last of all, and are counted.
 */
export function checkPage(source: CheckPage): Message {
  for (let part = source; ; ) {
    const message = render(part);
    const shorter = fitsText(message) ? undefined : withoutOneClaim(part);
    if (shorter === undefined) return message;
    part = shorter;
  }
}

/** The page with one claim less, counted under its sentence; without a reason when no claim is left. */
function withoutOneClaim(source: CheckPage): CheckPage | undefined {
  const placed = source.sentences.flatMap((of) => of.sentence.claims.map((shown, place) => ({ of, shown, place })));
  const leaving = placed.length === 0 ? undefined : placed[firstToGo(placed.map(({ shown }) => shown))];
  const reasoned = source.sentences.findLast(({ sentence }) => sentence.reason.length > WORDS.check.doesNotFit.length);
  const chosen = leaving?.of ?? reasoned;
  if (chosen === undefined) return undefined;
  const shortened = leaving ? withoutClaim(chosen, leaving.place) : withoutReason(chosen);
  return { ...source, sentences: source.sentences.map((one) => (one === chosen ? shortened : one)) };
}

function withoutClaim({ sentence, dossiers, more }: PageSentence, place: number): PageSentence {
  return {
    sentence: { ...sentence, claims: sentence.claims.toSpliced(place, 1) },
    dossiers: dossiers.toSpliced(place, 1),
    more: more + 1,
  };
}

function withoutReason(one: PageSentence): PageSentence {
  const { suggestion: _, ...sentence } = one.sentence;
  return { ...one, sentence: { ...sentence, reason: WORDS.check.doesNotFit } };
}

const GOES_ON = { part: 'later', lines: [WORDS.check.goesOn] } as const;

function messagesOf(
  sentences: readonly CheckedSentence[],
  frame: Pick<Frame, 'part' | 'lines' | 'record'>,
  most: number,
): Message[] {
  if (sentences.length === 0) return [];
  const tail = most === 1 ? { tail: said(WORDS.check.more) } : {};
  const { filled, left } = fill(sentences, { ...frame, ...tail, fits: fitsText });
  return [filled, ...(most > 1 ? messagesOf(left, { ...frame, ...GOES_ON }, most - 1) : [])];
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

function page(frame: Frame, entries: readonly SentenceEntry[], tail?: string): Message {
  const { part, lines, untitled, record } = frame;
  const sentences = entries.map(({ sentence, more }) => ({
    sentence,
    more,
    dossiers: sentence.claims.map(({ claim }) => dossierOf(claim, record)),
  }));
  return render({ kind: 'check', part, lines, sentences, ...(tail === undefined ? {} : { tail }) }, untitled);
}

function render(source: CheckPage, untitled?: true): Message {
  const { lines, sentences, tail } = source;
  const below = tail === undefined ? [] : [tail];
  const entries = sentences.map(({ sentence, more }) => sentenceEntry(sentence, more));
  const placed = sentences.flatMap(({ sentence, dossiers }) =>
    sentence.claims.map((shown, place) => ({ dossier: dossiers[place] ?? '', shown })),
  );
  return {
    text: neutralText([lines.join('\n'), ...entries.map(({ text }) => text), ...below].join('\n\n')),
    blocks: [
      ...topBlocks({ ...source, ...(untitled ? { untitled } : {}) }),
      ...entries.map(({ block }) => block),
      ...context(below),
    ],
    ...(sentences.length === 0 ? {} : { claims: distinct(refsTo(placed)) }),
    ...(placed.length === 0 ? {} : { source }),
  };
}

/** Several sentences may rest on one claim. */
function distinct(refs: readonly ClaimRef[]): readonly ClaimRef[] {
  return [...new Map(refs.map((ref) => [`${ref.dossier}/${ref.claim}`, ref])).values()];
}

function topBlocks({ part, lines, untitled }: Pick<Frame, 'part' | 'lines' | 'untitled'>): KnownBlock[] {
  if (part === 'later') return context(lines);
  return [...(untitled ? [] : [header(WORDS.check.title)]), ...summaryBlocks(lines)];
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
