import { DESK_WORDS } from '../../desk/words.ts';
import { WORDS } from '../../words.ts';

/** A shortcut as Slack's menus list it: on a message, or from anywhere. */
interface Shortcut {
  readonly type: 'message' | 'global';
  readonly name: string;
  readonly about: string;
}

const words = WORDS.check.shortcuts;

/** Every shortcut, by its callback id. */
export const SHORTCUTS = {
  'check-message': { type: 'message', ...words.message },
  'file-message': { type: 'message', ...DESK_WORDS.shortcut },
  'check-draft': { type: 'global', ...words.draft },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof SHORTCUTS;

/** All shortcuts with their callback ids, in the order of the menus. */
export const SHORTCUT_LIST = (Object.keys(SHORTCUTS) as readonly ShortcutId[]).map((callbackId) => ({
  callbackId,
  ...SHORTCUTS[callbackId],
}));
