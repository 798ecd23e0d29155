import { checkMessageBlocks } from '../blocks/check-message.ts';
import { checkMetadata, type Metadata } from '../blocks/check-metadata.ts';
import type { Fields } from '../blocks/walk-blocks.ts';
import { limits } from '../limits.ts';
import type { State } from '../state/state.ts';
import { withIds } from '../state/views.ts';
import type { Arguments } from './arguments.ts';
import { textOf } from './arguments.ts';
import { type Result, refused } from './method.ts';

/** What a message says, once Slack has taken it. */
export interface Content {
  readonly text: string;
  readonly blocks?: Fields[];
  /** Absent: none given. `'removed'`: an empty object was. */
  readonly metadata?: Metadata | 'removed';
}

/** Checks text, blocks and metadata of a message that the app sends. Text of over 40,000 characters is cut. */
export const readContent = (
  state: State,
  args: Arguments,
  { maxText = undefined }: { readonly maxText?: number | undefined } = {},
): { readonly content: Content } | { readonly refusal: Result } => {
  const text = textOf(args, 'text') ?? '';
  const given = args.blocks;
  if (maxText !== undefined && text.length > maxText) return { refusal: refused('msg_too_long') };

  let blocks: Fields[] | undefined;
  if (given !== undefined && given !== null && given !== '') {
    const verdict = checkMessageBlocks(given);
    if (!verdict.ok) return { refusal: refused(verdict.error, verdict.problems) };
    blocks = withIds(verdict.blocks, state.clock);
  }
  if (text.trim() === '' && !blocks?.length) return { refusal: refused('no_text') };

  let metadata: Content['metadata'];
  if (args.metadata !== undefined) {
    const verdict = checkMetadata(args.metadata);
    if (!verdict.ok) return { refusal: refused(verdict.error) };
    metadata = verdict.metadata ?? 'removed';
  }
  return {
    content: {
      text: text.slice(0, limits.messageText.max),
      ...(blocks?.length ? { blocks } : {}),
      ...(metadata === undefined ? {} : { metadata }),
    },
  };
};
