import { useState } from 'react';
import type { Fields } from '../blocks/walk-blocks.ts';
import type { Entry } from '../state/form.ts';
import { useDesk, useSurface } from './surface.tsx';

/** A text object of a payload. */
export interface TextObject {
  readonly type: string;
  readonly text: string;
}

/** The dialog that an element asks with before it acts. */
export interface Confirmation {
  readonly title?: TextObject;
  readonly text: TextObject;
  readonly confirm?: TextObject;
  readonly deny?: TextObject;
  readonly style?: string;
}

/** What an element can do: hold an entry, act on it, and ask first where the app wants it. */
export interface ElementActs {
  /** What was entered; undefined where nothing was, so that the element's own beginning counts. */
  readonly entry: Entry | undefined;
  readonly busy: boolean;
  /** Set while the dialog is open. */
  readonly asking: Confirmation | undefined;
  readonly answer: (yes: boolean) => void;
  /** Takes an entry; where `acts`, tells the app. */
  readonly enter: (entry: Entry) => void;
  /** Acts without an entry: a plain button. */
  readonly press: (entry?: Entry) => void;
}

/** Binds an element of a block to its message or view. */
export const useElement = (block: Fields, element: Fields, acts: boolean): ElementActs => {
  const { act } = useDesk();
  const surface = useSurface();
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState<{ readonly entry: Entry | undefined }>();
  const blockId = String(block.block_id);
  const actionId = String(element.action_id);
  const asked = element.confirm as Confirmation | undefined;

  const tell = async (entry: Entry | undefined) => {
    setBusy(true);
    const given = entry === undefined ? {} : { entry };
    try {
      await act({ act: 'press', on: surface.on, blockId, actionId, entries: surface.entries, ...given });
    } finally {
      setBusy(false);
    }
  };
  const take = (entry: Entry | undefined) => {
    if (entry !== undefined) surface.enter(blockId, actionId, entry);
    if (acts) void tell(entry);
  };

  return {
    entry: surface.entries[blockId]?.[actionId],
    busy,
    asking: waiting && asked,
    answer: (yes) => {
      setWaiting(undefined);
      if (yes && waiting) take(waiting.entry);
    },
    enter: (entry) => (asked && acts ? setWaiting({ entry }) : take(entry)),
    press: (entry) => (asked ? setWaiting({ entry }) : void tell(entry)),
  };
};
