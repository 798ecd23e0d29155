import { allBlocks, elementsOf, type Fields } from '../blocks/walk-blocks.ts';

/** What a person put into one element: text, the values chosen, or an option of an external select. */
export type Entry = string | readonly string[] | Fields | readonly Fields[] | null;

/** Entries by block_id, then action_id. */
export type Entries = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

const optionsOf = (element: Fields): Fields[] => [
  ...((element.options as Fields[] | undefined) ?? []),
  ...((element.option_groups as { options: Fields[] }[] | undefined) ?? []).flatMap((group) => group.options),
];

/** An option as payloads carry it: of the element by value, or as an external source gave it. */
const asOption = (element: Fields, entry: unknown): Fields | null => {
  if (entry === null || entry === undefined || entry === '') return null;
  if (typeof entry === 'object') return entry as Fields;
  return optionsOf(element).find((option) => option.value === entry) ?? null;
};

const listed = (entry: unknown): unknown[] => {
  if (Array.isArray(entry)) return entry;
  return entry ? [entry] : [];
};

const asOptions = (element: Fields, entry: unknown): Fields[] =>
  listed(entry)
    .map((one) => asOption(element, one))
    .filter((option) => option !== null);

const textual = { field: 'value', initial: 'initial_value', read: (_: Fields, entry: unknown) => entry || null };
const one = { field: 'selected_option', initial: 'initial_option', read: asOption };
const many = { field: 'selected_options', initial: 'initial_options', read: asOptions };
const id = (field: string, initial: string) => ({ field, initial, read: (_: Fields, entry: unknown) => entry || null });
const ids = (field: string, initial: string) => ({
  field,
  initial,
  read: (_: Fields, entry: unknown) => listed(entry),
});

/** For each element that holds something: the field that payloads carry it in, and where it starts. */
const holders: Readonly<
  Record<
    string,
    { readonly field: string; readonly initial: string; readonly read: (e: Fields, entry: unknown) => unknown }
  >
> = {
  plain_text_input: textual,
  number_input: textual,
  email_text_input: textual,
  url_text_input: textual,
  static_select: one,
  external_select: one,
  radio_buttons: one,
  multi_static_select: many,
  multi_external_select: many,
  checkboxes: many,
  users_select: id('selected_user', 'initial_user'),
  conversations_select: id('selected_conversation', 'initial_conversation'),
  channels_select: id('selected_channel', 'initial_channel'),
  multi_users_select: ids('selected_users', 'initial_users'),
  multi_conversations_select: ids('selected_conversations', 'initial_conversations'),
  multi_channels_select: ids('selected_channels', 'initial_channels'),
  datepicker: id('selected_date', 'initial_date'),
  timepicker: id('selected_time', 'initial_time'),
  datetimepicker: {
    field: 'selected_date_time',
    initial: 'initial_date_time',
    read: (_, entry) => (entry ? Number(entry) : null),
  },
  rich_text_input: {
    field: 'rich_text_value',
    initial: 'initial_value',
    read: (_, entry) =>
      typeof entry === 'string' && entry
        ? {
            type: 'rich_text',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: entry }] }],
          }
        : entry || null,
  },
};

/** What an element holds, in the form payloads carry: `{ type, value }`. Undefined for a button. */
export const heldBy = (element: Fields, entry: Entry | undefined): Fields | undefined => {
  const type = String(element.type);
  const holder = holders[type];
  if (!holder) return undefined;
  const held = holder.read(element, entry === undefined ? element[holder.initial] : entry);
  return { type, [holder.field]: held };
};

/** The `state.values` of a view or message, from what was entered and where elements start. */
export const valuesOf = (blocks: readonly Fields[], entries: Entries): Record<string, Record<string, Fields>> => {
  const values: Record<string, Record<string, Fields>> = {};
  for (const block of allBlocks(blocks)) {
    const blockId = String(block.block_id);
    for (const element of elementsOf(block)) {
      const actionId = String(element.action_id);
      const held = heldBy(element, entries[blockId]?.[actionId]);
      if (held) values[blockId] = { ...values[blockId], [actionId]: held };
    }
  }
  return values;
};

const missing = (held: Fields) =>
  Object.entries(held).every(
    ([field, value]) => field === 'type' || value === null || (Array.isArray(value) && value.length === 0),
  );

const numberProblem = (element: Fields, value: string): string | undefined => {
  const number = Number(value);
  if (value.trim() === '' || Number.isNaN(number)) return 'Enter a number.';
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return 'Enter a whole number.';
  if (element.min_value !== undefined && number < Number(element.min_value)) return `At least ${element.min_value}.`;
  if (element.max_value !== undefined && number > Number(element.max_value)) return `At most ${element.max_value}.`;
  return undefined;
};

const textProblem = (element: Fields, value: string): string | undefined => {
  const min = Number(element.min_length ?? 0);
  const max = Number(element.max_length ?? 3000);
  if (value.length < min) return `At least ${min} characters.`;
  if (value.length > max) return `At most ${max} characters.`;
  return undefined;
};

const checks: Readonly<Record<string, (element: Fields, value: string) => string | undefined>> = {
  number_input: numberProblem,
  plain_text_input: textProblem,
  email_text_input: (_, value) => (/^\S+@\S+\.\S+$/.test(value) ? undefined : 'Enter a valid email address.'),
  url_text_input: (_, value) => (URL.canParse(value) ? undefined : 'Enter a valid URL.'),
};

/** What the client itself says to a form before the app sees it: by block_id. */
export const formProblems = (blocks: readonly Fields[], entries: Entries): Record<string, string> => {
  const values = valuesOf(blocks, entries);
  const problems: Record<string, string> = {};
  for (const block of allBlocks(blocks)) {
    const element = block.element as Fields | undefined;
    const blockId = String(block.block_id);
    const held = element && values[blockId]?.[String(element.action_id)];
    if (block.type !== 'input' || !held) continue;
    if (missing(held)) {
      if (block.optional !== true) problems[blockId] = 'Please complete this required field.';
      continue;
    }
    const text = String(held.value ?? '');
    const problem = checks[String(element.type)]?.(element, text);
    if (problem) problems[blockId] = problem;
  }
  return problems;
};
