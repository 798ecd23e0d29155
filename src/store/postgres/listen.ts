import pg, { type ClientConfig } from 'pg';

/** The channel on which appends are announced, and the attempts of listeners to hear themselves. */
export const CHANNEL = 'dateline_ledger';

const RETRY_MS = 1000;
const HEARTBEAT_MS = 10_000;

/** A connection of its own that hears what other processes announce. */
export interface Listener {
  /** False while the connection is lost: nothing is heard, so one has to look. */
  hears(): boolean;
  onAnnouncement(wake: () => void): () => void;
  close(): Promise<void>;
}

/**
 * Listens for as long as it is open, connecting again whenever the connection is lost.
 * Counts as hearing only once it has heard itself: some connection poolers accept LISTEN and deliver nothing.
 */
export function listen(config: ClientConfig): Listener {
  const wakes = new Set<() => void>();
  const echo = `hello ${crypto.randomUUID()}`;
  let hearing = false;
  let closed = false;
  let current: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const wakeAll = () => {
    for (const wake of wakes) wake();
  };
  const lose = (client: pg.Client) => {
    if (client !== current) return;
    current = undefined;
    hearing = false;
    client.end().catch(() => {});
    if (!closed) retry = setTimeout(connect, RETRY_MS);
    wakeAll();
  };
  function connect(): void {
    const client = new pg.Client(config);
    current = client;
    client.on('error', () => lose(client));
    client.on('end', () => lose(client));
    client.on('notification', ({ payload }) => {
      if (payload === echo) hearing = true;
      wakeAll();
    });
    client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .then(() => client.query('select pg_notify($1, $2)', [CHANNEL, echo]))
      .catch(() => lose(client));
  }
  // A connection that a firewall dropped in silence is noticed only by using it.
  const heartbeat = setInterval(() => {
    const client = current;
    if (client && hearing) client.query('select 1').catch(() => lose(client));
  }, HEARTBEAT_MS);

  connect();
  return {
    hears: () => hearing,
    onAnnouncement(wake) {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(heartbeat);
      const client = current;
      current = undefined;
      await client?.end().catch(() => {});
    },
  };
}
