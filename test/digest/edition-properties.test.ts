import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownClaim } from '../../src/ask/answer.ts';
import { decideEdition } from '../../src/digest/decide-edition.ts';
import type { Edition, EditionItem } from '../../src/digest/edition.ts';
import { editionText } from '../../src/digest/edition-text.ts';
import { formatCitation } from '../../src/record/citation.ts';
import type { Claim } from '../../src/record/dossier.ts';
import { relations } from '../../src/record/relations.ts';
import { arbitraryMoments, type Moments } from './moments.ts';

const RUNS = { numRuns: 40 };

function editionOf({ before, after, entries, today }: Moments, first = false): Edition {
  const decision = decideEdition(first ? undefined : before, after, { today, entries });
  if (decision.kind !== 'edition') throw new Error('silent although nobody asked for that');
  return decision.edition;
}

/** Checks an edition of any two moments, a first one too. */
function holds(check: (edition: Edition, moments: Moments) => void): void {
  fc.assert(
    fc.property(arbitraryMoments, fc.boolean(), (moments, first) => check(editionOf(moments, first), moments)),
    RUNS,
  );
}

const itemsOf = (edition: Edition): readonly EditionItem[] => edition.sections.flatMap(({ items }) => items);
const shownIn = ({ was, now }: EditionItem): readonly ShownClaim[] => [...was, ...now];
const isDelicate = ({ sensitive }: Claim) => sensitive === 'self-harm' || sensitive === 'health';

describe('whatever the two moments', () => {
  it('every claim has a line of text with the outlet and date of each of its citations', () => {
    holds((edition) => {
      const lines = editionText(edition).split('\n');
      for (const item of itemsOf(edition)) {
        for (const { claim, citations } of shownIn(item)) {
          const cited = [...citations.map(formatCitation), ...citations.flatMap(({ outlet, date }) => [outlet, date])];
          const told = lines.filter((line) => line.includes(`${claim.statement} — `));
          expect(told.some((line) => cited.every((part) => line.includes(part)))).toBe(true);
        }
      }
    });
  });

  it('a line that holds an item but no citation is a measure or an editor’s reason', () => {
    holds((edition, { after, before }) => {
      const outlets = [...after, ...before].flatMap(({ articles }) =>
        [...articles.values()].map(({ outlet }) => outlet),
      );
      const labels = itemsOf(edition).flatMap(({ label }) => (label === undefined ? [] : [`• ${label}`]));
      for (const line of editionText(edition).split('\n')) {
        if (!/^(?:• | {2})/.test(line) || labels.includes(line) || line.startsWith('  why: ')) continue;
        expect(outlets.some((outlet) => line.includes(`${outlet}, `))).toBe(true);
      }
    });
  });

  it('what is shown as standing is in the later record, verbatim', () => {
    holds((edition, { after }) => {
      const claims = new Set(after.flatMap((dossier) => [...dossier.claims.values()]));
      for (const item of itemsOf(edition)) for (const { claim } of item.now) expect(claims.has(claim)).toBe(true);
    });
  });

  it('what no longer holds is marked as corrected, gone or overtaken', () => {
    holds((edition, { after, before }) => {
      const now = new Set(after.flatMap((dossier) => [...dossier.claims.values()]));
      const then = new Set(before.flatMap((dossier) => [...dossier.claims.values()]));
      for (const item of itemsOf(edition)) {
        for (const { claim, marks } of item.was) {
          const kinds = marks.map(({ kind }) => kind);
          if (!now.has(claim)) {
            expect(then.has(claim)).toBe(true);
            expect(['corrected', 'retracted']).toContain(kinds[0]);
          } else if (after.some((dossier) => relations(dossier).supersededBy.has(claim.id))) {
            expect(kinds).toContain('superseded');
          }
        }
      }
    });
  });

  it('no claim on self-harm or health leads, and none is outside the section that says how to handle it', () => {
    holds((edition, { after, before }) => {
      const last = edition.sections.findLastIndex(({ kind }) => kind !== 'care');
      const firstCare = edition.sections.findIndex(({ kind }) => kind === 'care');
      if (firstCare >= 0) expect(firstCare).toBeGreaterThan(last);
      const delicate = [...after, ...before].flatMap(({ claims }) => [...claims.values()].filter(isDelicate));
      for (const { kind, note, items } of edition.sections) {
        if (kind === 'care') expect(note).toBeTruthy();
        else for (const item of items) expect(shownIn(item).some(({ claim }) => isDelicate(claim))).toBe(false);
      }
      const text = editionText({ ...edition, sections: edition.sections.filter(({ kind }) => kind !== 'care') });
      const others = new Set(
        itemsOf(edition)
          .flatMap(shownIn)
          .map(({ claim }) => claim.statement),
      );
      for (const { statement } of delicate) if (!others.has(statement)) expect(text).not.toContain(statement);
    });
  });

  it('corrections come first, but for those that need care', () => {
    holds((edition) => {
      const kinds = edition.sections.filter(({ kind }) => kind !== 'care').map(({ kind }) => kind);
      const lastCorrection = kinds.lastIndexOf('corrections');
      expect(kinds.slice(0, lastCorrection + 1).every((kind) => kind === 'corrections')).toBe(true);
    });
  });

  it('every claim that came in and stands is told, every one that was retracted is told as that', () => {
    fc.assert(
      fc.property(arbitraryMoments, (moments) => {
        const items = itemsOf(editionOf(moments));
        const now = new Set(items.flatMap((item) => item.now.map(({ claim }) => claim)));
        for (const dossier of moments.after) {
          const known = moments.before.find(({ slug }) => slug === dossier.slug)?.claims;
          for (const claim of dossier.claims.values()) {
            if (!known?.has(claim.id) && !relations(dossier).supersededBy.has(claim.id))
              expect(now.has(claim)).toBe(true);
          }
        }
        for (const { act } of moments.entries) {
          if (act.kind !== 'retracted') continue;
          const was = moments.before.find(({ slug }) => slug === act.dossier)?.claims.get(act.claim);
          const told = items.some((item) => item.kind === 'retracted' && item.was.some(({ claim }) => claim === was));
          expect(told).toBe(was !== undefined);
        }
      }),
      RUNS,
    );
  });

  it('the same moments give the same bytes', () => {
    fc.assert(
      fc.property(arbitraryMoments, fc.boolean(), (moments, first) => {
        const copy = structuredClone(moments);
        expect(editionText(editionOf(copy, first))).toBe(editionText(editionOf(moments, first)));
        expect(JSON.stringify(editionOf(copy, first))).toBe(JSON.stringify(editionOf(moments, first)));
      }),
      RUNS,
    );
  });

  it('from a moment to itself there is no news: one line, or nothing', () => {
    fc.assert(
      fc.property(arbitraryMoments, ({ after, today }) => {
        const said = decideEdition(after, after, { today, since: today });
        expect(said).toMatchObject({ kind: 'edition', edition: { kind: 'quiet', sections: [], notes: [] } });
        if (said.kind === 'edition') expect(editionText(said.edition)).not.toContain('\n');
        expect(decideEdition(after, after, { today, quietDay: 'silent' })).toEqual({ kind: 'silent' });
      }),
      RUNS,
    );
  });
});
