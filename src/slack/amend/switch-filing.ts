import { AMEND_FIELDS, supersedeFilingModal, supersedeModal } from '../blocks/amend-modals.ts';
import type { Dependencies } from '../dependencies.ts';
import { readValues } from '../desk/read-form.ts';
import type { Action } from '../listeners/actions/index.ts';
import { startOfNewer } from './amend-forms.ts';
import { readAmendMetadata } from './amend-metadata.ts';
import { refusedModal } from './choose-act.ts';
import { AMEND_WORDS } from './words.ts';

/** Lets the newer claim be filed in the form that says what overtook a claim, or be chosen there again. */
export function createSwitchFiling({
  record,
  delivery,
  desk,
}: Pick<Dependencies, 'record' | 'delivery' | 'desk'>): Action {
  return {
    async now({ value, view }) {
      const metadata = view && readAmendMetadata(view.metadata);
      const dossier = record.dossiers.find(({ slug }) => slug === metadata?.dossier);
      const claim = metadata && dossier?.claims.get(metadata.claim);
      if (!view || !dossier || !claim) return;
      if (value === 'file' && desk.fourEyes)
        return delivery.updateModal(view.id, refusedModal(AMEND_WORDS.refused['own-claim']));
      const why = readValues(view.values).text(AMEND_FIELDS.why);
      const form = { dossier, claim, since: metadata.since, why };
      const shown =
        value === 'file' ? supersedeFilingModal({ ...form, filled: startOfNewer(claim) }) : supersedeModal(form);
      await delivery.updateModal(view.id, shown);
    },
  };
}
