import { createContext, type ReactNode, useContext } from 'react';
import type { Snapshot } from '../http/snapshot.ts';
import type { Entries, Entry } from '../state/form.ts';
import type { DoAct } from './workspace-feed.ts';

/** What every part of the page can reach. */
export interface Desk {
  readonly snapshot: Snapshot;
  readonly act: DoAct;
}

const DeskContext = createContext<Desk | undefined>(undefined);

/** Makes the workspace known to everything inside. */
export const DeskProvider = ({ desk, children }: { desk: Desk; children: ReactNode }) => (
  <DeskContext value={desk}>{children}</DeskContext>
);

/** The workspace, as the person at the page sees it. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no workspace around this component');
  return desk;
};

/** Where blocks stand: what was entered there, and how that changes. */
export interface Surface {
  readonly on: { readonly channel: string; readonly ts: string } | { readonly viewId: string };
  readonly entries: Entries;
  readonly errors: Readonly<Record<string, string>>;
  readonly enter: (blockId: string, actionId: string, entry: Entry) => void;
}

const SurfaceContext = createContext<Surface | undefined>(undefined);

/** Makes a message or view known to the elements inside. */
export const SurfaceProvider = ({ surface, children }: { surface: Surface; children: ReactNode }) => (
  <SurfaceContext value={surface}>{children}</SurfaceContext>
);

/** The message or view around an element. */
export const useSurface = (): Surface => {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('no surface around this element');
  return surface;
};
