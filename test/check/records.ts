import { createChecker } from '../../src/check/checker.ts';
import type { Dossier } from '../../src/record/dossier.ts';
import { loadRecord } from '../../src/record/load-record.ts';

/** A day after everything on record. */
export const NOW = '2025-12-01T09:00:00Z';

export const prisoners: readonly Dossier[] = loadRecord('data');
export const ferry: readonly Dossier[] = loadRecord('test/fixtures/harbour-ferry/data');
export const quarry: readonly Dossier[] = loadRecord('test/fixtures/quarry/data');
export const vaccine: readonly Dossier[] = loadRecord('test/fixtures/vaccine/data');

const checkers = {
  prisoners: createChecker(prisoners),
  ferry: createChecker(ferry),
  quarry: createChecker(quarry),
};

/** The verdict on one sentence, with the ids of the claims it rests on and the reason. */
export function verdictOn(sentence: string, dossier: keyof typeof checkers = 'prisoners') {
  const { verdict, claims, reason, suggestion, difference } = checkers[dossier].checkSentence(sentence, NOW);
  return { verdict, claims: claims.map(({ claim }) => claim.id), reason, suggestion, difference };
}
