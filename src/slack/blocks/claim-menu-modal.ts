import type { KnownBlock, ModalView, Overflow, PlainTextElement } from '@slack/types';
import type { ShownClaim } from '../../ask/answer.ts';
import { showClaim, voiceOf } from '../../ask/show-claim.ts';
import { citationsOf, formatCitation, formatDate } from '../../record/citation.ts';
import type { Dossier } from '../../record/dossier.ts';
import { AMEND_WORDS } from '../amend/words.ts';
import { claimElements } from './claim-blocks.ts';
import { button, clip, context, literal, paragraph, words } from './elements.ts';
import { toKeepValue } from './keep-button.ts';
import { LIMITS } from './limits.ts';
import type { ClaimRef } from './message.ts';

/** The action id of what can be done to a claim in the list; its value is `<act>:<place in the list>`. */
export const AMEND_ACTION = 'amend-claim';

/** What can be done to a claim. */
export const CLAIM_ACTS = ['correct', 'retract', 'supersede', 'history'] as const;

export type ClaimAct = (typeof CLAIM_ACTS)[number];

/** A claim of a message as it stands now, or as it read before it was retracted. */
export interface MenuClaim extends ClaimRef {
  readonly shown: ShownClaim;
  /** Set where it is on record no more. */
  readonly retracted?: { readonly day: string; readonly why: string };
}

/** The action id of the button for one act: Slack takes none twice in a block. */
export function actActionId(act: ClaimAct): string {
  return `${AMEND_ACTION}:${act}`;
}

const { menu: MENU } = AMEND_WORDS;
/** Each claim takes two blocks; what surrounds them takes two. */
const MOST_CLAIMS = 40;
const LONGEST_STATEMENT = 1000;
const LONGEST_SOURCE = 600;

/**
 * The modal in which the claims of a message are chosen to be corrected or traced. It carries them as a `keepButton`
 * does, in the same order: those of one dossier follow each other.
 */
export function claimMenuModal(claims: readonly MenuClaim[]): ModalView {
  const shown = claims.slice(0, MOST_CLAIMS);
  const [only, ...others] = shown;
  return {
    type: 'modal',
    private_metadata: toKeepValue(shown),
    title: literal(MENU.title, LIMITS.viewTitle),
    close: literal(MENU.close, LIMITS.viewTitle),
    blocks: [
      ...(only === undefined
        ? [paragraph(words(MENU.none))]
        : others.length === 0
          ? oneClaim(only)
          : [...context([MENU.lead]), ...shown.flatMap(listedClaim)]),
      ...context(claims.length > shown.length ? [MENU.more(claims.length - shown.length)] : []),
    ],
  };
}

function oneClaim({ shown, claim, retracted }: MenuClaim): KnownBlock[] {
  const acts = actsOn(retracted).map((act) => button(MENU.acts[act], actActionId(act), `${act}:0`));
  return [
    paragraph(...claimElements(shown, '\n')),
    ...context([...marksOf(shown, retracted), claim]),
    { type: 'actions', elements: acts },
    ...context([MENU.one]),
  ];
}

function listedClaim({ shown, claim, retracted }: MenuClaim, place: number): KnownBlock[] {
  const cited = shown.citations.map(formatCitation).join('; ');
  return [
    {
      type: 'section',
      text: literal(clip(shown.claim.statement, LONGEST_STATEMENT)),
      accessory: menuOf(actsOn(retracted), place),
    },
    ...context([clip(`${shown.voice} · ${cited}`, LONGEST_SOURCE), ...marksOf(shown, retracted), claim]),
  ];
}

function marksOf({ marks }: ShownClaim, retracted: MenuClaim['retracted']): string[] {
  if (retracted) return [clip(MENU.retracted(retracted.day, retracted.why), LONGEST_SOURCE)];
  return marks.slice(0, 4).map(({ text }) => clip(text, LONGEST_SOURCE));
}

function actsOn(retracted: MenuClaim['retracted']): readonly ClaimAct[] {
  return retracted ? ['history'] : CLAIM_ACTS;
}

function menuOf(acts: readonly ClaimAct[], place: number): Overflow {
  const options = acts.map((act) => ({ text: literal(MENU.acts[act]), value: `${act}:${place}` }));
  return { type: 'overflow', action_id: AMEND_ACTION, options: options as { text: PlainTextElement; value: string }[] };
}

/** A claim as it stands, or as it read until it was retracted; none for one that is neither. */
export function menuClaim(ref: ClaimRef, dossiers: readonly Dossier[]): readonly MenuClaim[] {
  const dossier = dossiers.find(({ slug }) => slug === ref.dossier);
  const claim = dossier?.claims.get(ref.claim);
  if (dossier === undefined) return [];
  if (claim) return [{ ...ref, shown: showClaim({ dossier }, claim) }];
  const last = dossier.amendments.get(ref.claim)?.at(-1);
  if (last?.kind !== 'retracted') return [];
  const { was, at, why } = last;
  const shown = { claim: was, voice: voiceOf({ dossier }, was), citations: citationsOf(was), marks: [] };
  return [{ ...ref, shown, retracted: { day: formatDate(at.slice(0, 10)), why } }];
}
