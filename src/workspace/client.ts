import { type ActContext, channelOf, personOf } from './acts/context.ts';
import { openApp } from './acts/open-app.ts';
import { type Found, findElement, openShortcut, type PressOutcome, press, suggest } from './acts/press.ts';
import { type CommandOutcome, postMessage, runCommand } from './acts/send.ts';
import { closeView, type SubmitOutcome, submitView } from './acts/submit.ts';
import type { CallRecord } from './api/call-method.ts';
import type { Fields } from './blocks/walk-blocks.ts';
import type { Delivery } from './events/app-request.ts';
import type { Surface } from './events/interactions.ts';
import type { Sockets } from './events/sockets.ts';
import type { Faults } from './faults.ts';
import type { AppIdentity, Channel, Post, SlackMessage, User } from './state/entities.ts';
import type { Entries, Entry } from './state/form.ts';
import type { SlackView } from './state/views.ts';

/** Who does something; a handle such as `nadia`, or an id. Default `nadia`. */
interface By {
  readonly user?: string;
}

/** Where something is done: a channel's name or id, or `dm`. Default `newsroom`. */
interface At extends By {
  readonly channel?: string;
}

/** A message as someone sees it. */
export interface SeenMessage extends SlackMessage {
  readonly channel: string;
  readonly ephemeral: boolean;
}

/** What stands on a surface: the open modal, the Home tab, or a message (by `ts`, else the newest that has the element). */
export interface Target extends At {
  readonly on?: 'message' | 'modal' | 'home';
  readonly ts?: string;
  readonly actionId: string | RegExp;
  readonly blockId?: string;
}

/** People at work in the workspace, for tests and for the page. Every act throws on a name that does not exist. */
export interface Client {
  readonly app: AppIdentity;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  /** What the app asked of the Web API, in order. */
  readonly calls: readonly CallRecord[];
  /** What was sent to the app, attempt by attempt. */
  readonly deliveries: readonly Delivery[];
  readonly faults: Faults;
  /** The app's Socket Mode connections. */
  readonly sockets: Pick<Sockets, 'count' | 'recycle' | 'cut'>;
  /** Types a slash command: `/pows how many`. */
  readonly runCommand: (command: At & { readonly line: string; readonly threadTs?: string }) => Promise<CommandOutcome>;
  /** Types a message; `@Dateline` and `#newsroom` become references. Resolves once posted. Throws where archived. */
  readonly postMessage: (message: At & { readonly text: string; readonly threadTs?: string }) => Promise<SlackMessage>;
  /** Clicks a button, or picks `entry` from a menu. */
  readonly click: (target: Target & { readonly entry?: Entry; readonly entries?: Entries }) => Promise<PressOutcome>;
  /** Types into an external select and gets its options. */
  readonly suggest: (target: Target & { readonly typed: string }) => Promise<Fields[]>;
  /** Runs a shortcut, on a message where `ts` is given. */
  readonly openShortcut: (
    shortcut: At & { readonly callbackId: string; readonly ts?: string },
  ) => Promise<PressOutcome>;
  /** Fills the modal on top, by block_id or action_id, and sends it off. */
  readonly submitView: (form: By & { readonly fill?: Readonly<Record<string, Entry>> }) => Promise<SubmitOutcome>;
  readonly closeView: (close: By & { readonly all?: boolean }) => Promise<void>;
  /** Opens the app's Home tab or its messages. */
  readonly openApp: (open: By & { readonly tab?: 'home' | 'messages' }) => Promise<void>;
  /** What a person sees in a channel, oldest first, threads and own ephemeral messages included. */
  readonly messages: (where?: At) => SeenMessage[];
  /** The open modals of a person; the last is on top. */
  readonly views: (by?: By) => readonly SlackView[];
  readonly home: (by?: By) => SlackView | undefined;
  /** Resolves with the first value that is not undefined, null or false; tried now and after every change. Rejects late. */
  readonly until: <Value>(
    what: () => Value | undefined | null | false,
    options?: { readonly within?: number; readonly label?: string },
  ) => Promise<Value>;
  /** Resolves when nothing is on its way to the app. What the app does afterwards is not waited for. */
  readonly settled: () => Promise<void>;
}

const waitFor = <Value>(
  context: ActContext,
  what: () => Value | undefined | null | false,
  { within = 5000, label = 'what was waited for' }: { readonly within?: number; readonly label?: string } = {},
): Promise<Value> =>
  new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      clearInterval(poll);
      stop();
      settle();
    };
    const look = () => {
      try {
        const value = what();
        if (value) finish(() => resolve(value));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timer = setTimeout(() => finish(() => reject(new Error(`${label} did not happen in ${within} ms`))), within);
    // Calls and deliveries change without the room doing so.
    const poll = setInterval(look, 20);
    const stop = context.state.room.watch(() => queueMicrotask(look));
    look();
  });

/** Entries by block_id and action_id, from those by either. */
const spread = (view: SlackView, fill: Readonly<Record<string, Entry>>): Entries => {
  const entries: Record<string, Record<string, Entry>> = {};
  for (const block of view.blocks) {
    const element = block.element as Fields | undefined;
    const blockId = String(block.block_id);
    const actionId = String(element?.action_id);
    const entry = fill[blockId] ?? fill[actionId];
    if (element && entry !== undefined) entries[blockId] = { [actionId]: entry };
  }
  const known = view.blocks.flatMap((block) => [block.block_id, (block.element as Fields | undefined)?.action_id]);
  const stray = Object.keys(fill).find((name) => !known.includes(name));
  if (stray !== undefined)
    throw new Error(`the modal has no input ${stray}; it has ${known.filter(Boolean).join(', ')}`);
  return entries;
};

/** The acts of people over a running workspace. */
export const createClient = (
  context: ActContext,
  logs: Pick<Client, 'calls' | 'deliveries' | 'faults' | 'sockets'>,
): Client => {
  const { state } = context;
  const by = ({ user = 'nadia' }: By = {}) => personOf(state, user);
  const at = (where: At = {}) => channelOf(state, by(where), where.channel ?? 'newsroom');
  const seen = (where: At = {}): Post[] => {
    const user = by(where);
    return state.room.posts(at(where).id).filter((post) => post.onlyFor === undefined || post.onlyFor === user.id);
  };

  const matching = (surface: Surface, { actionId, blockId }: Target): Found | undefined => {
    if (typeof actionId === 'string') return findElement(surface, actionId, blockId);
    const blocks = 'view' in surface ? surface.view.blocks : (surface.post.message.blocks ?? []);
    const names = [...JSON.stringify(blocks).matchAll(/"action_id":"([^"]+)"/g)].map((match) => match[1] ?? '');
    const name = names.find((one) => actionId.test(one));
    return name === undefined ? undefined : findElement(surface, name, blockId);
  };

  const target = (wanted: Target): { surface: Surface; found: Found } => {
    const user = by(wanted);
    const top = state.views.stack(user.id).at(-1);
    const home = state.views.home(user.id);
    const surfaces: Surface[] =
      wanted.on === 'modal' || wanted.on === 'home'
        ? [wanted.on === 'modal' ? top : home].flatMap((view) => (view ? [{ view }] : []))
        : seen(wanted)
            .filter((post) => wanted.ts === undefined || post.message.ts === wanted.ts)
            .reverse()
            .map((post) => ({ post }));
    for (const surface of surfaces) {
      const found = matching(surface, wanted);
      if (found) return { surface, found };
    }
    throw new Error(`${user.name} sees no element ${wanted.actionId} on ${wanted.on ?? 'a message'}`);
  };

  return {
    ...logs,
    app: state.app,
    users: [...state.room.users.values()],
    channels: [...state.room.channels.values()],
    runCommand: async (command) => runCommand(context, by(command), at(command), command.line, command.threadTs),
    postMessage: async (message) => {
      const post = postMessage(context, by(message), at(message), message.text, message.threadTs);
      if (!post) throw new Error('the channel is archived');
      return post.message;
    },
    click: async (wanted) => {
      const { surface, found } = target(wanted);
      return press(context, by(wanted), surface, found, wanted.entry, wanted.entries);
    },
    suggest: async (wanted) => {
      const { surface, found } = target(wanted);
      return suggest(context, by(wanted), surface, found, wanted.typed);
    },
    openShortcut: async (shortcut) => {
      const post = shortcut.ts === undefined ? undefined : state.room.message(at(shortcut).id, shortcut.ts);
      if (shortcut.ts !== undefined && !post) throw new Error(`no message ${shortcut.ts}`);
      return openShortcut(context, by(shortcut), shortcut.callbackId, post);
    },
    submitView: async (form) => {
      const user = by(form);
      const view = state.views.stack(user.id).at(-1);
      if (!view) throw new Error(`${user.name} has no modal open`);
      return submitView(context, user, view, spread(view, form.fill ?? {}));
    },
    closeView: async (close) => closeView(context, by(close), close.all),
    openApp: async (open) => {
      await openApp(context, by(open), open.tab ?? 'home');
    },
    messages: (where) =>
      seen(where).map(({ channel, onlyFor, message }) => ({
        ...structuredClone(message),
        channel,
        ephemeral: onlyFor !== undefined,
      })),
    views: (who) => state.views.stack(by(who).id),
    home: (who) => state.views.home(by(who).id),
    until: (what, options) => waitFor(context, what, options),
    settled: () => context.deliver.settled(),
  };
};
