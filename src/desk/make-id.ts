import { foldName } from '../record/fold-name.ts';
import { STOP_WORDS } from '../search/stop-words.ts';

const LONGEST_ID = 48;
// Without it an id would say the opposite of its claim.
const NEGATIONS: ReadonlySet<string> = new Set(['no', 'not', 'never', 'cannot']);

/**
 * An id made from words: "Seoul says 300 were killed" gives `seoul-says-300-killed`. Small letters, digits and hyphens,
 * at most 48 characters and then a number, where `taken` has it; `otherwise` where the words have no letter.
 */
export function makeId(words: string, otherwise: string, taken: ReadonlySet<string>): string {
  const parts = partsOf(words);
  const telling = parts.filter((part) => !STOP_WORDS.has(part) || NEGATIONS.has(part));
  const base = shortened(telling.length > 0 ? telling : parts);
  // An id of digits alone would be read as a number.
  return unique(/[a-z]/.test(base) ? base : [otherwise, base].filter(Boolean).join('-'), taken);
}

/** The id, with a number behind it where it is taken: `killed`, `killed-2`, `killed-3`. */
export function unique(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

function partsOf(words: string): readonly string[] {
  return foldName(words.replace(/\p{Pd}/gu, ' '))
    .replace(/(?<=\d),(?=\d)/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function shortened(parts: readonly string[]): string {
  let id = '';
  for (const part of parts) {
    const longer = id ? `${id}-${part}` : part;
    if (longer.length > LONGEST_ID) return id || part.slice(0, LONGEST_ID);
    id = longer;
  }
  return id;
}
