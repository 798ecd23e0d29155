import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Due, dueInstant, isDue, LATE_FROM_MS } from '../../src/digest/is-due.ts';
import type { Subscription } from '../../src/digest/subscription.ts';
import { wallClock } from './wall-clock.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

function subscription(changes: Partial<Subscription> = {}): Subscription {
  return {
    channel: 'C1',
    topics: [],
    time: '08:00',
    weekdays: EVERY_DAY,
    zone: 'Europe/London',
    quietDay: 'say',
    state: { kind: 'active' },
    setUpBy: 'U1',
    setUpAt: '2020-01-01T00:00:00Z',
    ...changes,
  };
}

const at = (instant: string) => Temporal.Instant.from(instant);
const minutesOf = (instant: string) => at(instant).epochMilliseconds / 60_000;
const timeOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const EVERY_TIME = Array.from({ length: 24 * 60 }, (_, minute) => timeOf(minute));

/** The editions that ticks over a stretch of time send, and when. */
function run(setUp: Subscription, ticks: Iterable<string>): readonly string[] {
  const sent: string[] = [];
  const told: string[] = [];
  for (const tick of ticks) {
    const due = isDue(setUp, at(tick), sent);
    if (due.kind === 'not-due') continue;
    sent.push(due.date);
    told.push(`${due.date} at ${tick}${due.late ? ` late by ${due.lateByMs / 60_000} min` : ''}`);
  }
  return told;
}

describe('a subscription is due', () => {
  it('when its local weekday is chosen and its local time has passed', () => {
    const weekdays = subscription({ weekdays: [1, 2, 3, 4, 5], time: '07:30', zone: 'Asia/Seoul' });
    expect(isDue(weekdays, at('2025-11-02T22:29:59Z'), ['2025-10-31'])).toEqual({ kind: 'not-due' });
    expect(isDue(weekdays, at('2025-11-02T22:30:00Z'), ['2025-10-31'])).toEqual({
      kind: 'due',
      date: '2025-11-03',
      dueAt: '2025-11-02T22:30:00Z',
      lateByMs: 0,
      late: false,
    });
  });

  it('once a local day', () => {
    expect(isDue(subscription(), at('2025-11-03T08:00:00Z'), ['2025-11-03']).kind).toBe('not-due');
    expect(isDue(subscription(), at('2025-11-03T23:59:00Z'), ['2025-11-03']).kind).toBe('not-due');
  });

  it('never while it is paused', () => {
    const paused = subscription({ state: { kind: 'paused', why: 'archived' } });
    expect(isDue(paused, at('2025-11-03T08:00:00Z'), []).kind).toBe('not-due');
  });

  it('not for a time before it was set up, nor for the days before', () => {
    const late = subscription({ setUpAt: '2025-11-03T10:00:00Z' });
    expect(run(late, ['2025-11-03T10:00:00Z', '2025-11-03T23:00:00Z', '2025-11-04T08:00:00Z'])).toEqual([
      '2025-11-04 at 2025-11-04T08:00:00Z',
    ]);
  });

  it('once after days without ticks, for the last edition alone, with how late it is', () => {
    const ticks = ['2025-11-03T08:00:00Z', '2025-11-06T09:30:00Z', '2025-11-06T09:31:00Z', '2025-11-07T08:00:00Z'];
    expect(run(subscription(), ticks)).toEqual([
      '2025-11-03 at 2025-11-03T08:00:00Z',
      '2025-11-06 at 2025-11-06T09:30:00Z late by 90 min',
      '2025-11-07 at 2025-11-07T08:00:00Z',
    ]);
  });

  it('for a missed day although today is not chosen', () => {
    // The first week has an hour more: clocks went back on 26 October.
    const fridays = subscription({ weekdays: [5] });
    expect(run(fridays, ['2025-10-31T07:59:00Z', '2025-11-02T08:00:00Z', '2025-11-03T08:00:00Z'])).toEqual([
      '2025-10-24 at 2025-10-31T07:59:00Z late by 10139 min',
      '2025-10-31 at 2025-11-02T08:00:00Z late by 2880 min',
    ]);
  });

  it('is late from ten minutes on', () => {
    const lateness = (ms: number) => isDue(subscription(), at('2025-11-03T08:00:00Z').add({ milliseconds: ms }), []);
    expect(lateness(LATE_FROM_MS - 1)).toMatchObject({ kind: 'due', late: false });
    expect(lateness(LATE_FROM_MS)).toMatchObject({ kind: 'due', late: true, lateByMs: LATE_FROM_MS });
  });
});

describe('on the days when clocks change', () => {
  const instantOf = (day: string, time: string, zone: string) =>
    dueInstant(Temporal.PlainDate.from(day), Temporal.PlainTime.from(time), zone)?.toString();

  it.each([
    ['London skips 01:00 to 02:00', '2025-03-30', '01:30', 'Europe/London', '2025-03-30T01:00:00Z'],
    ['London has 01:00 to 02:00 twice', '2025-10-26', '01:30', 'Europe/London', '2025-10-26T00:30:00Z'],
    ['New York skips 02:00 to 03:00', '2025-03-09', '02:30', 'America/New_York', '2025-03-09T07:00:00Z'],
    ['New York has 01:00 to 02:00 twice', '2025-11-02', '01:30', 'America/New_York', '2025-11-02T05:30:00Z'],
    ['Lord Howe has 01:30 to 02:00 twice', '2025-04-06', '01:45', 'Australia/Lord_Howe', '2025-04-05T14:45:00Z'],
    ['Lord Howe skips 02:00 to 02:30', '2025-10-05', '02:15', 'Australia/Lord_Howe', '2025-10-04T15:30:00Z'],
    ['Cairo skips the first hour of a day', '2025-04-25', '00:30', 'Africa/Cairo', '2025-04-24T22:00:00Z'],
  ])('%s', (_, day, time, zone, instant) => {
    expect(instantOf(day, time, zone)).toBe(instant);
  });

  it('sends nothing for a day that a zone skipped whole', () => {
    expect(instantOf('2011-12-30', '08:00', 'Pacific/Apia')).toBeUndefined();
    const days = run(subscription({ zone: 'Pacific/Apia', setUpAt: '2011-12-29T00:00:00Z' }), [
      ...Array.from({ length: 60 }, (_, hour) => at('2011-12-29T00:00:00Z').add({ hours: hour }).toString()),
    ]);
    expect(days).toEqual(['2011-12-29 at 2011-12-29T18:00:00Z', '2011-12-31 at 2011-12-30T18:00:00Z']);
  });

  // Both changes of 2025; Seoul has none, so its days are those of the others.
  const CHANGES = [
    ['Europe/London', '2025-03-30'],
    ['Europe/London', '2025-10-26'],
    ['America/New_York', '2025-03-09'],
    ['America/New_York', '2025-11-02'],
    ['Australia/Lord_Howe', '2025-04-06'],
    ['Australia/Lord_Howe', '2025-10-05'],
    ['Asia/Seoul', '2025-03-30'],
    ['Asia/Seoul', '2025-11-02'],
  ] as const;

  it.each(CHANGES)(
    'in %s on %s every time of day is due at the first minute that shows it or a later one',
    (zone, day) => {
      const clock = wallClock(zone);
      const noon = minutesOf(`${day}T12:00:00Z`);
      const minutes = Array.from({ length: 3 * 24 * 60 }, (_, n) => noon - 36 * 60 + n);
      const shown = minutes.map((minute) => ({ minute, ...clock(minute) })).filter(({ date }) => date === day);
      expect(shown.length).toBeGreaterThan(22 * 60);
      const wrong = EVERY_TIME.filter((time) => {
        const first = shown.find((wall) => wall.time >= time)?.minute;
        if (first === undefined) return true;
        const dueAt = Temporal.Instant.fromEpochMilliseconds(first * 60_000);
        const setUp = subscription({ zone, time });
        const yesterday = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
        const on = isDue(setUp, dueAt, [yesterday]);
        const before = isDue(setUp, dueAt.subtract({ milliseconds: 1 }), [yesterday]);
        return !(on.kind === 'due' && on.date === day && on.lateByMs === 0 && before.kind === 'not-due');
      });
      expect(wrong).toEqual([]);
    },
  );

  it.each(CHANGES)('in %s around %s ticks of a minute send one edition a day', (zone, day) => {
    const clock = wallClock(zone);
    const start = minutesOf(`${day}T00:00:00Z`) - 16 * 60;
    const minutes = Array.from({ length: 46 * 60 }, (_, n) => start + n);
    const shown = minutes.map((minute) => ({ minute, ...clock(minute) }));
    const setUpAt = Temporal.Instant.fromEpochMilliseconds((start - 1) * 60_000).toString();
    const justBefore = clock(start - 1);
    for (const time of ['00:00', '01:45', '02:15', '23:59']) {
      const sent: string[] = [];
      for (const { minute, date } of shown) {
        const now = Temporal.Instant.fromEpochMilliseconds(minute * 60_000);
        const due: Due = isDue(subscription({ zone, time, setUpAt }), now, sent);
        if (due.kind === 'not-due') continue;
        expect([due.date, due.lateByMs]).toEqual([date, 0]);
        sent.push(due.date);
      }
      const passed = shown.filter((wall) => wall.time >= time).map(({ date }) => date);
      const before = justBefore.time >= time ? justBefore.date : undefined;
      expect(sent).toEqual([...new Set(passed)].filter((date) => date !== before));
      expect(sent).toContain(day);
    }
  });
});

describe('whatever the zone, the time, the days and the ticks', () => {
  const setUps = fc
    .record({
      zone: fc.constantFrom('Europe/London', 'Asia/Seoul', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'),
      time: fc.constantFrom(...EVERY_TIME),
      weekdays: fc.subarray(EVERY_DAY, { minLength: 1 }),
    })
    .map((changes) => subscription({ ...changes, setUpAt: '2025-01-01T00:00:00Z' }));
  const ticks = fc
    .array(fc.integer({ min: 0, max: 365 * 24 * 60 }), { minLength: 1, maxLength: 60 })
    .map((minutes) => minutes.sort((a, b) => a - b).map((n) => at('2025-01-01T00:00:00Z').add({ minutes: n })));

  it('sends no day twice, only chosen days, in order, never early and never more than a week late', () => {
    fc.assert(
      fc.property(setUps, ticks, (setUp, instants) => {
        const sent: string[] = [];
        for (const now of instants) {
          const due = isDue(setUp, now, sent);
          if (due.kind === 'not-due') continue;
          const day = Temporal.PlainDate.from(due.date);
          expect(setUp.weekdays).toContain(day.dayOfWeek);
          expect(sent.every((earlier) => earlier < due.date)).toBe(true);
          expect(due.lateByMs).toBeGreaterThanOrEqual(0);
          expect(due.lateByMs).toBeLessThanOrEqual(7 * 24 * 3_600_000 + 3_600_000);
          sent.push(due.date);
        }
      }),
    );
  });

  it('a second tick at the same instant never sends another', () => {
    fc.assert(
      fc.property(setUps, ticks, (setUp, [now]) => {
        const due = isDue(setUp, now as Temporal.Instant, []);
        if (due.kind === 'due') expect(isDue(setUp, now as Temporal.Instant, [due.date]).kind).toBe('not-due');
      }),
    );
  });
});
