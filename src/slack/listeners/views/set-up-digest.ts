import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscription } from '../../../digest/subscription.ts';
import { DIGEST_INPUTS, DIGEST_MODAL } from '../../blocks/digest-modal.ts';
import { whenOf } from '../../blocks/digest-status.ts';
import { notice } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { type Access, readAccess } from '../../digest/channel-access.ts';
import { readDigestForm } from '../../digest/read-digest-form.ts';
import { DIGEST_WORDS } from '../../digest/words.ts';
import type { Submission } from './index.ts';

/** A modal waits three seconds for what becomes of it. */
const PATIENCE_MS = 2000;

/** Keeps what was chosen for a channel's digest, if who chose it is a member, and confirms it to them alone. */
export function createSetUpDigest({ client, record, store, delivery, home, work, now }: Dependencies) {
  return async ({ user, view, acknowledge }: Submission): Promise<void> => {
    const channel = view.metadata;
    let isAcknowledged = false;
    const close = () => {
      isAcknowledged = true;
      return acknowledge();
    };
    const refuse = (errors: Readonly<Record<string, string>>) => {
      isAcknowledged = true;
      return acknowledge({ response_action: 'errors', errors: { ...errors } });
    };
    const tell = async (text: string) => {
      const { kind } = await delivery.whisper({ channel }, user, notice(text));
      if (kind === 'no-access') await delivery.post({ channel: user }, notice(text));
    };

    // What concerns the whole form stands at its first field.
    const tellFailure = (text: string) => (isAcknowledged ? tell(text) : refuse({ [DIGEST_INPUTS.topics]: text }));

    await work.run({ name: DIGEST_MODAL, tell: ({ text }) => tellFailure(text) }, async (log) => {
      const form = readDigestForm(view.values, record.dossiers);
      if (form.kind === 'errors') return refuse(form.errors);
      const unread = sleep(PATIENCE_MS, { kind: 'unread' } as Access, { ref: false });
      const access = await Promise.race([readAccess(client, channel, user, log), unread]);
      if (access.kind !== 'member') return refuse({ [DIGEST_INPUTS.topics]: DIGEST_WORDS.access[access.kind] });
      const subscription: Subscription = {
        channel,
        ...form.chosen,
        state: { kind: 'active' },
        setUpBy: user,
        setUpAt: now(),
      };
      await store.subscriptions.put(subscription);
      await close();
      await tell(DIGEST_WORDS.saved(whenOf(subscription)));
      await home.refresh(user);
    });
  };
}
