import type { Fields } from '../blocks/walk-blocks.ts';
import { isFields } from '../blocks/walk-blocks.ts';
import { limits } from '../limits.ts';
import type { Clock } from './clock.ts';
import type { AppIdentity } from './entities.ts';

/** A view as Slack returns it: what the app gave, with ids, hash and state. */
export type SlackView = Fields & {
  readonly id: string;
  readonly type: string;
  readonly hash: string;
  readonly blocks: Fields[];
};

/** The open modals of each person, innermost first opened, and each one's Home tab. */
export interface Views {
  readonly stack: (user: string) => readonly SlackView[];
  readonly home: (user: string) => SlackView | undefined;
  readonly open: (user: string, view: Fields) => SlackView;
  /** Undefined when three views are open already. */
  readonly push: (user: string, view: Fields) => SlackView | undefined;
  readonly replace: (found: FoundView, view: Fields) => SlackView;
  readonly publish: (user: string, view: Fields) => SlackView;
  readonly find: (by: {
    readonly id?: string | undefined;
    readonly externalId?: string | undefined;
  }) => FoundView | undefined;
  /** Takes the top view away, or all of them. */
  readonly close: (user: string, all: boolean) => void;
}

/** An open view, with whose it is. */
export interface FoundView {
  readonly user: string;
  readonly view: SlackView;
}

/** Gives every block and element the id that the app left out, as Slack does. */
export const withIds = (blocks: readonly Fields[], clock: Clock): Fields[] =>
  blocks.map((block) => {
    const named = (element: unknown): unknown =>
      isFields(element) && typeof element.type === 'string' && element.type !== 'image'
        ? { ...element, action_id: element.action_id ?? clock.id('act') }
        : element;
    const acts = block.type === 'actions' || block.type === 'context_actions';
    return {
      ...block,
      block_id: block.block_id ?? clock.id('blk'),
      ...(acts ? { elements: (block.elements as unknown[]).map(named) } : {}),
      ...(block.accessory ? { accessory: named(block.accessory) } : {}),
      ...(block.element ? { element: named(block.element) } : {}),
      ...(block.type === 'card' && block.actions ? { actions: (block.actions as unknown[]).map(named) } : {}),
      ...(block.type === 'carousel' ? { elements: withIds(block.elements as Fields[], clock) } : {}),
      ...(block.child_blocks ? { child_blocks: withIds(block.child_blocks as Fields[], clock) } : {}),
    };
  });

/** No views open, no Home tab published. */
export const createViews = (clock: Clock, app: AppIdentity, changed: (user: string) => void): Views => {
  const stacks = new Map<string, SlackView[]>();
  const homes = new Map<string, SlackView>();
  const stackOf = (user: string) => {
    const stack = stacks.get(user) ?? [];
    stacks.set(user, stack);
    return stack;
  };

  const build = (view: Fields, kept: { id: string; root?: string; previous?: string | undefined }): SlackView => ({
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    title: null,
    submit: null,
    close: null,
    ...view,
    type: String(view.type),
    blocks: withIds(view.blocks as Fields[], clock),
    id: kept.id,
    team_id: app.teamId,
    app_id: app.appId,
    app_installed_team_id: app.teamId,
    bot_id: app.botId,
    root_view_id: kept.root ?? kept.id,
    previous_view_id: kept.previous ?? null,
    state: { values: {} },
    hash: `${Math.floor(clock.now() / 1000)}.${clock.id('h')}`,
  });

  return {
    stack: stackOf,
    home: (user) => homes.get(user),
    open: (user, view) => {
      const built = build(view, { id: clock.id('V') });
      stacks.set(user, [built]);
      changed(user);
      return built;
    },
    push: (user, view) => {
      const stack = stackOf(user);
      if (stack.length >= limits.viewStack.max) return undefined;
      const root = stack[0]?.id;
      const built = build(view, { id: clock.id('V'), ...(root ? { root } : {}), previous: stack.at(-1)?.id });
      stack.push(built);
      changed(user);
      return built;
    },
    replace: ({ user, view: old }, view) => {
      const built = build(view, {
        id: old.id,
        root: String(old.root_view_id),
        previous: (old.previous_view_id as string | null) ?? undefined,
      });
      const stack = stackOf(user);
      const place = stack.findIndex((one) => one.id === old.id);
      if (place >= 0) stack[place] = built;
      else homes.set(user, built);
      changed(user);
      return built;
    },
    publish: (user, view) => {
      const built = build(view, { id: homes.get(user)?.id ?? clock.id('V') });
      homes.set(user, built);
      changed(user);
      return built;
    },
    find: ({ id, externalId }) => {
      const all = [
        ...[...stacks].flatMap(([user, stack]) => stack.map((view) => ({ user, view }))),
        ...[...homes].map(([user, view]) => ({ user, view })),
      ];
      return all.find(({ view }) => (id ? view.id === id : Boolean(externalId) && view.external_id === externalId));
    },
    close: (user, all) => {
      const stack = stackOf(user);
      if (all) stack.length = 0;
      else stack.pop();
      changed(user);
    },
  };
};
