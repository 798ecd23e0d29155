import { writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openStore, type StoreLocation } from '../../src/store/open-store.ts';

// Writes to a store until it is killed or the store fails, and says on standard output, a line each, what the store
// has acknowledged. A fault goes to standard error and ends the process with 1.
const { values } = parseArgs({ options: { location: { type: 'string' }, name: { type: 'string' } } });
const location = JSON.parse(values.location ?? '') as StoreLocation;
const name = values.name ?? 'writer';
const acknowledge = (what: string) => writeSync(1, `${what}\n`);

try {
  const store = await openStore(location, () => {});
  for (let n = 0; ; n++) {
    const id = `${name}-${n}`;
    const act = { kind: 'retracted', dossier: 'ferry', claim: id, why: 'x'.repeat(500), source: 'Courier' } as const;
    const appended = await store.ledger.append({ by: name, acts: [act, { ...act, claim: `${id}-too` }] });
    if (appended.kind === 'appended') acknowledge(`ledger ${appended.entries[0]?.seq} ${id}`);
    await store.inbox.accept(id, { text: id }, 60_000);
    acknowledge(`inbox ${id}`);
    await store.deliveries.claim({ key: id, detail: null, leaseMs: 60_000 });
    await store.deliveries.settle(id, {
      kind: 'posted',
      place: { kind: 'message', channel: 'C1', ts: `${n}.0` },
      claims: [{ dossier: 'ferry', claim: id, version: 1 }],
    });
    acknowledge(`delivery ${id}`);
  }
} catch (fault) {
  writeSync(2, `${(fault as { code?: string }).code}: ${(fault as Error).message}\n`);
  process.exit(1);
}
