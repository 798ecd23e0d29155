import { App, type AppOptions, type Receiver, type ReceiverEvent } from '@slack/bolt';

/** Bolt's apps behind one receiver. */
export interface BoltApps {
  /** For slash commands. */
  readonly commands: App;
  /** For everything else. */
  readonly app: App;
}

const NO_RECEIVER: Receiver = { init() {}, start: async () => {}, stop: async () => {} };

/**
 * Bolt offers every request to every listener there is. Commands are most of what comes, and are answered while someone
 * waits, so they have an app of their own, with the one listener that they are for.
 */
export function createBoltApps(receiver: Receiver, options: Omit<AppOptions, 'receiver'>): BoltApps {
  const commands = new App({ ...options, receiver: NO_RECEIVER });
  const app = new App({ ...options, receiver });
  // Receivers ask nothing else of an app.
  receiver.init({
    processEvent: (event: ReceiverEvent) => ('command' in event.body ? commands : app).processEvent(event),
  } as App);
  return { commands, app };
}
