import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Dateline as `npm start` starts it with nothing set: the app and its local workspace. */
export interface RunningDateline {
  /** The page's address. */
  readonly url: string;
  /** Ends it as an operator would, and waits until it is gone. */
  stop(): Promise<void>;
}

const READY = /http:\/\/127\.0\.0\.1:\d+/;

/** Starts Dateline in a process of its own on a free port. Throws with what it said when it does not come up. */
export async function startDateline(environment: Readonly<Record<string, string>> = {}): Promise<RunningDateline> {
  const child: ChildProcess = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      const [address] = READY.exec(said) ?? [];
      if (address) resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('close', () => reject(new Error(`Dateline did not start: ${said}`)));
  });
  return {
    url,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}
