import { useEffect, useRef, useState } from 'react';
import type { PageChannel, Snapshot } from '../http/snapshot.ts';
import { Composer } from './composer.tsx';
import { Home } from './home.tsx';
import { Log } from './log.tsx';
import { Modal } from './modal.tsx';
import { type Place, Sidebar } from './sidebar.tsx';
import { DeskProvider } from './surface.tsx';
import { Thread } from './thread.tsx';
import { Welcome } from './welcome.tsx';
import { type DoAct, useWorkspace } from './workspace-feed.ts';

const wide = window.matchMedia('(min-width: 1000px)');

const nameOf = (snapshot: Snapshot, channel: PageChannel) =>
  channel.kind === 'im' ? snapshot.app.name : `#${channel.name}`;

/** Which channels have something new since they were last looked at. */
const useUnread = (snapshot: Snapshot, place: Place) => {
  const seen = useRef(new Map<string, string>());
  const last = (channel: PageChannel) => channel.messages.findLast((one) => one.user !== snapshot.me.id)?.ts ?? '';
  for (const channel of snapshot.channels) {
    const here = place.kind === 'channel' && place.id === channel.id;
    if (here || !seen.current.has(channel.id)) seen.current.set(channel.id, last(channel));
  }
  return (id: string) => {
    const channel = snapshot.channels.find((one) => one.id === id);
    return channel !== undefined && last(channel) > (seen.current.get(id) ?? '');
  };
};

/** The thread of a message that was just sent, once the app has answered in it. */
const answeredThread = (channel: PageChannel, me: string, since: number) =>
  channel.messages.findLast(
    (message) => message.user === me && Number(message.ts) * 1000 >= since && (message.reply_count ?? 0) > 0,
  )?.ts;

const Desk = ({ snapshot, act, onUser }: { snapshot: Snapshot; act: DoAct; onUser: (name: string) => void }) => {
  const [place, setPlace] = useState<Place>({ kind: 'channel', id: snapshot.channels[0]?.id ?? '' });
  const [thread, setThread] = useState<{ readonly ts: string; readonly focus: boolean }>();
  const [menu, setMenu] = useState(false);
  const [sends, setSends] = useState(0);
  const sentAt = useRef(Number.POSITIVE_INFINITY);
  const unread = useUnread(snapshot, place);
  const direct = snapshot.channels.find((one) => one.kind === 'im');
  const channel = place.kind === 'channel' ? snapshot.channels.find((one) => one.id === place.id) : undefined;
  const inApp = place.kind === 'home' || channel?.kind === 'im';
  const name = channel ? nameOf(snapshot, channel) : snapshot.app.name;
  const top = snapshot.modals.at(-1);
  const messages = channel?.messages.filter(
    (message) => !message.thread_ts || message.thread_ts === message.ts || message.subtype === 'thread_broadcast',
  );
  const answered = channel && answeredThread(channel, snapshot.me.id, sentAt.current);

  useEffect(() => {
    if (!answered) return;
    sentAt.current = Number.POSITIVE_INFINITY;
    if (wide.matches) setThread({ ts: answered, focus: false });
  }, [answered]);

  const go = (next: Place) => {
    setPlace(next);
    setThread(undefined);
    setMenu(false);
    if (next.kind === 'home') void act({ act: 'open-app', tab: 'home' });
    if (next.kind === 'channel' && next.id === direct?.id) void act({ act: 'open-app', tab: 'messages' });
  };
  const sent = () => {
    sentAt.current = Date.now() - 1000;
    setSends(sends + 1);
  };
  const ask = (question: string) => {
    if (!channel) return;
    sent();
    const text = /^[/@]/.test(question) ? question : `@${snapshot.app.name} ${question}`;
    void act({ act: 'send', channel: channel.id, text });
  };

  return (
    <DeskProvider desk={{ snapshot, act }}>
      <div className={`shell${thread ? ' shell-thread' : ''}${menu ? ' shell-menu' : ''}`}>
        <Sidebar snapshot={snapshot} place={place} unread={unread} onGo={go} onUser={onUser} />
        {menu && <button type="button" className="veil" aria-label="Close the menu" onClick={() => setMenu(false)} />}
        <main>
          <header className="topbar">
            <button
              type="button"
              className="icon-button menu-button"
              aria-label="Channels and people"
              aria-expanded={menu}
              onClick={() => setMenu(!menu)}
            >
              <span aria-hidden>☰</span>
            </button>
            <div className="topbar-name">
              <h1>{name}</h1>
              <p>{channel?.purpose || (inApp ? 'The app' : '')}</p>
            </div>
            {inApp && direct && (
              <div className="tabs" role="tablist" aria-label={snapshot.app.name}>
                <button
                  type="button"
                  role="tab"
                  aria-selected={place.kind === 'home'}
                  onClick={() => go({ kind: 'home' })}
                >
                  Home
                </button>
                <button
                  type="button"
                  role="tab"
                  aria-selected={place.kind === 'channel'}
                  onClick={() => go({ kind: 'channel', id: direct.id })}
                >
                  Messages
                </button>
              </div>
            )}
          </header>
          {channel ? (
            <>
              <Log
                key={`log ${channel.id}`}
                label={`Messages in ${name}`}
                channel={channel.id}
                messages={messages ?? []}
                sent={sends}
                onThread={(ts) => setThread({ ts, focus: true })}
              >
                {channel.name === 'newsroom' && <Welcome onAsk={ask} />}
              </Log>
              {channel.archived ? (
                <p className="archived">This channel is archived.</p>
              ) : (
                <Composer
                  key={`composer ${channel.id}`}
                  channel={channel.id}
                  placeholder={`Message ${name}`}
                  onSent={sent}
                />
              )}
            </>
          ) : (
            <Home key={snapshot.me.id} />
          )}
        </main>
        {channel && thread && <Thread channel={channel} name={name} {...thread} onClose={() => setThread(undefined)} />}
      </div>
      {top && <Modal key={top.id} view={top} deep={snapshot.modals.length > 1} />}
    </DeskProvider>
  );
};

const userInAddress = () => new URLSearchParams(location.search).get('as') ?? 'nadia';

/** The whole page. Who is at it stands in the address, so that two windows can be two people. */
export const App = () => {
  const [user, setUser] = useState(userInAddress);
  const { snapshot, connected, act } = useWorkspace(user);
  const become = (name: string) => {
    history.replaceState(null, '', `?as=${encodeURIComponent(name)}`);
    setUser(name);
  };
  return (
    <>
      {!connected && (
        <p className="offline" role="status">
          The workspace has stopped. Trying again…
        </p>
      )}
      {snapshot && <Desk key={user} snapshot={snapshot} act={act} onUser={become} />}
    </>
  );
};
