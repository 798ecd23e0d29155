import type { App } from '@slack/bolt';
import { SHARE_ACTION } from '../../blocks/answer-message.ts';
import type { Dependencies } from '../../dependencies.ts';
import { type Press, readPress } from './press.ts';
import { createShareAnswer } from './share-answer.ts';

/** Handles button presses. One listener takes every press, so that one that is no longer ours is acknowledged too. */
export function registerActions(app: App, dependencies: Dependencies): void {
  const { work, delivery } = dependencies;
  const actions: Readonly<Record<string, (press: Press) => Promise<void>>> = {
    [SHARE_ACTION]: createShareAnswer(dependencies),
  };

  app.action(/^/, async ({ ack, body }) => {
    await ack();
    const press = readPress(body);
    const act = actions[press.actionId];
    if (!act) return;
    await work.run(
      {
        name: press.actionId,
        tell: async (message) => press.responseUrl && delivery.respond(press.responseUrl, message, 'private'),
      },
      () => act(press),
    );
  });
}
