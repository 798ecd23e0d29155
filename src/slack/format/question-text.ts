import { asSeen } from './as-seen.ts';

/** What a person typed, parsed once: nothing, too much, or a question in plain text. */
export type QuestionText =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'question'; readonly text: string };

/** The longest question that is answered, in characters after Slack's markup is resolved. */
export const LONGEST_QUESTION = 1000;

/**
 * The question in a text as Slack sends it: markup resolved to what the person saw, entities unescaped, the bot's own
 * mention removed, quotes straightened, invisible and direction-changing characters dropped, white space collapsed.
 */
export function questionText(raw: string, botUserId?: string): QuestionText {
  const text = plainWords(raw, botUserId);
  if (text === '') return { kind: 'empty' };
  const { length } = text;
  return length > LONGEST_QUESTION ? { kind: 'too-long', length } : { kind: 'question', text };
}

function plainWords(raw: string, botUserId: string | undefined): string {
  return asSeen(withoutMention(raw, botUserId))
    .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Without a known id, a mention that the text begins with is the bot's: that is how it was called. */
function withoutMention(raw: string, botUserId: string | undefined): string {
  if (botUserId === undefined) return raw.replace(/^\s*<@[A-Z0-9]+(?:\|[^<>]*)?>[\s,:]*/, '');
  return raw.replaceAll(new RegExp(`<@${RegExp.escape(botUserId)}(?:\\|[^<>]*)?>`, 'g'), ' ').replace(/^[\s,:]+/, '');
}
