import { checkView } from '../blocks/check-view.ts';
import type { FoundView } from '../state/views.ts';
import { textOf } from './arguments.ts';
import { type Call, done, type Method, type Result, refused, scoped } from './method.ts';

const checked = ({ state, args }: Call, surface: 'modal' | 'home', instead?: FoundView) => {
  const verdict = checkView(args.view, surface);
  if (!verdict.ok) return { refusal: refused(verdict.error, verdict.problems) };
  const externalId = verdict.view.external_id;
  const taken = typeof externalId === 'string' && externalId ? state.views.find({ externalId }) : undefined;
  if (taken && taken.view.id !== instead?.view.id) return { refusal: refused('duplicate_external_id') };
  return { view: verdict.view };
};

const triggered = (call: Call) => {
  const id = textOf(call.args, 'trigger_id');
  return id === undefined ? ({ ok: false, error: 'invalid_arguments' } as const) : call.state.triggers.exchange(id);
};

const open = (call: Call): Result => {
  const read = checked(call, 'modal');
  if ('refusal' in read) return read.refusal;
  const exchange = triggered(call);
  if (!exchange.ok) return refused(exchange.error);
  return done({ view: call.state.views.open(exchange.trigger.user, read.view) });
};

const push = (call: Call): Result => {
  const read = checked(call, 'modal');
  if ('refusal' in read) return read.refusal;
  const exchange = triggered(call);
  if (!exchange.ok) return refused(exchange.error);
  const { user, view: from } = exchange.trigger;
  if (!from || call.state.views.stack(user).length === 0) return refused('not_found');
  const view = call.state.views.push(user, read.view);
  return view ? done({ view }) : refused('push_limit_reached');
};

const update = (call: Call): Result => {
  const { state, args } = call;
  const found = state.views.find({ id: textOf(args, 'view_id'), externalId: textOf(args, 'external_id') });
  if (!found) return refused('not_found');
  const hash = textOf(args, 'hash');
  if (hash !== undefined && hash !== found.view.hash) return refused('hash_conflict');
  const read = checked(call, found.view.type === 'home' ? 'home' : 'modal', found);
  if ('refusal' in read) return read.refusal;
  return done({ view: state.views.replace(found, read.view) });
};

const publish = (call: Call): Result => {
  const { state, args } = call;
  const user = textOf(args, 'user_id') ?? '';
  const person = state.room.users.get(user);
  if (!person || person.isBot) return refused('user_not_found');
  const published = state.views.home(user);
  const hash = textOf(args, 'hash');
  if (hash !== undefined && hash !== published?.hash) return refused('hash_conflict');
  const read = checked(call, 'home', published && { user, view: published });
  if ('refusal' in read) return read.refusal;
  return done({ view: state.views.publish(user, read.view) });
};

/** `views.*` */
export const views = {
  'views.open': { scopes: scoped(), run: open },
  'views.push': { scopes: scoped(), run: push },
  'views.update': { scopes: scoped(), run: update },
  'views.publish': { scopes: scoped(), run: publish },
} as const satisfies Record<string, Method>;
