import type { InputBlock, PlainTextOption } from '@slack/types';
import { type FilledClaim, LONGEST, type Named } from '../../desk/filled-form.ts';
import type { Dossier } from '../../record/dossier.ts';
import { idValue, namedValue } from '../desk/option-values.ts';
import { DESK_WORDS } from '../desk/words.ts';
import { literal } from './elements.ts';
import { formInput, option, textElement } from './form-inputs.ts';
import { LIMITS } from './limits.ts';

const { fields: FIELDS, sensitivity: KINDS, suggest: SUGGEST } = DESK_WORDS;

/** The value of the option that says nothing is sensitive. */
export const NOT_SENSITIVE = 'none';

/**
 * The inputs that say what a claim is, starting with what is filled in. `readClaimInputs` reads them; the menus of
 * people and measures ask for the dossier in the modal's `private_metadata` (`metadataSchema`).
 */
export function claimInputs(filled: FilledClaim, dossier: Dossier): InputBlock[] {
  const { slug } = dossier;
  const text = (field: 'statement' | 'value' | 'qualifier' | 'when', more: Parameters<typeof textElement>[2] = {}) =>
    textElement(filled[field], LONGEST[field], more);
  return [
    formInput(
      'statement',
      FIELDS.statement,
      text('statement', { multiline: true, placeholder: FIELDS.statement.placeholder }),
    ),
    topicInput(filled, dossier),
    peopleInput('saidBy', filled.saidBy, dossier),
    peopleInput('people', filled.people, dossier),
    formInput('value', { ...FIELDS.value, optional: true }, text('value')),
    measureInput(filled, dossier),
    formInput('qualifier', { ...FIELDS.qualifier, optional: true }, text('qualifier')),
    formInput('when', { ...FIELDS.when, optional: true }, text('when')),
    keyInput(filled.key, slug),
    sensitiveInput(filled.sensitive, slug),
  ];
}

function topicInput({ topic }: FilledClaim, { slug, topics }: Dossier): InputBlock {
  const options = [...topics.values()].slice(0, LIMITS.options).map(({ id, title }) => option(title, idValue(id)));
  const initial = options.find(({ value }) => value === idValue(topic));
  return formInput(
    'topic',
    FIELDS.topic,
    {
      type: 'static_select',
      placeholder: literal(FIELDS.topic.placeholder, LIMITS.placeholder),
      options,
      ...(initial ? { initial_option: initial } : {}),
    },
    slug,
  );
}

function peopleInput(field: 'saidBy' | 'people', named: readonly Named[], dossier: Dossier): InputBlock {
  const initial = named.slice(0, LONGEST.names).map((one) => namedOption(one, dossier));
  return formInput(
    field,
    { ...FIELDS[field], optional: true },
    {
      type: 'multi_external_select',
      placeholder: literal(FIELDS[field].placeholder, LIMITS.placeholder),
      min_query_length: 0,
      max_selected_items: LONGEST.names,
      ...(initial.length > 0 ? { initial_options: initial } : {}),
    },
    dossier.slug,
  );
}

/** Somebody as an option. */
export function namedOption(named: Named, { people }: Dossier): PlainTextOption {
  const text = named.kind === 'new' ? SUGGEST[named.as](named.name) : (people.get(named.id)?.name ?? named.id);
  return option(text, namedValue(named));
}

function measureInput({ measure }: FilledClaim, { slug, measures }: Dossier): InputBlock {
  const title = measures.get(measure)?.title;
  return formInput(
    'measure',
    { ...FIELDS.measure, optional: true },
    {
      type: 'external_select',
      placeholder: literal(FIELDS.measure.placeholder, LIMITS.placeholder),
      min_query_length: 0,
      ...(title === undefined ? {} : { initial_option: option(title, idValue(measure)) }),
    },
    slug,
  );
}

function keyInput(isKey: boolean, slug: string): InputBlock {
  const options = [option(FIELDS.key.option, 'key')];
  return formInput(
    'key',
    { ...FIELDS.key, optional: true },
    { type: 'checkboxes', options, ...(isKey ? { initial_options: options } : {}) },
    slug,
  );
}

function sensitiveInput(sensitive: string, slug: string): InputBlock {
  const options = [
    option(FIELDS.sensitive.none, NOT_SENSITIVE),
    ...Object.entries(KINDS).map(([kind, text]) => option(text, kind)),
  ];
  const initial = options.find(({ value }) => value === sensitive) ?? (options[0] as PlainTextOption);
  return formInput('sensitive', FIELDS.sensitive, { type: 'radio_buttons', options, initial_option: initial }, slug);
}
