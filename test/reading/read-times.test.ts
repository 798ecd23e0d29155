import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayTellTimes, readTimes, withoutTimes } from '../../src/reading/read-times.ts';
import { analyse } from '../../src/search/analyse.ts';

const reference = { today: '2025-11-03', years: [2025, 2024] } as const;
const brief = (text: string) =>
  readTimes(text, reference).map(
    ({ role, spans }) => `${role} ${spans.map(({ from, to }) => (from === to ? from : `${from}/${to}`)).join(' | ')}`,
  );

describe('reading times', () => {
  it.each([
    ['on 19 February 2025', ['during 2025-02-19']],
    ['as of 12 March', ['as-of 2025-03-12 | 2024-03-12']],
    ['as of 2025-02-19', ['as-of 2025-02-19']],
    ['February 18, 2025', ['during 2025-02-18']],
    ['in February 2025', ['during 2025-02-01/2025-02-28']],
    ['in 2024', ['during 2024-01-01/2024-12-31']],
    ['in late 2024', ['during 2024-09-01/2024-12-31']],
    ['Q3 2024', ['during 2024-07-01/2024-09-30']],
    ['first half of 2025', ['during 2025-01-01/2025-06-30']],
    ['between 3 and 5 January 2025', ['during 2025-01-03/2025-01-05']],
    ['since April 2025', ['since 2025-04-01/2025-04-30']],
    ['until 9 July 2024', ['until 2024-07-09']],
    ['mid-May 2025', ['during 2025-05-10/2025-05-20']],
    ['yesterday', ['during 2025-11-02']],
    ['last week', ['during 2025-10-27/2025-11-02']],
    ['31 February 2025', ['during 2025-02-01/2025-02-28']],
    ['the Sunday Times in 24 hours', []],
    ['they may march', []],
    ['2,000 soldiers', []],
    ['2000 soldiers', []],
  ])('%s: %j', (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  const piece = fc.constantFrom(
    ...'19|31|0|2025|2024-02-30|Feb|march|May|as of|since|between|and|-|early|late|Q4|first half of|last|month|99|days ago|yesterday|,|12,000'.split(
      '|',
    ),
  );
  const text = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(piece, { maxLength: 10 }).map((all) => all.join(' ')),
    fc.array(piece, { maxLength: 6 }).map((all) => all.join('\u00a0')),
    fc.array(piece, { maxLength: 6 }).map((all) => all.join(',')),
  );

  it('never fails; its spans are days that exist, the first before the last, and no time is inside another', () => {
    fc.assert(
      fc.property(text, (written) => {
        let before = 0;
        for (const { spans, start, end } of readTimes(written, reference)) {
          for (const { from, to } of spans) {
            expect(Temporal.PlainDate.from(from).toString()).toBe(from);
            expect(Temporal.PlainDate.from(to).toString()).toBe(to);
            expect(from <= to).toBe(true);
          }
          expect(start).toBeGreaterThanOrEqual(before);
          before = end;
        }
      }),
    );
  });

  it('a text whose words tell of no time has none', () => {
    fc.assert(
      fc.property(text, (written) => {
        if (!mayTellTimes(analyse(written))) expect(readTimes(written, reference)).toEqual([]);
      }),
    );
    expect(['On the last day.', "May's vote", 'It sank in Sept.'].map((one) => mayTellTimes(analyse(one)))).toEqual(
      Array(3).fill(true),
    );
    expect(mayTellTimes(analyse('The 12,500 marched on.'))).toBe(false);
  });

  it('blanks times out character for character', () => {
    fc.assert(
      fc.property(text, (written) => {
        const times = readTimes(written, reference);
        const rest = withoutTimes(written, times);
        expect(rest).toHaveLength(written.length);
        for (const { start, end } of times) expect(rest.slice(start, end).trim()).toBe('');
      }),
    );
  });

  it('reads every day back from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const day = Temporal.PlainDate.from('2020-01-01').add({ days });
        const month = day.toLocaleString('en-GB', { month: 'long' });
        for (const written of [`${day.day} ${month} ${day.year}`, `${month} ${day.day}, ${day.year}`, day.toString()])
          expect(readTimes(`It sank on ${written}.`, reference).map(({ spans }) => spans)).toEqual([
            [{ from: day.toString(), to: day.toString() }],
          ]);
      }),
    );
  });
});
