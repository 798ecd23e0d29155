import type { AppIdentity, Channel, User } from './entities.ts';

/** Names as handles of what the seed creates. */
export const people = [
  {
    id: 'U0NADIA001',
    name: 'nadia',
    realName: 'Nadia Brandt',
    title: 'Reporter',
    timeZone: 'Europe/London',
    isBot: false,
  },
  {
    id: 'U0TOM00002',
    name: 'tom',
    realName: 'Tom Okafor',
    title: 'Editor',
    timeZone: 'America/New_York',
    isBot: false,
  },
  {
    id: 'U0INES0003',
    name: 'ines',
    realName: 'Ines Duarte',
    title: 'Second editor',
    timeZone: 'Asia/Singapore',
    isBot: false,
  },
] as const satisfies readonly User[];

/** The user groups, each with who is in it. */
export const userGroups = [
  { id: 'S0EDITORS1', handle: 'editors', name: 'Editors', users: ['U0TOM00002', 'U0INES0003'] },
] as const;

/** Slack's own voice: it tells people what went wrong with a command. */
export const slackbot = 'USLACKBOT';

/** Ids of the workspace, its app and its bot. */
export const identity = (appName: string): AppIdentity => ({
  teamId: 'T0LOCAL001',
  teamDomain: 'local-newsroom',
  teamName: 'Local newsroom',
  appId: 'A0LOCAL001',
  botId: 'B0LOCAL001',
  botUserId: 'U0APPBOT01',
  name: appName,
});

/** Everyone, with the bot. */
export const seedUsers = (app: AppIdentity): User[] => [
  ...people,
  {
    id: app.botUserId,
    name: app.name.toLowerCase(),
    realName: app.name,
    title: 'App',
    timeZone: 'Etc/UTC',
    isBot: true,
  },
  { id: slackbot, name: 'slackbot', realName: 'Slackbot', title: '', timeZone: 'Etc/UTC', isBot: true },
];

/**
 * The channels: `newsroom` and the desks with the app in them, `standards` without it, an archived one,
 * a private one without it, and a direct message with each person.
 */
export const seedChannels = (app: AppIdentity, desks: readonly string[]): Channel[] => {
  const everyone = people.map((person) => person.id);
  const channel = (
    id: string,
    name: string,
    kind: Channel['kind'],
    members: readonly string[],
    purpose = '',
    archived = false,
  ): Channel => ({ id, name, kind, purpose, archived, members: new Set(members) });
  return [
    channel('C0NEWSROOM', 'newsroom', 'public', [...everyone, app.botUserId], 'The whole room'),
    ...desks.map((name, place) =>
      channel(
        `C0DESK${String(place + 1).padStart(4, '0')}`,
        name,
        'public',
        [...everyone, app.botUserId],
        `The ${name}`,
      ),
    ),
    channel('C0STANDARD', 'standards', 'public', everyone, `Style and standards; ${app.name} has not been invited`),
    channel('C0ARCHIVED', 'election-night', 'public', [...everyone, app.botUserId], 'Archived', true),
    channel('G0SOURCES1', 'source-protection', 'private', ['U0TOM00002', 'U0INES0003'], 'Editors only'),
    ...people.map((person, place) => channel(`D0DIRECT0${place + 1}`, person.id, 'im', [person.id, app.botUserId])),
  ];
};
