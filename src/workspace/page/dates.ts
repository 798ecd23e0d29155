const zone = Temporal.Now.timeZoneId();

const at = (ts: string | number) =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(Number(ts) * 1000)).toZonedDateTimeISO(zone);

/** The time of day of a message: `14:05`. */
export const timeOf = (ts: string): string => at(ts).toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The day of a message, to tell days apart: `2025-02-19`. */
export const dayOf = (ts: string): string => at(ts).toPlainDate().toString();

/** A day as a heading: `Wednesday, 19 February 2025`. */
export const longDay = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });

/** A greeting for the hour. */
export const greeting = (): string => {
  const { hour } = Temporal.Now.zonedDateTimeISO();
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
};

const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const full = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const short = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const minutes = { hour: '2-digit', minute: '2-digit' } as const;
const tokens: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: full,
  date_pretty: full,
  date_long: long,
  date_long_pretty: long,
  date_long_full: full,
  date_short: short,
  date_short_pretty: short,
  date_slash: { day: '2-digit', month: '2-digit', year: 'numeric' },
  day_divider_pretty: long,
  time: minutes,
  time_secs: { ...minutes, second: '2-digit' },
};

/** A time in Slack's format, such as `{date_short} {time}`. Undefined where the time or a token is not known. */
export const formatDate = (seconds: number, format: string): string | undefined => {
  if (!Number.isFinite(seconds)) return undefined;
  let known = true;
  const text = format.replaceAll(/\{(\w+)\}/g, (_, token: string) => {
    if (token === 'date_num') return at(seconds).toPlainDate().toString();
    const options = tokens[token];
    known &&= options !== undefined;
    return options ? at(seconds).toLocaleString('en-GB', options) : '';
  });
  return known ? text : undefined;
};
