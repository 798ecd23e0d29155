import type { Button } from '@slack/types';
import { DESK_WORDS } from '../desk/words.ts';
import { button } from './elements.ts';

/** The action id of the button that files what the record does not have. */
export const FILE_ACTION = 'file-answer';

/** The button below an answer that declines; its value is the question. */
export function fileButton(asked: string): Button {
  return button(DESK_WORDS.fileIt, FILE_ACTION, asked);
}
