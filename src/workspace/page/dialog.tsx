import { type ReactNode, useEffect, useId, useRef } from 'react';

const firstStop = '[autofocus], .dialog-body :is(input, textarea), footer button';

/** A modal window over the page. Escape and the cross close it; focus stays inside and goes back afterwards. */
export const Dialog = ({
  title,
  onClose,
  footer,
  className = '',
  closeLabel = 'Close',
  role = 'dialog',
  children,
}: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly className?: string;
  readonly closeLabel?: string;
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // The first thing to fill in, or else the safer of the buttons; not the cross.
    dialog.current?.querySelector<HTMLElement>(firstStop)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role={role}
      className={`dialog ${className}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        // The workspace takes the view away; the browser would only hide it.
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" className="icon-button" aria-label={closeLabel} onClick={onClose}>
          <span aria-hidden>✕</span>
        </button>
      </header>
      {children}
      {footer}
    </dialog>
  );
};
