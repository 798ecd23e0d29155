import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { ShownClaim } from '../../ask/answer.ts';
import { formatFigure } from '../../ask/format-figure.ts';
import { handlingNotes } from '../../ask/handling-notes.ts';
import { showClaim, voiceOf } from '../../ask/show-claim.ts';
import { words as askWords } from '../../ask/words.ts';
import { claimIn, type Proposal } from '../../desk/proposals.ts';
import { proposedClaim } from '../../desk/proposed-claim.ts';
import { citationsOf, cite, formatCitation } from '../../record/citation.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import { formatSpan } from '../../record/format-span.ts';
import { timeText } from '../amend/words.ts';
import { seenValue } from '../desk/seen-value.ts';
import { DESK_WORDS } from '../desk/words.ts';
import { neutralText } from '../format/neutral-text.ts';
import { answerMessage } from './answer-message.ts';
import { claimBlocks } from './claim-blocks.ts';
import { button, clip, context, paragraph, words } from './elements.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';

/** The action ids of the buttons below a proposal. */
export const REVIEW_ACTIONS = {
  approve: 'approve-proposal',
  edit: 'edit-proposal',
  decline: 'decline-proposal',
} as const;

/** A proposal with what is needed to show it. */
export interface ReviewCard {
  readonly proposal: Proposal;
  /** As it stands now. */
  readonly dossier: Dossier;
  /** Claims on record that may be the same. */
  readonly near?: readonly Claim[];
  /** What a person is called. */
  readonly nameOf: (user: string) => string;
}

const { review: WORDS, sensitivity: KINDS, outcome: OUTCOME } = DESK_WORDS;
// These bound what the dossier or a person wrote at length, so that a proposal always fits one message.
const LONGEST_LINE = 400;
const LONGEST_NOTE = 800;
const MOST_CITATIONS = 5;
const MOST_NEAR = 2;

/** A proposal for the desk: what it would bring in and what to mind, with buttons while it waits. */
export function reviewMessage(card: ReviewCard): Message {
  const { proposal, nameOf } = card;
  const { state, first } = proposal;
  if (state.kind === 'approved') {
    const lead = WORDS.approved(nameOf(state.by), timeText(state.at));
    const { last } = proposal;
    const changed = last.by === first.by ? '' : ` ${WORDS.changedBy(nameOf(last.by))}`;
    const onRecord = recordedMessage(card, lead, `${WORDS.proposedBy(nameOf(first.by))}${changed}`);
    if (onRecord) return onRecord;
  }
  if (state.kind === 'declined') {
    const lead = clip(WORDS.declined(nameOf(state.by), timeText(state.at), state.why), LONGEST_NOTE);
    return proposalMessage(card, [lead, WORDS.proposedBy(nameOf(first.by)), ...outcomeLines(card)], []);
  }
  const lead = (proposal.addsReport ? WORDS.adds : WORDS.proposes)(nameOf(first.by));
  return proposalMessage(
    card,
    [lead, ...outcomeLines(card)],
    state.kind === 'waiting' ? [reviewButtons(proposal)] : [],
  );
}

/** What who filed something is told once it is at the desk; `isSeen` is whether it could be posted there. */
export function filedMessage(card: ReviewCard, isSeen: boolean): Message {
  return proposalMessage(card, [isSeen ? OUTCOME.filed : OUTCOME.filedUnseen], []);
}

/** What who proposed something is told of the decision; nothing while it waits. */
export function outcomeMessage(card: ReviewCard): Message | undefined {
  const { proposal, nameOf } = card;
  const { state, first, last } = proposal;
  switch (state.kind) {
    case 'waiting':
      return undefined;
    case 'declined':
      return proposalMessage(card, [clip(OUTCOME.declined(nameOf(state.by), state.why), LONGEST_NOTE)], []);
    case 'approved': {
      const lead = (last.by === first.by ? OUTCOME.approved : OUTCOME.changed)(nameOf(state.by));
      return recordedMessage(card, lead) ?? proposalMessage(card, [lead], []);
    }
  }
}

/** The claim that was let in, as it stands on record, so that a correction reaches this message too. */
function recordedMessage({ proposal: { state }, dossier }: ReviewCard, lead: string, byline?: string) {
  const id = state.kind === 'approved' ? claimIn(state.things)?.id : undefined;
  const claim = dossier.claims.get(id ?? '');
  if (claim === undefined) return undefined;
  const notes = handlingNotes(dossier, [claim]);
  const answer = { declined: false, dossier: dossier.slug, form: 'facts', lead, notes, more: 0 } as const;
  return answerMessage({ ...answer, claims: [showClaim({ dossier }, claim)] }, byline === undefined ? {} : { byline });
}

/** A proposal as it is written, under `lines` of which the first stands out. */
function proposalMessage(
  card: ReviewCard,
  [lead = '', ...lines]: readonly string[],
  buttons: readonly ActionsBlock[],
): Message {
  const { dossier, proposal } = card;
  const { claim: proposed, dossier: grown } = proposedClaim(proposal.last.things, dossier);
  const standing = proposal.addsReport && proposed ? dossier.claims.get(proposed.id) : undefined;
  // It may have been corrected since the report was proposed.
  const claim = standing && proposed ? { ...standing, reports: proposed.reports } : proposed;
  // Approved and shown like a proposal, or to be added to: its claim has left the record since.
  const hasLeft = proposal.state.kind === 'approved' || (proposal.addsReport && standing === undefined);
  const shown = claim && { ...toShown(claim, grown), ...(hasLeft ? { revision: 'was' as const } : {}) };
  const about = [
    ...(hasLeft ? [WORDS.left] : []),
    ...(claim ? aboutLines(card, claim, grown) : hasLeft ? [] : [WORDS.gone]),
  ];
  // Those on record alone: a thread in which one of them was shown is told when it is corrected.
  const told = [...(standing ? [standing] : []), ...(card.near ?? []).slice(0, MOST_NEAR)].map(({ id }) => ({
    dossier: dossier.slug,
    claim: id,
  }));
  return {
    text: messageText(lead, shown, [...lines, ...about]),
    blocks: [
      paragraph(words(lead, { bold: true })),
      ...(shown ? claimBlocks(shown, 'facts') : []),
      ...(context([...about, ...lines].map((line) => clip(line, LONGEST_NOTE))) as KnownBlock[]),
      ...buttons,
    ],
    ...(told.length > 0 ? { claims: told } : {}),
  };
}

// For texts of nothing but characters that grow when they are escaped: whole lines go first, then words, never a citation.
const SHORTER = [
  { most: Number.POSITIVE_INFINITY, quotes: true },
  { most: 400, quotes: true },
  { most: 150, quotes: false },
] as const;

/** What the blocks show as plain text, as much of it as fits. */
function messageText(lead: string, shown: ShownClaim | undefined, lines: readonly string[]): string {
  let text = '';
  for (const { most, quotes } of SHORTER) {
    const said = shown ? [saidText(shown, most, quotes)] : [];
    for (let kept = lines.length; kept >= 0; kept -= 1) {
      text = neutralText([clip(lead, most), ...said, ...lines.slice(0, kept)].join('\n'));
      if (text.length <= LIMITS.messageText) return text;
    }
  }
  return clip(text, LIMITS.messageText);
}

/** A claim as plain text: the statement, who says so, where it was published and in what words. */
function saidText({ claim, voice, citations }: ShownClaim, most: number, quotes: boolean): string {
  const cited = citations.map((citation) =>
    quotes && citation.quote ? `${formatCitation(citation)} “${citation.quote}”` : formatCitation(citation),
  );
  const where = cited.join('; ');
  const who = claim.saidBy.length > 0 ? [clip(voice, most), where] : [where, askWords.inItsOwnVoice];
  return [clip(claim.statement, most), ...who].join(' · ');
}

function toShown(claim: Claim, dossier: Dossier): ShownClaim {
  return { claim, voice: voiceOf({ dossier }, claim), citations: citationsOf(claim), marks: [] };
}

/** What became of it, or who changed it, in words. */
function outcomeLines({ proposal: { state, first, last }, nameOf }: ReviewCard): readonly string[] {
  const revised = last.seq > first.seq ? [WORDS.revised(nameOf(last.by), timeText(last.at))] : [];
  switch (state.kind) {
    case 'waiting':
    case 'declined':
      return revised;
    case 'approved':
      return [...revised, WORDS.approved(nameOf(state.by), timeText(state.at))];
  }
}

/** What a reviewer has to know of the claim, line by line. */
function aboutLines({ proposal, dossier: onRecord, near = [] }: ReviewCard, claim: Claim, dossier: Dossier): string[] {
  const { people, articles } = proposedClaim(proposal.last.things, onRecord);
  const nameOf = (id: string) => dossier.people.get(id)?.name ?? id;
  const standing = proposal.addsReport ? onRecord.claims.get(claim.id) : undefined;
  const [report] = claim.reports;
  const { figure, when, sensitive } = claim;
  const lines = [
    WORDS.under(dossier.topics.get(claim.topic)?.title ?? claim.topic, dossier.title),
    WORDS.where(report.paragraph, report.article.headline),
    ...(standing ? [WORDS.onRecord(citationsOf(standing).slice(0, MOST_CITATIONS).map(formatCitation))] : []),
    ...(figure
      ? [WORDS.figure(formatFigure(dossier, figure), dossier.measures.get(figure.measure)?.title ?? figure.measure)]
      : []),
    ...(when ? [WORDS.when(formatSpan(when))] : []),
    ...(claim.people.length > 0 ? [WORDS.about(claim.people.map(nameOf))] : []),
    ...(claim.key && !standing ? [WORDS.key] : []),
    ...articles.map((article) => WORDS.newArticle(articleText(article))),
    ...(people.length > 0 ? [WORDS.newPeople(people.map(({ name, kind }) => WORDS.newPerson(name, kind)))] : []),
    ...near
      .slice(0, MOST_NEAR)
      .map((other) => WORDS.near(other.statement, citationsOf(other).slice(0, 2).map(formatCitation).join('; '))),
  ].map((line) => clip(line, LONGEST_LINE));
  if (sensitive === undefined) return lines;
  return [WORDS.sensitive(KINDS[sensitive]), ...handlingNotes(dossier, [claim]), ...lines];
}

function articleText(article: Parameters<typeof cite>[0]['article']): string {
  const { outlet, date, headline, url } = cite({ article, paragraph: 0, via: article.chain });
  return [DESK_WORDS.article(outlet, date, headline), url].filter(Boolean).join(', ');
}

function reviewButtons({ id, last }: Proposal): ActionsBlock {
  const value = seenValue({ proposal: id, version: last.seq });
  return {
    type: 'actions',
    elements: [
      { ...button(WORDS.approve, REVIEW_ACTIONS.approve, value), style: 'primary' },
      button(WORDS.edit, REVIEW_ACTIONS.edit, value),
      button(WORDS.decline, REVIEW_ACTIONS.decline, value),
    ],
  };
}
