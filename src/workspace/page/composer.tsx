import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { type Completion, completionsAt } from './completion.ts';
import { Menu } from './menu.tsx';
import { optionId, Suggestions } from './suggestions.tsx';
import { useDesk } from './surface.tsx';

/** Where messages and commands are typed. Enter sends, Shift and Enter makes a line. */
export const Composer = ({
  channel,
  threadTs,
  placeholder,
  onSent,
}: {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly placeholder: string;
  readonly onSent?: ((text: string) => void) | undefined;
}) => {
  const { snapshot, act } = useDesk();
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState<string>();
  const completions = dismissed === text ? undefined : completionsAt(snapshot, text, caret);
  const current = completions?.items[Math.min(at, completions.items.length - 1)];
  const running = /^(\/[\w-]+)\s/.exec(text)?.[1];
  const command = snapshot.commands.find((one) => one.command === running);
  const shortcuts = snapshot.shortcuts.filter((shortcut) => shortcut.type === 'global');

  const follow = () => {
    setCaret(input.current?.selectionStart ?? 0);
  };
  const complete = (completion: Completion) => {
    const from = completions?.from ?? caret;
    const next = text.slice(0, from) + completion.insert + text.slice(caret);
    const end = from + completion.insert.length;
    setText(next);
    setCaret(end);
    setAt(0);
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(end, end);
    });
  };
  const send = () => {
    const said = text.trim();
    if (!said) return;
    setText('');
    setCaret(0);
    onSent?.(said);
    void act({ act: 'send', channel, text: said, ...(threadTs ? { threadTs } : {}) });
  };
  /** Whether the key meant something here. */
  const take = ({ key, shiftKey, nativeEvent }: KeyboardEvent): boolean => {
    const items = completions?.items;
    // What is typed out in full needs no completing: Enter sends it.
    const whole = current !== undefined && text.slice(completions?.from ?? 0, caret) === current.insert.trim();
    if (!items || !current || (key === 'Enter' && whole)) {
      if (key !== 'Enter' || shiftKey || nativeEvent.isComposing) return false;
      send();
      return true;
    }
    if (key === 'ArrowDown') setAt((at + 1) % items.length);
    else if (key === 'ArrowUp') setAt((at - 1 + items.length) % items.length);
    else if (key === 'Tab' || key === 'Enter') complete(current);
    else if (key === 'Escape') setDismissed(text);
    else return false;
    return true;
  };

  return (
    <div className="composer">
      <div ref={box} className="composer-box">
        {shortcuts.length > 0 && (
          <Menu
            label="Shortcuts"
            className="icon-button"
            items={shortcuts.map((shortcut) => ({
              key: shortcut.callbackId,
              label: shortcut.name,
              detail: snapshot.app.name,
              onChoose: () => void act({ act: 'shortcut', callbackId: shortcut.callbackId }),
            }))}
          >
            <span aria-hidden>+</span>
          </Menu>
        )}
        <textarea
          ref={input}
          rows={1}
          role="combobox"
          aria-label={placeholder}
          aria-expanded={completions !== undefined}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current ? optionId(list, current.key) : undefined}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            setDismissed(undefined);
            follow();
          }}
          onSelect={follow}
          onBlur={() => setDismissed(text)}
          onFocus={() => setDismissed(undefined)}
          onKeyDown={(event) => take(event) && event.preventDefault()}
        />
        <button type="button" className="send" aria-label="Send" title="Send" disabled={!text.trim()} onClick={send}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M2 13.5 14 8 2 2.5 4 8Zm2-5.5h5" />
          </svg>
        </button>
      </div>
      {completions && (
        <Suggestions
          id={list}
          label="Suggestions"
          anchor={box}
          items={completions.items}
          current={current}
          onChoose={complete}
          onClose={() => setDismissed(text)}
        />
      )}
      <p className="composer-hint">
        {command ? (
          <>
            <strong>{command.command}</strong> {command.usageHint}
          </>
        ) : (
          <>
            <kbd>/</kbd> for commands, <kbd>@</kbd> for people and {snapshot.app.name}
          </>
        )}
      </p>
    </div>
  );
};
