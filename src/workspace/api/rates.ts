/** How often Slack lets an app call, and why the number is what it is. */
export const rateLimits = {
  tier: {
    'chat.update': { aMinute: 50, why: 'tier 3' },
    'conversations.history': { aMinute: 50, why: 'tier 3; once a minute for newer apps that are distributed' },
    'conversations.replies': { aMinute: 50, why: 'tier 3; once a minute for newer apps that are distributed' },
    'conversations.open': { aMinute: 50, why: 'tier 3' },
    'conversations.members': { aMinute: 100, why: 'tier 4' },
    'users.info': { aMinute: 100, why: 'tier 4' },
  },
  posting: { everyMs: 1000, burst: 3, why: 'about one message a second in a channel; short bursts are let through' },
} as const;

/** Counts calls and says when one is one too many. */
export interface Rates {
  /** In how many seconds the app may call again; undefined when it may now, which is counted. */
  readonly refuse: (method: string, channel: string | undefined) => number | undefined;
}

const MINUTE_MS = 60_000;

/** Rates as Slack's, `speed` times as fast. */
export const createRates = (speed: number, now: () => number = () => performance.now()): Rates => {
  const calls = new Map<string, number[]>();
  const allow = (key: string, most: number, withinMs: number) => {
    const at = now();
    const recent = (calls.get(key) ?? []).filter((one) => one > at - withinMs);
    calls.set(key, recent);
    const oldest = recent[0];
    if (recent.length >= most && oldest !== undefined) return Math.max(1, Math.ceil((oldest + withinMs - at) / 1000));
    recent.push(at);
    return undefined;
  };
  const tiers: Readonly<Record<string, { readonly aMinute: number }>> = rateLimits.tier;
  return {
    refuse: (method, channel) => {
      if (method === 'chat.postMessage') {
        const { everyMs, burst } = rateLimits.posting;
        return allow(`${method} ${channel}`, burst, (burst * everyMs) / speed);
      }
      const tier = tiers[method];
      return tier && allow(method, tier.aMinute, MINUTE_MS / speed);
    },
  };
};
