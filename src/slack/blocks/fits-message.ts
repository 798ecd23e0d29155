import type { KnownBlock } from '@slack/types';
import { onceEach } from '../../record/once-each.ts';
import { LIMITS } from './limits.ts';

/** What a block takes as JSON, in characters; a block is not changed once it is made, and many are in several messages. */
const lengthOf = onceEach((block: KnownBlock) => JSON.stringify(block).length);

/** Whether Slack takes these blocks in one message. */
export function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  if (blocks.length > LIMITS.messageBlocks) return false;
  const commas = Math.max(0, blocks.length - 1);
  return blocks.reduce((sum, block) => sum + lengthOf(block), commas + '[]'.length) <= LIMITS.messageCharacters;
}
