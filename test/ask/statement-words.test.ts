import { describe, expect, it } from 'vitest';
import {
  deniedParts,
  mainClause,
  placesWritten,
  tellsDenial,
  tellsReason,
  untoldIn,
  withholdsName,
  withholdsParty,
} from '../../src/ask/statement-words.ts';

describe('what the words of a statement tell', () => {
  it.each([
    ['The council gave no reason for the delay.', ['why']],
    ['The line did not say when the ferry would sail, or how many it carries.', ['when']],
    ['The report does not say how many were aboard; it is not clear how it sank.', ['figure', 'how']],
    ['Neither the date nor the place was given.', ['when', 'where']],
    ['The ferry sank in March.', []],
  ])('%s leaves out %j', (statement, untold) => {
    expect([...untoldIn(statement)]).toEqual(untold);
  });

  it('denies by its main clause, not by what it says of its own sources', () => {
    const unnamed = 'An official, who is not named, confirmed the sinking.';
    expect(tellsDenial(mainClause(unnamed))).toBe(false);
    expect(tellsDenial(mainClause('The line had not confirmed the sinking; a diver had.'))).toBe(true);
    expect(deniedParts('The line refused to pay, but sailed.')).toEqual([' to pay']);
  });

  it('tells a speaker without a name from a party without one', () => {
    const speaker = 'A sailor, who is not named, told the Courier that it sank.';
    expect([withholdsName(speaker), withholdsParty(speaker)]).toEqual([true, false]);
    expect(withholdsParty('The Courier does not name the sailor.')).toBe(true);
  });

  it('finds places and reasons by the words before them', () => {
    expect(placesWritten('They were held in Kyiv, at an undisclosed facility, in March.')).toEqual([
      'Kyiv',
      'undisclosed facility',
    ]);
    expect(tellsReason('It sank because a door was open.')).toBe(true);
    expect(tellsReason('It sank.')).toBe(false);
  });
});
