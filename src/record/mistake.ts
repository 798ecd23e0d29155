import { DatelineError } from './dateline-error.ts';

/** Something in a data folder that an editor must mend before the record can be used. */
export interface Mistake {
  /** Path of the file, as it was given to the reader. */
  readonly file: string;
  /** Counted from 1; absent when the file itself is missing. */
  readonly line?: number;
  /** What the mistake is in: `claim "hurt-40"`. Absent for the file as a whole. */
  readonly subject?: string;
  /** One sentence: what is wrong. */
  readonly problem: string;
  /** One sentence or two: how to mend it. */
  readonly mend: string;
}

/** A mistake on one line: `data/x/claims/y.yml:12 claim "hurt-40": what is wrong. How to mend it.` */
export function formatMistake({ file, line, subject, problem, mend }: Mistake): string {
  const place = line === undefined ? file : `${file}:${line}`;
  return subject === undefined ? `${place}: ${problem} ${mend}` : `${place} ${subject}: ${problem} ${mend}`;
}

/** Thrown when a data folder cannot be used. The message lists every mistake, one a line. */
export class InvalidRecordError extends DatelineError {
  readonly code = 'invalid-record';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`;
    super([`The record has ${count}:`, ...mistakes.map(formatMistake)].join('\n'));
    this.mistakes = mistakes;
  }
}
