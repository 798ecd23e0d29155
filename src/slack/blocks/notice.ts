import type { HomeView } from '@slack/types';
import { neutralText } from '../format/neutral-text.ts';
import { paragraph, words } from './elements.ts';
import type { Message } from './message.ts';

/** A message of one plain sentence. */
export function notice(sentence: string): Message {
  return { text: neutralText(sentence), blocks: [paragraph(words(sentence))] };
}

/** A Home tab that shows a message. */
export function noticeView({ blocks }: Message): HomeView {
  return { type: 'home', blocks: [...blocks] };
}
