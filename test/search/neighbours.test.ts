import { describe, expect, it } from 'vitest';
import { createNeighbours } from '../../src/search/neighbours.ts';

const neighbours = createNeighbours();
neighbours.add('the filling line of the plant was halted'.split(' '));
neighbours.add('kim jong un met the general bureau'.split(' '));
neighbours.add('heavy loan heavy load'.split(' '));

describe('Words read by what stands beside them', () => {
  it('take the word that stands there on record, where it is spelt nearly alike', () => {
    expect(neighbours.mend('filing', undefined, 'line')).toBe('filling');
    expect(neighbours.mend('buro', 'general', undefined)).toBe('bureau');
  });
  it('stay as they are beside other words, or where two are as near', () => {
    expect(neighbours.mend('filing', undefined, 'cabinet')).toBeUndefined();
    expect(neighbours.mend('loas', 'heavy', undefined)).toBeUndefined();
  });
  it('are parted where the record has both side by side', () => {
    expect(neighbours.split('jongun')).toBe('jong un');
    expect(neighbours.split('plantline')).toBeUndefined();
  });
});
