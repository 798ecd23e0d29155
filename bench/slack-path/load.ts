import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { quantile } from '../common/statistics.ts';
import { createRequests, type Kind } from './requests.ts';

/** What is to be sent, and for how long or how often. */
export interface Volley {
  readonly url: string;
  readonly kind: Kind;
  /** Keeps the ids of this volley apart from those of others. */
  readonly run: string;
  readonly connections: number;
  readonly seconds?: number;
  readonly requests?: number;
}

/** What came back. */
export interface Echo {
  readonly requests: number;
  readonly perSecond: number;
  /** From sending to the last byte of the answer, in ms. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were none, or not of status 200. */
  readonly failed: number;
  /** ms since 1970. */
  readonly began: number;
}

/** Sends a volley over keep-alive connections, each of which waits for its answer before it sends on. */
async function fire({ url, kind, run, connections, seconds, requests }: Volley): Promise<Echo> {
  const next = createRequests(kind, run);
  const times: number[] = [];
  let failed = 0;
  let [first, last] = [Number.NaN, Number.NaN];
  const began = Date.now();
  await new Promise<void>((resolve, reject) => {
    const options: autocannon.Options = {
      url,
      connections,
      ...(requests === undefined ? { duration: seconds ?? 1 } : { amount: requests }),
      requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...next() }) }],
    };
    // How often it looks whether time is up; its types do not know it.
    const instance = autocannon({ ...options, sampleInt: 50 } as autocannon.Options, (error) =>
      error ? reject(error) : resolve(),
    );
    instance.on('response', (_client, status, _bytes, ms) => {
      last = performance.now();
      if (Number.isNaN(first)) first = last - ms;
      times.push(ms);
      if (status !== 200) failed += 1;
    });
    instance.on('reqError', () => {
      failed += 1;
    });
  });
  const sorted = Float64Array.from(times).sort();
  return {
    requests: times.length,
    perSecond: (times.length * 1000) / (last - first),
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    failed,
    began,
  };
}

process.on('message', async (volley: Volley) => {
  process.send?.(await fire(volley));
});
process.send?.('ready');
