import { claimMenuModal, menuClaim } from '../blocks/claim-menu-modal.ts';
import { fromKeepValue } from '../blocks/keep-button.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Action } from '../listeners/actions/index.ts';

/** Opens the claims of a message as they stand now. Everyone may. */
export function createOpenClaimMenu({ record, delivery }: Pick<Dependencies, 'record' | 'delivery'>): Action {
  return {
    async now({ value, triggerId }) {
      if (triggerId === undefined) return;
      const claims = fromKeepValue(value).flatMap((ref) => menuClaim(ref, record.dossiers));
      await delivery.openModal(triggerId, claimMenuModal(claims));
    },
  };
}
