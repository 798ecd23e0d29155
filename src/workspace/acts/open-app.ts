import { eventRequest } from '../events/announce.ts';
import type { Outcome } from '../events/app-request.ts';
import type { User } from '../state/entities.ts';
import type { ActContext } from './context.ts';

/** Opens the app's Home tab, or its messages, and tells the app. Undefined when it has not subscribed. */
export const openApp = async (
  { state, deliver, options }: ActContext,
  user: User,
  tab: 'home' | 'messages',
): Promise<Outcome | undefined> => {
  if (!options.events.includes('app_home_opened')) return undefined;
  const view = tab === 'home' ? state.views.home(user.id) : undefined;
  const event = {
    type: 'app_home_opened',
    user: user.id,
    channel: state.room.find(user.id)?.id,
    tab,
    event_ts: state.clock.timestamp(),
    ...(view ? { view } : {}),
  };
  return deliver.withRetries(eventRequest(state, event));
};
