import type { Snapshot } from '../http/snapshot.ts';
import { Avatar } from './avatar.tsx';
import { dayOf, longDay } from './dates.ts';

/** What the middle of the page shows: a channel, or the app's Home tab. */
export type Place = { readonly kind: 'channel'; readonly id: string } | { readonly kind: 'home' };

/** The masthead, the channels, and who is at the page. */
export const Sidebar = ({
  snapshot,
  place,
  unread,
  onGo,
  onUser,
}: {
  readonly snapshot: Snapshot;
  readonly place: Place;
  readonly unread: (channel: string) => boolean;
  readonly onGo: (place: Place) => void;
  readonly onUser: (name: string) => void;
}) => {
  const { app, me } = snapshot;
  const here = (id: string) => place.kind === 'channel' && place.id === id;
  const direct = snapshot.channels.find((channel) => channel.kind === 'im');
  const line = (id: string, label: string, sign: string, note?: string) => (
    <li key={id}>
      <button
        type="button"
        aria-current={here(id) ? 'page' : undefined}
        className={unread(id) ? 'unread' : undefined}
        onClick={() => onGo({ kind: 'channel', id })}
      >
        <span className="sign" aria-hidden>
          {sign}
        </span>
        {label}
        {note && <small>{note}</small>}
        {unread(id) && <span className="dot" role="img" aria-label="new messages" />}
      </button>
    </li>
  );
  const channels = snapshot.channels.filter((channel) => channel.kind !== 'im');
  return (
    <aside className="sidebar" aria-label="Workspace">
      <div className="masthead">
        <p className="masthead-name">{snapshot.team}</p>
        <p>{longDay(dayOf(String(Date.now() / 1000)))}</p>
      </div>
      <nav aria-label="Places">
        <h2>Channels</h2>
        <ul>
          {channels.map((channel) =>
            line(
              channel.id,
              channel.name,
              channel.kind === 'private' ? '◦' : '#',
              channel.archived ? 'archived' : undefined,
            ),
          )}
        </ul>
        <h2>App</h2>
        <ul>
          {direct && line(direct.id, app.name, '@', 'messages')}
          <li>
            <button
              type="button"
              aria-current={place.kind === 'home' ? 'page' : undefined}
              onClick={() => onGo({ kind: 'home' })}
            >
              <span className="sign" aria-hidden>
                ⌂
              </span>
              {app.name}
              <small>home</small>
            </button>
          </li>
        </ul>
      </nav>
      <fieldset className="people">
        <legend>You are</legend>
        {snapshot.people
          .filter((user) => !user.isBot)
          .map((user) => (
            <label key={user.id} className="person">
              <input type="radio" name="user" checked={user.id === me.id} onChange={() => onUser(user.name)} />
              <Avatar of={user} />
              <span>
                {user.realName}
                <small>{user.title}</small>
              </span>
            </label>
          ))}
      </fieldset>
    </aside>
  );
};
