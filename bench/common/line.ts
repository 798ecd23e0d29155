import type { Spread } from './statistics.ts';

/** One measured thing: what Dateline costs, beside what else was measured in the same run on the same machine. */
export interface Line {
  /** What was measured: "commands asked before, 50 connections: requests a second". */
  readonly what: string;
  /** "ms", "MB", "1/s". */
  readonly unit: string;
  /** By the name of the contestant. */
  readonly measured: Readonly<Record<string, Spread>>;
  /** Those of which nothing was measured, each with why. */
  readonly unmeasured?: Readonly<Record<string, string>>;
  /** Dateline's share of another's, round by round. */
  readonly ratio?: { readonly of: string; readonly to: string; readonly spread: Spread; readonly goal?: string };
  /** What the reader has to know to read it. */
  readonly note?: string;
}

/** What every part of the bench is told. */
export interface BenchOptions {
  /** For continuous integration: proves that it runs, not how fast. */
  readonly isSmallest: boolean;
  /** How long the soak lasts. */
  readonly minutes: number;
  /** Requests a second of the soak. */
  readonly rate: number;
}

/** Ratios of two contestants' values, round by round: what disturbs the machine disturbs both. */
export function ratios(values: readonly number[], others: readonly number[]): readonly number[] {
  return values.map((value, round) => value / (others[round] as number));
}
