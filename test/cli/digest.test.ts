import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/digest.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', DATELINE_DATA: 'test/fixtures/harbour-ferry/data' },
  });
  return { status, stdout, stderr };
}

// A process a case, on a machine that may be busy.
describe('npm run digest', { timeout: 60_000 }, () => {
  it('prints an edition, five items a section', () => {
    const { status, stdout } = run('--since', '2024-07-10', '--until', '2024-08-16');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^The Maren Tolle ferry disaster\nSince 10 Jul 2024: /);
    const sections = stdout.split('\n\n').map((section) => section.match(/^• /gm)?.length ?? 0);
    expect(Math.max(...sections)).toBe(5);
    expect(stdout).toMatch(/^\d+ more on record\.$/m);
  });

  it('prints every item when asked to, and only the topic named by its id, title or command', () => {
    const [first, ...others] = ['refit', 'The refit', '/ferry-refit'].map(
      (topic) => run('--until', '2024-08-16', '--full', '--topic', topic).stdout,
    );
    expect(first).toContain('\n\nThe refit\n• ');
    expect(first).not.toContain('\n\nThe accident\n');
    expect(others).toEqual([first, first]);
  });

  it('prints nothing on a quiet day when asked to', () => {
    expect(run('--since', '2024-08-20', '--until', '2024-08-21', '--quiet')).toMatchObject({ status: 0, stdout: '' });
    expect(run('--since', '2024-08-20', '--until', '2024-08-21').stdout).toContain('nothing new since 20 Aug 2024');
  });

  it.each([
    [
      'a day that is none',
      ['--since', '2024-02-30'],
      '--since must be a day like 2025-11-03, and "2024-02-30" is not one.',
    ],
    ['an instant', ['--until', '2024-02-20T10:00Z'], '--until must be a day like'],
    ['days the wrong way round', ['--since', '2024-08-16', '--until', '2024-03-12'], 'is after --until 2024-03-12'],
    ['an unknown topic', ['--topic', 'refitt'], 'There is no topic "refitt". Did you mean "refit"?'],
    ['an unknown dossier', ['--dossier', 'trains'], 'There is no dossier "trains". There are: harbour-ferry.'],
    ['an unknown option', ['--sinse', '2024-03-12'], "Unknown option '--sinse'"],
  ])('refuses %s with exit code 2', (_, args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });
});
