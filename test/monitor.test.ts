import { describe, expect, it, onTestFinished } from 'vitest';
import { createMetrics } from '../src/metrics.ts';
import { startMonitor } from '../src/monitor.ts';

async function open() {
  const metrics = createMetrics();
  let ready = false;
  const monitor = await startMonitor({ host: '127.0.0.1', port: 0 }, { isReady: () => ready, metrics: metrics.text });
  onTestFinished(monitor.close);
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${monitor.port}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return { metrics, get, setReady: (is: boolean) => (ready = is) };
}

describe('the monitor', () => {
  it('says that the process lives, and apart from that whether it takes requests', async () => {
    const { get, setReady } = await open();
    expect(await get('/healthz')).toEqual({ status: 200, text: 'ok\n' });
    expect((await get('/readyz')).status).toBe(503);
    setReady(true);
    expect((await get('/readyz?probe=1')).status).toBe(200);
  });

  it('shows what was counted, and what Node says of the process', async () => {
    const { get, metrics } = await open();
    metrics.declines.inc();
    metrics.deliveries.inc({ outcome: 'posted' });
    metrics.indexed.set(80);
    const { text } = await get('/metrics');
    expect(text).toMatch(/^dateline_declines_total 1$/m);
    expect(text).toMatch(/^dateline_deliveries_total\{outcome="posted"\} 1$/m);
    expect(text).toMatch(/^dateline_index_claims 80$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('shows nothing else', async () => {
    const { get } = await open();
    expect((await get('/')).status).toBe(404);
  });
});
