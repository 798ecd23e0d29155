import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askDossier, type Finding } from '../../src/ask/ask.ts';
import { type ClaimIndex, createClaimIndex } from '../../src/ask/claim-index.ts';
import { plainText } from '../../src/ask/plain-text.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { readJsonl } from '../read-jsonl.ts';

// Each stage of asking for real questions of every kind, kept as a golden file: what was read, what was found, what was decided.
const NOW = '2025-11-03T09:00:00Z';
const CANDIDATES_KEPT = 5;

interface Case {
  readonly name: string;
  readonly ask: string;
  readonly thread?: readonly string[];
}

function readCases(file: string): Case[] {
  return readJsonl(join(import.meta.dirname, file));
}

/** The inquiry without what is empty, and its slots on a line each. */
function inquiryLines({ inquiry }: Finding): string[] {
  const { slots, text, ...rest } = inquiry;
  const told = Object.entries(rest).filter(
    ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return [
    `text: ${text}`,
    ...told.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    ...slots.map(
      (slot) =>
        `slot: ${slot.text}${slot.name ? ` = ${slot.name}` : ''} (burden ${slot.burden.toFixed(2)}${slot.known ? '' : ', not on record'})`,
    ),
  ];
}

function candidateLines({ ranked }: Finding): string[] {
  return ranked
    .slice(0, CANDIDATES_KEPT)
    .map(
      ({ claim, score, coverage, fits, unmet }) =>
        `${claim.id} score ${score.toFixed(2)} coverage ${coverage.toFixed(2)}${fits ? '' : ' unfit'}${unmet.length > 0 ? ` unmet ${unmet.join(', ')}` : ''}`,
    );
}

function goldenText(index: ClaimIndex, question: Case): string {
  const finding = askDossier(index, {
    ask: question.ask,
    now: NOW,
    ...(question.thread ? { thread: question.thread } : {}),
  });
  return [
    ...(question.thread ?? []).map((earlier) => `> ${earlier}`),
    `> ${question.ask}`,
    '',
    '# read',
    ...inquiryLines(finding),
    '',
    '# found',
    ...candidateLines(finding),
    '',
    `# decided: ${finding.silence ? `declined, ${finding.silence.reason}` : 'answered'}`,
    plainText(finding.answer),
    '',
  ].join('\n');
}

describe.each([
  ['data', 'north-korean-pows'],
  ['test/fixtures/harbour-ferry/data', 'harbour-ferry'],
])('asking the record in %s', (folder, slug) => {
  const [index] = loadRecord(folder).map(createClaimIndex);

  it.each(readCases(`stages/${slug}.jsonl`))('$name: $ask', async (question) => {
    await expect(goldenText(index as ClaimIndex, question)).toMatchFileSnapshot(
      `__golden__/${slug}/${question.name}.txt`,
    );
  });
});
