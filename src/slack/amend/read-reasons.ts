import { textMistakes } from '../../desk/form-issues.ts';
import { AMEND_FIELDS, LONGEST_REASON } from '../blocks/amend-modals.ts';
import type { FormValues } from '../desk/read-form.ts';
import { AMEND_WORDS } from './words.ts';

/** Why a claim is amended and what shows it, or what is wrong with that, by field. */
export type ReasonsReading =
  | { readonly kind: 'read'; readonly why: string; readonly source: string }
  | { readonly kind: 'mistakes'; readonly mistakes: { readonly [field in 'why' | 'source']?: string } };

/** Reads the reason of a form, and its source where it asks for one. */
export function readReasons(values: FormValues, needsSource: boolean): ReasonsReading {
  const fields = needsSource ? ([AMEND_FIELDS.why, AMEND_FIELDS.source] as const) : ([AMEND_FIELDS.why] as const);
  const read = fields.map((field) => [field, values.text(field).replace(/\s+/g, ' ').trim()] as const);
  const mistakes = read.flatMap(([field, text]) => {
    const mistake =
      text === ''
        ? AMEND_WORDS.missing[field]
        : textMistakes({ statement: text }, { statement: LONGEST_REASON }).statement;
    return mistake === undefined ? [] : [[field, mistake] as const];
  });
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes: Object.fromEntries(mistakes) };
  const { why = '', source = '' } = Object.fromEntries(read) as { why?: string; source?: string };
  return { kind: 'read', why, source };
}
