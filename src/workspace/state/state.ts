import type { WorkspaceOptions } from '../options.ts';
import { type Clock, createClock } from './clock.ts';
import { type Conversations, createConversations } from './conversations.ts';
import type { AppIdentity } from './entities.ts';
import { createResponseUrls, type ResponseUrls } from './response-urls.ts';
import { identity, seedChannels, seedUsers } from './seed.ts';
import { createTriggers, type Triggers } from './triggers.ts';
import { createViews, type Views } from './views.ts';

/** Everything that the workspace knows. Held in memory, gone when it closes. */
export interface State {
  readonly clock: Clock;
  readonly app: AppIdentity;
  readonly room: Conversations;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
}

/** A workspace as it is on the first morning. */
export const createState = (options: Pick<WorkspaceOptions, 'appName' | 'desks' | 'now'>): State => {
  const clock = createClock(options.now ?? Date.now);
  const app = identity(options.appName);
  const room = createConversations(seedUsers(app), seedChannels(app, options.desks ?? []), clock);
  return {
    clock,
    app,
    room,
    views: createViews(clock, app, (user) => room.announce({ kind: 'views', user })),
    triggers: createTriggers(clock),
    responseUrls: createResponseUrls(clock),
  };
};
