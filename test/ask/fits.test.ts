import { describe, expect, it } from 'vitest';
import { fits } from '../../src/ask/fits.ts';
import { askOf, ferryIndex } from './ask-ferry.ts';

const index = ferryIndex();

function isFit(question: string, id: string): boolean {
  const at = index.claims.findIndex((claim) => claim.id === id);
  const claim = index.claims[at];
  if (!claim) throw new Error(`no claim ${id}`);
  return fits(index, askOf(index, question).inquiry, claim, index.profile(at));
}

describe('a claim fits a question', () => {
  it.each([
    ['how many lorries were aboard?', 'lorries-eleven'],
    ['how many people were aboard', 'aboard-250-tidewatch'],
    ['who leads the inquiry?', 'lorne-leads'],
    ['who heard lorries sliding?', 'lorries-sliding'],
    ['when was the captain charged?', 'brekk-charged'],
    ['where is the wreck now?', 'wreck-kettle-wharf'],
    ['who says that the crew have attempted to harm themselves?', 'crew-self-harm'],
  ])('"%s": %s', (question, id) => {
    expect(isFit(question, id)).toBe(true);
  });
});

describe('a claim of another kind does not fit', () => {
  it('where its number counts something else', () => {
    expect(isFit('how many passengers were aboard?', 'lorries-eleven')).toBe(false);
  });

  it('where what each gets is asked and it gives a sum', () => {
    expect(isFit('how much does each family get?', 'agreed-48-million')).toBe(false);
  });

  it('where a part is asked and it counts the whole', () => {
    expect(isFit('how many of those killed were crew?', 'dead-missing-60-union')).toBe(false);
  });

  it('where it says itself that those asked for are not named', () => {
    expect(isFit('which managers had read the memo?', 'three-managers-read')).toBe(false);
  });

  it('where the only one it names is in the question', () => {
    expect(isFit('who did Vallin take advice from?', 'vallin-should-have-asked')).toBe(false);
  });

  it('where a month is its only "place"', () => {
    expect(isFit('where was the refit approved?', 'ministry-approved-refit')).toBe(false);
  });

  it('where an hour is asked and it gives a day', () => {
    expect(isFit('at what time was the wreck righted?', 'wreck-naval-dock')).toBe(false);
  });
});
