/**
 * What can go wrong between an app and Slack, to be switched on by tests.
 * An API fault says whether the call is carried out and what comes back;
 * a delivery fault says how a request to the app differs from a good one.
 */

/** What comes back instead of the answer. */
export type Answer =
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'error'; readonly error: string };

/** What becomes of a call. */
export interface ApiFaultKind {
  readonly performs: boolean;
  readonly answer: Answer;
  readonly why: string;
}

/** How a request to the app differs from a good one. */
export interface DeliveryFaultKind {
  /** Seconds added to the signed timestamp. */
  readonly timestampShift?: number;
  readonly contentTypeSuffix?: string;
  readonly breaksSignature?: boolean;
  /** The app's acknowledgement is taken as not having come. */
  readonly losesAcknowledgement?: boolean;
  /** Sent a second time: byte for byte, or as a retry. */
  readonly again?: 'replay' | 'retry';
  readonly why: string;
}

const error = (code: string, why: string, performs = false): ApiFaultKind => ({
  performs,
  answer: { kind: 'error', error: code },
  why,
});

/** Faults of a call to the Web API or to a response_url. */
export const apiFaults = {
  'reset-before-accepting': {
    performs: false,
    answer: { kind: 'reset' },
    why: 'the connection broke on the way there',
  },
  'reset-after-accepting': {
    performs: true,
    answer: { kind: 'reset' },
    why: 'the connection broke on the way back: a retry posts twice',
  },
  'server-error': { performs: false, answer: { kind: 'status', status: 500 }, why: 'an outage' },
  'server-error-after-accepting': {
    performs: true,
    answer: { kind: 'status', status: 500 },
    why: 'an outage after the write',
  },
  'rate-limited': { performs: false, answer: { kind: 'status', status: 429 }, why: 'more than Slack lets through' },
  hanging: { performs: false, answer: { kind: 'hang' }, why: 'no answer ever: the client has no timeout of its own' },
  'hanging-after-accepting': { performs: true, answer: { kind: 'hang' }, why: 'done, and never said' },
  'internal-error': error('internal_error', 'Slack failed and did nothing'),
  'internal-error-partial': error('internal_error', 'Slack failed after part of it was done', true),
  'fatal-error': error('fatal_error', 'Slack failed for good'),
  'channel-not-found': error('channel_not_found', 'the channel was deleted, or made private'),
  'not-in-channel': error('not_in_channel', 'the app was removed from the channel'),
  'is-archived': error('is_archived', 'the channel was archived'),
  'token-revoked': error('token_revoked', 'the app was uninstalled'),
  'invalid-auth': error('invalid_auth', 'the token is no longer good'),
  'invalid-blocks': error('invalid_blocks', 'a block that Slack has stopped taking'),
  'message-not-found': error('message_not_found', 'the message was deleted by someone'),
} as const satisfies Record<string, ApiFaultKind>;

/** A message without blocks has none that could be refused. */
const { 'invalid-blocks': _, ...withoutBlockFaults } = apiFaults;

/** Faults of a request to the app. */
export const deliveryFaults = {
  duplicate: { again: 'retry', why: 'sent again although it was acknowledged' },
  'lost-acknowledgement': { losesAcknowledgement: true, why: 'acknowledged, but the answer never arrived' },
  replayed: { again: 'replay', why: 'someone sends a recorded request again, signature and all' },
  'future-timestamp': { timestampShift: 3600, why: 'a clock that is an hour ahead' },
  'stale-timestamp': { timestampShift: -360, why: 'a request of six minutes ago' },
  charset: { contentTypeSuffix: '; charset=utf-8', why: 'a proxy that completes the content type' },
  'bad-signature': { breaksSignature: true, why: 'a request that is not from Slack' },
} as const satisfies Record<string, DeliveryFaultKind>;

export type ApiFault = keyof typeof apiFaults;
export type DeliveryFault = keyof typeof deliveryFaults;

/** Where a fault strikes; what is left out matches everything. */
export interface Where {
  /** A method of the Web API, `response_url`, or for deliveries an event, command or interaction type. */
  readonly method?: string;
  /** A channel's id. */
  readonly channel?: string;
  /** How often; default 1. */
  readonly times?: number;
  /** Seconds in `Retry-After`; default 1. */
  readonly retryAfter?: number;
}

/** The faults that are switched on. */
export interface Faults {
  /** Switches a fault on; returns what switches it off. */
  readonly add: (fault: ApiFault | DeliveryFault, where?: Where) => () => void;
  readonly clear: () => void;
  /** The fault that strikes this call, if any; counts as one of its times. `hasBlocks`: whether it sends any. */
  readonly takeForCall: (
    method: string,
    channel?: string,
    hasBlocks?: boolean,
  ) => (ApiFaultKind & { readonly retryAfter: number }) | undefined;
  /** The fault that strikes this delivery, if any; counts as one of its times. */
  readonly takeForDelivery: (method: string, channel?: string) => DeliveryFaultKind | undefined;
}

/** No faults. */
export const createFaults = (): Faults => {
  interface Armed {
    readonly fault: ApiFault | DeliveryFault;
    readonly where: Where;
    left: number;
  }
  let armed: Armed[] = [];
  const take = (table: object, method: string, channel?: string) => {
    const struck = armed.find(
      ({ fault, where }) =>
        fault in table &&
        (where.method === undefined || where.method === method) &&
        (where.channel === undefined || where.channel === channel),
    );
    if (struck) struck.left -= 1;
    armed = armed.filter((one) => one.left > 0);
    return struck;
  };
  return {
    add: (fault, where = {}) => {
      const one = { fault, where, left: where.times ?? 1 };
      armed.push(one);
      return () => {
        armed = armed.filter((other) => other !== one);
      };
    },
    clear: () => {
      armed = [];
    },
    takeForCall: (method, channel, hasBlocks = true) => {
      const table = hasBlocks ? apiFaults : withoutBlockFaults;
      const struck = take(table, method, channel);
      return struck && { ...apiFaults[struck.fault as ApiFault], retryAfter: struck.where.retryAfter ?? 1 };
    },
    takeForDelivery: (method, channel) => {
      const struck = take(deliveryFaults, method, channel);
      return struck && deliveryFaults[struck.fault as DeliveryFault];
    },
  };
};
