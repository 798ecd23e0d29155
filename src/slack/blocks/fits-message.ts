import type { KnownBlock } from '@slack/types';
import { LIMITS } from './limits.ts';

/** Whether Slack takes these blocks in one message. */
export function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= LIMITS.messageBlocks && JSON.stringify(blocks).length <= LIMITS.messageCharacters;
}
