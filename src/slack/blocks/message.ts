import type { KnownBlock } from '@slack/types';

/** What every surface sends: blocks for the eye, and `text` for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}
