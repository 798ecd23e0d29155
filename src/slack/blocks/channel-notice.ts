import { neutralText } from '../format/neutral-text.ts';
import { paragraph, words } from './elements.ts';
import type { Message } from './message.ts';

/** A message of one sentence that names a channel: as a link in the blocks, in words in the text. */
export function channelNotice(
  before: string,
  channel: { readonly id: string; readonly text: string },
  after: string,
): Message {
  return {
    text: neutralText(`${before}${channel.text}${after}`),
    blocks: [paragraph(words(before), { type: 'channel', channel_id: channel.id }, words(after))],
  };
}
