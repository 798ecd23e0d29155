import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/record/dossier.ts';
import { madeOfRecord } from '../../src/record/made-of-record.ts';

describe('what is made of a record', () => {
  it('is made when it is first asked for, and again once the record has changed', () => {
    const record: { dossiers: readonly Dossier[] } = { dossiers: [] };
    const made: (readonly Dossier[])[] = [];
    const count = madeOfRecord(record, (dossiers) => made.push(dossiers));
    expect(made).toHaveLength(0);
    expect([count(), count()]).toEqual([1, 1]);
    record.dossiers = [];
    expect([count(), count()]).toEqual([2, 2]);
  });
});
