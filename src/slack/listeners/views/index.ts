import type { App, ViewResponseAction } from '@slack/bolt';
import { z } from 'zod';
import { checkBlocks } from '../../blocks/check-pages.ts';
import { checkedModal, DRAFT_INPUTS, DRAFT_MODAL } from '../../blocks/draft-modal.ts';
import { checkingNotice, checkNow } from '../../check-copy.ts';
import type { Dependencies } from '../../dependencies.ts';
import { copyText } from '../../format/copy-text.ts';
import { WORDS } from '../../words.ts';

const submissionSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    callback_id: z.string(),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
});

/** Handles modals that are sent off. One listener takes every one, so that one that is no longer ours is acknowledged too. */
export function registerViews(app: App, dependencies: Dependencies): void {
  const { work, delivery } = dependencies;

  app.view(/^/, async ({ ack, body }) => {
    const { user, view } = submissionSchema.parse(body);
    if (view.callback_id !== DRAFT_MODAL) return ack();
    let isAcknowledged = false;
    const show = async (response: ViewResponseAction) => {
      isAcknowledged = true;
      await ack(response);
    };

    /** In the modal as long as it waits for an answer, and afterwards in place of what it shows. */
    const update = async (blocks: Parameters<typeof checkedModal>[0]) => {
      const checked = checkedModal(blocks);
      if (isAcknowledged) await delivery.updateModal(view.id, checked);
      else await show({ response_action: 'update', view: checked });
    };

    await work.run({ name: DRAFT_MODAL, tell: ({ blocks }) => update(blocks) }, async () => {
      const draft = copyText(...DRAFT_INPUTS.map((id) => view.state.values[id]?.[id]?.value ?? ''));
      if (draft.kind !== 'copy') {
        const error = draft.kind === 'empty' ? WORDS.check.noDraft : WORDS.check.tooLong(draft.length);
        return show({ response_action: 'errors', errors: { [DRAFT_INPUTS[0]]: error } });
      }
      const checking = checkingNotice(draft.text);
      if (checking) await update(checking.blocks);
      const { blocks, rest } = checkBlocks(await checkNow(draft.text, dependencies), dependencies.record);
      await update(blocks);
      for (const message of rest) await delivery.post({ channel: user.id }, message);
    });
  });
}
