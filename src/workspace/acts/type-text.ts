import type { State } from '../state/state.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text as Slack's clients send it: `&`, `<` and `>` escaped, `@name` and `#name` made references. */
export const typeText = (state: State, text: string): string => {
  const names = new Map<string, string>();
  for (const user of state.room.users.values()) {
    names.set(`@${user.name}`, `<@${user.id}>`);
    names.set(`@${user.realName.toLowerCase()}`, `<@${user.id}>`);
  }
  for (const channel of state.room.channels.values()) {
    if (channel.kind !== 'im') names.set(`#${channel.name}`, `<#${channel.id}|${channel.name}>`);
  }
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  const known = new RegExp(
    `(?<![\\w@#])(${longestFirst.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w-])`,
    'gi',
  );
  // References that are already in Slack's form stay; nothing else in angle brackets does.
  return text
    .split(/(<[@#][A-Z0-9]+(?:\|[^<>]*)?>)/)
    .map((part, place) =>
      place % 2 === 1 ? part : escaped(part).replace(known, (name) => names.get(name.toLowerCase()) ?? name),
    )
    .join('');
};

/** Text of a command as the app gets it: escaped, references left as typed. */
export const commandText = (text: string): string => escaped(text.trim());
