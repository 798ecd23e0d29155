import { describe, expect, it } from 'vitest';
import type { ShownClaim } from '../../src/ask/answer.ts';
import { createAsker } from '../../src/ask/ask.ts';
import { dayLine } from '../../src/ask/day-line.ts';
import { plainText } from '../../src/ask/plain-text.ts';
import { showClaim } from '../../src/ask/show-claim.ts';
import { loadRecord } from '../../src/record/load-record.ts';

const record = loadRecord('data');
const claims = record.flatMap((dossier) => [...dossier.claims.values()].map((claim) => showClaim({ dossier }, claim)));

describe('a timeline as text', () => {
  it('heads each claim with its day, as the blocks do', () => {
    const answer = createAsker(record).ask({ ask: '', form: 'timeline', now: '2025-11-03T09:00:00Z' });
    const lines = plainText(answer).split('\n');
    expect(answer.claims.length).toBeGreaterThan(3);
    for (const shown of answer.claims)
      expect(lines.some((line) => line.startsWith(`• ${dayLine(shown)}: ${shown.claim.statement}`))).toBe(true);
  });

  it('says of a claim without a time when it was published, or that this is unknown', () => {
    const timeless = claims.filter(({ claim }) => claim.when === undefined);
    const ofKind = (kind: string) => timeless.find(({ citations }) => citations[0].published.kind === kind);
    expect(dayLine(ofKind('dated') as ShownClaim)).toMatch(/^Published \d+ \w+ \d{4}$/);
    expect(dayLine(ofKind('undated') as ShownClaim)).toMatch(/^Undated, (?:on or|between)/);
  });
});
