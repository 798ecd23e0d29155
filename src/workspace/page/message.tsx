import { useState } from 'react';
import type { PageMessage } from '../http/snapshot.ts';
import type { Entries } from '../state/form.ts';
import { Avatar } from './avatar.tsx';
import { Blocks } from './blocks.tsx';
import { timeOf } from './dates.ts';
import { Menu } from './menu.tsx';
import { Mrkdwn } from './mrkdwn.tsx';
import { SurfaceProvider, useDesk } from './surface.tsx';

/** One message, with what can be done with it. */
export const Message = ({
  message,
  channel,
  follows,
  onThread,
}: {
  readonly message: PageMessage;
  readonly channel: string;
  /** Said right after another of the same person: needs no name of its own. */
  readonly follows: boolean;
  /** Opens the thread; absent inside one. */
  readonly onThread?: ((ts: string) => void) | undefined;
}) => {
  const { snapshot, act } = useDesk();
  const [entries, setEntries] = useState<Entries>({});
  const author = snapshot.people.find((user) => user.id === message.user);
  const replies = message.reply_count ?? 0;
  const shortcuts = snapshot.shortcuts.filter((shortcut) => shortcut.type === 'message');
  const surface = {
    on: { channel, ts: message.ts },
    entries,
    errors: {},
    enter: (blockId: string, actionId: string, entry: Entries[string][string]) =>
      setEntries((now) => ({ ...now, [blockId]: { ...now[blockId], [actionId]: entry ?? null } })),
  };

  return (
    <article
      className={`message${message.ephemeral ? ' message-ephemeral' : ''}${follows ? ' message-follows' : ''}`}
      aria-label={`${author?.realName ?? 'Someone'}, ${timeOf(message.ts)}`}
      data-ts={message.ts}
    >
      {follows ? <time className="message-aside">{timeOf(message.ts)}</time> : <Avatar of={author} />}
      <div className="message-body">
        {message.ephemeral && (
          <p className="only-you">
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
              <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z" />
              <circle cx="8" cy="8" r="2" />
            </svg>
            Only visible to you
          </p>
        )}
        {!follows && (
          <p className="byline">
            <strong>{author?.realName ?? message.user}</strong>
            {author?.isBot ? <span className="tag">App</span> : <span className="role">{author?.title}</span>}
            <time>{timeOf(message.ts)}</time>
          </p>
        )}
        <SurfaceProvider surface={surface}>
          {message.blocks?.length ? (
            <Blocks of={message.blocks} />
          ) : (
            <p className="text">
              <Mrkdwn text={message.text} />
            </p>
          )}
        </SurfaceProvider>
        {message.edited && message.user !== snapshot.app.userId && <small className="edited">(edited)</small>}
        {message.reactions?.map((reaction) => (
          <span key={reaction.name} className="reaction">
            <Mrkdwn text={`:${reaction.name}:`} /> {reaction.count}
          </span>
        ))}
        {onThread && replies > 0 && (
          <button type="button" className="replies" onClick={() => onThread(message.ts)}>
            {replies} {replies === 1 ? 'reply' : 'replies'}
            <span> · last at {timeOf(message.latest_reply ?? message.ts)}</span>
          </button>
        )}
      </div>
      {!message.ephemeral && (onThread || shortcuts.length > 0) && (
        <div className="tools">
          {onThread && (
            <button
              type="button"
              aria-label="Reply in thread"
              title="Reply in thread"
              onClick={() => onThread(message.ts)}
            >
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M2 3.5h12v7H7l-3 2.5v-2.5H2Z" />
              </svg>
            </button>
          )}
          {shortcuts.length > 0 && (
            <Menu
              label="Message actions"
              items={shortcuts.map((shortcut) => ({
                key: shortcut.callbackId,
                label: shortcut.name,
                detail: snapshot.app.name,
                onChoose: () => void act({ act: 'shortcut', callbackId: shortcut.callbackId, channel, ts: message.ts }),
              }))}
            >
              <span aria-hidden>⋯</span>
            </Menu>
          )}
        </div>
      )}
    </article>
  );
};
