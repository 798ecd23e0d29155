import type { ActionsBlock, KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { ShownClaim } from '../../ask/answer.ts';
import { claimText } from '../../ask/plain-text.ts';
import { voiceOf } from '../../ask/show-claim.ts';
import type { HistoryStep } from '../../desk/claim-history.ts';
import { citationsOf } from '../../record/citation.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import { DATA_FOLDER } from '../../record/ledger.ts';
import { AMEND_WORDS, timeText } from '../amend/words.ts';
import { neutralText } from '../format/neutral-text.ts';
import { toldModal } from './amend-modals.ts';
import { claimElements } from './claim-blocks.ts';
import { button, clip, context, header, paragraph, words } from './elements.ts';
import { fitsMessage } from './fits-message.ts';
import { LIMITS } from './limits.ts';
import type { ClaimRef, Message } from './message.ts';
import { whenElement, whoElement } from './who-and-when.ts';

/** The action ids of what shows a page of a claim's history: from a list, a later page and an earlier one. */
export const HISTORY_ACTIONS = { show: 'history-show', older: 'history-older', newer: 'history-newer' } as const;

/** A claim's history, with how many messages each amendment has reached. */
export interface ToldHistory extends ClaimRef {
  readonly dossierOf: Dossier;
  /** Oldest first; never empty. */
  readonly steps: readonly HistoryStep[];
  /** Messages that showed the claim before an entry of the ledger, and those of them that show what came of it. */
  readonly reached: ReadonlyMap<number, { readonly all: number; readonly reached: number }>;
}

const { history: HISTORY } = AMEND_WORDS;
const MOST_STEPS = 5;
const LONGEST_WORDS = 600;
// What a page needs besides its steps, in blocks and in characters of JSON and of text.
const AROUND = { blocks: 3, characters: 2500, text: 300 };

/** One page of a history, the newest step on page 0: for one person alone. A page beyond the last is the last. */
export function historyMessage(history: ToldHistory, page: number): Message {
  const { at, pages, entries } = pageOf(history, page);
  const head = HISTORY.head(clip(history.claim, LIMITS.header - 20));
  const foot = pages > 1 ? [HISTORY.page(at + 1, pages)] : [];
  return {
    text: [neutralText(head), ...entries.map(({ text }) => text), ...foot].join('\n'),
    blocks: [
      header(head),
      ...entries.flatMap(({ blocks }) => blocks),
      ...context(foot),
      ...pageButtons(history, at, pages),
    ],
    ...(history.dossierOf.claims.has(history.claim) ? { claims: [refOf(history)] } : {}),
  };
}

/** The same in a modal. */
export function historyModal(history: ToldHistory, page: number): ModalView {
  return toldModal(HISTORY.title, historyMessage(history, page).blocks);
}

/** Claims of which one is meant, each with its id and a button to its history. For one person alone. */
export function chooseHistory(claims: readonly (ClaimRef & { readonly shown: ShownClaim })[]): Message {
  const shown = claims.map(({ shown: one, ...ref }) => ({ ref, one }));
  const line = ({ ref, one }: (typeof shown)[number]) => `• ${ref.claim}: ${claimText(one)}`;
  const fitting = shown.filter(
    (_, place) =>
      neutralText(
        shown
          .slice(0, place + 1)
          .map(line)
          .join('\n'),
      ).length <
        LIMITS.messageText - AROUND.text && fitsMessage(shown.slice(0, place + 1).flatMap(choice)),
  );
  return {
    text: neutralText([HISTORY.several, ...fitting.map(line)].join('\n')),
    blocks: [paragraph(words(HISTORY.several)), ...fitting.flatMap(choice)],
    claims: fitting.map(({ ref }) => ref),
  };
}

function choice({ ref, one }: { readonly ref: ClaimRef; readonly one: ShownClaim }): KnownBlock[] {
  const pressed = button(HISTORY.show, HISTORY_ACTIONS.show, toHistoryValue(ref, 0));
  return [
    paragraph(words(`${ref.claim}: `, { bold: true }), ...claimElements(one, ' — ')),
    { type: 'actions', elements: [pressed] },
  ];
}

/** A page of a claim's history as a button's value. */
export function toHistoryValue({ dossier, claim }: ClaimRef, page: number): string {
  return JSON.stringify([dossier, claim, page]);
}

interface Entry {
  readonly blocks: readonly KnownBlock[];
  readonly text: string;
}

function pageOf(history: ToldHistory, page: number) {
  const pages = pagesOf(history);
  const at = Math.max(0, Math.min(page, pages.length - 1));
  return { at, pages: pages.length, entries: pages[at] ?? [] };
}

/** The steps, newest first, as many a page as fit. */
function pagesOf(history: ToldHistory): readonly (readonly Entry[])[] {
  const pages: Entry[][] = [];
  for (const entry of entriesOf(history)) {
    const last = pages.at(-1);
    if (last && last.length < MOST_STEPS && fits([...last, entry])) last.push(entry);
    else pages.push([entry]);
  }
  return pages;
}

function fits(entries: readonly Entry[]): boolean {
  const blocks = entries.flatMap((entry) => entry.blocks);
  const text = entries.map((entry) => entry.text).join('\n');
  return (
    blocks.length <= LIMITS.messageBlocks - AROUND.blocks &&
    JSON.stringify(blocks).length <= LIMITS.messageCharacters - AROUND.characters &&
    text.length <= LIMITS.messageText - AROUND.text
  );
}

function entriesOf(history: ToldHistory): readonly Entry[] {
  let version = 0;
  const numbered = history.steps.map((step) => {
    if (step.kind === 'filed' || step.kind === 'changed' || step.kind === 'corrected') version += 1;
    return { step, version };
  });
  const current = history.dossierOf.claims.has(history.claim) ? version : undefined;
  return numbered.reverse().map(({ step, version: own }) => {
    const full = entryOf(history, step, own, own === current, true);
    return fits([full]) ? full : entryOf(history, step, own, own === current, false);
  });
}

function entryOf(
  { dossierOf, reached }: ToldHistory,
  step: HistoryStep,
  version: number,
  isCurrent: boolean,
  isWhole: boolean,
): Entry {
  const { kind, by, proposedBy, at, why, source, newer } = step;
  const title = `${HISTORY.version(version)} · ${HISTORY.kinds[kind]}`;
  const shown = isWhole && step.claim ? show(dossierOf, step.claim) : undefined;
  const isOut = kind === 'retracted' || kind === 'withdrawn';
  const reads = isOut ? HISTORY.reads.last : isCurrent ? HISTORY.reads.current : HISTORY.reads.earlier;
  const overtaker = isWhole && newer ? show(dossierOf, newer) : undefined;
  const count = kind === 'corrected' || kind === 'retracted' ? reached.get(step.seq) : undefined;
  const notes = [
    ...(why ? [clip(HISTORY.why(why), LONGEST_WORDS)] : []),
    ...(source ? [clip(HISTORY.source(source), LONGEST_WORDS)] : []),
    ...(count ? [HISTORY.corrected(count.reached, count.all)] : []),
  ];
  const who = proposedBy === undefined ? whoText(by) : `${whoText(proposedBy)}${HISTORY.letInBy}${whoText(by)}`;
  const lead: RichTextElement[] = [
    words(title, { bold: true }),
    words(HISTORY.by),
    ...(proposedBy === undefined ? [] : [whoElement(proposedBy), words(HISTORY.letInBy)]),
    whoElement(by),
    words(HISTORY.on),
    whenElement(at),
    words(shown ? ` (${reads})` : ''),
  ];
  return {
    blocks: [
      paragraph(...(shown ? lead : lead.slice(0, -1))),
      ...(shown ? [paragraph(...claimElements(shown, '\n'))] : []),
      ...(overtaker ? [paragraph(words(HISTORY.newer, { bold: true }), ...claimElements(overtaker, ' — '))] : []),
      ...context(notes),
    ],
    text: [
      `${neutralText(title)}${HISTORY.by}${who}${neutralText(`${HISTORY.on}${timeText(at)}${shown ? ` (${reads}): ${claimText(shown)}` : ''}`)}`,
      ...(overtaker ? [neutralText(`${HISTORY.newer}${claimText(overtaker)}`)] : []),
      ...notes.map(neutralText),
    ].join('\n'),
  };
}

function show(dossier: Dossier, claim: Claim): ShownClaim {
  return { claim, voice: voiceOf({ dossier }, claim), citations: citationsOf(claim), marks: [] };
}

/** As `whoElement`, and like it for one person alone. */
function whoText(by: string): string {
  if (by === DATA_FOLDER) return AMEND_WORDS.dataFolder;
  return /^[UW][A-Z0-9]{2,20}$/.test(by) ? `<@${by}>` : neutralText(by);
}

function pageButtons(history: ToldHistory, at: number, pages: number): ActionsBlock[] {
  const to = (page: number) => toHistoryValue(refOf(history), page);
  const buttons = [
    ...(at > 0 ? [button(HISTORY.newerPage, HISTORY_ACTIONS.newer, to(at - 1))] : []),
    ...(at < pages - 1 ? [button(HISTORY.older, HISTORY_ACTIONS.older, to(at + 1))] : []),
  ];
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : [];
}

function refOf({ dossier, claim }: ClaimRef): ClaimRef {
  return { dossier, claim };
}
