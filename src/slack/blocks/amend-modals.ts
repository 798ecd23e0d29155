import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { ShownClaim } from '../../ask/answer.ts';
import { showClaim } from '../../ask/show-claim.ts';
import { EMPTY_REPORT, type FilledClaim, type FilledReport } from '../../desk/filled-form.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import type { LedgerEntry } from '../../record/ledger.ts';
import type { AmendMetadata } from '../amend/amend-metadata.ts';
import { AMEND_WORDS } from '../amend/words.ts';
import { idValue } from '../desk/option-values.ts';
import { claimElements } from './claim-blocks.ts';
import { claimInputs } from './claim-inputs.ts';
import { button, clip, context, header, literal, paragraph, words } from './elements.ts';
import { formInput, option, textElement } from './form-inputs.ts';
import { LIMITS } from './limits.ts';
import { ARTICLE_TOGGLE, reportInputs } from './report-inputs.ts';
import { whenElement, whoElement } from './who-and-when.ts';

/** The callback ids of the forms that amend a claim. */
export const AMEND_MODALS = {
  correct: 'correct-claim',
  retract: 'retract-claim',
  supersede: 'supersede-claim',
  /** The newer claim is filed in the form. */
  supersedeFiling: 'supersede-claim-filing',
  /** Who is not an editor tells the desk what is wrong. */
  report: 'report-claim',
} as const;

/** The action id of the button that files the newer claim in the form, or chooses one on record again. */
export const FILE_NEWER_ACTION = 'supersede-file-newer';

/** The names of the inputs that only these forms have. */
export const AMEND_FIELDS = { why: 'why', source: 'source', newer: 'newer' } as const;

/** The most characters of a reason and of a source. */
export const LONGEST_REASON = 500;

/** A form, with what was typed into it so far. */
export interface AmendForm {
  readonly dossier: Dossier;
  readonly claim: Claim;
  /** The place in the ledger that `claim` was read at. */
  readonly since: number;
  readonly why?: string;
  readonly source?: string;
  /** Who amended the claim while the form was open. */
  readonly stale?: LedgerEntry;
}

const {
  fields: FIELDS,
  menu: MENU,
  correct: CORRECT,
  retract: RETRACT,
  supersede: SUPERSEDE,
  report: REPORT,
} = AMEND_WORDS;
const LONGEST_LINE = 1500;

/** The form that corrects a claim; `filled` is what it starts with, `report` where it was published if that is one report. */
export function correctModal(
  form: AmendForm & { readonly filled: FilledClaim; readonly report?: FilledReport | undefined },
): ModalView {
  const { dossier, filled, report } = form;
  return frame(AMEND_MODALS.correct, CORRECT, form, [
    ...claimNow(CORRECT.lead, form),
    ...reasons(form),
    ...context([report ? CORRECT.below : CORRECT.belowSeveral]),
    ...claimInputs(filled, dossier),
    ...(report ? publishedInputs(report, dossier) : []),
  ]);
}

/** The form that retracts a claim. */
export function retractModal(form: AmendForm): ModalView {
  return frame(AMEND_MODALS.retract, RETRACT, form, [
    ...claimNow(RETRACT.lead, form),
    ...context([RETRACT.below]),
    ...reasons(form),
  ]);
}

/** The form in which who is not an editor tells the desk what is wrong with a claim. */
export function reportModal(form: AmendForm): ModalView {
  const { why = '', source = '' } = form;
  return frame(AMEND_MODALS.report, REPORT, form, [
    ...claimNow(REPORT.lead, form),
    formInput(AMEND_FIELDS.why, REPORT.what, textElement(why, LONGEST_REASON, { multiline: true })),
    formInput(AMEND_FIELDS.source, { label: FIELDS.source.label }, textElement(source, LONGEST_REASON)),
    ...context([REPORT.below]),
  ]);
}

/** The form that says what overtook a claim: one on record. */
export function supersedeModal(form: AmendForm & { readonly newer?: Claim }): ModalView {
  const { dossier, newer, why = '' } = form;
  return frame(AMEND_MODALS.supersede, SUPERSEDE, form, [
    ...claimNow(SUPERSEDE.lead, form),
    formInput(
      AMEND_FIELDS.newer,
      FIELDS.newer,
      {
        type: 'external_select',
        placeholder: literal(FIELDS.newer.placeholder, LIMITS.placeholder),
        min_query_length: 0,
        ...(newer ? { initial_option: claimOption(newer) } : {}),
      },
      dossier.slug,
    ),
    formInput(AMEND_FIELDS.why, FIELDS.overtaken, textElement(why, LONGEST_REASON, { multiline: true })),
    { type: 'actions', elements: [button(SUPERSEDE.fileIt, FILE_NEWER_ACTION, 'file')] },
  ]);
}

/** The form that says what overtook a claim, and files it. */
export function supersedeFilingModal(
  form: AmendForm & { readonly filled: FilledClaim; readonly report?: FilledReport },
): ModalView {
  const { dossier, filled, report = EMPTY_REPORT, why = '' } = form;
  return frame(AMEND_MODALS.supersedeFiling, SUPERSEDE, form, [
    ...claimNow(SUPERSEDE.lead, form),
    { type: 'actions', elements: [button(SUPERSEDE.pickIt, FILE_NEWER_ACTION, 'pick')] },
    formInput(AMEND_FIELDS.why, FIELDS.overtaken, textElement(why, LONGEST_REASON, { multiline: true })),
    ...context([SUPERSEDE.filing]),
    ...claimInputs(filled, dossier),
    ...publishedInputs(report, dossier),
  ]);
}

/** A claim as an option of the menu of newer ones. */
export function claimOption(claim: Claim) {
  const { outlet } = claim.reports[0].article;
  return { ...option(claim.statement, idValue(claim.id)), description: option(`${outlet} · ${claim.id}`, '-').text };
}

/** A modal that only says something. */
export function toldModal(title: string, blocks: readonly KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: literal(title, LIMITS.viewTitle),
    close: literal(MENU.close, LIMITS.viewTitle),
    blocks: [...blocks].slice(0, LIMITS.viewBlocks),
  };
}

function frame(
  callbackId: string,
  { title, submit }: { readonly title: string; readonly submit: string },
  { dossier, claim, since }: AmendForm,
  blocks: KnownBlock[],
): ModalView {
  const metadata: AmendMetadata = { dossier: dossier.slug, claim: claim.id, since };
  return {
    type: 'modal',
    callback_id: callbackId,
    private_metadata: JSON.stringify(metadata),
    title: literal(title, LIMITS.viewTitle),
    submit: literal(submit, LIMITS.viewTitle),
    close: literal(AMEND_WORDS.cancel, LIMITS.viewTitle),
    blocks,
  };
}

/** Where a claim was published: an article on record. A new one is filed by the form for filing. */
function publishedInputs(report: FilledReport, dossier: Dossier): readonly KnownBlock[] {
  return reportInputs(report, dossier).filter((block) => block.block_id !== ARTICLE_TOGGLE);
}

/** The claim as it stands, under what someone did to it while the form was open. */
function claimNow(lead: string, { dossier, claim, stale }: AmendForm): KnownBlock[] {
  const shown = showClaim({ dossier }, claim);
  return [
    ...(stale ? staleBlocks(stale) : []),
    paragraph(words(lead, { bold: true })),
    paragraph(...claimElements(short(shown), '\n')),
    ...context([...shown.marks.slice(0, 4).map(({ text }) => clip(text, LONGEST_LINE)), claim.id]),
  ];
}

/** Loading takes statements of any length; a form has to fit. */
function short(shown: ShownClaim): ShownClaim {
  return { ...shown, claim: { ...shown.claim, statement: clip(shown.claim.statement, LIMITS.text) } };
}

function staleBlocks({ by, at, act }: LedgerEntry): KnownBlock[] {
  const { stale } = AMEND_WORDS;
  const did = act.kind in stale.did ? stale.did[act.kind as keyof typeof stale.did] : stale.did.changed;
  const why = 'why' in act && act.why ? stale.why(clip(act.why, LONGEST_LINE)) : '';
  const told: RichTextElement[] = [words(stale.by), whoElement(by), words(did), words(stale.on), whenElement(at)];
  return [
    header(AMEND_WORDS.refused.title),
    paragraph(...told, words(`${why}. ${stale.mend}`.replace(/\.\.\s/, '. '))),
  ];
}

function reasons({ why = '', source = '' }: AmendForm): KnownBlock[] {
  return [
    formInput(AMEND_FIELDS.why, FIELDS.why, textElement(why, LONGEST_REASON, { multiline: true })),
    formInput(AMEND_FIELDS.source, FIELDS.source, textElement(source, LONGEST_REASON)),
  ];
}
