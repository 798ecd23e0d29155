import { z } from 'zod';
import { limits } from '../limits.ts';
import { homeBlock, modalBlock } from './blocks.ts';
import { repeatedIds } from './check-ids.ts';
import { type Problem, problemsOf } from './problems.ts';
import { identifier, plainText } from './text.ts';
import { elementsOf, type Fields, isFields } from './walk-blocks.ts';

/** What Slack says to a view: fine, or an error code with its reasons. */
export type ViewVerdict =
  | { readonly ok: true; readonly view: Fields }
  | { readonly ok: false; readonly error: string; readonly problems: readonly Problem[] };

const kept = {
  callback_id: z.string().max(limits.identifier.max).optional(),
  external_id: z.string().max(limits.identifier.max).optional(),
  private_metadata: z.string().max(limits.privateMetadata.max).optional(),
};
const title = plainText(limits.viewTitle.max);
const modal = z
  .strictObject({
    type: z.literal('modal'),
    title,
    blocks: z.array(modalBlock).max(limits.viewBlocks.max),
    submit: title.optional(),
    close: title.optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
    ...kept,
    callback_id: identifier.optional(),
  })
  .superRefine((view, context) => {
    if (!view.submit && view.blocks.some((block) => block.type === 'input')) {
      context.addIssue({ code: 'custom', message: '`submit` is required when an input block is within the `blocks`' });
    }
  });
const home = z.strictObject({
  type: z.literal('home'),
  blocks: z.array(homeBlock).max(limits.viewBlocks.max),
  ...kept,
});

const schemas = { modal, home } as const;

/** Checks a view for the surface it is meant for. Never throws. */
export const checkView = (input: unknown, surface: 'modal' | 'home'): ViewVerdict => {
  const refuse = (error: string, ...problems: Problem[]): ViewVerdict => ({ ok: false, error, problems });
  if (!isFields(input)) return refuse('invalid_arguments', 'must provide an object [json-pointer:/view]');
  const parsed = schemas[surface].safeParse(input);
  if (!parsed.success) return refuse('invalid_arguments', ...problemsOf(parsed.error, input, ['view']));
  if (JSON.stringify(input).length > limits.viewBytes.max) return refuse('view_too_large');
  const blocks = input.blocks as Fields[];
  const repeated = repeatedIds(blocks, ['view', 'blocks']);
  if (repeated.length > 0) return refuse('invalid_arguments', ...repeated);
  if (blocks.flatMap(elementsOf).filter((element) => element.focus_on_load === true).length > 1) {
    return refuse('invalid_arguments', 'only one element may have `focus_on_load` [json-pointer:/view/blocks]');
  }
  return { ok: true, view: input };
};
