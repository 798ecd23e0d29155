import type { Dossier, Figure } from '../record/dossier.ts';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 });

/** A figure as readers see it, with its qualifier and unit: "some 12,000", "more than 6,000", "80 per cent". */
export function formatFigure(dossier: Dossier, figure: Figure): string {
  const { low, high, qualifier } = figure;
  const number = low === high ? NUMBER.format(low) : `${NUMBER.format(low)} to ${NUMBER.format(high)}`;
  const unit = dossier.measures.get(figure.measure)?.unit;
  return [qualifier, number, unit].filter(Boolean).join(' ');
}
