import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { sentenceText } from '../../check/check-text.ts';
import type { CheckedSentence } from '../../check/checked-copy.ts';
import { words as checkWords } from '../../check/words.ts';
import { WORDS } from '../words.ts';
import { claimElements, revisionElements } from './claim-blocks.ts';
import { clip, words } from './elements.ts';

/** A sentence's result, for the eye and as text: the same verdict, reason, claims and citations in both. */
export interface SentenceEntry {
  readonly block: RichTextBlock;
  readonly text: string;
  /** The sentence with the claims that are shown, and how many more there are. */
  readonly sentence: CheckedSentence;
  readonly more: number;
}

/** The editor has the sentence before them: enough of it to know it by. */
const LONGEST_SENTENCE = 300;

/**
 * A sentence's result, in full and then ever shorter, for where a whole message cannot hold it: claims go first, from
 * the end and counted, then what the record says. The last is short enough for any message.
 */
export function sentenceEntries(sentence: CheckedSentence): readonly [SentenceEntry, ...SentenceEntry[]] {
  const { text, claims, verdict, start, end } = sentence;
  const written = { ...sentence, text: clip(text.replace(/\s+/g, ' '), LONGEST_SENTENCE) };
  const withClaims = (shown: number) =>
    sentenceEntry({ ...written, claims: claims.slice(0, shown) }, claims.length - shown);
  return [
    withClaims(claims.length),
    ...claims.map((_, hidden) => withClaims(claims.length - 1 - hidden)),
    sentenceEntry({ text: written.text, start, end, verdict, claims: [], reason: WORDS.check.doesNotFit }, 0),
  ];
}

/** A sentence's result as it is; `more` claims are counted below. */
export function sentenceEntry(sentence: CheckedSentence, more: number): SentenceEntry {
  const { verdict, text, reason, claims, suggestion } = sentence;
  const lines = claims.map((shown) => [
    ...revisionElements(shown),
    ...claimElements(shown, ' — '),
    ...shown.marks.map((mark) => words(` [${mark.text}]`, { italic: true })),
  ]);
  const count = more > 0 ? WORDS.check.moreClaims(more) : '';
  return {
    block: {
      type: 'rich_text',
      elements: [
        section(words(checkWords.label(verdict), { bold: true })),
        { type: 'rich_text_quote', elements: [words(text)] },
        ...(reason ? [section(words(reason))] : []),
        ...(lines.length > 0
          ? [
              {
                type: 'rich_text_list' as const,
                style: 'bullet' as const,
                elements: lines.map((line) => section(...line)),
              },
            ]
          : []),
        ...(count ? [section(words(count))] : []),
        ...(suggestion ? [section(words(WORDS.check.attribution), words(suggestion, { code: true }))] : []),
      ],
    },
    text: [sentenceText(sentence), ...(count ? [`  ${count}`] : [])].join('\n'),
    sentence,
    more,
  };
}

function section(...elements: readonly RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements: [...elements] };
}
