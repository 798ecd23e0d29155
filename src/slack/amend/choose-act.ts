import type { ModalView } from '@slack/types';
import { filledClaimOf } from '../../desk/claim-value.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import { correctModal, reportModal, retractModal, supersedeModal, toldModal } from '../blocks/amend-modals.ts';
import { CLAIM_ACTS, type ClaimAct } from '../blocks/claim-menu-modal.ts';
import { paragraph, words } from '../blocks/elements.ts';
import { historyModal } from '../blocks/history-blocks.ts';
import { fromKeepValue } from '../blocks/keep-button.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Action } from '../listeners/actions/index.ts';
import { filledReportOf } from './amend-forms.ts';
import { createTellHistory } from './tell-history.ts';
import { AMEND_WORDS } from './words.ts';

const { refused: REFUSED } = AMEND_WORDS;

/**
 * Shows in place of the list what was chosen for one of its claims: its history, for everyone; for editors a form to amend
 * it, for others one to tell the desk what is wrong.
 */
export function createChooseAct(dependencies: Pick<Dependencies, 'record' | 'delivery' | 'desk' | 'store'>): Action {
  const { record, delivery, desk } = dependencies;
  const tellHistory = createTellHistory(dependencies);

  return {
    async now({ value = '', user, view }) {
      const [act, place] = value.split(':');
      const ref = fromKeepValue(view?.metadata)[Number(place)];
      if (view === undefined || ref === undefined || !isClaimAct(act)) return;
      const show = (modal: ModalView) => delivery.updateModal(view.id, modal);
      if (act === 'history') {
        const history = await tellHistory(ref);
        return show(history ? historyModal(history, 0) : refusedModal(REFUSED['unknown-claim']));
      }
      const role = await desk.roleOf(user.id);
      const mayReport = role.kind === 'not-editor' && desk.channel !== undefined;
      if (role.kind !== 'editor' && !mayReport) return show(refusedModal(REFUSED[role.kind]));
      const since = record.place;
      const dossier = record.dossiers.find(({ slug }) => slug === ref.dossier);
      const claim = dossier?.claims.get(ref.claim);
      if (!dossier || !claim) return show(refusedModal(REFUSED['unknown-claim']));
      return show(mayReport ? reportModal({ dossier, claim, since }) : formFor(act, dossier, claim, since));
    },
  };
}

/** A modal that says why something cannot be done. */
export function refusedModal(why: string): ModalView {
  return toldModal(REFUSED.cannot, [paragraph(words(why))]);
}

function formFor(act: Exclude<ClaimAct, 'history'>, dossier: Dossier, claim: Claim, since: number): ModalView {
  const form = { dossier, claim, since };
  switch (act) {
    case 'correct':
      return correctModal({ ...form, filled: filledClaimOf(claim), report: filledReportOf(claim) });
    case 'retract':
      return retractModal(form);
    case 'supersede':
      return supersedeModal(form);
  }
}

function isClaimAct(act: string | undefined): act is ClaimAct {
  return CLAIM_ACTS.some((one) => one === act);
}
