import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscription } from '../../../digest/subscription.ts';
import type { Log } from '../../../log.ts';
import { DIGEST_INPUTS, DIGEST_MODAL } from '../../blocks/digest-modal.ts';
import { whenOf } from '../../blocks/digest-status.ts';
import { notice } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { readAccess } from '../../digest/channel-access.ts';
import { type Chosen, readDigestForm } from '../../digest/read-digest-form.ts';
import { DIGEST_WORDS } from '../../digest/words.ts';
import type { Submission } from './index.ts';

/** A modal waits so long for what becomes of it, in ms; it is closed then, and the person is told afterwards. */
const PATIENCE_MS = 300;

type Kept =
  | { readonly kind: 'kept'; readonly subscription: Subscription }
  | { readonly kind: 'refused'; readonly why: string };

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

    async function keep(chosen: Chosen, log: Log): Promise<Kept> {
      const access = await readAccess(client, channel, user, log);
      if (access.kind !== 'member') return { kind: 'refused', why: DIGEST_WORDS.access[access.kind] };
      const subscription: Subscription = {
        channel,
        ...chosen,
        state: { kind: 'active' },
        setUpBy: user,
        setUpAt: now(),
      };
      await store.subscriptions.put(subscription);
      return { kind: 'kept', subscription };
    }

    await work.run({ name: DIGEST_MODAL, tell: ({ text }) => tellFailure(text) }, async (log) => {
      const form = readDigestForm(view.values, record.dossiers);
      if (form.kind === 'errors') return refuse(form.errors);
      const keeping = keep(form.chosen, log);
      const patience = new AbortController();
      const enough = sleep(PATIENCE_MS, undefined, { signal: patience.signal }).then(close, () => {});
      const kept = await keeping.finally(() => {
        patience.abort();
        return enough;
      });
      if (kept.kind === 'refused') return void (await tellFailure(kept.why));
      if (!isAcknowledged) await close();
      await tell(DIGEST_WORDS.saved(whenOf(kept.subscription)));
      await home.refresh(user);
    });
  };
}
