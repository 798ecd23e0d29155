import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import pg from 'pg';

/** A PostgreSQL server of the tests' own, on loopback. */
export interface PostgresServer {
  /** Makes an empty database; gives its URL. */
  createDatabase(): Promise<string>;
  /** Cuts every connection and refuses new ones until `start`, as a crash of the server does. */
  crash(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Where PostgreSQL's programs are, or undefined when it is not installed. */
export const postgresPrograms = findPrograms();

if (!postgresPrograms) {
  process.stderr.write('Tests on PostgreSQL are skipped: it is not installed (.ci/install-postgres installs it).\n');
}

/** Starts a server with a new, empty data folder on a free port. PostgreSQL refuses to run as root. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = postgresPrograms;
  if (!programs) throw new Error('PostgreSQL is not installed');
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username=dateline', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const urlOf = (database: string) => `postgres://dateline@127.0.0.1:${port}/${database}`;
  const log = join(folder, 'log');
  let count = 0;
  let running = run();
  await ready();

  // The shell stops the server and removes its files when its input closes, so that not even a killed test
  // leaves them behind; at the word "keep" it only stops the server.
  function run() {
    const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=', 'shared_buffers=16MB'];
    return spawn(
      'sh',
      [
        '-c',
        '"$@" >>log 2>&1 3<&- & read -r word <&3; kill -QUIT $!; wait $!; [ "$word" = keep ] || rm -rf "$PWD"',
        'sh',
        join(programs as string, 'postgres'),
        ...['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
      ],
      { ...user, cwd: folder, stdio: ['ignore', 'inherit', 'inherit', 'pipe'] },
    );
  }
  async function ready() {
    for (let attempt = 0; ; attempt++) {
      try {
        await administer('select 1');
        return;
      } catch (error) {
        if (attempt > 200 || running.exitCode !== null) {
          throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`, { cause: error });
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
  async function administer(statement: string) {
    const client = new pg.Client({ connectionString: urlOf('postgres') });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
  async function end(word: string) {
    const exited = once(running, 'exit');
    (running.stdio[3] as Writable).end(`${word}\n`);
    await exited;
  }

  return {
    async createDatabase() {
      const name = `dateline_${++count}`;
      await administer(`create database ${name}`);
      return urlOf(name);
    },
    crash: () => end('keep'),
    async start() {
      running = run();
      await ready();
    },
    stop: () => end('remove'),
  };
}

function findPrograms(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string, user: string) =>
    Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) };
    } catch {}
  }
  throw new Error('There is no user "postgres" or "nobody" to run PostgreSQL as');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
