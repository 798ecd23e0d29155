import { z } from 'zod';
import { type ActContext, channelOf, personOf } from '../acts/context.ts';
import { openApp } from '../acts/open-app.ts';
import { findElement, openShortcut, press, suggest } from '../acts/press.ts';
import { postMessage, runCommand } from '../acts/send.ts';
import { closeView, submitView } from '../acts/submit.ts';
import type { Surface } from '../events/interactions.ts';
import type { Entries, Entry } from '../state/form.ts';

const entries = z.custom<Entries>((value) => typeof value === 'object' && value !== null);
const surface = z.union([
  z.strictObject({ channel: z.string(), ts: z.string() }),
  z.strictObject({ viewId: z.string() }),
]);
const element = { on: surface, blockId: z.string(), actionId: z.string() };

/** What the page asks for in somebody's name. */
export const pageAct = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('send'),
    user: z.string(),
    channel: z.string(),
    text: z.string().min(1).max(12_000),
    threadTs: z.string().optional(),
  }),
  z.strictObject({
    act: z.literal('press'),
    user: z.string(),
    ...element,
    entry: z.custom<Entry>().optional(),
    entries: entries.optional(),
  }),
  z.strictObject({ act: z.literal('suggest'), user: z.string(), ...element, typed: z.string() }),
  z.strictObject({
    act: z.literal('shortcut'),
    user: z.string(),
    callbackId: z.string(),
    channel: z.string().optional(),
    ts: z.string().optional(),
  }),
  z.strictObject({ act: z.literal('submit'), user: z.string(), viewId: z.string(), entries }),
  z.strictObject({ act: z.literal('close'), user: z.string(), all: z.boolean().optional() }),
  z.strictObject({ act: z.literal('open-app'), user: z.string(), tab: z.enum(['home', 'messages']) }),
]);

/** An act of the page. */
export type PageAct = z.infer<typeof pageAct>;

const surfaceOf = ({ state }: ActContext, on: z.infer<typeof surface>): Surface => {
  if ('viewId' in on) {
    const found = state.views.find({ id: on.viewId });
    if (!found) throw new Error(`no view ${on.viewId}`);
    return { view: found.view };
  }
  const post = state.room.message(on.channel, on.ts);
  if (!post) throw new Error(`no message ${on.ts}`);
  return { post };
};

/** Carries out an act of the page and gives what the page shows of it. Throws on names that do not exist. */
export const carryOut = async (context: ActContext, act: PageAct): Promise<unknown> => {
  const user = personOf(context.state, act.user);
  switch (act.act) {
    case 'send': {
      const channel = channelOf(context.state, user, act.channel);
      if (act.text.startsWith('/')) return runCommand(context, user, channel, act.text, act.threadTs);
      postMessage(context, user, channel, act.text, act.threadTs);
      return { status: 'done' };
    }
    case 'press':
    case 'suggest': {
      const on = surfaceOf(context, act.on);
      const found = findElement(on, act.actionId, act.blockId);
      if (!found) throw new Error(`no element ${act.actionId}`);
      return act.act === 'press'
        ? press(context, user, on, found, act.entry, act.entries)
        : suggest(context, user, on, found, act.typed);
    }
    case 'shortcut': {
      const post = act.channel && act.ts ? context.state.room.message(act.channel, act.ts) : undefined;
      return openShortcut(context, user, act.callbackId, post);
    }
    case 'submit': {
      const view = context.state.views.stack(user.id).find((one) => one.id === act.viewId);
      return view ? submitView(context, user, view, act.entries) : { status: 'failed', why: 'not_found' };
    }
    case 'close':
      await closeView(context, user, act.all);
      return { status: 'done' };
    case 'open-app':
      await openApp(context, user, act.tab);
      return { status: 'done' };
  }
};
