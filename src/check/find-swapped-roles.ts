import type { Assertion } from './assertion.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { MatterWord } from './read-matter.ts';

type Role = 'doer' | 'target';

/** Whether a name does something in its text or has it done: behind "by", before a verb; behind "to". */
function roleOf(text: string, word: MatterWord, isFirst: boolean): Role | undefined {
  const before = text.slice(Math.max(0, word.start - 40), word.start);
  if (/\bby (?:[\p{Ll}-]+ ){0,3}$/u.test(before)) return 'doer';
  if (/\b(?:to|at|against|from|for) (?:[\p{Ll}-]+ ){0,3}$/u.test(before)) return 'target';
  if (!isFirst) return undefined;
  return /^[^,;]{0,40}?\b(?:was|were|been|is|are) \p{L}+ed\b/u.test(text.slice(word.end)) ? 'target' : 'doer';
}

/** Names that both texts have and that have changed places: who did it, and to whom. */
export function findSwappedRoles(assertion: Assertion, reading: ClaimReading): readonly MatterWord[] | undefined {
  if (assertion.matter.filter((word) => word.names.length > 0).length < 2) return undefined;
  const rolesIn = (text: string, words: readonly MatterWord[]) => {
    const named = words.filter((word) => word.names.length > 0);
    return new Map(
      named.map((word, n) => [word.names[0] as string, { role: roleOf(text, word, n === 0), word }] as const),
    );
  };
  const written = rolesIn(assertion.text, assertion.matter);
  const onRecord = rolesIn(reading.claim.statement, reading.matter);
  const both = [...written].filter(([id]) => onRecord.has(id));
  if (both.length < 2) return undefined;
  const swapped = both.filter(
    ([id, { role }]) => role !== undefined && onRecord.get(id)?.role !== undefined && onRecord.get(id)?.role !== role,
  );
  return swapped.length >= 2 ? swapped.map(([, { word }]) => word) : undefined;
}
