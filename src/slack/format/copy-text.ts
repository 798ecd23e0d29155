import { asSeen } from './as-seen.ts';

/** Copy to check, parsed once: nothing, too much, or plain text with its lines and quotation marks as written. */
export type CopyText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'copy'; readonly text: string };

/** The longest copy that is checked at once, in characters after Slack's markup is resolved. */
export const LONGEST_COPY = 20_000;

// The bound keeps text made of nothing but openers from being read once for each of them.
const FORMATTED = /(?<=^|[\s([{"'“‘«—–-])([*_~`])(?=\S)([^\n]{0,500}?\S)\1(?=$|[\s)\]}.,;:!?"'”’»—–-])/gm;

/** The copy in texts as Slack sends them, joined by line breaks: markup and formatting resolved to what a reader saw. */
export function copyText(...raw: readonly string[]): CopyText {
  const text = raw.map(plainLines).filter(Boolean).join('\n');
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'empty' };
  const { length } = text;
  return length > LONGEST_COPY ? { kind: 'too-long', length } : { kind: 'copy', text };
}

function plainLines(raw: string): string {
  return asSeen(raw)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/```/g, '\n')
    .replace(/^[^\S\n]*>+/gm, '')
    .replace(FORMATTED, '$2')
    .replace(/(?:(?!\n)[\p{Cc}\s])+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
