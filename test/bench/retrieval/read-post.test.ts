import { describe, expect, it } from 'vitest';
import { readPost } from '../../../bench/retrieval/read-post.ts';

const words = (text: string) => readPost(text).said.trim().split(/\s+/);

describe('reading a post', () => {
  it.each([
    ['The dam broke https://t.co/x9Kq2LmPz', ['The', 'dam', 'broke']],
    ['The dam broke.pic.twitter.com/Ab3dEf', ['The', 'dam', 'broke.']],
    ['RT @newsdesk24: The dam broke', ['The', 'dam', 'broke']],
    ['The dam broke — Jane Doe 🎉 (@janed) March 14, 2020', ['The', 'dam', 'broke']],
    ['The dam broke https://t.co/x9Kq2LmPz— Jane Doe (@janed) March 14, 2020', ['The', 'dam', 'broke']],
    [
      '#StopTheCount2020 says @MayorMcKayOfBrekk',
      ['Stop', 'The', 'Count', '2020', 'says', 'Mayor', 'McKay', 'Of', 'Brekk'],
    ],
  ])('takes what %s says for %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('tells who posted it, when, with which tags, and that it shows a picture', () => {
    expect(readPost('The #DamBroke, @mayor! pic.twitter.com/Ab3dEf — Jane Doe (@janed) March 14, 2020')).toEqual({
      said: 'The Dam Broke , mayor !',
      tags: ['DamBroke', 'mayor'],
      author: 'Jane Doe',
      posted: 'March 2020',
      pictured: true,
    });
  });

  it('takes the handle for the author where the name is no word, and a dash within the text for no signature', () => {
    expect(readPost('It broke — 🎉 (@JaneDoe)')).toMatchObject({ author: 'Jane Doe', posted: '' });
    expect(readPost('It broke — at last (they say)')).toMatchObject({
      author: '',
      said: 'It broke — at last (they say)',
    });
  });
});
