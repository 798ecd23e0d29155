import { isDeepStrictEqual } from 'node:util';
import type { Dossier } from './dossier.ts';
import type { FileAct, LedgerEntry } from './ledger.ts';
import { idOf, type Subject, type Thing, thingsOf } from './ledger-values.ts';

interface Filed {
  readonly dossier: string;
  readonly subject: Subject;
  readonly id: string;
  readonly thing: Thing;
}

/**
 * The acts that bring the ledger level with the data folder; none when they agree.
 * Compares with what the folder said before, not with what editors made of it since.
 * Additions and changes come in the order of the files, withdrawals after them.
 */
export function ledgerDifference(dossiers: readonly Dossier[], entries: readonly LedgerEntry[]): readonly FileAct[] {
  const before = filed(entries);
  const now = new Map(dossiers.flatMap(filedBy).map((it) => [keyOf(it), it]));
  const entering = [...now].flatMap(([key, { dossier, thing }]): FileAct[] => {
    const known = before.get(key);
    if (known === undefined) return [{ kind: 'added', dossier, thing }];
    return isDeepStrictEqual(known.thing, thing) ? [] : [{ kind: 'changed', dossier, thing }];
  });
  const leaving = [...before]
    .filter(([key]) => !now.has(key))
    .map(([, { dossier, subject, id }]): FileAct => ({ kind: 'withdrawn', dossier, subject, id }))
    .reverse();
  return [...entering, ...leaving];
}

function filedBy(dossier: Dossier): Filed[] {
  return thingsOf(dossier).map((thing) => ({
    dossier: dossier.slug,
    subject: thing.subject,
    id: idOf(thing),
    thing,
  }));
}

/** What the data folder held when it was last compared, by key. */
function filed(entries: readonly LedgerEntry[]): Map<string, Filed> {
  const things = new Map<string, Filed>();
  for (const { act } of entries) {
    if (act.kind === 'added' || act.kind === 'changed') {
      const { dossier, thing } = act;
      const it = { dossier, subject: thing.subject, id: idOf(thing), thing };
      things.set(keyOf(it), it);
    } else if (act.kind === 'withdrawn') {
      things.delete(keyOf(act));
    }
  }
  return things;
}

function keyOf({ dossier, subject, id }: Omit<Filed, 'thing'>): string {
  return JSON.stringify([dossier, subject, id]);
}
