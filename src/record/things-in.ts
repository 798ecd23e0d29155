import type { Act } from './ledger.ts';
import type { ClaimValue, Thing } from './ledger-values.ts';

/** What an act lets into the record, in order; nothing for acts that only take out, propose or decline. */
export function thingsIn(act: Act): readonly Thing[] {
  switch (act.kind) {
    case 'added':
    case 'changed':
      return [act.thing];
    case 'approved':
    case 'corrected':
    case 'superseded':
      return act.things;
    case 'withdrawn':
    case 'proposed':
    case 'declined':
    case 'retracted':
      return [];
  }
}

/** The claims among some things, in order. */
export function claimsAmong(things: readonly Thing[]): ClaimValue[] {
  return things.flatMap((thing) => (thing.subject === 'claim' ? [thing.value] : []));
}
