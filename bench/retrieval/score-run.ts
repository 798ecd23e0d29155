/** How well documents were ranked, each from 0 to 1, as the mean over the queries. */
export interface RankScores {
  readonly map1: number;
  readonly map5: number;
  readonly mrr: number;
  readonly recall10: number;
  readonly recall50: number;
}

/** Average precision of the first `depth`, over as many relevant documents as could be there. */
function averagePrecision(ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): number {
  let found = 0;
  let sum = 0;
  ranked.slice(0, depth).forEach((id, n) => {
    if (relevant.has(id)) sum += ++found / (n + 1);
  });
  return sum / Math.min(depth, relevant.size);
}

function recall(ranked: readonly string[], relevant: ReadonlySet<string>, depth: number): number {
  return ranked.slice(0, depth).filter((id) => relevant.has(id)).length / relevant.size;
}

/** Scores rankings against what is relevant. */
export function scoreRun(
  run: readonly { readonly ranked: readonly string[]; readonly relevant: ReadonlySet<string> }[],
): RankScores {
  const mean = (value: (one: (typeof run)[number]) => number) =>
    run.reduce((sum, one) => sum + value(one), 0) / run.length;
  return {
    map1: mean(({ ranked, relevant }) => averagePrecision(ranked, relevant, 1)),
    map5: mean(({ ranked, relevant }) => averagePrecision(ranked, relevant, 5)),
    mrr: mean(({ ranked, relevant }) => {
      const at = ranked.findIndex((id) => relevant.has(id));
      return at < 0 ? 0 : 1 / (at + 1);
    }),
    recall10: mean(({ ranked, relevant }) => recall(ranked, relevant, 10)),
    recall50: mean(({ ranked, relevant }) => recall(ranked, relevant, 50)),
  };
}
