import fc from 'fast-check';
import type { Dossier } from '../../src/record/dossier.ts';
import { type Act, DATA_FOLDER, type LedgerEntry } from '../../src/record/ledger.ts';
import { ledgerDifference } from '../../src/record/ledger-difference.ts';
import { type Thing, thingsOf } from '../../src/record/ledger-values.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { replay } from '../../src/record/replay.ts';

/** The ferry's dossier, as its folder has it. */
export const [ferry] = loadRecord('test/fixtures/harbour-ferry/data') as [Dossier];

type ClaimThing = Extract<Thing, { subject: 'claim' }>;

/** A claim of a dossier as acts carry it, with anything in it replaced. */
export function claimThing(dossier: Dossier, id: string, changes: Partial<ClaimThing['value']> = {}): ClaimThing {
  const found = thingsOf(dossier).find(
    (thing): thing is ClaimThing => thing.subject === 'claim' && thing.value.id === id,
  );
  if (found === undefined) throw new Error(`there is no claim ${id}`);
  return { ...found, value: { ...found.value, ...changes } };
}

/** An act with the day on which an editor did it. */
export interface DatedAct {
  readonly day: string;
  readonly act: Act;
}

/** A ledger that begins with the folder, followed by what editors did. */
export function ledgerOf(folder: readonly Dossier[], acts: readonly DatedAct[]): readonly LedgerEntry[] {
  const filed = ledgerDifference(folder, []).map((act) => ({ day: '2024-01-01', by: DATA_FOLDER, act }));
  const done = acts.map((dated) => ({ ...dated, by: 'U1' }));
  return [...filed, ...done].map(({ day, by, act }, place) => ({
    seq: place + 1,
    at: `${day}T09:00:00.000Z`,
    by,
    act,
  }));
}

/** The ferry's record after what editors did. */
export function mended(...acts: readonly DatedAct[]): Dossier {
  return replay(ledgerOf([ferry], acts), [ferry])[0] as Dossier;
}

const few = [...ferry.claims.keys()].slice(0, 14);
const kinds = fc.constantFrom('corrected', 'retracted', 'approved', 'superseded');

/** What editors may do to some of the ferry's claims from September 2024 on, in order. No wording has another in it. */
export const arbitraryActs: fc.Arbitrary<readonly DatedAct[]> = fc
  .array(fc.tuple(kinds, fc.constantFrom(...few), fc.constantFrom(...few), fc.nat(20)), { minLength: 1, maxLength: 8 })
  .map((given) => {
    const begin = Temporal.PlainDate.from('2024-09-01');
    const gone = new Set<string>();
    let days = 0;
    return given.flatMap(([kind, claim, other, wait], place): DatedAct[] => {
      days += wait;
      if (gone.has(claim) !== (kind === 'approved')) return [];
      if (kind === 'retracted') gone.add(claim);
      if (kind === 'approved') gone.delete(claim);
      const day = begin.add({ days }).toString();
      const of = { dossier: ferry.slug, claim, why: `Reason ${place}`, source: `Source ${place}` };
      const { statement } = claimThing(ferry, claim).value;
      const words = statement.split(' ').slice(0, -1).join(' ');
      const reworded = claimThing(ferry, claim, { statement: `Form ${place}: ${words}.` });
      switch (kind) {
        case 'corrected':
          return [{ day, act: { kind, ...of, things: [reworded] } }];
        case 'retracted':
          return [{ day, act: { kind, ...of } }];
        case 'approved':
          return [{ day, act: { kind, dossier: ferry.slug, proposal: `p${place}`, things: [reworded] } }];
        case 'superseded': {
          const { source: _, ...rest } = of;
          if (claim === other || gone.has(other)) return [];
          return [{ day, act: { kind, ...rest, by: other, things: [] } }];
        }
      }
      return kind satisfies never;
    });
  });
