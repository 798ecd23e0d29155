import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Popup } from './popup.tsx';

/** One line of a menu. */
export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
  readonly onChoose: () => void;
}

const step = { ArrowDown: 1, ArrowUp: -1 } as const;

/** A button that opens a menu. Arrow keys, Home, End, Enter and Escape work in it. */
export const Menu = ({
  label,
  children,
  items,
  className = '',
}: {
  readonly label: string;
  readonly children: ReactNode;
  readonly items: readonly MenuItem[];
  readonly className?: string;
}) => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const lines = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);

  const move = (event: KeyboardEvent) => {
    const all = lines();
    const now = all.indexOf(document.activeElement as HTMLElement);
    const next = {
      ...Object.fromEntries(Object.entries(step).map(([key, by]) => [key, (now + by + all.length) % all.length])),
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };

  const choose = (item: MenuItem) => {
    setOpen(false);
    button.current?.focus();
    item.onChoose();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <Popup anchor={button} align="end" onClose={() => setOpen(false)}>
          <ul ref={list} aria-label={label} className="menu" onKeyDown={move}>
            {items.map((item) => (
              <li key={item.key} role="none">
                <button type="button" role="menuitem" tabIndex={-1} onClick={() => choose(item)}>
                  {item.label}
                  {item.detail && <small>{item.detail}</small>}
                </button>
              </li>
            ))}
          </ul>
        </Popup>
      )}
    </>
  );
};
