import type { Fields, Plain } from './entry-fields.ts';

// A word that YAML takes for something else, or text with a character in it that means something there.
const SPECIAL_WORD = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
const SAFE = /^[\p{L}\p{N}(/](?:(?!: |:$| #)[^\n\t\u0085\u2028\u2029\uFEFF\p{Cc}])*$/u;
const NUMBER = /^[\d.+-][\d_.,:eExXa-fA-F+-]*$/;
const DATE_OR_PERIOD = /^\d{4}-\d{2}(?:-\d{2})?(?:\/\d{4}(?:-\d{2}){0,2})?$/;

/** A value in one line of YAML, as the house writes it: plain where that is safe, `[a, b]`, `{ a: b }`. */
export function inlineText(value: Plain, isInFlow = false): string {
  if (typeof value === 'string') return scalarText(value, isInFlow);
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => inlineText(item, true)).join(', ')}]`;
  const pairs = Object.entries(value).map(([key, item]) => `${scalarText(key, true)}: ${inlineText(item, true)}`);
  return pairs.length > 0 ? `{ ${pairs.join(', ')} }` : '{}';
}

function scalarText(text: string, isInFlow: boolean): string {
  const isSafe =
    DATE_OR_PERIOD.test(text) ||
    (SAFE.test(text) && text.trim() === text && !SPECIAL_WORD.test(text) && !NUMBER.test(text));
  return isSafe && !(isInFlow && /[,[\]{}]/.test(text)) ? text : JSON.stringify(text);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

/** One key of an entry in block form, its further lines indented; ends without a line break. */
export function fieldText(key: string, value: Plain, indent: string): string {
  if (isList(value) && value.some((item) => typeof item === 'object'))
    return [`${key}:`, ...value.map((item) => `${indent}  - ${inlineText(item)}`)].join('\n');
  if (typeof value === 'object' && !isList(value) && key === 'published')
    return [`${key}:`, ...Object.entries(value).map(([name, item]) => `${indent}  ${name}: ${inlineText(item)}`)].join(
      '\n',
    );
  return `${key}: ${inlineText(value)}`;
}

/** All keys of an entry in block form; ends without a line break. */
export function blockText(fields: Fields, indent: string): string {
  return Object.entries(fields)
    .map(([key, value]) => fieldText(key, value, indent))
    .join(`\n${indent}`);
}
