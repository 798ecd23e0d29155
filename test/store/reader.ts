import { DatabaseSync } from 'node:sqlite';
import { openStore } from '../../src/store/open-store.ts';

// Opens the SQLite store named by its argument, appends to its ledger, and prints what it holds.
const file = process.argv[2] as string;
const store = await openStore({ kind: 'sqlite', file }, () => {});
const entries = await store.ledger.read();
const act = { kind: 'retracted', dossier: 'ferry', claim: 'last', why: 'Withdrawn.', source: 'Courier' } as const;
const { kind } = await store.ledger.append({ by: 'reader', acts: [act] });
await store.close();
const integrity = new DatabaseSync(file).prepare('pragma integrity_check').all();
const claims = entries.map((entry) => (entry.act.kind === 'retracted' ? entry.act.claim : ''));
console.log(JSON.stringify({ claims, kind, integrity }));
