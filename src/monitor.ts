import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a monitor shows. */
export interface Monitored {
  /** Whether the app takes requests. Not whether its store answers: it can acknowledge without. */
  isReady(): boolean;
  /** Metrics in Prometheus's text format. */
  metrics(): Promise<string>;
}

/** A running monitor. */
export interface Monitor {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves, apart from the app: `/healthz` (200 while the process lives), `/readyz` (503 until the app has started and
 * from the moment it stops) and `/metrics`. Rejects when the port is taken.
 */
export async function startMonitor(
  { host, port }: { readonly host: string; readonly port: number },
  { isReady, metrics }: Monitored,
): Promise<Monitor> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(body);
    switch (request.url?.split('?')[0]) {
      case '/healthz':
        return answer(200, 'ok\n');
      case '/readyz':
        return isReady() ? answer(200, 'ready\n') : answer(503, 'not ready\n');
      case '/metrics':
        return metrics().then(
          (text) => answer(200, text),
          () => answer(500, ''),
        );
      default:
        return answer(404, '');
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
