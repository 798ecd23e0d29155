import type { Dossier } from '../record/dossier.ts';
import { onceEach } from '../record/once-each.ts';
import { type ClaimIndex, createClaimIndex } from './claim-index.ts';

/** A dossier's index; made once a dossier, whoever asks. */
export const claimIndexOf: (dossier: Dossier) => ClaimIndex = onceEach(createClaimIndex);
