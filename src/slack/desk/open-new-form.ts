import { claimModal } from '../blocks/claim-modal.ts';
import type { Message } from '../blocks/message.ts';
import { notice } from '../blocks/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import { type FormStart, newClaimForm } from './open-form.ts';
import { DESK_WORDS } from './words.ts';

const { refused: REFUSED } = DESK_WORDS;

/** Opens the form for a new claim, or tells the person why nothing can be filed. */
export type OpenNewForm = (
  triggerId: string,
  start: FormStart,
  tell: (message: Message) => Promise<unknown>,
) => Promise<void>;

/** Opens forms for new claims. */
export function createOpenNewForm({
  record,
  desk,
  delivery,
}: Pick<Dependencies, 'record' | 'desk' | 'delivery'>): OpenNewForm {
  return async (triggerId, start, tell) => {
    if (desk.channel === undefined) return void (await tell(notice(REFUSED.noChannel)));
    const form = newClaimForm(start, record.dossiers);
    if (!form) return void (await tell(notice(REFUSED.noRecord)));
    await delivery.openModal(triggerId, claimModal(form));
  };
}
