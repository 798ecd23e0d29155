/** Ms since 1970 as an ISO instant, always with milliseconds, so that instants sort as text. */
export function toInstant(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 });
}

/** An ISO instant as ms since 1970. Throws a RangeError when it is not one. */
export function toMs(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
