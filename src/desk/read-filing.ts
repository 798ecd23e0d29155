import type { Claim, Dossier } from '../record/dossier.ts';
import type { ClaimValue, Thing } from '../record/ledger-values.ts';
import { claimValueOf } from './claim-value.ts';
import type { FilledClaim, FilledReport, FormMistakes } from './filled-form.ts';
import { hasMistakes } from './form-issues.ts';
import { makeId } from './make-id.ts';
import { readClaimFields } from './read-claim-fields.ts';
import { readReport } from './read-report.ts';

/** What someone filed, as the ledger takes it, or what is wrong, by field. */
export type FilingReading =
  | { readonly kind: 'read'; readonly things: readonly Thing[]; readonly claim: ClaimValue }
  | { readonly kind: 'mistakes'; readonly mistakes: FormMistakes };

/** Reads a form for a new claim: its things are the people and the article that are new, and the claim. */
export function readFiling(filled: FilledClaim, report: FilledReport, dossier: Dossier): FilingReading {
  const fields = readClaimFields(filled, dossier);
  const where = readReport(report, filled.saidBy, dossier);
  const mistakes = {
    ...(fields.kind === 'mistakes' ? fields.mistakes : {}),
    ...(where.kind === 'mistakes' ? where.mistakes : {}),
  };
  if (hasMistakes(mistakes) || fields.kind === 'mistakes' || where.kind === 'mistakes')
    return { kind: 'mistakes', mistakes };
  const id = makeId(fields.fields.statement, 'claim', new Set(dossier.claims.keys()));
  const claim = { id, ...fields.fields, supersedes: [], conflictsWith: [], reports: [where.report] };
  const article = where.article ? [where.article] : [];
  return { kind: 'read', things: [...fields.people, ...article, { subject: 'claim', value: claim }], claim };
}

/** Reads a form for a report to be added to a claim on record; the claim in its things lists that report alone. */
export function readAddedReport(claim: Claim, report: FilledReport, dossier: Dossier): FilingReading {
  const where = readReport(report, claim.saidBy, dossier);
  if (where.kind === 'mistakes') return where;
  const value = { ...claimValueOf(claim), reports: [where.report] };
  const article = where.article ? [where.article] : [];
  return { kind: 'read', things: [...article, { subject: 'claim', value }], claim: value };
}
