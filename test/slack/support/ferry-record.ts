import type { Dossier } from '../../../src/record/dossier.ts';
import { loadRecord } from '../../../src/record/load-record.ts';

/** The record of the invented ferry accident. */
export const ferryRecord: readonly Dossier[] = loadRecord('test/fixtures/harbour-ferry/data');
