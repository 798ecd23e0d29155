import type { Snapshot } from '../http/snapshot.ts';
import type { Suggestion } from './suggestions.tsx';

/** Something that the composer can complete. */
export interface Completion extends Suggestion {
  /** What is put in place of what was typed. */
  readonly insert: string;
}

/** What can be completed at the caret, and where the typed part begins. */
export interface Completions {
  readonly from: number;
  readonly kind: 'command' | 'person' | 'channel';
  readonly items: readonly Completion[];
}

const starts = (name: string, typed: string) =>
  name
    .toLowerCase()
    .split(/[\s/-]+/)
    .some((word) => word.startsWith(typed)) || name.toLowerCase().startsWith(typed);

/** What the text before the caret can be completed to: a command at the start, a person, a channel. */
export const completionsAt = (snapshot: Snapshot, text: string, caret: number): Completions | undefined => {
  const before = text.slice(0, caret);
  const command = /^\/([\w-]*)$/.exec(before);
  if (command) {
    const typed = command[1]?.toLowerCase() ?? '';
    const items = snapshot.commands
      .filter((one) => one.command.slice(1).startsWith(typed))
      .map((one) => ({
        key: one.command,
        insert: `${one.command} `,
        label: one.usageHint ? `${one.command} ${one.usageHint}` : one.command,
        detail: one.description,
      }));
    return items.length > 0 ? { from: 0, kind: 'command', items } : undefined;
  }
  const reference = /(?:^|[\s(])([@#])([\w-]*)$/.exec(before);
  if (!reference) return undefined;
  const [, sign, typed = ''] = reference;
  const from = caret - typed.length - 1;
  const items =
    sign === '@'
      ? snapshot.people
          .filter((user) => user.id !== snapshot.me.id && (!user.isBot || user.id === snapshot.app.userId))
          .sort((a, b) => Number(b.isBot) - Number(a.isBot))
          .filter((user) => starts(user.realName, typed.toLowerCase()) || starts(user.name, typed.toLowerCase()))
          .map((user) => ({ key: user.id, insert: `@${user.realName} `, label: user.realName, detail: user.title }))
      : snapshot.channels
          .filter((channel) => channel.kind !== 'im' && starts(channel.name, typed.toLowerCase()))
          .map((channel) => ({
            key: channel.id,
            insert: `#${channel.name} `,
            label: `#${channel.name}`,
            detail: channel.purpose,
          }));
  return items.length > 0 ? { from, kind: sign === '@' ? 'person' : 'channel', items } : undefined;
};
