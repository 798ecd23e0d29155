import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { WORDS } from '../words.ts';
import { literal, paragraph, words } from './elements.ts';
import { LIMITS } from './limits.ts';

/** The callback id of the modal that takes a draft. */
export const DRAFT_MODAL = 'check-draft';

/** The block and action id of each input, in the order of the draft. */
export const DRAFT_INPUTS = ['draft-1', 'draft-2', 'draft-3', 'draft-4'] as const;

/** The modal to paste a draft into: one input, and more for what is longer than an input takes. */
export function draftModal(): ModalView {
  const { modal } = WORDS.check;
  return {
    ...frame(modal.title),
    callback_id: DRAFT_MODAL,
    submit: literal(modal.submit, LIMITS.viewTitle),
    blocks: [paragraph(words(modal.lead)), ...DRAFT_INPUTS.map(input)],
  };
}

/** The modal once there is something to show in place of the inputs. */
export function checkedModal(blocks: readonly KnownBlock[]): ModalView {
  return { ...frame(WORDS.check.modal.resultTitle), blocks: [...blocks] };
}

function frame(title: string) {
  const { modal } = WORDS.check;
  return {
    type: 'modal',
    title: literal(title, LIMITS.viewTitle),
    close: literal(modal.close, LIMITS.viewTitle),
  } as const;
}

function input(id: string, index: number): InputBlock {
  const { modal } = WORDS.check;
  const isFirst = index === 0;
  return {
    type: 'input',
    block_id: id,
    label: literal(isFirst ? modal.draft : modal.part(index + 1)),
    optional: !isFirst,
    ...(index === 1 ? { hint: literal(modal.partHint) } : {}),
    element: {
      type: 'plain_text_input',
      action_id: id,
      multiline: true,
      max_length: LIMITS.inputText,
      ...(isFirst ? { focus_on_load: true, placeholder: literal(modal.placeholder) } : {}),
    },
  };
}
