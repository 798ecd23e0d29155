import type { Message } from '../blocks/message.ts';

/** The body of every message: nothing in it unfurls, and `text` is not read as markup. */
export function messageBody({ text, blocks }: Message) {
  return { text, blocks: [...blocks], mrkdwn: false, unfurl_links: false, unfurl_media: false };
}

export type MessageBody = ReturnType<typeof messageBody>;

/** A body without blocks: its text carries the same facts. */
export function withoutBlocks(body: MessageBody): MessageBody {
  return { ...body, blocks: [] };
}
