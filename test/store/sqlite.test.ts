import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../../src/record/ledger.ts';
import { openOn, openStore } from '../../src/store/open-store.ts';
import { createSqliteBackend } from '../../src/store/sqlite/sqlite-backend.ts';
import { connectSqlite } from '../../src/store/sqlite/sqlite-connection.ts';

const writer = fileURLToPath(new URL('./writer.ts', import.meta.url));
const reader = fileURLToPath(new URL('./reader.ts', import.meta.url));
const act: Act = { kind: 'retracted', dossier: 'ferry', claim: 'a', why: 'Withdrawn.', source: 'Courier' };

/** A command that lets a shell mount file systems of its own, or undefined where that is not allowed. */
const mounting = [
  ['unshare', '-m'],
  ['unshare', '-rm'],
].find(([program, ...flags]) => spawnSync(program as string, [...flags, 'true']).status === 0);
if (!mounting) process.stderr.write('Tests on full and read-only disks are skipped: nothing can be mounted here.\n');

// Each starts processes of its own, which takes long on a busy machine.
describe('the store on SQLite', { timeout: 120_000 }, () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-sqlite-'));
    file = join(folder, 'dateline.db');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const open = () => openStore({ kind: 'sqlite', file }, () => {});

  /** Runs a shell script that knows `$folder`, `$file`, `write` (until it fails) and `read` (what the store holds). */
  function run(script: string, [program, ...flags]: readonly string[] = ['env']): string {
    const env = {
      ...process.env,
      node: process.execPath,
      writer,
      reader,
      folder,
      file,
      location: JSON.stringify({ kind: 'sqlite', file }),
    };
    const commands = `write() { "$node" "$writer" --name w --location "$location"; }; read() { "$node" "$reader" "$file"; }`;
    return execFileSync(program as string, [...flags, 'sh', '-c', `${commands}\ncd "$folder"\n${script}`], {
      env,
      encoding: 'utf8',
    });
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const acknowledgedClaims = () => [...read('out').matchAll(/^ledger \d+ (.*)$/gm)].map((match) => match[1]);

  it('syncs a write-ahead log at every commit, so that a power cut loses nothing', async () => {
    const { execute, close } = connectSqlite(file, 1000);
    expect((await execute('pragma journal_mode', [])).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await execute('pragma synchronous', [])).rows).toEqual([{ synchronous: 2 }]);
    await close();
  });

  describe('on a disk that fills up', () => {
    it.skipIf(!mounting)('ends with a clear error, keeps what it acknowledged, and goes on when there is room', () => {
      file = join(folder, 'disk', 'dateline.db');
      const output = run(
        `mkdir disk && mount -t tmpfs -o size=2m tmpfs disk && head -c 300000 /dev/zero >disk/ballast
        write >out 2>err; echo $? >code
        write >/dev/null 2>err-again; echo $? >>code
        rm disk/ballast; read`,
        mounting,
      );
      expect(read('code')).toBe('1\n1\n');
      expect(read('err')).toBe(
        `store-full: The disk of the store ${file} is full. Nothing that was acknowledged is lost: free some space and start again.\n`,
      );
      expect(read('err-again')).toBe(read('err'));
      const { claims, kind, integrity } = JSON.parse(output);
      expect(acknowledgedClaims().length).toBeGreaterThan(10);
      expect(claims).toEqual(expect.arrayContaining(acknowledgedClaims()));
      expect({ kind, integrity }).toEqual({ kind: 'appended', integrity: [{ integrity_check: 'ok' }] });
    });

    it('or meets a limit on the size of files, likewise', () => {
      run('ulimit -f 2000; write >out 2>err; echo $? >code');
      expect(read('code')).toBe('1\n');
      expect(read('err')).toMatch(/^store-f(ull|ailed): The (disk of the )?store .*dateline\.db (is full|failed)/);
      const { claims, kind, integrity } = JSON.parse(run('read'));
      expect(acknowledgedClaims().length).toBeGreaterThan(10);
      expect(claims).toEqual(expect.arrayContaining(acknowledgedClaims()));
      expect({ kind, integrity }).toEqual({ kind: 'appended', integrity: [{ integrity_check: 'ok' }] });
    });
  });

  it('goes on in the same process once a full disk has room again', async () => {
    const backend = createSqliteBackend(file);
    const store = await openOn(backend, () => {});
    const limit = (pages: number) => sql`pragma max_page_count = ${sql.lit(pages)}`.execute(backend.db);
    const many = { by: 'U1', acts: Array.from({ length: 1000 }, () => act) };
    await limit(25);
    await expect(store.ledger.append(many)).rejects.toMatchObject({ code: 'store-full' });
    expect(await store.ledger.read()).toEqual([]);
    await limit(10_000);
    expect(await store.ledger.append(many)).toMatchObject({ kind: 'appended' });
    await store.close();
  });

  describe.skipIf(!mounting)('in a read-only folder', () => {
    const readOnly = () =>
      `store-read-only: Cannot write the store ${file}: it or its folder is read-only. Make both writable for this user, or name another file in DATELINE_STORE.\n`;

    it('says so when there is no file, and makes none', () => {
      file = join(folder, 'disk', 'dateline.db');
      run(
        `mkdir disk && mount -t tmpfs -o ro tmpfs disk
        write 2>err; echo $? >code; ls -A disk >left`,
        mounting,
      );
      expect([read('err'), read('code'), read('left')]).toEqual([readOnly(), '1\n', '']);
    });

    it('says so when the folder itself is missing', () => {
      file = join(folder, 'disk', 'var', 'dateline.db');
      run(
        `mkdir disk && mount -t tmpfs -o ro tmpfs disk
        write 2>err; echo $? >code`,
        mounting,
      );
      expect([read('err'), read('code')]).toEqual([readOnly(), '1\n']);
    });

    it('says so when there is a store, and leaves it as it was', async () => {
      const store = await open();
      await store.ledger.append({ by: 'U1', acts: [act] });
      await store.close();
      const before = readFileSync(file);
      file = join(folder, 'disk', 'dateline.db');
      run(
        `mkdir disk && mv dateline.db disk && mount --bind disk disk && mount -o remount,ro,bind disk
        write 2>err; echo $? >code`,
        mounting,
      );
      expect([read('err'), read('code')]).toEqual([readOnly(), '1\n']);
      expect(readFileSync(file).equals(before)).toBe(true);
    });
  });

  describe('with another process', () => {
    it('works: both write the same file at once', async () => {
      const store = await open();
      const writing = ['one', 'two'].map((name) =>
        spawn(process.execPath, [writer, '--name', name, '--location', JSON.stringify({ kind: 'sqlite', file })]),
      );
      const seen = new Set<string>();
      store.ledger.follow(0, (entries) => {
        for (const { by } of entries) seen.add(by);
      });
      await expect.poll(() => seen.size, { timeout: 60_000 }).toBe(2);
      await store.ledger.append({ by: 'three', acts: [act] });
      for (const process of writing) process.kill('SIGKILL');
      const entries = await store.ledger.read();
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
      await store.close();
    });

    it('that keeps it locked, waits without stopping this process, then says why it cannot', async () => {
      const store = await openOn(createSqliteBackend(file, { busyMs: 400 }), () => {});
      const other = new DatabaseSync(file);
      other.exec('begin immediate');
      let ticks = 0;
      const ticking = setInterval(() => ticks++, 10);
      await expect(store.ledger.append({ by: 'U1', acts: [act] })).rejects.toMatchObject({
        code: 'store-busy',
        message: `Another process has kept the store ${file} locked for too long. Find it and stop it, or wait and try again.`,
      });
      clearInterval(ticking);
      expect(ticks).toBeGreaterThan(3);
      expect(await store.ledger.read()).toEqual([]);
      other.exec('commit');
      other.close();
      expect(await store.ledger.append({ by: 'U1', acts: [act] })).toMatchObject({ kind: 'appended' });
      await store.close();
    });
  });

  describe('a file that is not right', () => {
    const damaged = () => ({
      code: 'store-damaged',
      message: `The store ${file} is damaged or is not a store of Dateline. Move it away and restore a copy, or name another in DATELINE_STORE.`,
    });

    it('is refused when it is no database, and left as it was', async () => {
      writeFileSync(file, 'Dear editor, '.repeat(1000));
      await expect(open()).rejects.toMatchObject(damaged());
      expect(readFileSync(file, 'utf8')).toBe('Dear editor, '.repeat(1000));
    });

    it('is refused when a page of it was overwritten', async () => {
      const store = await open();
      await store.ledger.append({ by: 'U1', acts: Array.from({ length: 100 }, () => act) });
      await store.close();
      const bytes = readFileSync(file);
      bytes.fill(0xa5, 4096);
      writeFileSync(file, bytes);
      await expect(open().then((opened) => opened.ledger.read())).rejects.toMatchObject(damaged());
    });

    it('is refused when it is a folder', async () => {
      mkdirSync(file);
      await expect(open()).rejects.toMatchObject({ code: 'store-unreachable' });
    });
  });

  it('makes its folder, and nothing else, when both are missing', async () => {
    file = join(folder, 'var', 'store', 'dateline.db');
    const store = await open();
    await store.close();
    expect(existsSync(file)).toBe(true);
  });
});
