import type { KnownBlock } from '@slack/types';
import type { MessageSource } from './message-source.ts';

/** A claim by its dossier's slug and its id. */
export interface ClaimRef {
  readonly dossier: string;
  readonly claim: string;
}

/** What every surface sends: blocks for the eye, and `text` for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The claims it shows; wherever it is sent, that is recorded, so that a correction reaches it. */
  readonly claims?: readonly ClaimRef[];
  /** What it was made from, where it shows claims: a correction amends that and renders it again. */
  readonly source?: MessageSource;
}
