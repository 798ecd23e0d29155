import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryFaultKind, Faults } from '../faults.ts';
import { limits } from '../limits.ts';
import type { WorkspaceOptions } from '../options.ts';
import type { Clock } from '../state/clock.ts';
import type { AppRequest, Delivery, Outcome, Retry } from './app-request.ts';
import { sendOverHttp } from './send-over-http.ts';
import type { Sockets } from './sockets.ts';

/** Brings requests to the app, by whichever way it is connected. */
export interface Deliver {
  /** One attempt, for what a person waits on. */
  readonly once: (request: AppRequest) => Promise<Outcome>;
  /** As often as Slack would, for events. Resolves when acknowledged or given up. */
  readonly withRetries: (request: AppRequest) => Promise<Outcome>;
  /** Every attempt so far. */
  readonly log: readonly Delivery[];
  readonly sendTo: (url: string) => void;
  /** Resolves when no delivery is under way. */
  readonly settled: () => Promise<void>;
  /** Stops waiting for retries. */
  readonly stop: () => void;
}

/** Retries of an event: about 0, 1 and 5 minutes. */
const slackRetryDelays = [0, 60_000, 300_000];

/** The way to an app. */
export const createDeliver = (
  options: Pick<WorkspaceOptions, 'signingSecret' | 'appUrl' | 'retryDelays' | 'acknowledgeWithin'>,
  clock: Clock,
  faults: Faults,
  sockets: Sockets,
): Deliver => {
  const within = options.acknowledgeWithin ?? limits.acknowledgeSeconds.max * 1000;
  const log: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();
  const stopped = new AbortController();
  let appUrl = options.appUrl;

  const send = async (request: AppRequest, retry: Retry | undefined, twist: DeliveryFaultKind | undefined) => {
    if (sockets.inUse()) return { outcome: await sockets.send(request, within, retry) };
    if (!appUrl) return { outcome: { ok: false, reason: 'connection_failed' } satisfies Outcome };
    const settings = { url: appUrl, signingSecret: options.signingSecret, within, now: clock.now };
    return sendOverHttp(settings, request, { retry, twist });
  };

  const attempt = async (request: AppRequest, retry?: Retry, clean = false): Promise<Outcome> => {
    const twist: DeliveryFaultKind | undefined = clean
      ? undefined
      : faults.takeForDelivery(request.type, request.channel);
    const start = performance.now();
    const sent = await send(request, retry, twist);
    const outcome: Outcome = twist?.losesAcknowledgement ? { ok: false, reason: 'http_timeout' } : sent.outcome;
    const took = performance.now() - start;
    log.push({ request, ...(retry ? { retry } : {}), ...sent, outcome, took });
    if (twist?.again === 'retry') await attempt(request, { num: 1, reason: 'http_timeout' }, true);
    if (twist?.again === 'replay' && 'replay' in sent) {
      const again = await sent.replay();
      log.push({ request, outcome: again, took: 0 });
    }
    return outcome;
  };

  const tracked = <Value>(work: Promise<Value>): Promise<Value> => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
    return work;
  };

  const persist = async (request: AppRequest): Promise<Outcome> => {
    let outcome = await attempt(request);
    for (const [place, delay] of (options.retryDelays ?? slackRetryDelays).entries()) {
      if (outcome.ok || outcome.noRetry || stopped.signal.aborted) break;
      try {
        await sleep(delay, undefined, { signal: stopped.signal, ref: false });
      } catch {
        break;
      }
      outcome = await attempt(request, { num: place + 1, reason: outcome.reason });
    }
    return outcome;
  };

  return {
    once: (request) => tracked(attempt(request)),
    withRetries: (request) => tracked(persist(request)),
    log,
    sendTo: (url) => {
      appUrl = url;
    },
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stop: () => stopped.abort(),
  };
};
