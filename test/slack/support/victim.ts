import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { InstanceArguments } from './instance.ts';

export const between = (least: number, most: number) => least + Math.random() * (most - least);

/** An instance that is killed, frozen and started again; `restMs`: the longest that it is left alone. */
export function createVictim(number: number, given: InstanceArguments, restMs: number) {
  const path = fileURLToPath(new URL('./instance.ts', import.meta.url));
  const peace = new AbortController();
  const rest = (ms: number) => sleep(ms, undefined, { signal: peace.signal }).catch(() => {});
  let child: ChildProcess | undefined;
  let said = '';
  const harm: { readonly at: number; readonly what: string }[] = [];

  async function start(): Promise<void> {
    const started = spawn(process.execPath, [path, JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    said = '';
    started.stderr?.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-5000);
    });
    const isReady = once(createInterface({ input: started.stdout as NonNullable<typeof started.stdout> }), 'line');
    const hasEnded = once(started, 'exit').then(() => {
      throw new Error(`an instance ended of itself: ${said}`);
    });
    await Promise.race([isReady, hasEnded]);
    hasEnded.catch(() => {});
  }

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  const victim = {
    harm,
    kills: 0,
    freezes: 0,
    start,
    end: kill,
    leaveInPeace: () => peace.abort(),
    async torment() {
      while (!peace.signal.aborted) {
        await rest(between(0, restMs));
        if (peace.signal.aborted) return;
        if (Math.random() < 0.5) {
          victim.kills += 1;
          harm.push({ at: Date.now(), what: `${number} is killed` });
          await kill();
          await start();
        } else {
          victim.freezes += 1;
          harm.push({ at: Date.now(), what: `${number} freezes` });
          child?.kill('SIGSTOP');
          // Up to twice its lease: it wakes up believing that it holds what others have taken over.
          await sleep(between(50, 2 * (given.timings.deliveryLease as number)));
          harm.push({ at: Date.now(), what: `${number} goes on` });
          child?.kill('SIGCONT');
        }
      }
    },
  };
  return victim;
}
