import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Timings } from '../../../src/slack/timings.ts';
import type { StoreLocation } from '../../../src/store/open-store.ts';
import type { Workspace } from '../../../src/workspace/start-workspace.ts';
import type { InstanceArguments } from './instance.ts';
import { BOT_TOKEN, SIGNING_SECRET } from './open-newsroom.ts';

/** A Dateline in a process of its own. */
export interface Instance {
  readonly appUrl: string;
  /** What it logged, line by line. */
  readonly lines: readonly string[];
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop; gives its exit code. */
  terminate(): Promise<number | null>;
}

/** Short leases, so that what a killed instance left is taken up soon. */
const LEASES: Partial<Timings> = {
  betweenPosts: 5,
  call: 250,
  doubt: 20,
  deliveryLease: 1200,
  workLease: 300,
  resume: 50,
};

/** Starts one, over a Slack and a store; killed when the test ends. */
export async function spawnInstance(
  slack: Workspace,
  location: StoreLocation,
  timings: Partial<Timings> = {},
  more: Pick<InstanceArguments, 'answers'> = {},
): Promise<Instance> {
  const given: InstanceArguments = {
    slackApiUrl: slack.apiUrl,
    location,
    botToken: BOT_TOKEN,
    signingSecret: SIGNING_SECRET,
    timings: { ...LEASES, ...timings },
    ...more,
  };
  const path = fileURLToPath(new URL('./instance.ts', import.meta.url));
  const child = spawn(process.execPath, [path, JSON.stringify(given)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Most of the time until it is ready goes into reading the code.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'dateline-compiled') },
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
  const ready = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const [appUrl] = await Promise.race([
    ready,
    ended.then(() => {
      throw new Error(`the instance ended at once:\n${lines.join('\n')}`);
    }),
  ]);
  slack.sendTo(appUrl);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await ended;
    return code;
  };
  return {
    appUrl,
    lines,
    async kill() {
      await end('SIGKILL');
    },
    terminate: () => end('SIGTERM'),
  };
}
