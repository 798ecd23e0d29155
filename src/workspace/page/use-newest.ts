import { type RefObject, type UIEvent, useEffect, useRef } from 'react';

/** Pixels above the newest message, where it is taller than the window. */
const margin = 16;
/** Pixels from the end within which a person is still at the end. */
const nearEnd = 160;

/** Shows the newest message: its end, or its beginning where it is taller than the window. Gives the new position. */
const showNewest = (box: HTMLElement): number => {
  const newest = [...box.querySelectorAll<HTMLElement>('.message')].at(-1);
  const tall = newest !== undefined && newest.offsetHeight > box.clientHeight - margin;
  if (tall) box.scrollTop += newest.getBoundingClientRect().top - box.getBoundingClientRect().top - margin;
  else box.scrollTop = box.scrollHeight;
  return box.scrollTop;
};

/**
 * Keeps the newest message in sight as messages come and the window changes, until the person scrolls away;
 * sending something brings it back. `newest` changes with the newest message, `sent` with each thing sent.
 */
export const useNewest = (
  newest: string,
  sent: number,
): {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
} => {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const own = useRef(0);

  useEffect(() => {
    if (sent > 0) follows.current = true;
  }, [sent]);
  useEffect(() => {
    if (newest && box.current && follows.current) own.current = showNewest(box.current);
  }, [newest]);
  useEffect(() => {
    const { current: window } = box;
    if (!window || !content.current) return;
    const observer = new ResizeObserver(() => {
      if (follows.current) own.current = showNewest(window);
    });
    observer.observe(window);
    observer.observe(content.current);
    return () => observer.disconnect();
  }, []);

  return {
    box,
    content,
    onScroll: ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
      // Where the page itself has scrolled to, it goes on following.
      if (Math.abs(scrollTop - own.current) < 2) return;
      follows.current = scrollHeight - scrollTop - clientHeight < nearEnd;
    },
  };
};
