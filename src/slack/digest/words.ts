import { formatDate } from '../../record/citation.ts';
import type { IsoDate } from '../../record/dossier.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Why Dateline no longer posts in a channel. */
export type PauseReason = 'by-hand' | 'left' | 'archived' | 'deleted' | 'closed';

/** Every word of digests in Slack that is not an edition's own: the form, its errors, what became of a request. */
export const DIGEST_WORDS = {
  /** Monday is 1. */
  day: (weekday: number) => DAYS[weekday - 1] ?? '',
  days: (weekdays: readonly number[]) => {
    const sorted = [...weekdays].sort((a, b) => a - b);
    if (sorted.length === 7) return 'every day';
    if (sorted.join() === '1,2,3,4,5') return 'Monday to Friday';
    const names = sorted.map((weekday) => DAYS[weekday - 1] as string);
    return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] as string);
  },
  when: (days: string, time: string, zone: string) => `${days} at ${time} (${zone})`,

  edition: {
    inThread: (items: number) => `${items} more ${items === 1 ? 'item' : 'items'} in the thread below.`,
    goesOn: 'The edition goes on.',
    more: (items: number) =>
      `${items} more ${items === 1 ? 'item' : 'items'} not shown. Ask for a topic to see what is on record.`,
  },

  modal: {
    title: 'Digest',
    submit: 'Save',
    close: 'Cancel',
    lead: 'At the chosen hour this channel is told what changed on record since its last digest, each line with outlet and date.',
    topics: 'Topics',
    topicsHint: 'Leave empty for every topic, those to come too.',
    everyTopic: 'Every topic',
    time: 'Hour',
    weekdays: 'Days',
    zone: 'Time zone',
    findZone: 'Type a city',
    ownZone: 'Yours',
    quiet: 'On a day without news',
    say: 'Say how the record stands',
    silent: 'Post nothing',
  },

  errors: {
    topic: 'A topic that you chose is no longer on record. Choose again.',
    time: 'Choose an hour.',
    weekdays: 'Choose at least one day.',
    zone: 'Choose a time zone.',
    quiet: 'Choose what to do on a day without news.',
  },

  saved: (when: string) => `The digest of this channel is set up: ${when}. /dateline digest now posts one at once.`,
  /** Why a person may not change a digest. */
  access: {
    'not-member': 'Only members of a channel can change its digest. Join the channel and try again.',
    'not-invited': 'Dateline is not in this channel. Type /invite @Dateline here, then /dateline digest again.',
    'no-channel':
      'Dateline has no way into this conversation. Use /dateline digest in a channel that it is in, or in a direct message with it.',
    archived: 'This channel is archived: nothing can be posted here.',
    unread: 'Slack did not say who is in this channel. Try again in a moment.',
  },
  none: 'This channel has no digest. Type /dateline digest to set one up.',
  unknown: (word: string) =>
    `“${word}” is nothing that a digest can do. Type /dateline digest, or add now, status, pause, resume or off.`,
  takes: 'now | status | pause | resume | off',
  about: 'what changed on record, at this channel’s hour',

  onItsWay: 'The digest is on its way.',
  nowFailed: 'Slack did not take the digest. Type /dateline digest status to see how it is set up.',
  nowDropped: {
    before: 'The digest that you asked for in ',
    channel: (id: string) => `the channel ${id}`,
    after: ' could not be posted in time and is not sent any more. Type /dateline digest now there to ask again.',
  },
  paused: 'The digest of this channel is paused. /dateline digest resume lets it go on.',
  resumed: (when: string) => `The digest of this channel goes on: ${when}.`,
  off: 'The digest of this channel is ended. What was posted stays.',

  status: {
    active: (when: string) => `This channel’s digest: ${when}.`,
    topics: (topics: readonly string[]) =>
      topics.length === 0 ? 'It covers every topic.' : `It covers: ${topics.join(', ')}.`,
    quiet: (quietDay: 'say' | 'silent') =>
      quietDay === 'say'
        ? 'On a day without news it says how the record stands.'
        : 'On a day without news it posts nothing.',
    last: (date: IsoDate | undefined) =>
      date === undefined ? 'None has been posted yet.' : `The last one was of ${formatDate(date)}.`,
    paused: (reason: string) => `It is paused: ${reason}. /dateline digest resume lets it go on.`,
  },

  reason: {
    'by-hand': 'a member paused it',
    left: 'Dateline was removed from the channel',
    archived: 'the channel was archived',
    deleted: 'the channel was deleted',
    closed: 'Slack did not let Dateline post in the channel',
  } satisfies Record<PauseReason, string>,
  pausedTo: {
    before: 'The digest that you set up in ',
    channel: (id: string) => `the channel ${id}`,
    after: (reason: string) =>
      ` is paused: ${reason}. To go on, invite Dateline there and type /dateline digest resume.`,
  },

  home: {
    title: 'Digests that you set up',
    none: 'None yet. Type /dateline digest in a channel that Dateline is in.',
    line: (when: string, isPaused: boolean) => ` ${when}${isPaused ? ', paused' : ''}`,
    more: (digests: number) => `${digests} more.`,
  },
} as const;
