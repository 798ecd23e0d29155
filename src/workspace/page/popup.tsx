import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';

const gap = 4;

/** Puts a popup under its anchor, or above where there is no room, and keeps it on the screen. */
const place = (popup: HTMLElement, anchor: HTMLElement, align: 'start' | 'end') => {
  const from = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popup;
  const left = align === 'start' ? from.left : from.right - width;
  const below = from.bottom + gap;
  const top =
    below + height > window.innerHeight - gap && from.top - gap - height > gap ? from.top - gap - height : below;
  popup.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - width - gap))}px`;
  popup.style.top = `${Math.max(gap, top)}px`;
};

/** Something that floats over the page beside an anchor until the person turns away. */
export const Popup = ({
  anchor,
  onClose,
  align = 'start',
  manual = false,
  wide = false,
  children,
}: {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly align?: 'start' | 'end';
  /** Stays when the person clicks elsewhere: the owner closes it. */
  readonly manual?: boolean;
  /** As wide as the anchor at least. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) => {
  const popup = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const element = popup.current;
    if (!element || !anchor.current) return;
    if (wide) element.style.minWidth = `${anchor.current.offsetWidth}px`;
    element.showPopover();
    const toggled = (event: Event) => (event as ToggleEvent).newState === 'closed' && close.current();
    element.addEventListener('toggle', toggled);
    return () => element.removeEventListener('toggle', toggled);
  }, [anchor, wide]);
  // Its size changes with what it lists.
  useLayoutEffect(() => {
    if (popup.current && anchor.current) place(popup.current, anchor.current, align);
  });
  return (
    <div ref={popup} className="popup" popover={manual ? 'manual' : 'auto'}>
      {children}
    </div>
  );
};
