import type { InputBlock, PlainTextOption } from '@slack/types';
import { literal } from './elements.ts';
import { LIMITS } from './limits.ts';

/** What goes around the element of an input. */
export interface InputFrame {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Whether it may be left empty. */
  readonly optional?: boolean | undefined;
}

/**
 * An input of a form. Its action id is the field's name; its block id too, with what it is bound to behind it: what was
 * entered stays when the form is shown again with the same block id.
 */
export function formInput(
  field: string,
  { label, hint, optional = false }: InputFrame,
  element: InputBlock['element'],
  boundTo?: string,
): InputBlock {
  return {
    type: 'input',
    block_id: boundTo === undefined ? field : `${field}@${boundTo}`.slice(0, LIMITS.identifier),
    label: literal(label),
    ...(hint === undefined ? {} : { hint: literal(hint) }),
    optional,
    element: { ...element, action_id: field },
  };
}

/** A text input with what it starts with. */
export function textElement(
  initial: string,
  max: number,
  {
    placeholder,
    multiline = false,
    focus = false,
  }: { placeholder?: string; multiline?: boolean; focus?: boolean } = {},
): InputBlock['element'] {
  const bounded = initial.slice(0, max);
  return {
    type: 'plain_text_input',
    max_length: Math.min(max, LIMITS.inputText),
    multiline,
    ...(bounded ? { initial_value: bounded } : {}),
    ...(placeholder === undefined ? {} : { placeholder: literal(placeholder, LIMITS.placeholder) }),
    ...(focus ? { focus_on_load: true } : {}),
  };
}

/** An option of a menu. */
export function option(text: string, value: string): PlainTextOption {
  return { text: literal(text, LIMITS.optionText), value };
}
