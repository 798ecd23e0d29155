import { AMEND_MODALS } from '../blocks/amend-modals.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Submission } from '../listeners/views/index.ts';
import { createSubmitAmendment } from './submit-amendment.ts';

/** What sending off each form does that amends a claim. */
export function createAmendViews(
  dependencies: Dependencies,
): Readonly<Record<string, (submission: Submission) => Promise<void>>> {
  return Object.fromEntries(
    Object.values(AMEND_MODALS).map((modal) => [modal, createSubmitAmendment(dependencies, modal)]),
  );
}
