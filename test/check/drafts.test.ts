import { describe, expect, test } from 'vitest';
import { createChecker } from '../../src/check/checker.ts';
import type { Dossier } from '../../src/record/dossier.ts';
import { readJsonl } from '../read-jsonl.ts';
import { ferry, NOW, prisoners, quarry, vaccine } from './records.ts';

interface Draft {
  readonly id: string;
  readonly text: string;
  readonly verdict: string;
  readonly set?: string;
}

function score(record: readonly Dossier[], file: string, keep: (draft: Draft) => boolean) {
  const checker = createChecker(record);
  const drafts = readJsonl<Draft>(file)
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

const POWS = 'test/drafts/north-korean-pows.jsonl';
const story = (name: string) => `test/fixtures/${name}/drafts.jsonl`;

// Word lists and rules were written with the first four; of the vaccine only totals were ever looked at.
describe('on drafts whose verdicts are known, none is wrongly supported', () => {
  test.each([
    ['the prisoners, for building', prisoners, POWS, 'dev', 0.95],
    ['the prisoners, held back', prisoners, POWS, 'held', 0.9],
    ['the ferry', ferry, story('harbour-ferry'), undefined, 0.95],
    ['the quarry', quarry, story('quarry'), undefined, 0.95],
    ['the vaccine', vaccine, story('vaccine'), undefined, 0.75],
  ] as const)('%s', (_, record, file, part, least) => {
    const { share, wronglySupported } = score(record, file, ({ set }) => part === undefined || set === part);
    expect(wronglySupported).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(least);
  });
});
