import type { z } from 'zod';
import { wordIssues } from '../record/word-issue.ts';
import type { FormField, FormMistakes } from './filled-form.ts';
import { FORM_WORDS } from './words.ts';

/** What the data folder's rules say of an entry made from a form, each at the field that `fieldAt` gives for its path. */
export function issuesByField(
  issues: readonly z.core.$ZodIssue[],
  fieldAt: (path: readonly PropertyKey[]) => FormField,
): FormMistakes {
  const mends: { readonly [field in FormField]?: string } = FORM_WORDS.mend;
  const found: { [field in FormField]?: string } = {};
  for (const { path, problem, mend } of wordIssues(issues)) {
    const field = fieldAt(path);
    found[field] ??= `${problem} ${mends[field] ?? mend}`;
  }
  return found;
}

/** Whether anything is wrong. */
export function hasMistakes(mistakes: FormMistakes): boolean {
  return Object.keys(mistakes).length > 0;
}

/** The mistakes of texts that are longer than their fields take, or have characters that cannot be seen. */
export function textMistakes(
  texts: { readonly [field in FormField]?: string },
  longest: { readonly [field in FormField]?: number },
): FormMistakes {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => {
      const most = longest[field as FormField];
      if (most !== undefined && text.length > most) return [[field, FORM_WORDS.tooLong(text.length, most)]];
      return HIDDEN.test(text) ? [[field, FORM_WORDS.hidden]] : [];
    }),
  );
}

// As in the data folder: control characters, soft hyphens, zero-width spaces, marks that turn the direction of text.
const HIDDEN = /[^\P{Cc}\n\r\t]|[\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]|\p{Cs}/u;
