import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bagOf, createSearchIndex, type Slot, type WeightedTerm } from '../../src/search/search-index.ts';

const K1 = 1.2;
const B = 0.75;

/** BM25 as in the textbook, a document at a time. */
function naiveScores(documents: readonly (readonly WeightedTerm[])[], slots: readonly Slot[]): number[] {
  const weightIn = (terms: readonly WeightedTerm[], term: string) =>
    terms.filter((other) => other.term === term).reduce((sum, { weight }) => sum + weight, 0);
  const lengths = documents.map((terms) => terms.reduce((sum, { weight }) => sum + weight, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / documents.length || 1;
  const idf = (term: string) => {
    const frequency = documents.reduce((sum, terms) => sum + Math.min(1, weightIn(terms, term)), 0);
    return Math.log(1 + (documents.length - frequency + 0.5) / (frequency + 0.5));
  };
  return documents.map((terms, n) =>
    slots.reduce((score, slot) => {
      const gains = slot.alternatives.map(({ term, weight }) => {
        const frequency = weightIn(terms, term);
        const norm = K1 * (1 - B + (B * (lengths[n] as number)) / mean);
        return (idf(term) * weight * (slot.weight ?? 1) * frequency * (K1 + 1)) / (frequency + norm || 1);
      });
      return score + Math.max(0, ...gains);
    }, 0),
  );
}

const word = fc.constantFrom(...'abcdefgh');
const term = fc.record({ term: word, weight: fc.constantFrom(0.3, 0.5, 1) });
const documents = fc.oneof(
  fc.array(fc.array(term, { maxLength: 8 }), { minLength: 1, maxLength: 12 }),
  // As many as lists need that are known to be the same before they are looked at.
  fc.array(fc.array(term, { maxLength: 3 }), { minLength: 20, maxLength: 60, size: 'max' }),
);
const slots = fc.array(
  fc.record({ alternatives: fc.array(term, { minLength: 1, maxLength: 3 }), weight: fc.constantFrom(0.15, 1, 1.3) }),
  { maxLength: 5 },
);

describe('the search index', () => {
  it('scores as BM25 computed the long way, and finds every document that has a slot', () => {
    fc.assert(
      fc.property(documents, slots, (texts, query) => {
        const expected = naiveScores(texts, query);
        const hits = createSearchIndex(texts).search(query);
        expect(hits.map(({ document }) => document).sort((a, b) => a - b)).toEqual(
          expected.flatMap((score, n) => (score > 0 ? [n] : [])),
        );
        for (const { document, score } of hits) expect(score).toBeCloseTo(expected[document] as number, 9);
      }),
    );
  });

  it('gives the best first, and with a limit or a sieve the same ones fewer', () => {
    fc.assert(
      fc.property(documents, slots, fc.nat(5), (texts, query, limit) => {
        const index = createSearchIndex(texts, 5);
        const all = index.search(query);
        const ordered = [...all].sort((a, b) => b.score - a.score || a.document - b.document);
        expect(all).toEqual(ordered);
        expect(index.search(query, limit)).toEqual(all.slice(0, limit));
        const isEven = (document: number) => document % 2 === 0;
        expect(index.search(query, limit, isEven)).toEqual(
          all.filter(({ document }) => isEven(document)).slice(0, limit),
        );
        const [best] = all;
        const enough = (best?.score ?? 0) * 0.6;
        expect(index.search(query, limit, undefined, enough)).toEqual(
          all.filter(({ score }) => score >= enough).slice(0, limit),
        );
        expect(
          index.scoresOf(
            query,
            all.map(({ document }) => document),
          ),
        ).toEqual(all.map(({ score }) => score));
      }),
    );
  });

  it('leaves nothing behind for the next query', () => {
    fc.assert(
      fc.property(documents, slots, slots, (texts, one, other) => {
        const index = createSearchIndex(texts);
        const before = index.search(one);
        index.search(other, 2);
        expect(index.search(one)).toEqual(before);
      }),
    );
  });

  it('finds after changes what an index built anew finds', () => {
    const change = fc.record({
      document: fc.nat(14),
      terms: fc.option(
        fc.array(fc.record({ term: fc.constantFrom(...'abcdefghij'), weight: fc.constantFrom(0.3, 1) })),
      ),
    });
    fc.assert(
      fc.property(documents, fc.array(change, { maxLength: 12 }), slots, fc.nat(6), (texts, changes, query, limit) => {
        const changed = createSearchIndex(texts, 4);
        const now: (readonly WeightedTerm[] | undefined)[] = [...texts];
        const bag = (terms: readonly WeightedTerm[] | undefined) => terms && bagOf(changed.intern, terms);
        for (const { document, terms } of changes) {
          const at = Math.min(document, now.length);
          changed.change(at, bag(now[at]), bag(terms ?? undefined));
          now[at] = terms ?? undefined;
          changed.search(query, limit);
        }
        const left = now.flatMap((terms, document) => (terms ? [{ terms, document }] : []));
        const built = createSearchIndex(left.map(({ terms }) => terms));
        expect(changed.size).toBe(built.size);
        for (const name of 'abcdefghijz') {
          expect(changed.idf(name)).toBe(built.idf(name));
          expect(changed.has(name)).toBe(built.has(name));
        }
        expect(changed.search(query, limit)).toEqual(
          built.search(query, limit).map((hit) => ({ ...hit, document: left[hit.document]?.document })),
        );
      }),
    );
  });

  it('leaves out nothing of the best among many documents, whatever it passes over', () => {
    const many = fc.array(
      fc.array(fc.record({ term: fc.constantFrom(...'aaaaabbbcdefgh'), weight: fc.constantFrom(0.3, 0.6, 1) }), {
        maxLength: 5,
      }),
      { minLength: 100, maxLength: 300 },
    );
    fc.assert(
      fc.property(
        many,
        slots,
        fc.integer({ min: 1, max: 12 }),
        fc.nat(3),
        fc.constantFrom(3, 32, 100, 65_536),
        (texts, query, limit, nth, block) => {
          const index = createSearchIndex(texts, block);
          const all = index.search(query);
          expect(index.search(query, limit)).toEqual(all.slice(0, limit));
          const accepts = (document: number) => document % 4 === nth;
          expect(index.search(query, limit, accepts)).toEqual(
            all.filter(({ document }) => accepts(document)).slice(0, limit),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tells which slots a document has', () => {
    const index = createSearchIndex([
      [
        { term: 'ferry', weight: 1 },
        { term: 'capsize', weight: 1 },
      ],
      [{ term: 'capsize', weight: 1 }],
    ]);
    const slot = (text: string): Slot => ({ alternatives: [{ term: text, weight: 1 }] });
    const told = new Map(
      index
        .search([slot('ferry'), slot('storm'), slot('capsize')])
        .map(({ document, slots: bits }) => [document, bits]),
    );
    expect(told.get(0)).toBe(0b101);
    expect(told.get(1)).toBe(0b100);
  });

  it('counts a term that is only in roles as rarer than one that statements use', () => {
    const others = [{ term: 'sea', weight: 1 }];
    const index = createSearchIndex([
      [{ term: 'rifleman', weight: 0.3 }],
      [{ term: 'rifleman', weight: 0.3 }],
      [{ term: 'prisoner', weight: 1 }],
      [{ term: 'prisoner', weight: 1 }],
      others,
      others,
    ]);
    expect(index.idf('rifleman')).toBeGreaterThan(index.idf('prisoner'));
    expect(index.idf('nowhere')).toBeGreaterThan(index.idf('rifleman'));
  });
});
