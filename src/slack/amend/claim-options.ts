import type { Claim } from '../../record/dossier.ts';
import { foldName } from '../../record/fold-name.ts';
import { claimOption } from '../blocks/amend-modals.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Suggest } from '../listeners/options/index.ts';
import { readAmendMetadata } from './amend-metadata.ts';

const MOST_WORDS = 12;

/** The claims that may overtake another, for what was typed: words of them, their outlet or their id; newest first. */
export function createClaimOptions({ record }: Pick<Dependencies, 'record'>): Suggest {
  return ({ typed, metadata }) => {
    const target = readAmendMetadata(metadata);
    const dossier = record.dossiers.find(({ slug }) => slug === target?.dossier);
    if (target === undefined || dossier === undefined) return { options: [] };
    const others = [...dossier.claims.values()].filter(({ id }) => id !== target.claim).reverse();
    return { options: matching(others, typed).slice(0, LIMITS.options).map(claimOption) };
  };
}

/** Those that have the most of the words typed, each from its beginning; all where nothing was typed. */
function matching(claims: readonly Claim[], typed: string): readonly Claim[] {
  const wanted = wordsOf(typed).slice(0, MOST_WORDS);
  if (wanted.length === 0) return claims;
  return claims
    .map((claim) => {
      const own = wordsOf([claim.id, claim.statement, ...claim.reports.map(({ article }) => article.outlet)].join(' '));
      return { claim, held: wanted.filter((word) => own.some((one) => one.startsWith(word))).length };
    })
    .filter(({ held }) => held > 0)
    .sort((one, other) => other.held - one.held)
    .map(({ claim }) => claim);
}

function wordsOf(text: string): readonly string[] {
  return foldName(text.replace(/-/g, ' '))
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}
