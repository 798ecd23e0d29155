/** One example: its features and whether it is of the positive class. */
export interface Example {
  readonly features: readonly number[];
  readonly positive: boolean;
}

const RIDGE = 0.005;
const STEPS = 25;

/** Solves a small linear system by elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, n) => [...row, right[n] as number]);
  const at = (row: number, column: number) => (rows[row] as number[])[column] as number;
  for (let column = 0; column < rows.length; column++) {
    let pivot = column;
    for (let row = column + 1; row < rows.length; row++)
      if (Math.abs(at(row, column)) > Math.abs(at(pivot, column))) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    for (let row = 0; row < rows.length; row++) {
      if (row === column || at(column, column) === 0) continue;
      const factor = at(row, column) / at(column, column);
      rows[row] = (rows[row] as number[]).map((value, n) => value - factor * at(column, n));
    }
  }
  return rows.map((row, n) => (row.at(-1) as number) / (row[n] || 1));
}

/** The weights of a logistic, bias first, both classes counting the same (Newton's method, a slight ridge). */
export function fitLogistic(examples: readonly Example[]): number[] {
  const size = (examples[0]?.features.length ?? 0) + 1;
  const positives = examples.filter(({ positive }) => positive).length;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, n) => (n === 0 ? 0 : RIDGE * weight));
    const curvature = weights.map((_, row) => weights.map((__, n) => (row === n ? (n === 0 ? 1e-9 : RIDGE) : 0)));
    for (const { features, positive } of examples) {
      const values = [1, ...features];
      const share = 0.5 / (positive ? positives : examples.length - positives);
      const chance = 1 / (1 + Math.exp(-values.reduce((sum, value, n) => sum + value * (weights[n] as number), 0)));
      const bend = share * Math.max(1e-6, chance * (1 - chance));
      values.forEach((value, row) => {
        gradient[row] = (gradient[row] as number) + share * (chance - (positive ? 1 : 0)) * value;
        values.forEach((other, n) => {
          (curvature[row] as number[])[n] = (curvature[row]?.[n] as number) + bend * value * other;
        });
      });
    }
    const change = solve(curvature, gradient);
    weights = weights.map((weight, n) => weight - (change[n] as number));
    if (change.every((value) => Math.abs(value) < 1e-6)) break;
  }
  return weights;
}

/** How often a positive has the higher score of a positive and a negative; ties count half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const wins = positives.flatMap((own) => negatives.map((other) => (own > other ? 1 : own === other ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / Math.max(1, wins.length);
}

/** The largest rate at which `count` or fewer of `size` would still come about in 2.5 % of all cases (Clopper-Pearson). */
export function upperBound(count: number, size: number, tail = 0.025): number {
  if (count >= size) return 1;
  const atMost = (rate: number) => {
    let term = (1 - rate) ** size;
    let sum = term;
    for (let n = 1; n <= count; n++) {
      term *= ((size - n + 1) / n) * (rate / (1 - rate));
      sum += term;
    }
    return sum;
  };
  let [low, high] = [count / size, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (atMost(middle) > tail) low = middle;
    else high = middle;
  }
  return low;
}
