import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { paragraph, words } from '../../../src/slack/blocks/elements.ts';
import { fitsMessage } from '../../../src/slack/blocks/fits-message.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';

it('takes blocks up to the length that they have as JSON, those that it saw before too', () => {
  const block = fc.string({ unit: 'grapheme', maxLength: 4000 }).map((text): KnownBlock => paragraph(words(text)));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const fits = JSON.stringify(blocks).length <= LIMITS.messageCharacters;
      expect([fitsMessage(blocks), fitsMessage(blocks)]).toEqual([fits, fits]);
    }),
  );
});

it('takes no more than 50 blocks', () => {
  const block = paragraph(words('a'));
  expect(fitsMessage(Array.from({ length: 50 }, () => block))).toBe(true);
  expect(fitsMessage(Array.from({ length: 51 }, () => block))).toBe(false);
});
