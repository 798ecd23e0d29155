import type { LiveRecord } from '../record/live-record.ts';
import { madeOfRecord } from '../record/made-of-record.ts';
import { createAsker } from './ask.ts';
import type { Asker } from './asker.ts';

/**
 * The asking core over a record that changes: every question is put to the record as it stands then. Made ready by the
 * first question, and after each change, so that nobody waits for it.
 */
export function createLiveAsker(record: Pick<LiveRecord, 'dossiers' | 'onChange'>): Asker {
  const newest = madeOfRecord(record, createAsker);
  record.onChange(newest);
  return {
    ask: (question) => newest().ask(question),
    brief: (within, now) => newest().brief(within, now),
  };
}
