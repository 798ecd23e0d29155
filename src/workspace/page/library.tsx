import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { Message } from 'slack-blocks-to-jsx';
import type { Fields } from '../blocks/walk-blocks.ts';
import { useDesk } from './surface.tsx';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

const watch = (changed: () => void) => {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
};

/** Blocks as slack-blocks-to-jsx draws them: rich text, markdown, images, alerts, charts. */
export const Library = ({ blocks }: { blocks: readonly Fields[] }) => {
  const { snapshot } = useDesk();
  const isDark = useSyncExternalStore(watch, () => dark.matches);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The library gives every message the same id.
    box.current?.querySelectorAll('#slack_blocks_to_jsx').forEach((element) => {
      element.removeAttribute('id');
    });
  });
  return (
    <div ref={box} className="library">
      <Message
        blocks={blocks as never}
        name=""
        logo=""
        withoutWrapper
        theme={isDark ? 'dark' : 'light'}
        data={{
          users: snapshot.people.map((user) => ({ id: user.id, name: user.realName })),
          channels: snapshot.channels.map((channel) => ({ id: channel.id, name: channel.name })),
        }}
      />
    </div>
  );
};
