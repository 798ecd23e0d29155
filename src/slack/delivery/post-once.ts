import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { elapsedMs } from '../../elapsed.ts';
import type { Patience } from './call-repeatedly.ts';
import type { Lane } from './channel-lanes.ts';
import type { DeliveryMark } from './delivery-mark.ts';
import { findPosted, type Haystack } from './find-posted.ts';
import { type MessageBody, withoutBlocks } from './message-body.ts';
import { type Failure, isOfTheApp, readFailure } from './read-failure.ts';
import { sendBefore } from './send-before.ts';

/** A message to be posted, and what is known of it. */
export interface Posting extends Haystack {
  readonly body: MessageBody;
  readonly mark: DeliveryMark;
  /** Whether an earlier attempt may have posted it. */
  readonly inDoubt: boolean;
  /** On `elapsedMs()`: posting must not begin after this. */
  readonly postBefore: number;
  /** The longest to wait for the lane, in ms. */
  readonly patienceMs?: number | undefined;
}

/** What became of it. */
export type PostEnd =
  | { readonly kind: 'posted'; readonly ts: string; readonly found: boolean }
  | Extract<Failure, { kind: 'no-access' | 'refused' }>
  /** Time ran out; nothing was posted for certain. Try again after so many ms. */
  | { readonly kind: 'late'; readonly inMs: number }
  /** Slack refuses the app itself, until someone mends that; nothing was posted for certain. */
  | { readonly kind: 'app-refused'; readonly why: string }
  /** Nobody knows whether it was posted: look again later. `forGood`: nobody ever will. */
  | { readonly kind: 'undecided'; readonly why: string; readonly forGood: boolean };

/** The tools for it. */
export interface PostTools extends Patience {
  readonly client: WebClient;
  readonly betweenPostsMs: number;
}

const MOST_ATTEMPTS = 5;

/**
 * Posts a message so that it is there once: what may have been posted is looked for by its mark before it is posted
 * again. Blocks that Slack refuses are left out. The lane is this posting's alone while it runs.
 */
export async function postOnce(posting: Posting, lane: Lane, tools: PostTools): Promise<PostEnd> {
  const { channel, thread, mark, postBefore, patienceMs = Number.POSITIVE_INFINITY } = posting;
  const { client, doubtMs, retries, betweenPostsMs } = tools;
  let { body, inDoubt } = posting;
  let why = 'an earlier attempt was cut off';
  for (let attempt = 1; ; attempt += 1) {
    if (inDoubt) {
      const found = await findPosted(client, posting, mark, tools);
      if (found.kind === 'found') return { kind: 'posted', ts: found.ts, found: true };
      if (found.kind !== 'absent') {
        return { kind: 'undecided', why: `${why}; ${found.why}`, forGood: found.kind === 'closed' };
      }
      inDoubt = false;
    }
    const wait = lane.freeInMs();
    const isTooLong = wait > patienceMs || elapsedMs() + wait >= postBefore;
    if (attempt > MOST_ATTEMPTS || isTooLong) return { kind: 'late', inMs: wait };
    await lane.free();
    // Just before posting: this process may have been frozen, and someone else may have the lease by now.
    if (elapsedMs() >= postBefore) return { kind: 'late', inMs: 0 };

    const began = elapsedMs();
    const end = await post();
    lane.keepFree(betweenPostsMs);
    if (end.kind === 'refused' && isOfTheApp(end.why)) return { kind: 'app-refused', why: end.why };
    if (end.kind === 'posted' || end.kind === 'no-access' || end.kind === 'refused') return end;
    retries.inc({ why: end.kind });
    switch (end.kind) {
      case 'wait':
        lane.keepFree(end.ms);
        break;
      case 'blocks':
        // Without blocks there are none to be refused: Slack means something else.
        if (body.blocks.length === 0) return { kind: 'refused', why: end.why };
        body = withoutBlocks(body);
        break;
      case 'doubt':
        inDoubt = true;
        why = end.why;
        // A Slack that took long may yet take it: what is looked for too soon is posted again, and then there are two.
        await sleep(Math.max(doubtMs * 2 ** (attempt - 1), elapsedMs() - began));
        break;
      case 'unreachable':
        await sleep(doubtMs * 2 ** (attempt - 1));
    }
  }

  async function post(): Promise<{ readonly kind: 'posted'; readonly ts: string; readonly found: false } | Failure> {
    const place = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
    try {
      const { ts = '' } = await sendBefore(postBefore, () =>
        client.chat.postMessage({ ...place, ...body, metadata: mark }),
      );
      return { kind: 'posted', ts, found: false };
    } catch (error) {
      return readFailure(error);
    }
  }
}
