import { LONGEST } from '../../desk/filled-form.ts';
import { clip } from '../blocks/elements.ts';
import { copyText } from '../format/copy-text.ts';

/** A text as Slack sends it as the beginnings of a claim's statement: one line, without addresses; empty for none. */
export function statementIn(raw: string): string {
  const copy = copyText(raw.replace(/<https?:[^<>|]+>/g, ''));
  if (copy.kind !== 'copy') return '';
  return clip(
    copy.text
      .replace(/https?:\/\/\S+/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST.statement,
  );
}
