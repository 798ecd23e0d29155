import type { App } from '@slack/bolt';
import { z } from 'zod';
import { draftModal } from '../../blocks/draft-modal.ts';
import type { Dependencies } from '../../dependencies.ts';
import { createCheckMessage } from './check-message.ts';
import { createFileMessage } from './file-message.ts';
import { createPrivately } from './privately.ts';
import { SHORTCUTS, type ShortcutId } from './shortcuts.ts';

const shortcutSchema = z.object({
  callback_id: z.string(),
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
});

/** Handles shortcuts. One listener takes every one, so that one that is no longer ours is acknowledged too. */
export function registerShortcuts(app: App, dependencies: Dependencies): void {
  const { work, delivery } = dependencies;
  const checkMessage = createCheckMessage(dependencies);
  const fileMessage = createFileMessage(dependencies);

  app.shortcut(/^/, async ({ ack, body }) => {
    await ack();
    const { callback_id: callbackId, trigger_id: triggerId, user, channel, message } = shortcutSchema.parse(body);
    if (!isShortcutId(callbackId)) return;
    const tell = createPrivately(delivery, user.id, channel && { channel: channel.id, thread: message?.thread_ts });
    await work.run({ name: callbackId, tell }, () => {
      switch (callbackId) {
        case 'check-message':
          return checkMessage(body, tell);
        case 'file-message':
          return fileMessage(body, triggerId, tell);
        case 'check-draft':
          return delivery.openModal(triggerId, draftModal());
      }
    });
  });
}

function isShortcutId(id: string): id is ShortcutId {
  return Object.hasOwn(SHORTCUTS, id);
}
