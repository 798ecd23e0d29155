import type { PageAct } from '../../src/workspace/http/page-acts.ts';
import type { Snapshot } from '../../src/workspace/http/snapshot.ts';

/** What the local workspace's page asks of it, without a browser: for what would take too many clicks. */
export interface PageApi {
  /** Does something in somebody's name; gives what the page would show of it. Rejects when it is refused. */
  act(act: PageAct): Promise<unknown>;
  /** What a person's page shows now. */
  see(user: string): Promise<Snapshot>;
}

/** The page at an address. */
export function pageApi(url: string): PageApi {
  return {
    async act(act) {
      const response = await fetch(`${url}/page/act`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(act),
      });
      if (!response.ok) throw new Error(`${act.act} was answered ${response.status}: ${await response.text()}`);
      return response.json();
    },
    async see(user) {
      const stopping = new AbortController();
      const response = await fetch(`${url}/page/stream?user=${user}`, { signal: stopping.signal });
      let read = '';
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        read += chunk;
        if (read.includes('\n\n')) break;
      }
      stopping.abort();
      return JSON.parse(read.slice('data: '.length, read.indexOf('\n\n')));
    },
  };
}
