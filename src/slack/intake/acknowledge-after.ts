import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Metrics } from '../../metrics.ts';

/**
 * A receiver whose events are acknowledged when their listeners have accepted them, where Bolt would do so before they
 * are called; after `patienceMs` at the latest. A listener that fails leaves its event unacknowledged: Slack sends it
 * again. Commands and interactions are acknowledged by their listeners. All are timed.
 */
export function acknowledgeAfter(receiver: Receiver, patienceMs: number, metrics: Metrics): Receiver {
  const init = receiver.init.bind(receiver);
  receiver.init = (app: App) => {
    // Receivers ask nothing else of the app.
    init({ processEvent: (event: ReceiverEvent) => processEvent(app, event) } as App);
  };
  return receiver;

  async function processEvent(app: App, event: ReceiverEvent): Promise<void> {
    const timer = metrics.acknowledgements.startTimer({ kind: kindOf(event.body) });
    const acknowledge: ReceiverEvent['ack'] = async (response) => {
      await event.ack(response);
      timer();
    };
    if (event.body.type !== 'event_callback') return app.processEvent({ ...event, ack: acknowledge });
    const handled = app.processEvent({ ...event, ack: async () => {} });
    const patience = new AbortController();
    const enough = sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => {});
    await Promise.race([handled, enough]).finally(() => patience.abort());
    await acknowledge();
    await handled;
  }
}

function kindOf(body: ReceiverEvent['body']): string {
  if (body.type === 'event_callback') return 'event';
  return 'command' in body ? 'command' : 'interaction';
}
