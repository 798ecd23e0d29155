import { z } from 'zod';
import type { Subscription } from '../../../digest/subscription.ts';
import { digestModal } from '../../blocks/digest-modal.ts';
import { digestStatus, whenOf } from '../../blocks/digest-status.ts';
import type { Message } from '../../blocks/message.ts';
import { notice } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { readAccess, readTimeZone } from '../../digest/channel-access.ts';
import { detailsOf, seriesOf } from '../../digest/edition-job.ts';
import { isZone } from '../../digest/time-zones.ts';
import { DIGEST_WORDS } from '../../digest/words.ts';
import { Unfinished } from '../../work.ts';

const typedSchema = z.object({
  /** What follows `/dateline digest`. */
  words: z.string(),
  user: z.string(),
  channel: z.string(),
  responseUrl: z.string(),
  triggerId: z.string(),
});

/** What `/dateline digest` was typed with, and by whom. */
export type TypedDigest = z.infer<typeof typedSchema>;

type Act = 'setup' | 'now' | 'status' | 'pause' | 'resume' | 'off';

const ACTS: Readonly<Record<string, Act>> = {
  '': 'setup',
  now: 'now',
  status: 'status',
  pause: 'pause',
  resume: 'resume',
  off: 'off',
};

/** Sets up, shows, sends and ends a channel's digest, for its members. Everything is told to the person alone. */
export function createDigestTyped(dependencies: Dependencies) {
  const { client, record, delivery, digests, intake, store, work, now } = dependencies;
  const { subscriptions, deliveries } = store;

  const tellPerson = (message: Message, { responseUrl, user, channel }: TypedDigest) =>
    delivery.respond(responseUrl, message, 'private', { user, channel });

  const takeNow = intake.register<TypedDigest>({
    name: 'digest-now',
    schema: typedSchema,
    async run(typed, key) {
      const subscription = await subscriptions.get(typed.channel);
      if (subscription === undefined) return;
      const outcome = await digests.publishNow(subscription, key, typed.user);
      if (outcome.kind === 'pending') throw new Unfinished('the edition is still on its way');
      if (outcome.kind === 'refused') await tellPerson(notice(DIGEST_WORDS.nowFailed), typed);
    },
    tell: (message, typed) => tellPerson(message, typed),
  });

  /** What the channel's members are told of an act on its digest. */
  async function act(what: Exclude<Act, 'setup'>, subscription: Subscription, typed: TypedDigest): Promise<Message> {
    switch (what) {
      case 'now':
        await takeNow(`digest-now:${typed.triggerId}`, typed);
        return notice(DIGEST_WORDS.onItsWay);
      case 'status': {
        const [last] = detailsOf(await deliveries.latestPosted(seriesOf(typed.channel), 1));
        return digestStatus(subscription, record.dossiers, last?.today);
      }
      case 'pause':
        if (subscription.state.kind === 'active')
          await subscriptions.put({ ...subscription, state: { kind: 'paused', why: 'by-hand' } });
        return notice(DIGEST_WORDS.paused);
      case 'resume':
        // Set up anew: what was due meanwhile is not made up for.
        if (subscription.state.kind === 'paused')
          await subscriptions.put({ ...subscription, state: { kind: 'active' }, setUpAt: now() });
        return notice(DIGEST_WORDS.resumed(whenOf(subscription)));
      case 'off':
        await subscriptions.remove(typed.channel);
        return notice(DIGEST_WORDS.off);
    }
  }

  async function openModal({ channel, triggerId }: TypedDigest, own: Promise<string>): Promise<void> {
    const zone = await own;
    const modal = digestModal({
      channel,
      record: record.dossiers,
      ownZone: isZone(zone) ? zone : 'UTC',
      subscription: await subscriptions.get(channel),
      now: Temporal.Instant.from(now()),
    });
    await delivery.openModal(triggerId, modal);
  }

  const readAct = ({ words }: TypedDigest): { readonly word: string; readonly what: Act | undefined } => {
    const [word = ''] = words.trim().split(/\s+/);
    return { word, what: ACTS[word.toLowerCase()] };
  };

  /** Kept until it is done, as what was acknowledged has to be. */
  const takeAct = intake.register<TypedDigest>({
    name: 'digest-act',
    schema: typedSchema,
    async run(typed, _key, log) {
      const { what } = readAct(typed);
      if (what === undefined || what === 'setup') return;
      const access = await readAccess(client, typed.channel, typed.user, log);
      if (access.kind !== 'member') return tellPerson(notice(DIGEST_WORDS.access[access.kind]), typed);
      const subscription = await subscriptions.get(typed.channel);
      await tellPerson(subscription ? await act(what, subscription, typed) : notice(DIGEST_WORDS.none), typed);
    },
    tell: (message, typed) => tellPerson(message, typed),
  });

  return async (name: string, typed: TypedDigest, acknowledge: () => Promise<void>): Promise<void> => {
    const { word, what } = readAct(typed);
    if (what !== undefined && what !== 'setup') {
      await takeAct(`digest-act:${typed.triggerId}`, typed);
      return acknowledge();
    }
    await acknowledge();
    const tell = (message: Message) => tellPerson(message, typed);
    await work.run({ name: `${name} digest`, tell }, async (log) => {
      if (what === undefined) return tell(notice(DIGEST_WORDS.unknown(word)));
      // Asked side by side: a modal can be opened for three seconds only.
      const zone = readTimeZone(client, typed.user, log);
      const access = await readAccess(client, typed.channel, typed.user, log);
      if (access.kind !== 'member') return tell(notice(DIGEST_WORDS.access[access.kind]));
      await openModal(typed, zone);
    });
  };
}
