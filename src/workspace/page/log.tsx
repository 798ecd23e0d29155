import type { ReactNode } from 'react';
import type { PageMessage } from '../http/snapshot.ts';
import { dayOf, longDay } from './dates.ts';
import { Message } from './message.tsx';
import { useNewest } from './use-newest.ts';

/** Seconds within which a message goes on from the one before. */
const soon = 300;
const follows = (message: PageMessage, before: PageMessage | undefined) =>
  before !== undefined &&
  before.user === message.user &&
  before.ephemeral === message.ephemeral &&
  !message.ephemeral &&
  Number(message.ts) - Number(before.ts) < soon;

/** Messages under one another, with a line for each day. Follows new ones until the person scrolls away. */
export const Log = ({
  label,
  channel,
  messages,
  sent,
  onThread,
  children,
}: {
  readonly label: string;
  readonly channel: string;
  readonly messages: readonly PageMessage[];
  /** Counts what the person has sent here: whoever speaks wants to see the answer. */
  readonly sent: number;
  readonly onThread?: ((ts: string) => void) | undefined;
  /** Stands above the first message. */
  readonly children?: ReactNode;
}) => {
  const { box, content, onScroll } = useNewest(`${channel} ${messages.at(-1)?.ts}`, sent);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <div ref={box} className="log" role="log" aria-label={label} tabIndex={0} onScroll={onScroll}>
      <div ref={content} className="log-inner">
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
