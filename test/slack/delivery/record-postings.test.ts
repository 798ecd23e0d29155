import { expect, it } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { Dossier } from '../../../src/record/dossier.ts';
import { createRecords } from '../../../src/slack/delivery/record-postings.ts';
import type { Store } from '../../../src/store/store.ts';

function openRecords() {
  const record = { dossiers: [] as readonly Dossier[], version: 1, versionOf: () => record.version };
  const store = {} as Pick<Store, 'deliveries' | 'postings'>;
  return { record, records: createRecords(store, record, { log: createLog('silent'), patienceMs: 10 }) };
}

const MESSAGE = { text: 'Ten.', blocks: [], claims: [{ dossier: 'ferry', claim: 'ten' }] };

it('keeps a message that comes again as it was kept', () => {
  const { records } = openRecords();
  expect(records.keep(MESSAGE)).toBe(records.keep(MESSAGE));
});

it('keeps a message that comes again in the versions that the record holds by then', () => {
  const { record, records } = openRecords();
  expect(records.keep(MESSAGE).claims).toEqual([{ ...MESSAGE.claims[0], version: 1 }]);
  record.version = 2;
  expect(records.keep(MESSAGE).claims).toEqual([{ ...MESSAGE.claims[0], version: 2 }]);
});
