import type { ModalView } from '@slack/types';
import { filledClaimOf } from '../../desk/claim-value.ts';
import type { Amending } from '../../desk/decide-amendment.ts';
import { EMPTY_CLAIM, type FilledReport } from '../../desk/filled-form.ts';
import { hasMistakes } from '../../desk/form-issues.ts';
import { leftBehind } from '../../desk/left-behind.ts';
import { makeId } from '../../desk/make-id.ts';
import { placeThings } from '../../desk/place-things.ts';
import { readClaimFields } from '../../desk/read-claim-fields.ts';
import { readReport } from '../../desk/read-report.ts';
import { FORM_WORDS } from '../../desk/words.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import type { LedgerEntry } from '../../record/ledger.ts';
import type { Thing } from '../../record/ledger-values.ts';
import {
  AMEND_FIELDS,
  AMEND_MODALS,
  type AmendForm,
  correctModal,
  retractModal,
  supersedeFilingModal,
  supersedeModal,
} from '../blocks/amend-modals.ts';
import { idOfValue } from '../desk/option-values.ts';
import { type FormValues, readClaimInputs, readReportInputs } from '../desk/read-form.ts';
import type { AmendMetadata } from './amend-metadata.ts';
import { readReasons } from './read-reasons.ts';
import { AMEND_WORDS } from './words.ts';

/** The callback id of a form that enters an act. */
export type AmendModal = Exclude<(typeof AMEND_MODALS)[keyof typeof AMEND_MODALS], typeof AMEND_MODALS.report>;

/** What a form was filled with, or what is wrong with it, by field. */
export type FormReading =
  | { readonly kind: 'read'; readonly wish: Amending }
  | { readonly kind: 'mistakes'; readonly mistakes: { readonly [field: string]: string | undefined } };

/** The record that a form is read against. */
interface Against {
  readonly dossier: Dossier;
  readonly entries: readonly LedgerEntry[];
}

/** How each form is read, and shown again with what was typed. */
export const AMEND_FORMS: Readonly<
  Record<
    AmendModal,
    {
      readonly read: (values: FormValues, metadata: AmendMetadata, against: Against) => FormReading;
      readonly again: (values: FormValues, form: AmendForm) => ModalView;
    }
  >
> = {
  [AMEND_MODALS.correct]: {
    read: readCorrection,
    again: (values, form) =>
      correctModal({
        ...typed(values, form),
        filled: readClaimInputs(values, form.dossier),
        report: filledReportOf(form.claim) && readReportInputs(values, form.dossier, false),
      }),
  },
  [AMEND_MODALS.retract]: {
    read(values, metadata) {
      const reasons = readReasons(values, true);
      return reasons.kind === 'read' ? { kind: 'read', wish: { ...metadata, ...reasons, kind: 'retract' } } : reasons;
    },
    again: (values, form) => retractModal(typed(values, form)),
  },
  [AMEND_MODALS.supersede]: {
    read: readOvertaking,
    again(values, form) {
      const newer = form.dossier.claims.get(newerIn(values, form.dossier));
      return supersedeModal({ ...typed(values, form), ...(newer ? { newer } : {}) });
    },
  },
  [AMEND_MODALS.supersedeFiling]: {
    read: readFiledOvertaking,
    again: (values, form) =>
      supersedeFilingModal({
        ...typed(values, form),
        filled: readClaimInputs(values, form.dossier),
        report: readReportInputs(values, form.dossier, false),
      }),
  },
};

/** Where a claim was published, as a form shows it; undefined where that is several reports. */
export function filledReportOf({ reports: [only, ...others] }: Claim): FilledReport | undefined {
  if (others.length > 0) return undefined;
  return { article: only.article.slug, paragraph: String(only.paragraph), quote: only.quote ?? '' };
}

/** What the newer claim begins with where it is filed in the form: what the older one counts and is about. */
export function startOfNewer(claim: Claim) {
  const { topic, people, measure } = filledClaimOf(claim);
  return { ...EMPTY_CLAIM, topic, people, measure };
}

function typed(values: FormValues, form: AmendForm): AmendForm {
  return { ...form, why: values.text(AMEND_FIELDS.why), source: values.text(AMEND_FIELDS.source) };
}

function readCorrection(values: FormValues, metadata: AmendMetadata, { dossier }: Against): FormReading {
  const reasons = readReasons(values, true);
  const filled = readClaimInputs(values, dossier);
  const claim = readClaimFields(filled, dossier);
  const standing = dossier.claims.get(metadata.claim);
  // Without the inputs, it had several reports when the form was opened: the decision says that it was amended since.
  const hasReport = standing !== undefined && filledReportOf(standing) !== undefined && values.text('paragraph') !== '';
  const report = hasReport ? readReport(readReportInputs(values, dossier, false), filled.saidBy, dossier) : undefined;
  const quoted = !hasReport && (standing?.reports.some(({ quote }) => quote !== undefined) ?? false);
  const mistakes = {
    ...(standing && claim.kind === 'read' ? leftBehind(standing, claim.fields) : {}),
    ...(quoted && filled.saidBy.length === 0 ? { saidBy: FORM_WORDS.quoteOfNobody } : {}),
    ...(report?.kind === 'mistakes' ? report.mistakes : {}),
    ...(claim.kind === 'mistakes' ? claim.mistakes : {}),
    ...(reasons.kind === 'mistakes' ? reasons.mistakes : {}),
  };
  if (claim.kind === 'mistakes' || reasons.kind === 'mistakes' || hasMistakes(mistakes))
    return { kind: 'mistakes', mistakes };
  const { why, source } = reasons;
  const wish = { ...metadata, kind: 'correct', fields: claim.fields, things: claim.people, why, source } as const;
  return { kind: 'read', wish: report?.kind === 'read' ? { ...wish, report: report.report } : wish };
}

function newerIn(values: FormValues, dossier: Dossier): string {
  return idOfValue(values.choice(AMEND_FIELDS.newer), dossier.claims.keys());
}

function readOvertaking(values: FormValues, metadata: AmendMetadata, { dossier }: Against): FormReading {
  const reasons = readReasons(values, false);
  const by = newerIn(values, dossier);
  const mistakes = {
    ...(by === '' ? { newer: AMEND_WORDS.missing.newer } : {}),
    ...(reasons.kind === 'mistakes' ? reasons.mistakes : {}),
  };
  if (reasons.kind === 'mistakes' || by === '') return { kind: 'mistakes', mistakes };
  return { kind: 'read', wish: { ...metadata, kind: 'supersede', by, things: [], why: reasons.why } };
}

function readFiledOvertaking(values: FormValues, metadata: AmendMetadata, against: Against): FormReading {
  const { dossier } = against;
  const reasons = readReasons(values, false);
  const filled = readClaimInputs(values, dossier);
  const claim = readClaimFields(filled, dossier);
  const report = readReport(readReportInputs(values, dossier, false), filled.saidBy, dossier);
  if (claim.kind === 'mistakes' || report.kind === 'mistakes' || reasons.kind === 'mistakes') {
    const mistakes = [claim, report, reasons].map((one) => (one.kind === 'mistakes' ? one.mistakes : {}));
    return { kind: 'mistakes', mistakes: Object.assign({}, ...mistakes) };
  }
  const id = makeId(claim.fields.statement, 'claim', new Set());
  const value = { id, ...claim.fields, supersedes: [], conflictsWith: [], reports: [report.report] };
  const things: readonly Thing[] = [...claim.people, { subject: 'claim', value }];
  const placed = placeThings(things, { ...against, proposal: '', addsReport: false });
  if (placed.kind === 'unfit') return { kind: 'mistakes', mistakes: placed.mistakes };
  const newer = placed.kind === 'placed' ? placed.things.find((thing) => thing.subject === 'claim') : undefined;
  if (placed.kind !== 'placed' || newer === undefined)
    return { kind: 'mistakes', mistakes: { statement: FORM_WORDS.unfit } };
  return {
    kind: 'read',
    wish: { ...metadata, kind: 'supersede', by: newer.value.id, things: placed.things, why: reasons.why },
  };
}
