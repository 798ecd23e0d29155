import { setTimeout as sleep } from 'node:timers/promises';
import type { HomeView, ModalView } from '@slack/types';
import { ErrorCode, type WebClient } from '@slack/web-api';
import type { Message } from './blocks/message.ts';

/** Where a message goes: a channel or a direct message, and a thread in it. */
export interface Place {
  readonly channel: string;
  readonly thread?: string;
}

/** What became of a post. `no-access`: the bot may not write there (it is not a member, the channel is archived ...). */
export type PostOutcome = { readonly kind: 'posted'; readonly ts: string } | { readonly kind: 'no-access' };

/** What became of a message to one person in a channel. `no-access`: the bot, or that person, is not in it. */
export type WhisperOutcome = { readonly kind: 'shown' } | { readonly kind: 'no-access' };

/** Who sees a response: only the person who acted, everyone in the channel, or in place of what they acted on. */
export type ResponseMode = 'private' | 'in-channel' | 'replace';

/** The one way out: everything that Dateline sends to Slack of its own accord goes through here. */
export interface Delivery {
  /** Posts a message. Throws when Slack fails; a place that is closed to the bot is an outcome. */
  post(place: Place, message: Message): Promise<PostOutcome>;
  /** Answers an interaction through its response URL, which Slack takes 5 times in 30 minutes. */
  respond(responseUrl: string, message: Message, mode: ResponseMode): Promise<void>;
  /** Replaces a message that the bot posted. */
  update(posted: { readonly channel: string; readonly ts: string }, message: Message): Promise<void>;
  /** Shows a message in a channel to one person alone. A thread has to have replies already: Slack shows it nowhere else. */
  whisper(place: Place, user: string, message: Message): Promise<WhisperOutcome>;
  /** Shows a person's Home tab. */
  publish(user: string, view: HomeView): Promise<void>;
  /** Opens a modal for whoever acted; Slack takes a trigger once, within three seconds. */
  openModal(triggerId: string, view: ModalView): Promise<void>;
  /** Shows another view in a modal that is open. */
  updateModal(viewId: string, view: ModalView): Promise<void>;
}

const NO_ACCESS = new Set([
  'not_in_channel',
  'user_not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'no_permission',
]);
const REFUSED_BLOCKS = /invalid_blocks|msg_blocks_too_long|invalid_arguments/;
const RESPONSE_TIMEOUT_MS = 5000;
const LONGEST_WAIT_S = 30;
const MOST_ATTEMPTS = 5;

/** A delivery over Slack's Web API. Nothing is sent twice: only what Slack refused outright is sent again. */
export function createDelivery(client: WebClient, request: typeof fetch = fetch): Delivery {
  return {
    async post({ channel, thread }, message) {
      const place = { channel, ...(thread === undefined ? {} : { thread_ts: thread }) };
      try {
        const { ts } = await withPlainFallback(message, (body) => client.chat.postMessage({ ...place, ...body }));
        return { kind: 'posted', ts: ts ?? '' };
      } catch (error) {
        if (NO_ACCESS.has(refusal(error))) return { kind: 'no-access' };
        throw error;
      }
    },

    async respond(responseUrl, message, mode) {
      await withPlainFallback(message, async (body) => {
        const response = await request(responseUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ ...RESPONSE_FIELDS[mode], ...body }),
          signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
        });
        if (!response.ok) throw new ResponseRefused(response.status, await response.text());
      });
    },

    async update({ channel, ts }, message) {
      await withPlainFallback(message, (body) => client.chat.update({ channel, ts, ...body }));
    },

    async whisper({ channel, thread }, user, message) {
      const place = { channel, user, ...(thread === undefined ? {} : { thread_ts: thread }) };
      try {
        // Only posts that everyone sees can unfurl: Slack knows no such option here.
        await withPlainFallback(message, ({ text, blocks }) => client.chat.postEphemeral({ ...place, text, blocks }));
        return { kind: 'shown' };
      } catch (error) {
        if (NO_ACCESS.has(refusal(error))) return { kind: 'no-access' };
        throw error;
      }
    },

    async publish(user, view) {
      await withPatience(() => client.views.publish({ user_id: user, view }));
    },

    async openModal(triggerId, view) {
      await withPatience(() => client.views.open({ trigger_id: triggerId, view }));
    },

    async updateModal(viewId, view) {
      await withPatience(() => client.views.update({ view_id: viewId, view }));
    },
  };
}

const RESPONSE_FIELDS = {
  private: { response_type: 'ephemeral', replace_original: false },
  'in-channel': { response_type: 'in_channel', replace_original: false },
  replace: { response_type: 'ephemeral', replace_original: true },
} as const satisfies Record<ResponseMode, object>;

/** The body of every message: nothing in it unfurls, and `text` is not read as markup. */
export function messageBody({ text, blocks }: Message) {
  return { text, blocks: [...blocks], mrkdwn: false, unfurl_links: false, unfurl_media: false };
}

type Body = ReturnType<typeof messageBody>;

/** Slack refused a response; `status` is its HTTP status. */
class ResponseRefused extends Error {
  readonly status: number;

  constructor(status: number, body: string) {
    super(`Slack refused the response: ${status} ${body.slice(0, 200)}`);
    this.status = status;
  }
}

/** Sends a message; where Slack refuses its blocks, sends `text` alone, which carries the same facts. */
async function withPlainFallback<T>(message: Message, send: (body: Body) => Promise<T>): Promise<T> {
  try {
    return await withPatience(() => send(messageBody(message)));
  } catch (error) {
    if (!REFUSED_BLOCKS.test(refusal(error))) throw error;
    return withPatience(() => send(messageBody({ text: message.text, blocks: [] })));
  }
}

/** Sends; when Slack asks to wait, waits and sends again, a few times. Other calls go on meanwhile. */
async function withPatience<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      const seconds = secondsToWait(error);
      if (seconds === undefined || seconds > LONGEST_WAIT_S || attempt === MOST_ATTEMPTS) throw error;
      await sleep(seconds * 1000);
    }
  }
}

/** Slack's own name for why it refused; empty when the error is something else. */
function refusal(error: unknown): string {
  if (error instanceof ResponseRefused) return error.message;
  const { code, data } = error as { code?: unknown; data?: { error?: unknown } };
  return code === ErrorCode.PlatformError ? String(data?.error) : '';
}

function secondsToWait(error: unknown): number | undefined {
  const { code, retryAfter } = error as { code?: unknown; retryAfter?: number };
  return code === ErrorCode.RateLimitedError ? retryAfter : undefined;
}
