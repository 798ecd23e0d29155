/** What a zone's clocks show at an instant, by Intl, which shares no code with what is tested. */
export interface WallClock {
  readonly date: string;
  readonly time: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

/** A reader of a zone's clocks; `minute` is minutes since 1970. */
export function wallClock(zone: string): (minute: number) => WallClock {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (minute) => {
    const parts = Object.fromEntries(format.formatToParts(minute * 60_000).map(({ type, value }) => [type, value]));
    const date = `${parts.year}-${parts.month}-${parts.day}`;
    return { date, time: `${parts.hour}:${parts.minute}`, weekday: new Date(`${date}T12:00Z`).getUTCDay() || 7 };
  };
}
