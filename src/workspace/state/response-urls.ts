import { limits } from '../limits.ts';
import type { Clock } from './clock.ts';

/** What a response_url was given out for. */
export interface ResponseTarget {
  readonly user: string;
  readonly channel: string;
  /** The message that was acted on; absent for a command. */
  readonly source?: { readonly ts: string; readonly threadTs?: string };
}

/** What a response_url answers. */
export type Redemption =
  | { readonly ok: true; readonly target: ResponseTarget }
  | { readonly ok: false; readonly error: 'no_such_url' | 'expired_url' | 'used_url' };

/** Response urls: five uses in thirty minutes. */
export interface ResponseUrls {
  /** The path of a new url, such as `/hooks/R0000000001`. */
  readonly issue: (target: ResponseTarget) => string;
  readonly redeem: (path: string) => Redemption;
}

/** An empty store of response urls. */
export const createResponseUrls = (clock: Clock): ResponseUrls => {
  const issued = new Map<string, { readonly target: ResponseTarget; readonly at: number; uses: number }>();
  return {
    issue: (target) => {
      const path = `/hooks/${clock.id('R')}`;
      issued.set(path, { target, at: clock.now(), uses: 0 });
      return path;
    },
    redeem: (path) => {
      const known = issued.get(path);
      if (!known) return { ok: false, error: 'no_such_url' };
      if (clock.now() - known.at > limits.responseMinutes.max * 60_000) return { ok: false, error: 'expired_url' };
      if (known.uses >= limits.responseUses.max) return { ok: false, error: 'used_url' };
      known.uses += 1;
      return { ok: true, target: known.target };
    },
  };
};
