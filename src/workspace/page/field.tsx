import { type KeyboardEvent, useId } from 'react';
import type { Fields } from '../blocks/walk-blocks.ts';
import type { Entry } from '../state/form.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Text } from './mrkdwn.tsx';
import { Select } from './select.tsx';
import { type TextObject, useElement } from './use-element.ts';

/** An element that holds something, with what stands around it. */
export interface FieldProps {
  readonly block: Fields;
  readonly element: Fields;
  /** Whether each change tells the app at once. */
  readonly acts: boolean;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}

const inputs: Readonly<Record<string, { readonly type: string; readonly initial: string }>> = {
  plain_text_input: { type: 'text', initial: 'initial_value' },
  rich_text_input: { type: 'text', initial: 'initial_text' },
  number_input: { type: 'text', initial: 'initial_value' },
  email_text_input: { type: 'email', initial: 'initial_value' },
  url_text_input: { type: 'url', initial: 'initial_value' },
  datepicker: { type: 'date', initial: 'initial_date' },
  timepicker: { type: 'time', initial: 'initial_time' },
  datetimepicker: { type: 'datetime-local', initial: 'initial_date_time' },
};

const zone = Temporal.Now.timeZoneId();

/** Seconds since 1970 as the browser's field writes them, and back. */
const localTime = (seconds: unknown): string =>
  seconds
    ? Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000)
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
    : '';
const secondsOf = (local: string): string | null =>
  local ? String(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds / 1000) : null;

const TextField = ({ block, element, acts, id, label, describedBy, invalid = false }: FieldProps) => {
  const bound = useElement(block, element, acts);
  const type = String(element.type);
  const { type: inputType = 'text', initial = '' } = inputs[type] ?? {};
  const stamped = type === 'datetimepicker';
  const held = bound.entry === undefined ? element[initial] : bound.entry;
  const large = element.multiline === true || type === 'rich_text_input';
  const shared = {
    id,
    'aria-label': id ? undefined : (label ?? (element.placeholder as TextObject | undefined)?.text ?? type),
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    autoFocus: element.focus_on_load === true,
    placeholder: (element.placeholder as TextObject | undefined)?.text,
    value: stamped ? localTime(held) : String(held ?? ''),
    onChange: ({ target }: { target: { value: string } }) =>
      bound.enter(stamped ? secondsOf(target.value) : (target.value as Entry)),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // In a form of one line, Enter sends the form off; a text area keeps it.
    if (event.key === 'Enter' && large) event.stopPropagation();
  };
  return (
    <>
      {large ? (
        <textarea {...shared} rows={4} onKeyDown={onKeyDown} />
      ) : (
        <input {...shared} type={inputType} inputMode={type === 'number_input' ? 'decimal' : undefined} />
      )}
      <ConfirmDialog of={bound} />
    </>
  );
};

interface Choice {
  readonly text: TextObject;
  readonly value: string;
  readonly description?: TextObject;
}

const Choices = ({ block, element, acts, label, describedBy }: FieldProps) => {
  const bound = useElement(block, element, acts);
  const name = useId();
  const several = element.type === 'checkboxes';
  const initial = several
    ? ((element.initial_options as Choice[] | undefined) ?? []).map((option) => option.value)
    : ((element.initial_option as Choice | undefined)?.value ?? null);
  const held = bound.entry === undefined ? initial : (bound.entry as string | string[] | null);
  const has = (value: string) => (Array.isArray(held) ? held.includes(value) : held === value);
  const change = (value: string, on: boolean) => {
    const rest = Array.isArray(held) ? held.filter((one) => one !== value) : [];
    bound.enter(several ? (on ? [...rest, value] : rest) : value);
  };
  return (
    <fieldset className="choices" aria-label={label} aria-describedby={describedBy}>
      {(element.options as Choice[]).map((option) => (
        <label key={option.value}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            checked={has(option.value)}
            onChange={(event) => change(option.value, event.target.checked)}
          />
          <span>
            <Text of={option.text} />
            {option.description && (
              <small>
                <Text of={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
      <ConfirmDialog of={bound} />
    </fieldset>
  );
};

/** Any element that holds something. */
export const Field = (props: FieldProps) => {
  const type = String(props.element.type);
  if (type.endsWith('_select')) return <Select {...props} />;
  if (type === 'checkboxes' || type === 'radio_buttons') return <Choices {...props} />;
  return <TextField {...props} />;
};
