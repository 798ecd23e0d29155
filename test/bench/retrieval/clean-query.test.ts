import { describe, expect, it } from 'vitest';
import { cleanQuery } from '../../../bench/retrieval/clean-query.ts';

const words = (text: string) => cleanQuery(text).trim().split(/\s+/);

describe('cleaning a post for searching', () => {
  it.each([
    ['The dam broke https://t.co/x9Kq2LmPz', ['The', 'dam', 'broke']],
    ['The dam broke.pic.twitter.com/Ab3dEf', ['The', 'dam', 'broke.']],
    ['RT @newsdesk24: The dam broke', ['The', 'dam', 'broke']],
    ['The dam broke — Jane Doe 🎉 (@janed) March 14, 2020', ['The', 'dam', 'broke']],
    ['#StopTheCount2020 says @BarackObama', ['Stop', 'The', 'Count', '2020', 'says', 'Barack', 'Obama']],
    ['— Jane Doe (@janed) March 14, 2020', ['—', 'Jane', 'Doe', '(', 'janed', ')', 'March', '14,', '2020']],
  ])('%s: %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});
