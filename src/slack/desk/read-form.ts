import { z } from 'zod';
import type { FilledArticle, FilledClaim, FilledReport } from '../../desk/filled-form.ts';
import type { Dossier } from '../../record/dossier.ts';
import { NOT_SENSITIVE } from '../blocks/claim-inputs.ts';
import { idOfValue, namedOfValue, outletOfValue } from './option-values.ts';

const option = z.object({ value: z.string() });
const held = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_date: z.string().nullish(),
});
const valuesSchema = z.record(z.string(), z.record(z.string(), held));

/** What was entered into a form, by its fields' names. */
export interface FormValues {
  /** The fields that there are. */
  readonly fields: ReadonlySet<string>;
  text(field: string): string;
  /** The value of the option chosen; empty for none. */
  choice(field: string): string;
  choices(field: string): readonly string[];
  /** `YYYY-MM-DD`; empty for none. */
  day(field: string): string;
  /** Mistakes at the ids of the blocks in which their fields are, as Slack wants them; what has no block, at the first. */
  errors(mistakes: { readonly [field: string]: string | undefined }): Record<string, string>;
}

/** Reads the `state.values` of a modal. Throws when it is none. */
export function readValues(values: unknown): FormValues {
  const blocks = Object.entries(valuesSchema.parse(values));
  const found = new Map(
    blocks.flatMap(([block, inputs]) => Object.entries(inputs).map(([field, value]) => [field, { block, value }])),
  );
  const value = (field: string) => found.get(field)?.value;
  return {
    fields: new Set(found.keys()),
    text: (field) => value(field)?.value ?? '',
    choice: (field) => value(field)?.selected_option?.value ?? '',
    choices: (field) => (value(field)?.selected_options ?? []).map((one) => one.value),
    day: (field) => value(field)?.selected_date ?? '',
    errors(mistakes) {
      const first = blocks[0]?.[0] ?? '';
      const errors: Record<string, string> = {};
      for (const [field, mistake] of Object.entries(mistakes)) {
        if (mistake !== undefined) errors[found.get(field)?.block ?? first] ??= mistake;
      }
      return errors;
    },
  };
}

/** What `claimInputs` were filled with. */
export function readClaimInputs(values: FormValues, dossier: Dossier): FilledClaim {
  const ids = [...dossier.people.keys()];
  const named = (field: string) => values.choices(field).map((value) => namedOfValue(value, ids));
  const sensitive = values.choice('sensitive');
  return {
    statement: values.text('statement'),
    topic: idOfValue(values.choice('topic'), dossier.topics.keys()),
    saidBy: named('saidBy'),
    people: named('people'),
    measure: idOfValue(values.choice('measure'), dossier.measures.keys()),
    value: values.text('value'),
    qualifier: values.text('qualifier'),
    when: values.text('when'),
    key: values.choices('key').length > 0,
    sensitive: sensitive === NOT_SENSITIVE ? '' : sensitive,
  };
}

/** What `reportInputs` were filled with; `isNew` is whether they asked for an article that is not on record. */
export function readReportInputs(values: FormValues, dossier: Dossier, isNew: boolean): FilledReport {
  const about = { paragraph: values.text('paragraph'), quote: values.text('quote') };
  if (!isNew) return { ...about, article: idOfValue(values.choice('article'), dossier.articles.keys()) };
  const outlets = [...dossier.articles.values()].map(({ outlet }) => outlet);
  const newArticle: FilledArticle = {
    outlet: outletOfValue(values.choice('outlet'), outlets),
    headline: values.text('headline'),
    url: values.text('url'),
    published: values.day('published'),
    notBefore: values.day('notBefore'),
    notAfter: values.day('notAfter'),
    basis: values.text('basis'),
    chain: values.text('chain'),
  };
  return { ...about, article: '', newArticle };
}
