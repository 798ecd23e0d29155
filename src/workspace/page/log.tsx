import { type ReactNode, useEffect, useRef } from 'react';
import type { PageMessage } from '../http/snapshot.ts';
import { dayOf, longDay } from './dates.ts';
import { Message } from './message.tsx';

const soon = 300;

const follows = (message: PageMessage, before: PageMessage | undefined) =>
  before !== undefined &&
  before.user === message.user &&
  before.ephemeral === message.ephemeral &&
  !message.ephemeral &&
  Number(message.ts) - Number(before.ts) < soon;

/** Messages under one another, with a line for each day. Stays at the end as new ones come. */
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
  const last = messages.at(-1)?.ts;
  useEffect(() => {
    // A new message, or another channel.
    if (box.current && (last || channel)) box.current.scrollTop = box.current.scrollHeight;
  }, [last, channel]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <div ref={box} className="log" role="log" aria-label={label} tabIndex={0}>
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
