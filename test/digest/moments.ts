import { join } from 'node:path';
import fc from 'fast-check';
import type { Claim, Dossier } from '../../src/record/dossier.ts';
import type { Act, LedgerEntry } from '../../src/record/ledger.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { asOf } from '../../src/record/standing.ts';

const root = join(import.meta.dirname, '../..');

/** The five-article dossier. */
export const prisoners = loadRecord(join(root, 'data'));

/** The invented ferry dossier. */
export const ferry = loadRecord(join(root, 'test/fixtures/harbour-ferry/data'));

/** Ledger entries of acts, in order. */
export function entriesOf(...acts: readonly Act[]): readonly LedgerEntry[] {
  return acts.map((act, n) => ({ seq: n + 1, at: '2025-11-03T09:00:00.000Z', by: 'U1', act }));
}

/** A dossier with some claims replaced, or dropped where nothing replaces them. */
export function withClaims(dossier: Dossier, changed: ReadonlyMap<string, Claim | undefined>): Dossier {
  const claims = [...dossier.claims.values()].flatMap((claim) =>
    changed.has(claim.id) ? (changed.get(claim.id) ?? []) : claim,
  );
  return { ...dossier, claims: new Map(claims.map((claim) => [claim.id, claim])) };
}

/** Two moments of a record, with what editors did between them. */
export interface Moments {
  readonly before: readonly Dossier[];
  readonly after: readonly Dossier[];
  readonly entries: readonly LedgerEntry[];
  readonly today: string;
}

const days = fc.date({ min: new Date('2024-03-01'), max: new Date('2025-12-31'), noInvalidDate: true });
const change = fc.constantFrom('corrected', 'retracted', 'revised', 'withdrawn', 'self-harm', 'health', 'identity');

/** Moments of the two dossiers at two of their days, with claims corrected, retracted, edited, withdrawn, made sensitive. */
export const arbitraryMoments: fc.Arbitrary<Moments> = fc
  .record({
    record: fc.constantFrom(prisoners, ferry, [...prisoners, ...ferry]),
    days: fc.tuple(days, days),
    changes: fc.array(fc.tuple(fc.nat(), change), { maxLength: 12 }),
  })
  .map(({ record, days, changes }) => {
    const [since, today] = days.map((day) => day.toISOString().slice(0, 10)).sort() as [string, string];
    const ids = record.flatMap(({ slug, claims }) => [...claims.keys()].map((claim) => ({ dossier: slug, claim })));
    const chosen = new Map(changes.map(([n, kind]) => [n % ids.length, kind]));
    const sensitive = record.map((dossier) => changeClaims(dossier, ids, chosen, 'before'));
    const edited = sensitive.map((dossier) => changeClaims(dossier, ids, chosen, 'after'));
    const acts = [...chosen].flatMap(([n, kind]): Act[] => {
      const of = ids[n] as (typeof ids)[number];
      const why = { why: `Reason ${n}`, source: `Note ${n}` };
      if (kind === 'corrected') return [{ kind, ...of, things: [], ...why }];
      return kind === 'retracted' ? [{ kind, ...of, ...why }] : [];
    });
    return {
      before: sensitive.map((dossier) => asOf(dossier, since)),
      after: edited.map((dossier) => asOf(dossier, today)),
      entries: entriesOf(...acts),
      today,
    };
  });

function changeClaims(
  dossier: Dossier,
  ids: readonly { readonly dossier: string; readonly claim: string }[],
  chosen: ReadonlyMap<number, string>,
  moment: 'before' | 'after',
): Dossier {
  const changed = new Map<string, Claim | undefined>();
  for (const [n, kind] of chosen) {
    const id = ids[n];
    const claim = id?.dossier === dossier.slug ? dossier.claims.get(id.claim) : undefined;
    if (claim === undefined) continue;
    if (moment === 'before') {
      if (kind === 'self-harm' || kind === 'health' || kind === 'identity')
        changed.set(claim.id, { ...claim, sensitive: kind });
    } else if (kind === 'corrected' || kind === 'revised') {
      changed.set(claim.id, { ...claim, statement: `As mended: ${claim.statement}` });
    } else if (kind === 'retracted' || kind === 'withdrawn') {
      changed.set(claim.id, undefined);
    }
  }
  return withClaims(dossier, changed);
}
