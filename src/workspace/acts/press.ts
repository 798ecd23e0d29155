import { z } from 'zod';
import { respond } from '../api/response-url.ts';
import { option, optionGroup } from '../blocks/elements.ts';
import { allBlocks, elementsOf, type Fields, isFields } from '../blocks/walk-blocks.ts';
import type { Outcome } from '../events/app-request.ts';
import { blockActions, blockSuggestion, globalShortcut, messageAction, type Surface } from '../events/interactions.ts';
import { limits } from '../limits.ts';
import type { Post, User } from '../state/entities.ts';
import { type Entries, type Entry, heldBy, valuesOf } from '../state/form.ts';
import { words } from '../words.ts';
import { type ActContext, whisper } from './context.ts';

/** How an interaction went, as the person saw it. */
export type PressOutcome = { readonly status: 'acknowledged' } | { readonly status: 'failed'; readonly reason: string };

/** An element on the surface where it stands. */
export interface Found {
  readonly block: Fields;
  readonly element: Fields;
}

/** The element of a surface that has these ids. */
export const findElement = (surface: Surface, actionId: string, blockId?: string): Found | undefined => {
  const blocks = 'view' in surface ? surface.view.blocks : (surface.post.message.blocks ?? []);
  return allBlocks(blocks)
    .filter((block) => blockId === undefined || block.block_id === blockId)
    .flatMap((block) => elementsOf(block).map((element) => ({ block, element })))
    .find(({ element }) => element.action_id === actionId);
};

/** The action that a payload carries for an element that was clicked or changed. */
const actionOf = ({ block, element }: Found, entry: Entry | undefined, ts: string): Fields => {
  const ids = { action_id: element.action_id, block_id: block.block_id };
  if (element.type === 'overflow') {
    const chosen = (element.options as Fields[]).find((option) => option.value === entry);
    return { type: 'overflow', ...ids, selected_option: chosen, action_ts: ts };
  }
  const held = heldBy(element, entry);
  if (held) return { ...held, ...ids, action_ts: ts };
  if (element.type === 'feedback_buttons') {
    const half = entry === (element.negative_button as Fields).value ? 'negative_button' : 'positive_button';
    const { text, value } = element[half] as Fields;
    return { type: 'feedback_buttons', ...ids, text, value, action_ts: ts };
  }
  const { type, text, value, style, url } = element;
  const given = Object.fromEntries(Object.entries({ value, style, url }).filter(([, one]) => one !== undefined));
  return { type, ...ids, text, ...given, action_ts: ts };
};

const told = (context: ActContext, user: User, post: Post | undefined, outcome: Outcome): PressOutcome => {
  const channel = post && context.state.room.channels.get(post.channel);
  if (outcome.ok) {
    // An acknowledgement may carry a message, as a response_url would take it.
    const { body } = outcome;
    if (post && isFields(body) && (body.text || body.blocks)) {
      respond(context.state, { user: user.id, channel: post.channel, source: { ts: post.message.ts } }, body);
    }
    return { status: 'acknowledged' };
  }
  if (channel) whisper(context.state, user, channel, words.actionFailed);
  return { status: 'failed', reason: outcome.reason };
};

/** Clicks a button, picks from a menu, changes a choice. `entries` is what else the surface holds. */
export const press = async (
  context: ActContext,
  user: User,
  surface: Surface,
  found: Found,
  entry: Entry | undefined,
  entries: Entries = {},
): Promise<PressOutcome> => {
  const { state } = context;
  const blockId = String(found.block.block_id);
  const actionId = String(found.element.action_id);
  const all: Entries =
    entry === undefined ? entries : { ...entries, [blockId]: { ...entries[blockId], [actionId]: entry } };
  const blocks = 'view' in surface ? surface.view.blocks : (surface.post.message.blocks ?? []);
  const values = valuesOf(blocks, all);
  const current: Surface = 'view' in surface ? { view: { ...surface.view, state: { values } } } : surface;
  const action = actionOf(found, entry, state.clock.timestamp());
  const request = blockActions(state, context.url(), user, current, [action], { ...values });
  return told(context, user, 'post' in surface ? surface.post : undefined, await context.deliver.once(request));
};

const suggestions = z.union([
  z.object({ options: z.array(option).max(limits.options.max) }),
  z.object({ option_groups: z.array(optionGroup).max(limits.options.max) }),
]);

/** Options of an external select for what was typed; empty when the app gives none, or wrong ones. */
export const suggest = async (
  context: ActContext,
  user: User,
  surface: Surface,
  { block, element }: Found,
  typed: string,
): Promise<Fields[]> => {
  const ids = { action_id: String(element.action_id), block_id: String(block.block_id) };
  const outcome = await context.deliver.once(blockSuggestion(context.state, user, surface, ids, typed));
  if (!outcome.ok || !isFields(outcome.body)) return [];
  if (!suggestions.safeParse(outcome.body).success) return [];
  const { options, option_groups: groups } = outcome.body as {
    options?: Fields[];
    option_groups?: { options: Fields[] }[];
  };
  return options ?? groups?.flatMap((group) => group.options) ?? [];
};

/** Runs a shortcut: on a message where a post is given, else from anywhere. */
export const openShortcut = async (
  context: ActContext,
  user: User,
  callbackId: string,
  post?: Post,
): Promise<PressOutcome> => {
  const { state } = context;
  const request = post
    ? messageAction(state, context.url(), user, callbackId, post)
    : globalShortcut(state, user, callbackId);
  return told(context, user, post, await context.deliver.once(request));
};
