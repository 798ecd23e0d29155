import { type ReactNode, type UIEvent, useEffect, useRef } from 'react';
import type { PageMessage } from '../http/snapshot.ts';
import { dayOf, longDay } from './dates.ts';
import { Message } from './message.tsx';
import { useDesk } from './surface.tsx';

/** Seconds within which a message goes on from the one before. */
const soon = 300;
/** Pixels around the newest message. */
const margin = 16;
const nearEnd = 160;

const follows = (message: PageMessage, before: PageMessage | undefined) =>
  before !== undefined &&
  before.user === message.user &&
  before.ephemeral === message.ephemeral &&
  !message.ephemeral &&
  Number(message.ts) - Number(before.ts) < soon;

/** Shows the newest message: its end, or its beginning where it is taller than the window. */
const showNewest = (box: HTMLElement) => {
  const newest = [...box.querySelectorAll<HTMLElement>('.message')].at(-1);
  const tall = newest !== undefined && newest.offsetHeight > box.clientHeight - margin;
  if (tall) box.scrollTop += newest.getBoundingClientRect().top - box.getBoundingClientRect().top - margin;
  else box.scrollTop = box.scrollHeight;
};

/** Messages under one another, with a line for each day. Follows new ones until the person scrolls away. */
export const Log = ({
  label,
  channel,
  messages,
  onThread,
  children,
}: {
  readonly label: string;
  readonly channel: string;
  readonly messages: readonly PageMessage[];
  readonly onThread?: ((ts: string) => void) | undefined;
  /** Stands above the first message. */
  readonly children?: ReactNode;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const follow = useRef(true);
  const own = useRef(false);
  const { snapshot } = useDesk();
  const last = messages.at(-1);
  const key = `${channel} ${last?.ts}`;
  const mine = last?.user === snapshot.me.id;
  useEffect(() => {
    // A new message, or another channel.
    if (!box.current || !key || !(follow.current || mine)) return;
    own.current = true;
    showNewest(box.current);
  }, [key, mine]);
  const scrolled = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent<HTMLElement>) => {
    // Where the page scrolled by itself, it goes on following.
    follow.current = own.current || scrollHeight - scrollTop - clientHeight < nearEnd;
    own.current = false;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <div ref={box} className="log" role="log" aria-label={label} tabIndex={0} onScroll={scrolled}>
      <div className="log-inner">
        {children}
        {messages.map((message, place) => {
          const before = messages[place - 1];
          const newDay = !before || dayOf(before.ts) !== dayOf(message.ts);
          return (
            <div key={message.ts}>
              {newDay && (
                <p className="day">
                  <span>{longDay(dayOf(message.ts))}</span>
                </p>
              )}
              <Message
                message={message}
                channel={channel}
                follows={!newDay && follows(message, before)}
                onThread={onThread}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
};
