import type { ViewResponseAction } from '@slack/bolt';
import { z } from 'zod';
import { checkBlocks } from '../../blocks/check-pages.ts';
import { checkedModal, DRAFT_INPUTS, DRAFT_MODAL } from '../../blocks/draft-modal.ts';
import { checkingNotice, checkNow } from '../../check-copy.ts';
import type { Dependencies } from '../../dependencies.ts';
import { copyText } from '../../format/copy-text.ts';
import { WORDS } from '../../words.ts';
import type { Submission } from './index.ts';

const valuesSchema = z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() })));

/** Checks the draft that was pasted into the modal, and shows there what the record says of it. */
export function createCheckDraft(dependencies: Dependencies) {
  const { work, delivery } = dependencies;

  return async ({ user, view, acknowledge }: Submission): Promise<void> => {
    const values = valuesSchema.parse(view.values);
    let isAcknowledged = false;
    const show = async (response: ViewResponseAction) => {
      isAcknowledged = true;
      await acknowledge(response);
    };

    /** In the modal as long as it waits for an answer, and afterwards in place of what it shows. */
    const update = async (blocks: Parameters<typeof checkedModal>[0]) => {
      const checked = checkedModal(blocks);
      if (isAcknowledged) await delivery.updateModal(view.id, checked);
      else await show({ response_action: 'update', view: checked });
    };

    await work.run({ name: DRAFT_MODAL, tell: ({ blocks }) => update(blocks) }, async () => {
      const draft = copyText(...DRAFT_INPUTS.map((id) => values[id]?.[id]?.value ?? ''));
      if (draft.kind !== 'copy') {
        const error = draft.kind === 'empty' ? WORDS.check.noDraft : WORDS.check.tooLong(draft.length);
        return show({ response_action: 'errors', errors: { [DRAFT_INPUTS[0]]: error } });
      }
      const checking = checkingNotice(draft.text);
      if (checking) await update(checking.blocks);
      const { blocks, shown, rest } = checkBlocks(
        await checkNow(draft.text, dependencies),
        dependencies.record.dossiers,
      );
      await update(blocks);
      // A modal is in no channel: what counts is who saw it.
      delivery.record({ user, channel: user }, shown);
      for (const message of rest) await delivery.post({ channel: user }, message);
    });
  };
}
