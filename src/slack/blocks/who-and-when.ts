import type { RichTextElement } from '@slack/types';
import { DATA_FOLDER } from '../../record/ledger.ts';
import { AMEND_WORDS, timeText } from '../amend/words.ts';
import { words } from './elements.ts';

/**
 * Whoever acted, by name. Only for what one person sees alone (ephemeral messages, modals, Home tabs): in a message that
 * others see it would ping.
 */
export function whoElement(by: string): RichTextElement {
  if (by === DATA_FOLDER) return words(AMEND_WORDS.dataFolder);
  return /^[UW][A-Z0-9]{2,20}$/.test(by) ? { type: 'user', user_id: by } : words(by);
}

/** An instant on the reader's own clock. */
export function whenElement(at: string): RichTextElement {
  return {
    type: 'date',
    timestamp: Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000),
    format: '{date_short} at {time}',
    fallback: timeText(at),
  };
}
