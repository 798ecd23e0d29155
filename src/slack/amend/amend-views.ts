import { AMEND_MODALS } from '../blocks/amend-modals.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Submission } from '../listeners/views/index.ts';
import { createReportClaim } from './report-claim.ts';
import { createSubmitAmendment } from './submit-amendment.ts';

/** What sending off each form does that amends a claim. */
export function createAmendViews(
  dependencies: Dependencies,
): Readonly<Record<string, (submission: Submission) => Promise<void>>> {
  const { report, ...entering } = AMEND_MODALS;
  return {
    ...Object.fromEntries(
      Object.values(entering).map((modal) => [modal, createSubmitAmendment(dependencies, modal)] as const),
    ),
    [report]: createReportClaim(dependencies),
  };
}
