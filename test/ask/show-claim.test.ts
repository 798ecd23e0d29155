import fc from 'fast-check';
import { expect, it } from 'vitest';
import { showClaim } from '../../src/ask/show-claim.ts';
import { ferryIndex } from './ask-ferry.ts';

const index = ferryIndex();
const claim = fc.constantFrom(...index.claims);

it('shows a claim beside others the same, whatever it was shown beside before', () => {
  fc.assert(
    fc.property(claim, fc.array(claim, { maxLength: 6 }), (shown, beside) => {
      // A dossier that was never asked about has nothing shown before.
      const anew = { ...index.dossier };
      expect(showClaim(index, shown, beside)).toEqual(showClaim({ dossier: anew }, shown, beside));
    }),
  );
});

it('spells out only those that say otherwise and are not shown', () => {
  const disputed = index.claims.find(({ conflictsWith }) => conflictsWith.length > 0);
  const rivals = disputed?.conflictsWith.map((id) => index.dossier.claims.get(id)) ?? [];
  const alone = disputed && showClaim(index, disputed).marks.find(({ kind }) => kind === 'disputed');
  const beside = disputed && showClaim(index, disputed, rivals as [], undefined).marks;
  expect(alone?.claims).toEqual(expect.arrayContaining([...(disputed?.conflictsWith ?? ['none'])]));
  expect(beside?.find(({ kind }) => kind === 'disputed')?.claims ?? []).not.toEqual(
    expect.arrayContaining([...(disputed?.conflictsWith ?? [])]),
  );
});
