/** A measure over several rounds: its median, and the quartiles as its spread. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The value below which a share of the sorted values lies, between neighbours in proportion. NaN of none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles of some values, in any order. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/** A line through points, its slope with the half-width of its 95 % confidence interval. */
export interface Slope {
  readonly slope: number;
  readonly plusMinus: number;
}

/**
 * The slope of y over x by least squares. Neighbouring residuals of a process resemble each other, which makes an
 * ordinary interval too narrow: the number of points is taken as smaller by their first autocorrelation.
 */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): Slope {
  const { length } = points;
  const mean = (pick: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / length;
  const [meanX, meanY] = [mean(([x]) => x), mean(([, y]) => y)];
  const spreadX = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spreadX;
  const residuals = points.map(([x, y]) => y - meanY - slope * (x - meanX));
  const squares = residuals.reduce((sum, r) => sum + r * r, 0);
  const along = residuals.slice(1).reduce((sum, r, n) => sum + r * (residuals[n] as number), 0);
  const resemblance = squares === 0 ? 0 : Math.min(0.95, Math.max(0, along / squares));
  const worth = Math.max(3, (length * (1 - resemblance)) / (1 + resemblance));
  const error = Math.sqrt(squares / (worth - 2) / spreadX);
  return { slope, plusMinus: (worth < 12 ? 2.6 : 2) * error };
}
