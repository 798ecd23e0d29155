import type { App, ViewResponseAction } from '@slack/bolt';
import { z } from 'zod';
import { createAmendViews } from '../../amend/amend-views.ts';
import { CLAIM_MODAL } from '../../blocks/claim-modal.ts';
import { DECLINE_MODAL } from '../../blocks/decline-modal.ts';
import { DIGEST_MODAL } from '../../blocks/digest-modal.ts';
import { DRAFT_MODAL } from '../../blocks/draft-modal.ts';
import type { Dependencies } from '../../dependencies.ts';
import { createFiling } from '../../desk/filing.ts';
import { createReviews } from '../../desk/reviews.ts';
import { createCheckDraft } from './check-draft.ts';
import { createDeclineProposal } from './decline-proposal.ts';
import { createFileClaim } from './file-claim.ts';
import { createSetUpDigest } from './set-up-digest.ts';

const submissionSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.unknown() }),
  }),
});

/** A modal that was sent off. */
export interface Submission {
  /** Who sent it. */
  readonly user: string;
  readonly view: { readonly id: string; readonly metadata: string; readonly values: unknown };
  /** Closes the modal, or shows something else in it. Within three seconds, and once. */
  readonly acknowledge: (response?: ViewResponseAction) => Promise<void>;
}

/** Handles modals that are sent off. One listener takes every one, so that one that is no longer ours is acknowledged too. */
export function registerViews(app: App, dependencies: Dependencies): void {
  const reviews = createReviews(dependencies);
  const views: Readonly<Record<string, (submission: Submission) => Promise<void>>> = {
    [DRAFT_MODAL]: createCheckDraft(dependencies),
    [DIGEST_MODAL]: createSetUpDigest(dependencies),
    [CLAIM_MODAL]: createFileClaim(dependencies, createFiling(dependencies, reviews)),
    ...createAmendViews(dependencies),
    [DECLINE_MODAL]: createDeclineProposal(dependencies, reviews),
  };

  app.view(/^/, async ({ ack, body }) => {
    const { user, view } = submissionSchema.parse(body);
    const handle = views[view.callback_id];
    if (!handle) return ack();
    await handle({
      user: user.id,
      view: { id: view.id, metadata: view.private_metadata, values: view.state.values },
      acknowledge: (response) => (response ? ack(response) : ack()),
    });
  });
}
