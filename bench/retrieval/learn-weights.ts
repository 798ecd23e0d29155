import type { JudgedQuery } from './read-collection.ts';
import type { PostWeights } from './seek-post.ts';
import type { Found } from './text-index.ts';

/** Finds documents for a text, with the weights given. */
export type Find = (text: string, weights: PostWeights) => readonly Found[];

/** What weights are tried. */
const TRIED: Readonly<Record<keyof PostWeights, readonly number[]>> = {
  common: [0, 0.25, 0.5, 0.75],
  author: [0, 0.5, 0.75, 1],
  posted: [0, 0.3, 0.6, 0.9],
  pictured: [0, 0.2, 0.4, 0.6],
  kin: [0, 0.35, 0.7, 1],
};
const NAMES = Object.keys(TRIED) as (keyof PostWeights)[];
const START: PostWeights = { common: 0, author: 0, posted: 0, pictured: 0, kin: 0 };
const ROUNDS = 3;
/** How steeply a score tells for a document; what is not found has this chance. */
const STEEPNESS = 0.6;
const CHANCE = 0.0002;
/** A smaller gain is none. */
const GAIN = 0.0002;

/** How likely the relevant documents are, where chances go by the exponent of scores (ListNet's; Cao et al. 2007): its log. */
function likelihood(found: readonly Found[], relevant: ReadonlySet<string>): number {
  const best = found[0]?.score ?? 0;
  let all = 0;
  let right = 0;
  for (const { id, score } of found) {
    const chance = Math.exp(STEEPNESS * (score - best));
    all += chance;
    if (relevant.has(id)) right += chance;
  }
  return Math.log(CHANCE + (all === 0 ? 0 : right / all));
}

/** The weights under which what is relevant to these queries is likeliest, one weight after the other. */
export function learnWeights(queries: readonly JudgedQuery[], find: Find): PostWeights {
  const judge = (weights: PostWeights) =>
    queries.reduce((sum, { text, relevant }) => sum + likelihood(find(text, weights), relevant), 0) / queries.length;
  let best = { weights: START, value: judge(START) };
  for (let round = 0, before = Number.NEGATIVE_INFINITY; round < ROUNDS && best.value > before; round++) {
    before = best.value;
    for (const name of NAMES)
      for (const tried of TRIED[name]) {
        if (tried === best.weights[name]) continue;
        const weights = { ...best.weights, [name]: tried };
        const value = judge(weights);
        if (value > best.value + GAIN) best = { weights, value };
      }
  }
  return best.weights;
}

/** What is found for each query with weights that were learnt without its fold: every `folds`-th query is one. */
export function findHeldOut(
  queries: readonly JudgedQuery[],
  find: Find,
  folds = 5,
): { readonly weights: readonly PostWeights[]; readonly found: readonly (readonly Found[])[] } {
  const weights = Array.from({ length: folds }, (_, fold) =>
    learnWeights(
      queries.filter((_, n) => n % folds !== fold),
      find,
    ),
  );
  return { weights, found: queries.map(({ text }, n) => find(text, weights[n % folds] as PostWeights)) };
}
