import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Echo, Volley } from './load.ts';

/** The load generator, in a process of its own. */
export interface Load {
  fire(volley: Volley): Promise<Echo>;
  stop(): void;
}

/** Starts it. */
export async function openLoad(): Promise<Load> {
  const child = fork(fileURLToPath(new URL('load.ts', import.meta.url)));
  await once(child, 'message');
  return {
    async fire(volley) {
      child.send(volley);
      const [echo] = (await once(child, 'message')) as [Echo];
      return echo;
    },
    stop: () => void child.kill(),
  };
}
