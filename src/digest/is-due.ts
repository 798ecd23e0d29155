import type { IsoDate } from '../record/dossier.ts';
import type { Subscription } from './subscription.ts';

/** Whether an edition is to be sent, and which. */
export type Due =
  | {
      readonly kind: 'due';
      /** The local day that the edition is of. With the channel it is the edition's key: one is sent, ever. */
      readonly date: IsoDate;
      /** ISO instant of its local time. */
      readonly dueAt: string;
      readonly lateByMs: number;
      /** Set when it is so late that its readers are to be told. */
      readonly late: boolean;
    }
  | { readonly kind: 'not-due' };

/** From how late on an edition says so, in ms. Sooner is the clock's tick and the queue. */
export const LATE_FROM_MS = 10 * 60 * 1000;

/** A week of chosen days always holds one; a day more for today's, whose time may be to come. */
const DAYS_BACK = 8;

/**
 * Whether a subscription's edition is due at an instant. Looks only at the last chosen local day whose time has passed:
 * whatever was missed before it is not made up for. Nothing is due for times before the subscription was set up.
 * `sentDates` are local days whose edition is settled, at least those of the last eight days.
 */
export function isDue(subscription: Subscription, now: Temporal.Instant, sentDates: Iterable<IsoDate>): Due {
  if (subscription.state.kind === 'paused') return { kind: 'not-due' };
  const { time, zone, weekdays } = subscription;
  const setUpAt = Temporal.Instant.from(subscription.setUpAt);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  for (let back = 0; back <= DAYS_BACK; back++) {
    const day = today.subtract({ days: back });
    if (!weekdays.includes(day.dayOfWeek)) continue;
    const due = dueInstant(day, Temporal.PlainTime.from(time), zone);
    if (due === undefined || Temporal.Instant.compare(due, now) > 0) continue;
    const date = day.toString();
    if (Temporal.Instant.compare(due, setUpAt) <= 0 || [...sentDates].includes(date)) return { kind: 'not-due' };
    const lateByMs = now.epochMilliseconds - due.epochMilliseconds;
    return { kind: 'due', date, dueAt: due.toString(), lateByMs, late: lateByMs >= LATE_FROM_MS };
  }
  return { kind: 'not-due' };
}

/**
 * The first instant of a local day at which its clocks show `time` or later: of an hour that comes twice, the first;
 * for a time that the clocks skip, the moment they skip it. Undefined for a day that the zone skipped whole.
 */
export function dueInstant(
  day: Temporal.PlainDate,
  time: Temporal.PlainTime,
  zone: string,
): Temporal.Instant | undefined {
  if (!day.toZonedDateTime(zone).toPlainDate().equals(day)) return undefined;
  const wanted = day.toPlainDateTime(time);
  const found = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wanted)) return found.toInstant();
  // In a gap "earlier" gives a time before it, so that the next change of the clocks is the gap.
  return (found.getTimeZoneTransition('next') as Temporal.ZonedDateTime).toInstant();
}
