import { describe, expect, it } from 'vitest';
import { createWordRepairer } from '../../src/search/repair-words.ts';

const repairer = createWordRepairer(
  new Set(['chosun', 'zelensky', 'interview', 'capsized', 'iran', 'militarnyi']),
  new Set(['chosen', 'estimate']),
);

describe('mending a misspelt word', () => {
  it.each([
    ['intervew', 'interview'],
    ['zelenksy', 'zelensky'],
    ['capszied', 'capsized'],
    ['militarny', 'militarnyi'],
    ['estimtae', 'estimate'],
  ])('%s is read as %s', (written, read) => {
    expect(repairer.repair(written)).toBe(read);
  });

  it('prefers the record’s own word to a common one as near', () => {
    expect(repairer.repair('chosuen')).toBe('chosun');
  });

  it.each([
    ['iraq', 'a word of English'],
    ['interview', 'on record'],
    ['ir', 'too short'],
    ['b52', 'has a number'],
    ['xylograph', 'near nothing'],
  ])('%s is left as it is: %s', (word) => {
    expect(repairer.repair(word)).toBeUndefined();
  });
});
