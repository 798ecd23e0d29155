import type { KnownBlock } from '@slack/types';
import type { Answer } from '../../ask/answer.ts';
import { plainText } from '../../ask/plain-text.ts';
import { neutralText } from '../format/neutral-text.ts';
import { WORDS } from '../words.ts';
import { claimBlocks } from './claim-blocks.ts';
import { button, clip, context, paragraph, words } from './elements.ts';
import { figureTable } from './figure-table.ts';
import { fitsMessage } from './fits-message.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';

/** The action id of the button that shares an answer. */
export const SHARE_ACTION = 'share-answer';

/** What goes around an answer. */
export interface Frame {
  /** In grey above the answer: who shared it. */
  readonly byline?: string;
  /** In grey below it: "Did you mean ...". */
  readonly hints?: readonly string[];
  /** The value of the button that shares the answer; without it there is no button. */
  readonly share?: string;
}

// The core's sentences are short. These bound what nobody meant to write, so that with no claim and no note left
// the rest always fits, even if every character of it grows to `&amp;`.
const LONGEST_LEAD = 500;
const LONGEST_BYLINE = 200;

/**
 * An answer as a Slack message: the same facts and citations in the blocks and in `text`.
 * What does not fit goes as whole claims from the end, counted in "n more".
 */
export function answerMessage(answer: Answer, frame: Frame = {}): Message {
  const bounded: Answer = { ...answer, lead: clip(answer.lead, LONGEST_LEAD) };
  const around = frame.byline ? { ...frame, byline: clip(frame.byline, LONGEST_BYLINE) } : frame;
  const text = fitted(
    bounded,
    (part) => messageText(part, around),
    (text) => text.length <= LIMITS.messageText,
  );
  const blocks = fitted(bounded, (part) => messageBlocks(part, around), fitsMessage);
  const { dossier } = answer;
  const shown = answer.claims.slice(0, Math.max(text.claims, blocks.claims));
  return {
    text: text.rendered,
    blocks: blocks.rendered,
    ...(dossier === undefined ? {} : { claims: shown.map(({ claim }) => ({ dossier, claim: claim.id })) }),
  };
}

function messageText(answer: Answer, { byline, hints = [] }: Frame): string {
  return neutralText([byline, plainText(answer), ...hints].filter(Boolean).join('\n'));
}

function messageBlocks(answer: Answer, { byline, hints = [], share }: Frame): KnownBlock[] {
  return [
    ...(byline ? context([byline]) : []),
    ...(answer.lead ? [paragraph(words(answer.lead, { bold: true }))] : []),
    ...(answer.table ? [figureTable(answer.table)] : []),
    ...answer.claims.flatMap((shown) => claimBlocks(shown, answer.form)),
    ...context([...(answer.more > 0 ? [WORDS.more(answer.more)] : []), ...answer.notes, ...hints]),
    ...(share ? [{ type: 'actions' as const, elements: [button(WORDS.share, SHARE_ACTION, share)] }] : []),
  ];
}

/**
 * The rendering of as much as fits, and how many claims are in it: claims go first, from the end, and notes only when no
 * claim is left.
 */
function fitted<T>(
  answer: Answer,
  render: (part: Answer) => T,
  fits: (rendered: T) => boolean,
): { readonly rendered: T; readonly claims: number } {
  let part = answer;
  for (;;) {
    const rendered = render(part);
    const { length } = part.claims;
    if (fits(rendered)) return { rendered, claims: length };
    if (length > 0) part = withoutLastClaim(part);
    else if (part.notes.length > 0) part = { ...part, notes: part.notes.slice(0, -1) };
    else return { rendered, claims: length };
  }
}

/** The answer with its last claim, and that claim's rows of the table, counted among the rest. */
function withoutLastClaim(answer: Answer): Answer {
  const { table, ...rest } = answer;
  const claims = answer.claims.slice(0, -1);
  const kept = new Set(claims.map(({ claim }) => claim.id));
  const rows = table?.filter((row) => kept.has(row.claim)) ?? [];
  return { ...rest, claims, more: answer.more + 1, ...(rows.length > 1 ? { table: rows } : {}) };
}
