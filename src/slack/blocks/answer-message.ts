import type { KnownBlock } from '@slack/types';
import type { Answer, ShownClaim } from '../../ask/answer.ts';
import { plainText } from '../../ask/plain-text.ts';
import { neutralText } from '../format/neutral-text.ts';
import { WORDS } from '../words.ts';
import { claimBlocks } from './claim-blocks.ts';
import { refsTo } from './claim-refs.ts';
import { button, clip, context, paragraph, words } from './elements.ts';
import { figureTable } from './figure-table.ts';
import { fileButton } from './file-button.ts';
import { firstToGo } from './first-to-go.ts';
import { fitsMessage } from './fits-message.ts';
import { buttonRow, keepButton } from './keep-button.ts';
import { LIMITS } from './limits.ts';
import type { ClaimRef, Message } from './message.ts';

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
  /** The value of the button that files what the record does not have; without it there is no button. */
  readonly file?: string;
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
  const shown = new Set([...text.claims, ...blocks.claims]);
  const claims = answer.claims.filter((claim) => shown.has(claim));
  return {
    text: text.rendered,
    blocks: blocks.rendered,
    ...(dossier === undefined ? {} : { claims: refsTo(claims.map((one) => ({ dossier, shown: one }))) }),
    // What was left out for want of room is left out of the source: nobody was shown it.
    ...(claims.length === 0 ? {} : { source: { kind: 'answer', answer: leaving(answer, claims), frame } }),
  };
}

function messageText(answer: Answer, { byline, hints = [] }: Frame): string {
  return neutralText([byline, plainText(answer), ...hints].filter(Boolean).join('\n'));
}

function messageBlocks(answer: Answer, { byline, hints = [], share, file }: Frame): KnownBlock[] {
  return [
    ...(byline ? context([byline]) : []),
    ...(answer.lead ? [paragraph(words(answer.lead, { bold: true }))] : []),
    ...(answer.table ? [figureTable(answer.table)] : []),
    ...answer.claims.flatMap((shown) => claimBlocks(shown, answer.form)),
    ...context([...(answer.more > 0 ? [WORDS.more(answer.more)] : []), ...answer.notes, ...hints]),
    ...buttonRow(
      ...(share ? [button(WORDS.share, SHARE_ACTION, share)] : []),
      ...(file ? [fileButton(file)] : []),
      ...keepButton(claimsOf(answer)),
    ),
  ];
}

function claimsOf({ dossier, claims }: Answer): readonly ClaimRef[] {
  return dossier === undefined ? [] : claims.map(({ claim }) => ({ dossier, claim: claim.id }));
}

/**
 * The rendering of as much as fits, and the claims in it: claims go first, from the end, those that were amended last of
 * all, and notes only when no claim is left.
 */
function fitted<T>(
  answer: Answer,
  render: (part: Answer) => T,
  fits: (rendered: T) => boolean,
): { readonly rendered: T; readonly claims: readonly ShownClaim[] } {
  let part = answer;
  for (;;) {
    const rendered = render(part);
    const { claims } = part;
    if (fits(rendered)) return { rendered, claims };
    if (claims.length > 0) part = leaving(part, claims.toSpliced(firstToGo(claims), 1));
    else if (part.notes.length > 0) part = { ...part, notes: part.notes.slice(0, -1) };
    else return { rendered, claims };
  }
}

/** The answer with some of its claims; the others, and their rows of the table, are counted among the rest. */
function leaving(answer: Answer, claims: readonly ShownClaim[]): Answer {
  if (claims.length === answer.claims.length) return answer;
  const { table, ...rest } = answer;
  const kept = new Set(claims.map(({ claim }) => claim.id));
  const rows = table?.filter((row) => kept.has(row.claim)) ?? [];
  const more = answer.more + answer.claims.length - claims.length;
  return { ...rest, claims, more, ...(rows.length > 1 ? { table: rows } : {}) };
}
