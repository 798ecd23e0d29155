import { useEffect, useState } from 'react';
import type { PageAct } from '../http/page-acts.ts';
import type { Snapshot } from '../http/snapshot.ts';

type WithoutUser<Act> = Act extends unknown ? Omit<Act, 'user'> : never;

/** An act of whoever is using the page. */
export type Act = WithoutUser<PageAct>;

/** Carries an act out; resolves with its outcome, rejects when the workspace is gone. */
export type DoAct = (act: Act) => Promise<unknown>;

/** What one person sees, kept up to date, with what they can do about it. */
export const useWorkspace = (user: string): { snapshot: Snapshot | undefined; connected: boolean; act: DoAct } => {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const source = new EventSource(`/page/stream?user=${encodeURIComponent(user)}`);
    source.onmessage = (event) => {
      setConnected(true);
      setSnapshot(JSON.parse(event.data));
    };
    source.onerror = () => setConnected(false);
    return () => source.close();
  }, [user]);
  const act: DoAct = async (wanted) => {
    const response = await fetch('/page/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...wanted, user }),
    });
    if (!response.ok) throw new Error(`the workspace answered ${response.status}`);
    return response.json();
  };
  return { snapshot: snapshot?.me.name === user ? snapshot : undefined, connected, act };
};
