import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { FilledClaim, FilledReport } from '../../desk/filled-form.ts';
import { citationsOf, formatCitation } from '../../record/citation.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import type { FilingMetadata } from '../desk/form-metadata.ts';
import { idValue } from '../desk/option-values.ts';
import { DESK_WORDS } from '../desk/words.ts';
import { claimInputs } from './claim-inputs.ts';
import { clip, header, literal, paragraph, words } from './elements.ts';
import { formInput, option } from './form-inputs.ts';
import { LIMITS } from './limits.ts';
import { reportInputs } from './report-inputs.ts';

/** The callback id of the form for a claim or a report. */
export const CLAIM_MODAL = 'file-claim';

/** The names of the inputs that only this form has. */
export const FILING_FIELDS = { dossier: 'dossier', near: 'near', saving: 'saving' } as const;

/** The value of the choice that files a new claim in spite of those near it. */
export const NEW_CLAIM = 'new';

/** What saving a changed proposal does. */
export const SAVING = { wait: 'wait', approve: 'approve' } as const;

/** What the form is shown with. */
export interface ClaimForm {
  readonly dossier: Dossier;
  /** All there are: one is chosen where there are several. */
  readonly dossiers: readonly Dossier[];
  readonly claim: FilledClaim;
  readonly report: FilledReport;
  /** Claims on record that may be the same; the second step shows them. */
  readonly near?: readonly Claim[];
  /** The claim on record that a report is added to. */
  readonly adds?: Claim;
  readonly revises?: { readonly proposal: string; readonly version: number; readonly mayApprove: boolean };
  /** Said first: what the form was opened for. */
  readonly lead?: string;
}

const { modal: MODAL } = DESK_WORDS;
const LONGEST_LEAD = 500;
const LONGEST_NEAR = 500;

/** The form for a claim: filed, changed while it waits, or a report added to a claim on record. */
export function claimModal(form: ClaimForm): ModalView {
  const { dossier, claim, report, adds, near, revises } = form;
  const metadata: FilingMetadata = {
    dossier: dossier.slug,
    article: report.newArticle ? 'new' : 'record',
    ...(near ? { near: near.map(({ id }) => id) } : {}),
    ...(adds ? { adds: adds.id } : {}),
    ...(revises ? { revises: { proposal: revises.proposal, version: revises.version } } : {}),
  };
  return {
    type: 'modal',
    callback_id: CLAIM_MODAL,
    private_metadata: JSON.stringify(metadata),
    title: literal(revises ? MODAL.reviseTitle : near ? MODAL.nearTitle : MODAL.title, LIMITS.viewTitle),
    submit: literal(revises ? MODAL.save : MODAL.submit, LIMITS.viewTitle),
    close: literal(MODAL.close, LIMITS.viewTitle),
    blocks: [
      ...leadBlocks(form),
      ...(near ? nearBlocks(near) : []),
      ...(adds ? addsBlocks(adds) : claimInputs(claim, dossier)),
      header(MODAL.published),
      ...reportInputs(report, dossier),
      ...(revises?.mayApprove ? [savingInput()] : []),
    ],
  };
}

function leadBlocks({ dossier, dossiers, revises, near, lead }: ClaimForm): KnownBlock[] {
  if (near) return [];
  if (revises) return [paragraph(words(MODAL.reviseLead))];
  return [
    paragraph(words(clip(lead ?? MODAL.lead, LONGEST_LEAD))),
    ...(dossiers.length > 1 ? [dossierInput(dossier, dossiers)] : []),
  ];
}

function dossierInput(dossier: Dossier, dossiers: readonly Dossier[]): InputBlock {
  const options = dossiers.slice(0, LIMITS.options).map(({ slug, title }) => option(title, idValue(slug)));
  const initial = options.find(({ value }) => value === idValue(dossier.slug));
  const input = formInput(FILING_FIELDS.dossier, DESK_WORDS.fields.dossier, {
    type: 'static_select',
    options,
    ...(initial ? { initial_option: initial } : {}),
  });
  // The form asks by what the dossier has: it is shown again when another is chosen.
  return { ...input, dispatch_action: true };
}

/** A claim on one line with where it was published, as a form shows it. */
function claimLine(claim: Claim): string {
  return `${clip(claim.statement, LONGEST_NEAR)} (${citationsOf(claim).map(formatCitation).slice(0, 3).join('; ')})`;
}

function nearBlocks(near: readonly Claim[]): KnownBlock[] {
  const options = [
    ...near.map((claim, place) => option(MODAL.addTo(place + 1, claim.statement), idValue(claim.id))),
    option(MODAL.fileAsNew, NEW_CLAIM),
  ];
  return [
    paragraph(words(MODAL.nearLead(near.length), { bold: true })),
    ...near.map((claim, place) => paragraph(words(`${place + 1}. ${clip(claimLine(claim), LIMITS.text)}`))),
    formInput(FILING_FIELDS.near, { label: MODAL.nearLabel }, { type: 'radio_buttons', options }),
    header(MODAL.filed),
  ];
}

function addsBlocks(adds: Claim): KnownBlock[] {
  return [paragraph(words(MODAL.addsLead, { bold: true })), paragraph(words(clip(claimLine(adds), LIMITS.text)))];
}

function savingInput(): InputBlock {
  const options = [option(MODAL.saving.approve, SAVING.approve), option(MODAL.saving.wait, SAVING.wait)];
  const element = { type: 'radio_buttons' as const, options, initial_option: options[1] as (typeof options)[number] };
  return formInput(FILING_FIELDS.saving, { label: MODAL.saving.label }, element);
}
