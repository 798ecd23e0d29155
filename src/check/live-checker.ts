import type { LiveRecord } from '../record/live-record.ts';
import { madeOfRecord } from '../record/made-of-record.ts';
import { type Checker, createChecker, readBeforehand } from './checker.ts';

/** A checker over a record that changes, and the reading of the record that it can do beforehand. */
export interface LiveChecker extends Checker {
  /** Reads the record as it stands now, pausing after each claim; ends early when the record changes meanwhile. */
  readBeforehand(): Generator<void>;
}

/** Holds copy against the record as it stands then. Makes nothing ready before it is asked to. */
export function createLiveChecker(record: Pick<LiveRecord, 'dossiers'>): LiveChecker {
  const newest = madeOfRecord(record, createChecker);
  return {
    check: (copy, now) => newest().check(copy, now),
    checkSentence: (sentence, now) => newest().checkSentence(sentence, now),
    *readBeforehand() {
      const reading = record.dossiers;
      for (const _ of readBeforehand(reading)) {
        if (record.dossiers !== reading) return;
        yield;
      }
    },
  };
}
