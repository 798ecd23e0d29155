import type { App } from '@slack/bolt';
import type { Log } from '../../../log.ts';
import { createAmendActions } from '../../amend/amend-actions.ts';
import { SHARE_ACTION } from '../../blocks/answer-message.ts';
import type { Message } from '../../blocks/message.ts';
import type { Dependencies } from '../../dependencies.ts';
import { createReviews } from '../../desk/reviews.ts';
import { createFormActions } from './file-form.ts';
import { type Press, pressSchema, readPress } from './press.ts';
import { createReviewActions } from './review-proposal.ts';
import { createShareAnswer } from './share-answer.ts';

/** What a press of one button, or a choice from one menu, does. */
export type Action =
  /** Something that has to be done, once, even if this process dies. */
  | {
      /** What makes two presses the same: the second is dropped. */
      readonly keyOf: (press: Press) => string;
      /** May be called again for the same key, after a crash. */
      readonly run: (press: Press, key: string, log: Log) => Promise<void>;
    }
  /** Something that is shown at once or not at all: a modal opens within three seconds of the press. */
  | { readonly now: (press: Press, log: Log) => Promise<void> };

/** Handles button presses. One listener takes every press, so that one that is no longer ours is acknowledged too. */
export function registerActions(app: App, dependencies: Dependencies): void {
  const { intake, delivery, work } = dependencies;
  const actions: Readonly<Record<string, Action>> = {
    [SHARE_ACTION]: createShareAnswer(dependencies),
    ...createFormActions(dependencies),
    ...createAmendActions(dependencies),
    ...createReviewActions(dependencies, createReviews(dependencies)),
  };

  async function tell(message: Message, { responseUrl, user, channel }: Press): Promise<unknown> {
    if (responseUrl) return delivery.respond(responseUrl, message, 'private', { user: user.id, channel });
    return delivery.post({ channel: user.id }, message);
  }

  const takers = Object.entries(actions).map(([name, action]) => {
    if ('now' in action) {
      const { now } = action;
      // Not waited for: the press is acknowledged meanwhile.
      return [
        name,
        async (press: Press) => void work.run({ name, tell: (it) => tell(it, press) }, (log) => now(press, log)),
      ] as const;
    }
    const take = intake.register<Press>({ name, schema: pressSchema, run: action.run, tell });
    return [name, (press: Press) => take(`${name}:${action.keyOf(press)}`, press)] as const;
  });
  const takerOf = new Map<string, (press: Press) => Promise<unknown>>(takers);

  app.action(/^/, async ({ ack, body }) => {
    const { actionId, press } = readPress(body);
    await takerOf.get(actionId)?.(press);
    await ack();
  });
}
