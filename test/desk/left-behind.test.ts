import { describe, expect, it } from 'vitest';
import { leftBehind } from '../../src/desk/left-behind.ts';
import { FORM_WORDS } from '../../src/desk/words.ts';
import { ferryRecord } from '../slack/support/ferry-record.ts';

const figure = (low: number, high = low) => ({ measure: 'rescued', low, high });
const BEFORE = { statement: 'The coastguard says that 12,190 people were rescued by 12 March.', figure: figure(12190) };
const saying = (statement: string, low: number, high = low) =>
  leftBehind(BEFORE, { statement, figure: figure(low, high) });

describe('a correction of a claim with a figure', () => {
  it.each([
    ['The coastguard says that 12,188 people were rescued by 12 March.', 12190],
    ['The coastguard says that twelve thousand people were rescued by 12 March.', 12190],
    ['The coastguard says that 10,000 to 11,000 people were rescued.', 12190],
  ])('gives the new number as the figure, too: %s', (statement, value) => {
    expect(saying(statement, value)).toEqual({ value: FORM_WORDS.figureLeft });
  });

  it('gives the new figure in the wording, too', () => {
    expect(saying(BEFORE.statement, 12188)).toEqual({ statement: FORM_WORDS.wordingLeft });
  });

  it.each([
    ['The coastguard says that 12,188 people were rescued by 12 March.', 12188],
    ['The coastguard says that 12,190 people, 9 of them children, were rescued.', 12190],
    ['The coastguard says that 12.19 thousand people were rescued.', 12190],
    ['The coastguard says that all of them were rescued by 12 March.', 12190],
    ['The coastguard says that some were rescued.', 12188],
  ])('leaves nothing behind: %s', (statement, value) => {
    expect(saying(statement, value)).toEqual({});
  });

  it('asks for nothing where only something else is corrected', () => {
    for (const claim of ferryRecord.flatMap(({ claims }) => [...claims.values()])) {
      expect(leftBehind(claim, claim)).toEqual({});
      expect(leftBehind(claim, { statement: claim.statement })).toEqual({});
    }
  });
});
