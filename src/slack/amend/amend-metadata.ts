import { z } from 'zod';

const formSchema = z.strictObject({
  dossier: z.string(),
  claim: z.string(),
  /** The place in the ledger at which the claim was read that the form shows. */
  since: z.number().int().nonnegative(),
});

/** What a form that amends a claim carries unseen. The menus in it ask for its `dossier`. */
export type AmendMetadata = Readonly<z.infer<typeof formSchema>>;

/** Reads what a form carries; undefined when it is nothing that this version wrote. */
export function readAmendMetadata(text: string): AmendMetadata | undefined {
  try {
    return formSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
