import { describe, expect, it } from 'vitest';
import { decideEdition } from '../../src/digest/decide-edition.ts';
import { editionText } from '../../src/digest/edition-text.ts';
import type { Dossier } from '../../src/record/dossier.ts';
import { asOf } from '../../src/record/standing.ts';
import { ferry, prisoners } from './moments.ts';

function told(record: readonly Dossier[], since: string | undefined, until: string): string {
  const before = since === undefined ? undefined : record.map((dossier) => asOf(dossier, since));
  const after = record.map((dossier) => asOf(dossier, until));
  const decision = decideEdition(before, after, { today: until, ...(since === undefined ? {} : { since }) });
  return decision.kind === 'edition' ? `${editionText(decision.edition)}\n` : '';
}

describe('editions by the record’s own dates', () => {
  it.each([
    ['prisoners-first-2025-02-19', prisoners, undefined, '2025-02-19'],
    ['prisoners-first-2025-11-05', prisoners, undefined, '2025-11-05'],
    ['prisoners-2025-02-18-to-2025-02-19', prisoners, '2025-02-18', '2025-02-19'],
    ['prisoners-2025-02-19-to-2025-10-28', prisoners, '2025-02-19', '2025-10-28'],
    ['prisoners-2025-02-19-to-2025-11-03', prisoners, '2025-02-19', '2025-11-03'],
    ['prisoners-2025-11-03-to-2025-11-05', prisoners, '2025-11-03', '2025-11-05'],
    ['ferry-first-2024-03-12', ferry, undefined, '2024-03-12'],
    ['ferry-2024-03-12-to-2024-03-14', ferry, '2024-03-12', '2024-03-14'],
    ['ferry-2024-03-14-to-2024-07-10', ferry, '2024-03-14', '2024-07-10'],
    ['ferry-2024-07-10-to-2024-08-16', ferry, '2024-07-10', '2024-08-16'],
    ['both-first-2025-11-05', [...prisoners, ...ferry], undefined, '2025-11-05'],
  ] as const)('%s', async (name, record, since, until) => {
    await expect(told(record, since, until)).toMatchFileSnapshot(`./__golden__/${name}.txt`);
  });
});
