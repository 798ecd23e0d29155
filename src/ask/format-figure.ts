import type { Dossier, Figure } from '../record/dossier.ts';

let numbers: Intl.NumberFormat | undefined;

function formatNumber(value: number): string {
  // Made when the first figure is shown: its data takes 30 ms to load, which a start does not need.
  numbers ??= new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });
  return numbers.format(value);
}

/** A figure as readers see it, with its qualifier and unit: "some 12,000", "more than 6,000", "80 per cent". */
export function formatFigure(dossier: Dossier, figure: Figure): string {
  const { low, high, qualifier } = figure;
  const number = low === high ? formatNumber(low) : `${formatNumber(low)} to ${formatNumber(high)}`;
  const unit = dossier.measures.get(figure.measure)?.unit;
  return [qualifier, number, unit].filter(Boolean).join(' ');
}
