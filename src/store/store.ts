import type { Subscription } from '../digest/subscription.ts';
import type { Ledger } from '../record/ledger.ts';

/** Anything that JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Everything that Dateline remembers. What has resolved is on disk. Every fault is a StoreError. */
export interface Store {
  readonly ledger: Ledger;
  readonly subscriptions: Subscriptions;
  readonly inbox: Inbox;
  readonly deliveries: Deliveries;
  readonly postings: Postings;
  /** Resolves when the store answers. */
  check(): Promise<void>;
  /**
   * Forgets events finished, and deliveries of no series settled, longer ago than this (default: `KEPT_MS`), and
   * deliveries that nobody has settled or taken up for `abandonedMs` (default: `ABANDONED_MS`). Gives how many.
   */
  forget(olderThanMs?: number, abandonedMs?: number): Promise<number>;
  /** Lets running work end, stops followers, closes. Afterwards every call is rejected. */
  close(): Promise<void>;
}

/** How long a finished event is known again, in ms. Slack retries for about six minutes. */
export const KEPT_MS = 60 * 60 * 1000;
/** How long a delivery that was begun may stay unsettled, in ms. Nothing is tried again for as long as this. */
export const ABANDONED_MS = 8 * 24 * 60 * 60 * 1000;

/** The digests that channels set up, by channel. */
export interface Subscriptions {
  get(channel: string): Promise<Subscription | undefined>;
  /** All of them that can be read, paused ones too, in the order of their channels' ids. */
  all(): Promise<readonly Subscription[]>;
  /** Sets up or replaces the channel's digest. */
  put(subscription: Subscription): Promise<void>;
  remove(channel: string): Promise<void>;
}

/** Work that Slack handed over, kept from its acceptance until it is finished. */
export interface Inbox {
  /**
   * Takes work under the id of its event, leased to the caller for `leaseMs`.
   * False: the event was seen before, here or on another instance, and is to be dropped.
   */
  accept(event: string, work: Json, leaseMs: number): Promise<boolean>;
  /** Leases the oldest work whose lease ended unfinished, because its holder died or gave it back. */
  claim(leaseMs: number): Promise<Work | undefined>;
  /** Done: the work's content is forgotten, the event's id stays known. */
  finish(event: string): Promise<void>;
  /** Ends a lease early, if `attempt` still holds it. */
  release(event: string, attempt: number): Promise<void>;
}

/** Accepted work under a lease. */
interface Work {
  readonly event: string;
  readonly work: Json;
  /** 1 for who accepted it. From 2 on, some of it may have been done. */
  readonly attempt: number;
}

/**
 * Messages on their way out, each under a key of its own, so that each is sent once.
 * The protocol: claim; from the second attempt on look first whether Slack already has a message with this key;
 * do not begin to post after `postBefore`; time out well within the lease; settle.
 */
export interface Deliveries {
  claim(request: DeliveryRequest): Promise<Claim>;
  /**
   * Records how it ended, whoever holds the lease, with the postings of the claims it carried and, for a message, what
   * it was made from, in place of what was kept for it. False: it was settled before, or never claimed, and this changes
   * nothing.
   */
  settle(key: string, outcome: Outcome, source?: Json): Promise<boolean>;
  /** Ends a lease early, if `attempt` still holds it: Slack refused the message for certain. */
  release(key: string, attempt: number): Promise<void>;
  /** The one of a series that settled last. */
  latest(series: string): Promise<Settled | undefined>;
  /** Those of a series that were posted, the last to be begun first, whenever they settled; so many at most. */
  latestPosted(series: string, most: number): Promise<readonly Settled[]>;
  /** All of a series that have settled, the first to settle first. */
  settledIn(series: string): Promise<readonly Settled[]>;
  /** Those that were claimed and never settled, whose lease has ended; oldest first. */
  unsettled(): Promise<readonly Unsettled[]>;
}

interface DeliveryRequest {
  /** Unique for ever: what is sent, where, and which time. */
  readonly key: string;
  /** The run of messages that this one belongs to, such as one channel's digest. */
  readonly series?: string;
  /** What is to be sent. The first claim's detail stands for every later attempt. */
  readonly detail: Json;
  /** What the message shows. The first claim's stands, and is forgotten when the delivery settles. */
  readonly shown?: Json;
  readonly leaseMs: number;
}

export type Claim =
  | {
      readonly kind: 'claimed';
      readonly attempt: number;
      readonly detail: Json;
      /** What the first attempt meant to show, which may be there already. */
      readonly shown?: Json;
      /** On this process's `elapsedMs()`: after this, posting must not begin. Half the lease. */
      readonly postBefore: number;
    }
  /** Another attempt holds it for so many ms more. */
  | { readonly kind: 'held'; readonly forMs: number }
  | { readonly kind: 'settled'; readonly outcome: Outcome };

export type Outcome =
  | { readonly kind: 'posted'; readonly place: Place; readonly claims: readonly ClaimVersion[] }
  | { readonly kind: 'dropped'; readonly why: string };

export interface Settled {
  readonly key: string;
  readonly detail: Json;
  readonly outcome: Outcome;
  /** ISO instant. */
  readonly at: string;
}

interface Unsettled {
  readonly key: string;
  readonly series?: string;
  readonly detail: Json;
  readonly attempt: number;
}

/** Where readers saw something: a message that can be edited, or one that only its reader saw. */
export type Place =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string; readonly thread?: string }
  | { readonly kind: 'private'; readonly channel: string; readonly user: string };

/** A claim as it read from one ledger entry on. */
export interface ClaimVersion {
  readonly dossier: string;
  readonly claim: string;
  /** `seq` of that entry. */
  readonly version: number;
}

/** Who was shown what. Written when a delivery settles; a place shows the last version settled for it. */
export interface Postings {
  /** Notes what people were shown by no delivery: in answers to their commands. Any number at once, all or none. */
  show(shown: readonly Shown[]): Promise<void>;
  /** Every place that shows the claim, in the order of first posting. */
  of(claim: Omit<ClaimVersion, 'version'>): Promise<readonly Posting[]>;
  /** What a message was made from, where that was kept. */
  source(message: { readonly channel: string; readonly ts: string }): Promise<Json | undefined>;
}

/** What one person was shown in a channel. */
export interface Shown {
  readonly place: Extract<Place, { kind: 'private' }>;
  readonly claims: readonly ClaimVersion[];
}

export interface Posting {
  readonly place: Place;
  readonly version: number;
  /** ISO instant of the first posting. */
  readonly at: string;
}
