import type { Answer, Question } from './answer.ts';

/** The forms that a question may ask for by name (`/dateline timeline ...`). */
export type AskedForm = 'timeline' | 'sources' | 'conflicts';

/** The asking core as surfaces see it: pure, synchronous, the same bytes for the same record and question. */
export interface Asker {
  /** The answer to a question; `form` is set when the reader named it, and left out for plain questions. */
  ask(question: Question & { readonly form?: AskedForm }): Answer;
  /** The key facts of one topic, with how old the record is; `now` is an ISO instant. */
  brief(within: { readonly dossier: string; readonly topic: string }, now: string): Answer;
}
