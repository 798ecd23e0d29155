import { useState } from 'react';
import type { Entries } from '../state/form.ts';
import { Blocks } from './blocks.tsx';
import { SurfaceProvider, useDesk } from './surface.tsx';

/** The app's Home tab. */
export const Home = () => {
  const { snapshot } = useDesk();
  const [entries, setEntries] = useState<Entries>({});
  const { home } = snapshot;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className="log home" aria-label={`Home of ${snapshot.app.name}`} tabIndex={0}>
      <div className="log-inner">
        {home ? (
          <SurfaceProvider
            surface={{
              on: { viewId: home.id },
              entries,
              errors: {},
              enter: (blockId, actionId, entry) =>
                setEntries((now) => ({ ...now, [blockId]: { ...now[blockId], [actionId]: entry } })),
            }}
          >
            <Blocks of={home.blocks} />
          </SurfaceProvider>
        ) : (
          <p className="nothing">{snapshot.app.name} has published nothing here yet.</p>
        )}
      </div>
    </section>
  );
};
