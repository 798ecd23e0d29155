import { createHash } from 'node:crypto';
import type { FilledClaim, FilledReport } from '../../../desk/filled-form.ts';
import { findNear } from '../../../desk/find-near.ts';
import { type FilingReading, readAddedReport, readFiling } from '../../../desk/read-filing.ts';
import type { Log } from '../../../log.ts';
import type { Claim, Dossier } from '../../../record/dossier.ts';
import { CLAIM_MODAL, claimModal, FILING_FIELDS, NEW_CLAIM, SAVING } from '../../blocks/claim-modal.ts';
import { notice } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { readDeskChannel } from '../../desk/desk-channel.ts';
import type { Filing } from '../../desk/filing.ts';
import { type FilingMetadata, readFilingMetadata } from '../../desk/form-metadata.ts';
import { idOfValue } from '../../desk/option-values.ts';
import { type FormValues, readClaimInputs, readReportInputs, readValues } from '../../desk/read-form.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import { DESK_WORDS } from '../../desk/words.ts';
import type { Submission } from './index.ts';

const { refused: REFUSED } = DESK_WORDS;

/** A form that was sent off, as far as it could be read. */
interface SentForm {
  readonly metadata: FilingMetadata;
  readonly dossier: Dossier;
  readonly values: FormValues;
  readonly claim: FilledClaim;
  readonly report: FilledReport;
  /** The claim on record that the report is added to. */
  readonly adds: Claim | undefined;
}

/** Files what a form was filled with, or saves a proposal that was changed. What is wrong is said at its field. */
export function createFileClaim(dependencies: Dependencies, filing: Filing) {
  const { client, record, desk, work, delivery } = dependencies;

  return async ({ user, view, acknowledge }: Submission): Promise<void> => {
    let isAcknowledged = false;
    const respond: Submission['acknowledge'] = (response) => {
      isAcknowledged = true;
      return acknowledge(response);
    };
    const values = readValues(view.values);
    const refuse = (mistakes: { readonly [field: string]: string | undefined }) =>
      respond({ response_action: 'errors', errors: values.errors(mistakes) });
    // What concerns the whole form stands at its first field.
    const refuseAll = (why: string) => refuse({ '': why });
    const tell = (text: string) => (isAcknowledged ? delivery.post({ channel: user }, notice(text)) : refuseAll(text));

    await work.run({ name: CLAIM_MODAL, tell: ({ text }) => tell(text) }, async (log): Promise<void> => {
      const metadata = readFilingMetadata(view.metadata);
      const dossier = record.dossiers.find(({ slug }) => slug === metadata?.dossier);
      if (!metadata) return refuseAll(REFUSED.stale);
      if (!dossier) return refuseAll(REFUSED['no-dossier']);
      const form = readForm(metadata, dossier, values);
      if (form === 'unanswered') return refuse({ [FILING_FIELDS.near]: REFUSED.choose });
      if (form === 'gone') return refuse({ [FILING_FIELDS.near]: REFUSED['claim-gone'] });
      const reading = form.adds
        ? readAddedReport(form.adds, form.report, dossier)
        : readFiling(form.claim, form.report, dossier);
      if (reading.kind === 'mistakes') return refuse(reading.mistakes);
      return metadata.revises ? revise(form, reading, log) : file(form, reading, log);
    });

    async function file(form: SentForm, { things, claim }: Read, log: Log): Promise<void> {
      const { metadata, dossier, adds } = form;
      const closed = await closedDesk(log);
      if (closed !== undefined) return refuseAll(closed);
      const near = metadata.near || adds ? [] : findNear(dossier, claim);
      if (near.length > 0) {
        const { claim: filled, report } = form;
        const step = claimModal({ dossier, dossiers: record.dossiers, claim: filled, report, near });
        return respond({ response_action: 'push', view: step });
      }
      const proposal = `p-${createHash('sha256').update(view.id).digest('hex').slice(0, 16)}`;
      const accepted = { user, filing: { dossier: dossier.slug, proposal, things: [...things] } };
      const refusal = filing.filingRefusal(accepted);
      if (refusal?.kind === 'unfit') return refuse(refusal.mistakes);
      if (refusal && refusal.kind !== 'filed') return refuseAll(await refusalText(refusal, desk.nameOf));
      await filing.takeFiling(`file:${proposal}`, accepted);
      return respond({ response_action: 'clear' });
    }

    async function revise({ metadata, values }: SentForm, { things }: Read, log: Log): Promise<void> {
      const { revises: seen } = metadata;
      if (!seen) return;
      const approve = values.choice(FILING_FIELDS.saving) === SAVING.approve;
      const role = await desk.roleOf(user);
      const isEditor = role.kind === 'editor';
      if (approve && !isEditor) {
        log.warn(
          { user, role: role.kind, proposal: seen.proposal },
          'an approval by someone who is no editor was refused',
        );
        return refuse({ [FILING_FIELDS.saving]: REFUSED[role.kind] });
      }
      const accepted = { user, isEditor, seen, things: [...things], approve };
      const refusal = filing.revisionRefusal(accepted);
      if (refusal?.kind === 'unfit') return refuse(refusal.mistakes);
      if (refusal) {
        if (refusal.kind === 'not-yours')
          log.warn({ user, proposal: seen.proposal }, 'a change of somebody else’s proposal was refused');
        return refuseAll(await refusalText(refusal, desk.nameOf));
      }
      await filing.takeRevision(`revise:${view.id}`, accepted);
      return respond({ response_action: 'clear' });
    }

    async function closedDesk(log: Log): Promise<string | undefined> {
      if (desk.channel === undefined) return REFUSED.noChannel;
      const state = await readDeskChannel(client, desk.channel, log);
      return state === 'not-invited' || state === 'archived' ? REFUSED[state] : undefined;
    }
  };
}

type Read = Extract<FilingReading, { kind: 'read' }>;

/** Reads a form; `unanswered` where the second step was sent without a choice, `gone` where its claim is not there. */
function readForm(metadata: FilingMetadata, dossier: Dossier, values: FormValues): SentForm | 'unanswered' | 'gone' {
  const chosen = metadata.near ? values.choice(FILING_FIELDS.near) : NEW_CLAIM;
  if (chosen === '') return 'unanswered';
  const id = metadata.adds ?? (chosen === NEW_CLAIM ? undefined : idOfValue(chosen, dossier.claims.keys()));
  const adds = dossier.claims.get(id ?? '');
  if (id !== undefined && adds === undefined) return 'gone';
  return {
    metadata,
    dossier,
    values,
    claim: readClaimInputs(values, dossier),
    report: readReportInputs(values, dossier, metadata.article === 'new'),
    adds,
  };
}
