import { useEffect, useRef, useState } from 'react';
import type { PageChannel } from '../http/snapshot.ts';
import { Composer } from './composer.tsx';
import { Log } from './log.tsx';

/** A thread beside the conversation. */
export const Thread = ({
  channel,
  name,
  ts,
  focus,
  onClose,
}: {
  readonly channel: PageChannel;
  readonly name: string;
  readonly ts: string;
  /** Set when the person opened it: one that opens by itself leaves the focus where it is. */
  readonly focus: boolean;
  readonly onClose: () => void;
}) => {
  const [sends, setSends] = useState(0);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (ts && focus) close.current?.focus({ preventScroll: true });
  }, [ts, focus]);
  const messages = channel.messages.filter((message) => message.ts === ts || message.thread_ts === ts);
  return (
    <aside
      className="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        // In the composer Escape is for its suggestions, and a draft would be lost.
        const typing = event.target instanceof HTMLTextAreaElement;
        if (event.key === 'Escape' && !event.defaultPrevented && !typing) onClose();
      }}
    >
      <header>
        <div>
          <h2>Thread</h2>
          <p>{name}</p>
        </div>
        <button ref={close} type="button" className="icon-button" aria-label="Close thread" onClick={onClose}>
          <span aria-hidden>✕</span>
        </button>
      </header>
      <Log label="Messages in the thread" channel={channel.id} messages={messages} sent={sends} />
      <Composer
        key={ts}
        channel={channel.id}
        threadTs={ts}
        placeholder="Reply in the thread"
        onSent={() => setSends(sends + 1)}
      />
    </aside>
  );
};
