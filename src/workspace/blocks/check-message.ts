import { z } from 'zod';
import { limits } from '../limits.ts';
import { messageBlock } from './blocks.ts';
import { repeatedIds } from './check-ids.ts';
import { type Problem, problemsOf } from './problems.ts';
import { allBlocks, charactersIn, type Fields } from './walk-blocks.ts';

/** What Slack says to the blocks of a message: fine, or an error code with its reasons. */
export type BlocksVerdict =
  | { readonly ok: true; readonly blocks: Fields[] }
  | { readonly ok: false; readonly error: string; readonly problems: readonly Problem[] };

const schema = z.array(messageBlock).max(limits.messageBlocks.max);

const refuse = (error: string, ...problems: Problem[]): BlocksVerdict => ({ ok: false, error, problems });

/** Checks the `blocks` of a message as Slack does: shape, limits, ids, totals. Never throws. */
export const checkMessageBlocks = (input: unknown): BlocksVerdict => {
  if (!Array.isArray(input)) return refuse('invalid_blocks_format');
  const parsed = schema.safeParse(input);
  if (!parsed.success) return refuse('invalid_blocks', ...problemsOf(parsed.error, input, ['blocks']));
  const blocks = allBlocks(input as Fields[]);
  const ofType = (type: string) => blocks.filter((block) => block.type === type);

  const repeated = repeatedIds(input as Fields[], ['blocks']);
  if (repeated.length > 0) return refuse('invalid_blocks', ...repeated);
  if (ofType('table').length > limits.tablesInMessage.max) {
    return refuse('invalid_attachments', 'only_one_table_allowed [json-pointer:/blocks]');
  }
  if (ofType('data_visualization').length > limits.chartsInMessage.max) {
    return refuse(
      'invalid_blocks',
      `no more than ${limits.chartsInMessage.max} data_visualization blocks allowed [json-pointer:/blocks]`,
    );
  }
  if (charactersIn(ofType('markdown').map((block) => block.text)) > limits.markdownText.max) {
    return refuse(
      'invalid_blocks',
      `markdown blocks must be less than ${limits.markdownText.max + 1} characters in all [json-pointer:/blocks]`,
    );
  }
  if (charactersIn(input) > limits.blocksCharacters.max) return refuse('msg_blocks_too_long');
  return { ok: true, blocks: input as Fields[] };
};
