import { ErrorCode } from '@slack/web-api';
import { GONE_URL, ResponseRefused } from './call-response-url.ts';
import { TooLate } from './send-before.ts';

/** Why a call to Slack failed, as far as it matters for what to do next. */
export type Failure =
  /** Slack asks to wait; nothing was done. */
  | { readonly kind: 'wait'; readonly ms: number }
  /** Nothing was done, and it may go well another time. */
  | { readonly kind: 'unreachable'; readonly why: string }
  /** It may have been done. */
  | { readonly kind: 'doubt'; readonly why: string }
  /** Slack does not take these blocks; nothing was done. */
  | { readonly kind: 'blocks'; readonly why: string }
  /** The bot, or the reader, has no way into the channel. */
  | { readonly kind: 'no-access'; readonly why: string }
  /** Nothing was done, and never will be. */
  | { readonly kind: 'refused'; readonly why: string };

const NO_ACCESS = new Set([
  'not_in_channel',
  'user_not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'restricted_action_thread_locked',
  'no_permission',
  'thread_not_found',
  'message_not_found',
]);
const BLOCKS = /invalid_blocks|invalid_attachments|msg_blocks_too_long|invalid_arguments/;
// Slack: "It's possible some aspect of the operation succeeded before the error was raised."
const DOUBT = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
const LIMITED = new Set(['ratelimited', 'rate_limited']);
// The connection never came about, so nothing was sent.
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);
const USUAL_WAIT_MS = 1000;

/** Reads an error of the Web API client or of a response URL. Rethrows what is neither: a mistake of ours. */
export function readFailure(error: unknown): Failure {
  if (error instanceof ResponseRefused) return readResponse(error);
  if (error instanceof TooLate) return { kind: 'unreachable', why: error.message };
  const { code, data, retryAfter, statusCode, original } = error as SlackFault;
  switch (code) {
    case ErrorCode.RateLimitedError:
      return { kind: 'wait', ms: (retryAfter ?? 1) * 1000 };
    case ErrorCode.PlatformError:
      return readRefusal(String(data?.error));
    case ErrorCode.HTTPError:
      return { kind: 'doubt', why: `status ${statusCode}` };
    case ErrorCode.RequestError:
      return readBreak(original);
  }
  // `fetch` itself, for a response URL.
  if (error instanceof TypeError || (error as Error)?.name === 'TimeoutError') return readBreak(error as Error);
  throw error;
}

interface SlackFault {
  readonly code?: unknown;
  readonly data?: { readonly error?: unknown };
  readonly retryAfter?: number;
  readonly statusCode?: number;
  readonly original?: Error;
}

/** Whether Slack's reason means that the bot, or the reader, has no way into the channel. */
export function isNoAccess(why: string): boolean {
  return NO_ACCESS.has(why);
}

// Nothing is the matter with the message: the app itself is refused, until someone mends that.
const SIGNED_OUT = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'team_added_to_org',
  'ekm_access_denied',
]);
const MISSING_SCOPE = 'missing_scope';

/** Whether Slack's reason has to do with the app and not with what it asked. */
export function isOfTheApp(why: string): boolean {
  return isSignedOut(why) || why === MISSING_SCOPE;
}

/** Whether Slack takes nothing at all from the app: whatever it may do otherwise, it may not now. */
export function isSignedOut(why: string): boolean {
  return SIGNED_OUT.has(why);
}

function readRefusal(why: string): Failure {
  if (LIMITED.has(why)) return { kind: 'wait', ms: USUAL_WAIT_MS };
  if (DOUBT.has(why)) return { kind: 'doubt', why };
  if (isNoAccess(why)) return { kind: 'no-access', why };
  return { kind: BLOCKS.test(why) ? 'blocks' : 'refused', why };
}

function readBreak(error: Error | undefined): Failure {
  const code = (error?.cause as { code?: string } | undefined)?.code;
  const why = code ?? error?.message ?? 'unknown';
  return { kind: code !== undefined && NOT_SENT.has(code) ? 'unreachable' : 'doubt', why };
}

function readResponse({ status, body, retryAfterS }: ResponseRefused): Failure {
  if (status === 429) return { kind: 'wait', ms: (retryAfterS ?? 1) * 1000 };
  if (status >= 500) return { kind: 'doubt', why: `status ${status}` };
  if (BLOCKS.test(body)) return { kind: 'blocks', why: body };
  if (status === 404 || status === 410 || GONE_URL.test(body)) return { kind: 'no-access', why: body };
  return /internal_error|fatal_error/.test(body) ? { kind: 'doubt', why: body } : { kind: 'refused', why: body };
}
