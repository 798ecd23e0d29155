import type { DeliveryFaultKind } from '../faults.ts';
import { type AppRequest, encode, type Outcome, type Retry } from './app-request.ts';
import { sign } from './sign.ts';

/** What sending needs to know. */
export interface HttpSettings {
  readonly url: string;
  readonly signingSecret: string;
  /** Milliseconds that the app has. */
  readonly within: number;
  readonly now: () => number;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const post = async (url: string, headers: Record<string, string>, body: string, within: number): Promise<Outcome> => {
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(within) });
    const text = await response.text();
    const noRetry = response.headers.get('x-slack-no-retry') === '1';
    return response.status === 200 ? { ok: true, body: parse(text) } : { ok: false, reason: 'http_error', noRetry };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, reason: late ? 'http_timeout' : 'connection_failed' };
  }
};

/** Signs a request and sends it once. Returns how it went and a way to send the same bytes again. */
export const sendOverHttp = async (
  settings: HttpSettings,
  request: AppRequest,
  { retry, twist }: { readonly retry?: Retry | undefined; readonly twist?: DeliveryFaultKind | undefined },
): Promise<{ readonly outcome: Outcome; readonly replay: () => Promise<Outcome> }> => {
  const { contentType, body } = encode(request);
  const timestamp = Math.floor(settings.now() / 1000) + (twist?.timestampShift ?? 0);
  const signature = sign(twist?.breaksSignature ? 'someone else' : settings.signingSecret, timestamp, body);
  const headers = {
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'content-type': contentType + (twist?.contentTypeSuffix ?? ''),
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signature,
    ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
  };
  const replay = () => post(settings.url, headers, body, settings.within);
  return { outcome: await replay(), replay };
};
