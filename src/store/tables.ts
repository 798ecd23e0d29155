/**
 * The tables, as queries see them. Times are whole ms since 1970 by the database's clock; JSON is text, so that
 * it comes back byte for byte on both backends.
 */
export interface Tables {
  ledger: {
    seq: number;
    at: number;
    by_whom: string;
    act: string;
  };
  subscriptions: {
    channel: string;
    body: string;
  };
  inbox: {
    event: string;
    /** Null once finished. */
    work: string | null;
    accepted_at: number;
    attempt: number;
    lease_until: number;
    finished_at: number | null;
  };
  deliveries: {
    key: string;
    series: string | null;
    detail: string;
    claimed_at: number;
    attempt: number;
    lease_until: number;
    outcome: string | null;
    settled_at: number | null;
    /** What the message shows, until it is settled. */
    shown: string | null;
  };
  /** A row a place and claim. A message has `ts` and no `reader`, a private one the other way round (''). */
  postings: {
    dossier: string;
    claim: string;
    channel: string;
    ts: string;
    reader: string;
    thread: string | null;
    version: number;
    posted_at: number;
  };
  /** What a message was made from. */
  messages: {
    channel: string;
    ts: string;
    source: string;
  };
}
