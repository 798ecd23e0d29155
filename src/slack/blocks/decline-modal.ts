import type { ModalView } from '@slack/types';
import type { Seen } from '../../desk/decide-review.ts';
import { seenValue } from '../desk/seen-value.ts';
import { DESK_WORDS } from '../desk/words.ts';
import { literal, paragraph, words } from './elements.ts';
import { formInput, textElement } from './form-inputs.ts';
import { LIMITS } from './limits.ts';

/** The callback id of the modal that asks why a proposal is declined, and the name of its input. */
export const DECLINE_MODAL = 'decline-proposal';
export const DECLINE_WHY = 'why';

/** The longest reason, in characters. */
export const LONGEST_WHY = 500;

const { decline: WORDS, modal: MODAL } = DESK_WORDS;

/** The modal that asks why a proposal, as it was seen, is declined. */
export function declineModal(seen: Seen): ModalView {
  return {
    type: 'modal',
    callback_id: DECLINE_MODAL,
    private_metadata: seenValue(seen),
    title: literal(WORDS.title, LIMITS.viewTitle),
    submit: literal(WORDS.submit, LIMITS.viewTitle),
    close: literal(MODAL.close, LIMITS.viewTitle),
    blocks: [
      paragraph(words(WORDS.lead)),
      formInput(DECLINE_WHY, { label: WORDS.why }, textElement('', LONGEST_WHY, { multiline: true, focus: true })),
    ],
  };
}
