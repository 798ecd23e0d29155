import { EMPTY_ARTICLE, type FilledClaim, type FilledReport, type Named } from '../../../desk/filled-form.ts';
import { proposalsIn } from '../../../desk/proposals.ts';
import type { Dossier } from '../../../record/dossier.ts';
import { answerTo, fromButtonValue } from '../../asked.ts';
import { claimModal, FILING_FIELDS } from '../../blocks/claim-modal.ts';
import { FILE_ACTION } from '../../blocks/file-button.ts';
import { ARTICLE_TOGGLE } from '../../blocks/report-inputs.ts';
import type { Dependencies } from '../../dependencies.ts';
import { readFilingMetadata } from '../../desk/form-metadata.ts';
import { createOpenNewForm } from '../../desk/open-new-form.ts';
import { idOfValue } from '../../desk/option-values.ts';
import { readClaimInputs, readReportInputs, readValues } from '../../desk/read-form.ts';
import { DESK_WORDS } from '../../desk/words.ts';
import type { Action } from './index.ts';
import type { Press } from './press.ts';

/** Opens the form below an answer that declines, and shows the form again when what it asks for changes. */
export function createFormActions(dependencies: Dependencies) {
  const { record, asker, delivery, now } = dependencies;
  const openNew = createOpenNewForm(dependencies);

  const file: Action = {
    async now({ value, triggerId, responseUrl, user, channel }) {
      const asked = fromButtonValue(value);
      if (!asked || !triggerId) return;
      const { dossier } = asked.within ?? answerTo(asked, asker, now());
      const lead = DESK_WORDS.modal.asked(asked.ask);
      await openNew(triggerId, { dossier, lead }, (message) =>
        responseUrl
          ? delivery.respond(responseUrl, message, 'private', { user: user.id, channel })
          : delivery.post({ channel: user.id }, message),
      );
    },
  };

  /** Shows a form again with what is entered in it by now, changed as `change` says. */
  async function showAgain({ view }: Press, change: (form: Entered) => Partial<Entered>): Promise<void> {
    const metadata = view && readFilingMetadata(view.metadata);
    const dossier = record.dossiers.find(({ slug }) => slug === metadata?.dossier);
    if (!view || !metadata || !dossier) return;
    const values = readValues(view.values);
    const entered = {
      dossier,
      claim: readClaimInputs(values, dossier),
      report: readReportInputs(values, dossier, metadata.article === 'new'),
    };
    const { near, revises } = metadata;
    const adds = dossier.claims.get(metadata.adds ?? '');
    const proposal = revises && proposalsIn(record.entries).get(revises.proposal);
    await delivery.updateModal(
      view.id,
      claimModal({
        ...entered,
        ...change(entered),
        dossiers: record.dossiers,
        ...(near ? { near: near.flatMap((id) => dossier.claims.get(id) ?? []) } : {}),
        ...(adds ? { adds } : {}),
        ...(revises && proposal
          ? { revises: { ...revises, mayApprove: values.fields.has(FILING_FIELDS.saving) } }
          : {}),
      }),
    );
  }

  const toggleArticle: Action = {
    now: (press) =>
      showAgain(press, ({ report }) => {
        const { newArticle: _, ...rest } = report;
        return { report: press.value === 'new' ? { ...rest, article: '', newArticle: EMPTY_ARTICLE } : rest };
      }),
  };

  const chooseDossier: Action = {
    now: (press) =>
      showAgain(press, ({ dossier, claim, report }) => {
        const slug = idOfValue(
          press.value ?? '',
          record.dossiers.map((one) => one.slug),
        );
        const chosen = record.dossiers.find((one) => one.slug === slug);
        return chosen === undefined || chosen === dossier ? {} : { dossier: chosen, ...carriedOver(claim, report) };
      }),
  };

  return {
    [FILE_ACTION]: file,
    [ARTICLE_TOGGLE]: toggleArticle,
    [FILING_FIELDS.dossier]: chooseDossier,
  } satisfies Readonly<Record<string, Action>>;
}

interface Entered {
  readonly dossier: Dossier;
  readonly claim: FilledClaim;
  readonly report: FilledReport;
}

/** What of a form stays when it is for another dossier: topics, people, measures and articles are a dossier's own. */
function carriedOver(claim: FilledClaim, report: FilledReport): Pick<Entered, 'claim' | 'report'> {
  const isNew = ({ kind }: Named) => kind === 'new';
  return {
    claim: {
      ...claim,
      topic: '',
      measure: '',
      saidBy: claim.saidBy.filter(isNew),
      people: claim.people.filter(isNew),
    },
    report: { ...report, article: '' },
  };
}
