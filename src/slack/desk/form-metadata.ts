import { z } from 'zod';

/** What the form for filing carries unseen, as JSON in its `private_metadata`. */
const filingMetadataSchema = z.strictObject({
  dossier: z.string(),
  /** Whether the article is one on record or entered anew. */
  article: z.enum(['record', 'new']),
  /** Set in the second step: the claims that were offered in place of a new one, in their order. */
  near: z.array(z.string()).exactOptional(),
  /** The claim on record that a report is added to: then nothing else is asked. */
  adds: z.string().exactOptional(),
  /** The proposal that is changed, and the version of it that the form started with. */
  revises: z.strictObject({ proposal: z.string(), version: z.number() }).exactOptional(),
});

export type FilingMetadata = Readonly<z.infer<typeof filingMetadataSchema>>;

/** Reads what the form carries; undefined when it is nothing that this version wrote. */
export function readFilingMetadata(text: string): FilingMetadata | undefined {
  try {
    return filingMetadataSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
