import type { WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { elapsedMs } from '../../elapsed.ts';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { LiveRecord } from '../../record/live-record.ts';
import type { Store } from '../../store/store.ts';
import type { Message } from '../blocks/message.ts';
import type { Delivery, Parcel, ParcelOutcome, Place, ResponseMode } from '../delivery.ts';
import type { Timings } from '../timings.ts';
import { upTo } from '../up-to.ts';
import { callRepeatedly, type Ended } from './call-repeatedly.ts';
import { callResponseUrl } from './call-response-url.ts';
import { createChannelLanes } from './channel-lanes.ts';
import { deliverParcel, type ParcelTools } from './deliver-parcel.ts';
import { deliveryMark } from './delivery-mark.ts';
import { type MessageBody, messageBody, withoutBlocks } from './message-body.ts';
import { postOnce } from './post-once.ts';
import { isOfTheApp, isSignedOut, readFailure } from './read-failure.ts';
import { createRecords, type RecordsSetup } from './record-postings.ts';
import { sendBefore } from './send-before.ts';
import { withdrawParcel } from './withdraw-parcel.ts';

/** What a delivery is made of. The client neither repeats calls nor waits without end. */
export interface DeliverySetup {
  readonly client: WebClient;
  readonly store: Pick<Store, 'deliveries' | 'postings'>;
  /** In which versions messages show claims. */
  readonly record: Pick<LiveRecord, 'dossiers' | 'versionOf'>;
  /** Told of the claims that a place shows, once that is stored. */
  readonly onShown?: RecordsSetup['onShown'];
  readonly metrics: Metrics;
  readonly log: Log;
  readonly timings: Timings;
}

const MOST_PEOPLE = 10_000;
const MOST_UNPOSTED = 10_000;
// The id of a person, where others name a channel.
const PERSON = /^[UW]/;

/** The one way out, over Slack's Web API and a store. */
export function createDelivery(setup: DeliverySetup): Delivery {
  const { client, store, record, onShown, metrics, log, timings } = setup;
  const records = createRecords(store, record, { log, patienceMs: timings.acknowledge, onShown });
  const patience = { doubtMs: timings.doubt, retries: metrics.retries };
  const tools: ParcelTools = {
    ...patience,
    client,
    betweenPostsMs: timings.betweenPosts,
    deliveries: store.deliveries,
    lanes: createChannelLanes(),
    unposted: new LRUCache<string, number>(upTo(MOST_UNPOSTED)),
    records,
    metrics,
    log,
    leaseMs: timings.deliveryLease,
  };
  const directChannels = new LRUCache<string, string>(upTo(MOST_PEOPLE));

  /** Where messages to a place are kept, so that they can be looked for: for a person, the direct message with them. */
  async function resolve({ channel, ...rest }: Place): Promise<Ended<Place>> {
    if (!PERSON.test(channel)) return { kind: 'done', value: { channel, ...rest } };
    const known = directChannels.get(channel);
    if (known !== undefined) return { kind: 'done', value: { channel: known } };
    const opened = await callRepeatedly(() => client.conversations.open({ users: channel }), patience);
    if (opened.kind === 'doubt' || opened.kind === 'unreachable') return opened;
    if (opened.kind === 'refused' && isSignedOut(opened.why)) return { kind: 'unreachable', why: opened.why };
    // Where Slack does not let us open it, it still takes a message to the person.
    const direct = (opened.kind === 'done' && opened.value.channel?.id) || channel;
    directChannels.set(channel, direct);
    return { kind: 'done', value: { channel: direct } };
  }

  async function at(to: Place, act: (place: Place) => Promise<ParcelOutcome>): Promise<ParcelOutcome> {
    const place = await resolve(to);
    if (place.kind === 'done') return act(place.value);
    return { kind: 'pending', inMs: timings.doubt, why: place.why };
  }

  const deliver = (parcel: Parcel) => at(parcel.to, (place) => deliverParcel(parcel, place, tools));

  /** A message without a key of the caller's: once, as long as this process lives. */
  async function post(to: Place, message: Message) {
    const kept = records.keep(message);
    const { channel, thread } = done(await resolve(to));
    const since = Date.now();
    const mark = deliveryMark(crypto.randomUUID());
    const end = await tools.lanes.run(channel, (lane) => {
      const postBefore = elapsedMs() + timings.deliveryLease;
      return postOnce(
        { channel, thread, since, mark, body: messageBody(message), inDoubt: false, postBefore },
        lane,
        tools,
      );
    });
    metrics.deliveries.inc({ outcome: end.kind === 'posted' ? (end.found ? 'found' : 'posted') : 'refused' });
    if (end.kind === 'no-access') return { kind: 'no-access' } as const;
    if (end.kind !== 'posted') throw new NotSent(end.kind === 'late' ? 'rate limited' : end.why);
    const place = { kind: 'message', channel, ts: end.ts, ...(thread === undefined ? {} : { thread }) } as const;
    records.record(place, kept);
    return { kind: 'posted', ts: end.ts } as const;
  }

  /** Sends a message where a second copy does no harm; where Slack refuses its blocks, sends its text alone. */
  async function send<T>(message: Message, call: (body: MessageBody) => Promise<T>): Promise<Ended<T>> {
    const body = messageBody(message);
    const end = await callRepeatedly(() => call(body), patience);
    return end.kind === 'blocks' ? callRepeatedly(() => call(withoutBlocks(body)), patience) : end;
  }

  async function respond(url: string, message: Message, mode: ResponseMode) {
    const call = (body: MessageBody) => callResponseUrl(url, { ...RESPONSE_FIELDS[mode], ...body }, timings.call);
    if (mode !== 'in-channel') return send(message, call);
    // Everyone would see a second copy, and where a response URL is needed the history cannot be read.
    const body = messageBody(message);
    const once = (it: MessageBody) =>
      call(it).then(
        () => ({ kind: 'done', value: undefined }) as const,
        (error) => readFailure(error),
      );
    const end = await once(body);
    return end.kind === 'blocks' ? once(withoutBlocks(body)) : end;
  }

  return {
    deliver,
    withdraw: (parcel, why) => at(parcel.to, (place) => withdrawParcel(parcel, why, place, tools)),
    post,

    async respond(responseUrl, message, mode, reader) {
      const kept = records.keep(message);
      const end = await respond(responseUrl, message, mode);
      if (end.kind === 'no-access' && reader) {
        const key = `response:${crypto.randomUUID()}`;
        const direct = await deliver({ key, to: { channel: reader.user }, message, since: Date.now() });
        if (direct.kind !== 'posted') throw new NotSent(direct.why);
        return;
      }
      if (end.kind !== 'done') throw new NotSent('why' in end ? end.why : 'rate limited');
      // A response URL does not tell where the message is: what is known is who had it.
      if (reader?.channel) records.record({ kind: 'private', channel: reader.channel, user: reader.user }, kept);
    },

    async update({ channel, ts }, message) {
      const kept = records.keep(message);
      done(await send(message, (body) => client.chat.update({ channel, ts, ...body })));
      records.record({ kind: 'message', channel, ts }, kept);
    },

    async edit({ channel, ts }, message, before) {
      const end = await send(message, (body) => sendBefore(before, () => client.chat.update({ channel, ts, ...body })));
      if (end.kind === 'done') return { kind: 'edited' };
      if (end.kind === 'doubt' || end.kind === 'unreachable' || isOfTheApp(end.why))
        return { kind: 'pending', inMs: timings.doubt };
      return { kind: 'refused', why: end.why };
    },

    async whisper({ channel, thread }, user, message) {
      const kept = records.keep(message);
      const place = { channel, user, ...(thread === undefined ? {} : { thread_ts: thread }) };
      // Only posts that everyone sees can unfurl: Slack knows no such option here.
      const end = await send(message, ({ text, blocks }) => client.chat.postEphemeral({ ...place, text, blocks }));
      if (end.kind === 'no-access') return { kind: 'no-access' };
      done(end);
      records.record({ kind: 'private', channel, user }, kept);
      return { kind: 'shown' };
    },

    record: ({ channel, user }, message) => {
      if (channel) records.record({ kind: 'private', channel, user }, records.keep(message));
    },

    async publish(user, view) {
      done(await callRepeatedly(() => client.views.publish({ user_id: user, view }), patience));
    },

    async openModal(triggerId, view) {
      // A trigger is good for once: a second call could only fail.
      await client.views.open({ trigger_id: triggerId, view });
    },

    async updateModal(viewId, view) {
      done(await callRepeatedly(() => client.views.update({ view_id: viewId, view }), patience));
    },

    settled: () => records.written(),
  };
}

const RESPONSE_FIELDS = {
  private: { response_type: 'ephemeral', replace_original: false },
  'in-channel': { response_type: 'in_channel', replace_original: false },
  replace: { response_type: 'ephemeral', replace_original: true },
} as const satisfies Record<ResponseMode, object>;

/** Slack did not take something, and it was given up. */
class NotSent extends Error {
  constructor(why: string) {
    super(`Slack did not take it: ${why}`);
  }
}

function done<T>(end: Ended<T>): T {
  if (end.kind === 'done') return end.value;
  throw new NotSent(end.why);
}
