import type { App } from '@slack/bolt';
import { SHARE_ACTION } from '../../blocks/answer-message.ts';
import type { Dependencies } from '../../dependencies.ts';
import { type Press, pressSchema, readPress } from './press.ts';
import { createShareAnswer } from './share-answer.ts';

/** What a press of one button does. */
export interface Action {
  /** What makes two presses the same: the second is dropped. */
  readonly keyOf: (press: Press) => string;
  /** May be called again for the same key, after a crash. */
  readonly run: (press: Press, key: string) => Promise<void>;
}

/** Handles button presses. One listener takes every press, so that one that is no longer ours is acknowledged too. */
export function registerActions(app: App, dependencies: Dependencies): void {
  const { intake, delivery } = dependencies;
  const actions: Readonly<Record<string, Action>> = {
    [SHARE_ACTION]: createShareAnswer(dependencies),
  };

  const taken = Object.entries(actions).map(([name, { keyOf, run }]) => {
    const take = intake.register<Press>({
      name,
      schema: pressSchema,
      run,
      tell: async (message, { responseUrl, user, channel }) =>
        responseUrl && delivery.respond(responseUrl, message, 'private', { user: user.id, channel }),
    });
    return [name, (press: Press) => take(`${name}:${keyOf(press)}`, press)] as const;
  });
  const takeByName = new Map(taken);

  app.action(/^/, async ({ ack, body }) => {
    const { actionId, press } = readPress(body);
    await takeByName.get(actionId)?.(press);
    await ack();
  });
}
