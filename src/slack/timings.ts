/** How long things may take, in ms. Tests give shorter ones. */
export interface Timings {
  /** How long an acknowledgement may wait for the store. Slack shows an error after 3,000. */
  readonly acknowledge: number;
  /** Between two messages in one channel: Slack takes about one a second. */
  readonly betweenPosts: number;
  /** The longest that one call to Slack may take. Well under a quarter of `deliveryLease`. */
  readonly call: number;
  /** How long a message on its way out belongs to one instance. Posting begins in its first half or not at all. */
  readonly deliveryLease: number;
  /** How long accepted work belongs to one instance; what a crash left undone is taken up after this. */
  readonly workLease: number;
  /** How often an instance looks for work that a crash left undone. */
  readonly resume: number;
  /** How often an instance looks for digests that are due, and for corrections that another has left. */
  readonly tick: number;
  /** Between two edits of messages, all channels together: Slack takes about 50 a minute. */
  readonly betweenEdits: number;
  /** How long after everyone was told of a correction what was posted late is looked for. */
  readonly lookAgain: number;
  /** How long to wait before a call that failed is looked into or repeated, the first time. Doubles. */
  readonly doubt: number;
  /** How long stopping may wait for accepted work. */
  readonly stop: number;
}

export const TIMINGS: Timings = {
  acknowledge: 250,
  betweenPosts: 1000,
  call: 10_000,
  deliveryLease: 60_000,
  workLease: 15_000,
  resume: 2000,
  tick: 30_000,
  betweenEdits: 1200,
  lookAgain: 5 * 60_000,
  doubt: 500,
  stop: 9000,
};
