import { checkView } from '../blocks/check-view.ts';
import { isFields } from '../blocks/walk-blocks.ts';
import { viewClosed, viewSubmission } from '../events/interactions.ts';
import type { User } from '../state/entities.ts';
import { type Entries, formProblems, valuesOf } from '../state/form.ts';
import type { SlackView } from '../state/views.ts';
import { words } from '../words.ts';
import type { ActContext } from './context.ts';

/** How a submission went, as the person saw it. */
export type SubmitOutcome =
  | { readonly status: 'closed' | 'cleared' | 'updated' | 'pushed' }
  /** Messages by block_id; `by` says whether the form or the app found them. */
  | { readonly status: 'errors'; readonly by: 'form' | 'app'; readonly errors: Readonly<Record<string, string>> }
  | { readonly status: 'failed'; readonly why: string };

const failed = (why: string): SubmitOutcome => ({ status: 'failed', why: `${words.modalFailed} (${why})` });

/** Does what the app answered a submission with. */
const follow = (context: ActContext, user: User, view: SlackView, body: unknown): SubmitOutcome => {
  const { views } = context.state;
  const action = isFields(body) ? body.response_action : undefined;
  if (!isFields(body) || action === undefined) {
    views.close(user.id, false);
    return { status: 'closed' };
  }
  if (action === 'clear') {
    views.close(user.id, true);
    return { status: 'cleared' };
  }
  if (action === 'errors') {
    const errors = body.errors;
    if (!isFields(errors) || Object.keys(errors).length === 0) return failed('no errors given');
    const inputs = view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id);
    const stray = Object.keys(errors).find((blockId) => !inputs.includes(blockId));
    if (stray !== undefined) return failed(`no input block ${stray}`);
    return { status: 'errors', by: 'app', errors: errors as Record<string, string> };
  }
  const verdict = checkView(body.view, 'modal');
  if (!verdict.ok) return failed([verdict.error, ...verdict.problems].join(': '));
  if (action === 'update') {
    views.replace({ user: user.id, view }, verdict.view);
    return { status: 'updated' };
  }
  if (action === 'push') return views.push(user.id, verdict.view) ? { status: 'pushed' } : failed('push_limit_reached');
  return failed(`response_action ${String(action)}`);
};

/** Sends off the modal on top with what was entered. The form is checked first, as a client does. */
export const submitView = async (
  context: ActContext,
  user: User,
  view: SlackView,
  entries: Entries,
): Promise<SubmitOutcome> => {
  const problems = formProblems(view.blocks, entries);
  if (Object.keys(problems).length > 0) return { status: 'errors', by: 'form', errors: problems };
  const filled = { ...view, state: { values: valuesOf(view.blocks, entries) } };
  const outcome = await context.deliver.once(viewSubmission(context.state, user, filled));
  return outcome.ok ? follow(context, user, view, outcome.body) : failed(outcome.reason);
};

/** Closes the modal on top, or all of them, and tells the app where it asked to be told. */
export const closeView = async (context: ActContext, user: User, all = false): Promise<void> => {
  const { state, deliver } = context;
  const stack = [...state.views.stack(user.id)];
  const top = stack.at(-1);
  if (!top) return;
  const cleared = all || top.clear_on_close === true;
  state.views.close(user.id, cleared);
  const closed = cleared ? stack.reverse() : [top];
  await Promise.all(
    closed
      .filter((view) => view.notify_on_close === true)
      .map((view) => deliver.once(viewClosed(state, user, view, cleared))),
  );
};
