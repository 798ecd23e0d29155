import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server in a process of its own. */
export interface Contestant {
  readonly name: string;
  /** Where it takes Slack's requests. */
  readonly url: string;
  readonly pid: number;
  /** From its start to the line that says it is ready, in ms. */
  readonly readyMs: number;
  /** What is in its heap after a collection, in MB; for one that was started with `HEAP_ON_DEMAND`. */
  heapMb(): Promise<number>;
  stop(): Promise<void>;
}

/** How one is started: a script with its arguments, and what its environment has besides PATH. */
export interface ContestantStart {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly nodeOptions?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Lets one tell what is in its heap. */
export const HEAP_ON_DEMAND: readonly string[] = [
  '--expose-gc',
  '--import',
  new URL('heap-on-demand.ts', import.meta.url).href,
];

const WITHIN_MS = 60_000;
const LONGEST_STOP_MS = 15_000;

/** Starts one, which says on its standard output where it listens. Rejects when it ends or says nothing. */
export async function startContestant(start: ContestantStart): Promise<Contestant> {
  const { name, script, args = [], nodeOptions = [], env = {} } = start;
  const begin = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, ...env },
  });
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const url = await Promise.race([
    readUrl(child),
    once(child, 'exit').then(() => {
      throw new Error(`${name} ended before it was ready:\n${said}`);
    }),
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error(`${name} was not ready in time:\n${said}`)), WITHIN_MS).unref(),
    ),
  ]);
  const readyMs = performance.now() - begin;
  return { name, url, pid: child.pid as number, readyMs, heapMb: () => askHeap(child), stop: () => stop(child) };
}

async function askHeap(child: ChildProcess): Promise<number> {
  child.send('collect');
  const [bytes] = (await once(child, 'message')) as [number];
  return bytes / 1024 / 1024;
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('its output cannot be read');
  for await (const line of createInterface({ input: child.stdout })) {
    const [url] = /https?:\/\/\S+/.exec(line) ?? [];
    // Nobody reads on, and a full pipe would stop it.
    child.stdout.resume();
    if (url) return url.replace('//0.0.0.0:', '//127.0.0.1:');
  }
  throw new Error('it said nothing');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
  await exited;
  clearTimeout(patience);
}
