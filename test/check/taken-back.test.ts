import { describe, expect, it } from 'vitest';
import { createChecker } from '../../src/check/checker.ts';
import { claimThing, type DatedAct, ferry, mended } from '../record/mended-record.ts';

const NOW = '2025-03-01T09:00:00Z';
const of = { dossier: ferry.slug, claim: 'lorries-eleven', why: 'The log has twelve', source: 'Port log, 3 Sept 2024' };
const lorries = (statement: string, value: number) =>
  claimThing(ferry, 'lorries-eleven', {
    statement,
    figure: { measure: 'lorries', low: value, high: value },
  });
const to = (day: string, statement: string, value: number): DatedAct => ({
  day,
  act: { kind: 'corrected', ...of, things: [lorries(statement, value)] },
});
const corrected = to('2024-09-03', 'Twelve lorries were on board.', 12);
const retracted: DatedAct = { day: '2024-09-07', act: { kind: 'retracted', ...of } };
const check = (text: string, ...acts: readonly DatedAct[]) => createChecker([mended(...acts)]).checkSentence(text, NOW);

describe('copy that repeats what editors took back', () => {
  it('is contradicted, with the correction and what stands now', () => {
    expect(check('Eleven lorries were on board.')).toMatchObject({ verdict: 'supported' });
    const checked = check('Eleven lorries were on board.', corrected);
    expect(checked).toMatchObject({
      verdict: 'contradicted',
      reason:
        'Corrected on 3 Sep 2024: The log has twelve (Port log, 3 Sept 2024). The record now has: Twelve lorries were on board. (The Sarrow Courier, 14 Mar 2024).',
      claims: [{ claim: { statement: 'Twelve lorries were on board.' } }],
      suggestion: 'according to The Sarrow Courier on 14 Mar 2024',
    });
    expect(checked.claims[0]?.marks[0]).toMatchObject({ kind: 'corrected' });
  });

  it('is contradicted by a retraction, and the claim is not shown', () => {
    expect(check('Eleven lorries were on board.', retracted)).toMatchObject({
      verdict: 'contradicted',
      reason: 'Retracted on 7 Sep 2024: The log has twelve (Port log, 3 Sept 2024). It is on record no more.',
      claims: [],
    });
  });

  it('is told the correction that took back what it says, of several', () => {
    const again = to('2024-09-05', 'Thirteen lorries were on board.', 13);
    expect(check('Eleven lorries were on board.', corrected, again).reason).toMatch(
      /^Corrected on 3 Sep 2024.*Thirteen/,
    );
    expect(check('Twelve lorries were on board.', corrected, again).reason).toMatch(
      /^Corrected on 5 Sep 2024.*Thirteen/,
    );
    expect(check('Thirteen lorries were on board.', corrected, again).verdict).toBe('supported');
  });

  it('is not held to a correction that was taken back itself', () => {
    const back = to('2024-09-05', 'Eleven lorries were on board.', 11);
    expect(check('Eleven lorries were on board.', corrected, back).verdict).toBe('supported');
    expect(check('Twelve lorries were on board.', corrected, back).reason).toMatch(/^Corrected on 5 Sep 2024/);
  });

  it.each(['wind-35', 'brekk-hypothermia', 'ferry-1991', 'stern-door-green', 'first-call-752'])(
    'whatever it is: %s, retracted',
    (claim) => {
      const { statement } = claimThing(ferry, claim).value;
      const act = { kind: 'retracted', ...of, claim } as const;
      expect(check(statement, { day: '2024-09-07', act })).toMatchObject({
        verdict: 'contradicted',
        reason: expect.stringMatching(/^Retracted on 7 Sep 2024/),
      });
    },
  );

  it('leaves other copy alone', () => {
    const sentence = 'The Maren Tolle was built in 1991.';
    expect(check(sentence, corrected)).toEqual(check(sentence));
    expect(check('The moon is made of cheese.', corrected).verdict).toBe('unsupported');
  });
});
