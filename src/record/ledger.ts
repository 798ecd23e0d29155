import { z } from 'zod';
import { thing } from './ledger-values.ts';

const words = z.string().min(1);
const things = z.array(thing).min(1).readonly();

/**
 * What can happen to the record. The first three come from the data folder, the others from editors.
 * An act carries everything it brings in, whole, so that reading the ledger needs nothing but the ledger.
 */
export const actSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), dossier: words, thing }),
  z.strictObject({ kind: z.literal('changed'), dossier: words, thing }),
  z.strictObject({
    kind: z.literal('withdrawn'),
    dossier: words,
    subject: z.enum(['topic', 'measure', 'person', 'article', 'claim']),
    id: words,
  }),
  /** Nothing of it is in the record yet. The same `proposal` again is a revision. */
  z.strictObject({ kind: z.literal('proposed'), dossier: words, proposal: words, things, why: words.exactOptional() }),
  /** `things` are what the editor let in, which may differ from what was proposed. */
  z.strictObject({ kind: z.literal('approved'), dossier: words, proposal: words, things, why: words.exactOptional() }),
  z.strictObject({ kind: z.literal('declined'), dossier: words, proposal: words, why: words }),
  /** `things` are the claim as corrected and what else it needs; `source` is what shows that the old one was wrong. */
  z.strictObject({ kind: z.literal('corrected'), dossier: words, claim: words, things, why: words, source: words }),
  z.strictObject({ kind: z.literal('retracted'), dossier: words, claim: words, why: words, source: words }),
  /** `things` holds the newer claim, `by`, unless it is in the record already. */
  z.strictObject({
    kind: z.literal('superseded'),
    dossier: words,
    claim: words,
    by: words,
    things: z.array(thing).readonly(),
    why: words,
  }),
]);

export type Act = Readonly<z.infer<typeof actSchema>>;

/** An act of the data folder. */
export type FileAct = Extract<Act, { kind: 'added' | 'changed' | 'withdrawn' }>;

/** Who did what the data folder says. Anyone else is a Slack user id. */
export const DATA_FOLDER = 'data folder';

/** One line of the ledger; never changed, never removed. */
export interface LedgerEntry {
  /** Its place, counted from 1 without gaps. */
  readonly seq: number;
  /** ISO instant in milliseconds by the store's clock; never earlier than that of the entry before. */
  readonly at: string;
  /** `DATA_FOLDER` or a Slack user id. */
  readonly by: string;
  readonly act: Act;
}

/** Acts of one person, to be entered together or not at all. */
export interface Submission {
  readonly by: string;
  readonly acts: readonly Act[];
  /** What was decided on: the last place read, 0 for an empty ledger. Absent: append whatever came between. */
  readonly after?: number;
}

export type Appended =
  | { readonly kind: 'appended'; readonly entries: readonly LedgerEntry[] }
  /** Someone else came first, and nothing was entered: read on after `after` and decide again. */
  | { readonly kind: 'overtaken' };

/** A running reader of the ledger. */
export interface Follower {
  /** Ends it; resolves when nothing more will be received. */
  stop(): Promise<void>;
}

/** The append-only log of what entered the record, when and by whom. */
export interface Ledger {
  /** Enters acts. Once it resolves they survive any crash. Rejected with a fault, they may or may not be there. */
  append(submission: Submission): Promise<Appended>;
  /** Entries in order: those after a place (default: from the first), up to and including an ISO instant. */
  read(range?: { readonly after?: number; readonly until?: string }): Promise<readonly LedgerEntry[]>;
  /**
   * Hands over every entry after a place, in order, each once, wherever it was appended, within a second.
   * A batch that `receive` rejects is handed over again.
   */
  follow(after: number, receive: (entries: readonly LedgerEntry[]) => void | Promise<void>): Follower;
}
