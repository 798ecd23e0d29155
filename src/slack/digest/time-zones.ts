/** A time zone as people choose it. */
export interface ZoneChoice {
  readonly zone: string;
  /** "New York (America/New_York, UTC-05:00)". */
  readonly text: string;
}

/** A run of zones under one title: a part of the world. */
export interface ZoneGroup {
  readonly title: string;
  readonly zones: readonly ZoneChoice[];
}

/** A menu holds this many options in a group. */
const MOST_IN_GROUP = 100;
const UTC = 'UTC';

/** Every IANA time zone but one, by part of the world, with how far it is from UTC at an instant. */
export function zoneGroups(now: Temporal.Instant, except: string): readonly ZoneGroup[] {
  const zones = [UTC, ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== UTC)];
  const parts = Map.groupBy(
    zones.filter((zone) => zone !== except),
    (zone) => zone.split('/')[0] as string,
  );
  return [...parts].flatMap(([title, inPart]) =>
    Array.from({ length: Math.ceil(inPart.length / MOST_IN_GROUP) }, (_, page) => ({
      title: page === 0 ? title : `${title} (${page + 1})`,
      zones: inPart.slice(page * MOST_IN_GROUP, (page + 1) * MOST_IN_GROUP).map((zone) => zoneChoice(zone, now)),
    })),
  );
}

/** A zone as people choose it. */
export function zoneChoice(zone: string, now: Temporal.Instant): ZoneChoice {
  const { offset } = now.toZonedDateTimeISO(zone);
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return { zone, text: zone === UTC ? UTC : `${city} (${zone}, UTC${offset})` };
}

/** Whether a name is one of a time zone. */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
