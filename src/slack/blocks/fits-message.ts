import type { KnownBlock } from '@slack/types';
import { LIMITS } from './limits.ts';

const lengths = new WeakMap<KnownBlock, number>();

/** What a block takes as JSON, in characters; a block is not changed once it is made, and many are in several messages. */
function lengthOf(block: KnownBlock): number {
  const length = lengths.get(block) ?? JSON.stringify(block).length;
  lengths.set(block, length);
  return length;
}

/** Whether Slack takes these blocks in one message. */
export function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  if (blocks.length > LIMITS.messageBlocks) return false;
  const commas = Math.max(0, blocks.length - 1);
  return blocks.reduce((sum, block) => sum + lengthOf(block), commas + '[]'.length) <= LIMITS.messageCharacters;
}
