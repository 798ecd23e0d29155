import { describe, expect, it } from 'vitest';
import { findNear } from '../../src/desk/find-near.ts';
import type { ClaimFields } from '../../src/desk/read-claim-fields.ts';
import { ferry } from './forms.ts';

const near = (statement: string, fields: Partial<Pick<ClaimFields, 'figure' | 'saidBy'>> = {}) =>
  findNear(ferry, { statement, saidBy: [], ...fields }).map(({ id }) => id);
const crowns = (value: number) => ({ measure: 'compensation-offered', low: value, high: value });

describe('near what is filed', () => {
  it('is a claim in nearly the same words', () => {
    expect(near('The Maren Tolle capsized off Port Sarrow on 11 March 2024.')[0]).toBe('ferry-capsized');
  });

  it('is a claim in other words that gives the same figure', () => {
    const figure = crowns(12_000_000);
    expect(near('The operator put forward 12 million crowns.', { figure })).toContain('offer-12-million');
  });

  it('is no claim that gives another figure for the same', () => {
    const statement = 'In April Tollesund Ferries offered the families a fund of 12 million crowns.';
    expect(near(statement)).toContain('offer-12-million');
    expect(near(statement, { figure: crowns(15_000_000) })).not.toContain('offer-12-million');
  });

  it('is nothing where the record has nothing of the kind', () => {
    expect(near('The weather in the capital was cold.')).toEqual([]);
    expect(near('…')).toEqual([]);
  });

  it('is at most three, and each once, however much is alike', () => {
    for (const claim of ferry.claims.values()) {
      const found = findNear(ferry, claim);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(found[0]).toBe(claim);
      expect(new Set(found).size).toBe(found.length);
    }
  });
});
