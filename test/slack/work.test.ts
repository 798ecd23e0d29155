import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { createWork, Unfinished } from '../../src/slack/work.ts';

const silent = createLog('silent', new PassThrough());
const heard: string[] = [];
const job = { name: 'a job', tell: async ({ text }: { text: string }) => heard.push(text) };

describe('work', () => {
  it('that fails tells the person an id of its own, and never rejects', async () => {
    const work = createWork(silent, () => 'id-1');
    await work.run(job, async () => {
      throw new Error('broken');
    });
    expect(heard).toEqual([expect.stringContaining('id-1')]);
  });

  it('whose failure cannot be told either does not reject', async () => {
    const work = createWork(silent);
    const mute = { name: 'mute', tell: () => Promise.reject(new Error('no way out')) };
    expect(await work.run(mute, () => Promise.reject(new Error('broken')))).toBe('failed');
  });

  it('that cannot be finished now is neither done nor failed, and nobody is told', async () => {
    const before = heard.length;
    expect(await createWork(silent).run(job, () => Promise.reject(new Unfinished('later')))).toBe('unfinished');
    expect(heard).toHaveLength(before);
  });

  it('is settled at once when there is none', async () => {
    expect(await createWork(silent).settled(1000)).toBe(true);
  });

  it('is waited for, but not for ever', async () => {
    const work = createWork(silent);
    let finish = () => {};
    const running = work.run(job, () => new Promise((resolve) => (finish = resolve)));
    expect(await work.settled(20)).toBe(false);
    const settled = work.settled(1000);
    finish();
    expect(await settled).toBe(true);
    await running;
  });
});
