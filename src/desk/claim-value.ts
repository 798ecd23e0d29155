import type { Claim, Span } from '../record/dossier.ts';
import type { ClaimValue } from '../record/ledger-values.ts';
import type { FilledClaim, Named } from './filled-form.ts';

/** A claim on record as the ledger carries it. */
export function claimValueOf(claim: Claim): ClaimValue {
  return { ...claim, reports: claim.reports.map((report) => ({ ...report, article: report.article.slug })) };
}

/** A claim as a form shows it to be changed. Those of `added` are not on record, and stay named by name. */
export function filledClaimOf(
  claim: Pick<ClaimValue, 'statement' | 'topic' | 'saidBy' | 'people' | 'figure' | 'when' | 'key' | 'sensitive'>,
  added: readonly { readonly id: string; readonly name: string; readonly kind: 'person' | 'body' }[] = [],
): FilledClaim {
  const { statement, topic, figure, when, key, sensitive = '' } = claim;
  const named = (id: string): Named => {
    const person = added.find((one) => one.id === id);
    return person ? { kind: 'new', name: person.name, as: person.kind } : { kind: 'on-record', id };
  };
  return {
    statement,
    topic,
    saidBy: claim.saidBy.map(named),
    people: claim.people.map(named),
    measure: figure?.measure ?? '',
    value: figure ? valueText(figure) : '',
    qualifier: figure?.qualifier ?? '',
    when: when ? spanText(when) : '',
    key,
    sensitive,
  };
}

function valueText({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? numberText(low) : `${numberText(low)}-${numberText(high)}`;
}

function numberText(number: number): string {
  return number.toLocaleString('en-US', { maximumFractionDigits: 15 });
}

/** A span as it is typed: a year or a month where it is a whole one. */
function spanText({ from, to }: Span): string {
  if (from === to) return from;
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (first.day > 1 || last.day < last.daysInMonth) return `${from}/${to}`;
  const isYears = first.month === 1 && last.month === 12;
  const length = isYears ? 'YYYY'.length : 'YYYY-MM'.length;
  return [...new Set([from.slice(0, length), to.slice(0, length)])].join('/');
}
