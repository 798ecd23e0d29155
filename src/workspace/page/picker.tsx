import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { optionId, type Suggestion, Suggestions } from './suggestions.tsx';

/** A field that offers choices for what is typed. Arrow keys, Enter, Escape and Backspace work in it. */
export const Picker = ({
  label,
  placeholder = 'Choose…',
  chosen,
  multiple,
  choices,
  onSearch,
  onChange,
  describedBy,
  invalid = false,
}: {
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly chosen: readonly Suggestion[];
  readonly multiple: boolean;
  readonly choices: readonly Suggestion[];
  /** Told what is typed where choices come from elsewhere; without it the choices are filtered here. */
  readonly onSearch?: ((typed: string) => void) | undefined;
  readonly onChange: (chosen: readonly Suggestion[]) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}) => {
  const list = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const left = choices.filter(
    (choice) =>
      (onSearch !== undefined || choice.label.toLowerCase().includes(typed.toLowerCase())) &&
      !(multiple && chosen.some((one) => one.key === choice.key)),
  );
  const current = left[Math.min(at, left.length - 1)];

  const show = () => {
    if (!open) onSearch?.('');
    setOpen(true);
  };
  const hide = () => {
    setOpen(false);
    setTyped('');
    setAt(0);
  };
  const choose = (choice: Suggestion) => {
    onChange(multiple ? [...chosen, choice] : [choice]);
    hide();
    input.current?.focus();
  };
  const move = (by: number) => {
    if (open) setAt((at + by + left.length) % Math.max(left.length, 1));
    else show();
  };
  /** Whether the key meant something here. */
  const take = (key: string): boolean => {
    if (key === 'ArrowDown' || key === 'ArrowUp') move(key === 'ArrowDown' ? 1 : -1);
    else if (key === 'Enter' && open && current) choose(current);
    else if (key === 'Escape' && open) hide();
    else if (key === 'Backspace' && multiple && typed === '' && chosen.length > 0) onChange(chosen.slice(0, -1));
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent) => {
    if (!take(event.key)) return;
    // An open list takes Escape for itself: the dialog around it stays.
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <fieldset
      ref={box}
      className={`picker${multiple ? ' picker-multiple' : ''}`}
      onBlur={(event) => !box.current?.contains(event.relatedTarget) && hide()}
    >
      {multiple &&
        chosen.map((choice) => (
          <span key={choice.key} className="chip">
            {choice.label}
            <button
              type="button"
              aria-label={`Remove ${choice.label}`}
              onClick={() => onChange(chosen.filter((one) => one.key !== choice.key))}
            >
              ✕
            </button>
          </span>
        ))}
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && current ? optionId(list, current.key) : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        autoComplete="off"
        placeholder={multiple && chosen.length > 0 ? '' : placeholder}
        value={open || multiple ? typed : (chosen[0]?.label ?? '')}
        onClick={show}
        onChange={(event) => {
          show();
          setTyped(event.target.value);
          setAt(0);
          onSearch?.(event.target.value);
        }}
        onKeyDown={press}
      />
      {open && (
        <Suggestions
          id={list}
          label={label}
          anchor={box}
          items={left}
          current={current}
          onChoose={choose}
          onClose={hide}
        />
      )}
    </fieldset>
  );
};
