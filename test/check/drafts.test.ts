import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../src/check/checker.ts';
import type { Dossier } from '../../src/record/dossier.ts';
import { ferry, NOW, prisoners } from './records.ts';

interface Draft {
  readonly id: string;
  readonly text: string;
  readonly verdict: string;
  readonly set?: string;
}

function score(record: readonly Dossier[], file: string, keep: (draft: Draft) => boolean) {
  const checker = createChecker(record);
  const drafts = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Draft)
    .filter(keep)
    .map((draft) => ({ ...draft, found: checker.checkSentence(draft.text, NOW).verdict }));
  return {
    share: drafts.filter(({ found, verdict }) => found === verdict).length / drafts.length,
    wronglySupported: drafts
      .filter(
        ({ found, verdict }) => found === 'supported' && (verdict === 'contradicted' || verdict === 'misattributed'),
      )
      .map(({ id }) => id),
  };
}

describe('on drafts whose verdicts are known', () => {
  test('nine in ten are right on the prisoners, none wrongly supported', () => {
    const { share, wronglySupported } = score(
      prisoners,
      'test/drafts/north-korean-pows.jsonl',
      ({ set }) => set === 'dev',
    );
    expect(wronglySupported).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(0.9);
  });

  test('nine in ten are right on the ferry, none wrongly supported', () => {
    const { share, wronglySupported } = score(ferry, 'test/fixtures/harbour-ferry/drafts.jsonl', () => true);
    expect(wronglySupported).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(0.9);
  });
});
