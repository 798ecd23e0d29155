import { z } from 'zod';
import type { Amendment } from '../../record/amendment.ts';
import type { Dossier } from '../../record/dossier.ts';

/** An amendment that those who were shown its claim are to be told of. */
export interface Correction {
  readonly dossier: string;
  readonly claim: string;
  readonly amendment: Amendment;
}

/** Every amendment on record, the newest first. */
export function correctionsIn(dossiers: readonly Dossier[]): readonly Correction[] {
  return dossiers
    .flatMap(({ slug, amendments }) =>
      [...amendments].flatMap(([claim, all]) => all.map((amendment) => ({ dossier: slug, claim, amendment }))),
    )
    .toSorted((a, b) => b.amendment.seq - a.amendment.seq);
}

/** The run of all corrections that are through. */
export const CORRECTIONS = 'corrections';

/** The key of a correction: settled when everyone was told. */
export function correctionKey(seq: number): string {
  return `correction:${seq}`;
}

/** The run of everything that one correction did: a delivery an edited message, a told thread, a told person. */
export function seriesOfCorrection(seq: number): string {
  return correctionKey(seq);
}

/** The key of one message's edit. */
export function editKey(seq: number, { channel, ts }: { readonly channel: string; readonly ts: string }): string {
  return `${correctionKey(seq)}:edit:${channel}:${ts}`;
}

/** The key of the notice to a thread. */
export function threadKey(seq: number, { channel, thread }: Thread): string {
  return `${correctionKey(seq)}:thread:${channel}:${thread}`;
}

/** The key of the direct message to a person who was shown the claim privately. */
export function personKey(seq: number, user: string): string {
  return `${correctionKey(seq)}:person:${user}`;
}

/** The key of what the editor is told in the end. */
export function summaryKey(seq: number): string {
  return `${correctionKey(seq)}:summary`;
}

/** A thread in a channel. */
export interface Thread {
  readonly channel: string;
  readonly thread: string;
}

/** What the store keeps with a message's edit. */
export const editDetailSchema = z.object({
  /** `edited`: it was rendered again; `unsourced`: nothing was kept to render; `unchanged`: there was nothing to amend. */
  did: z.enum(['edited', 'unsourced', 'unchanged']),
  /** The version that it showed. */
  version: z.number(),
  /** Whether its thread is to be told. */
  tell: z.boolean(),
});

export type EditDetail = Readonly<z.infer<typeof editDetailSchema>>;
