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
  return (
    withoutMention(raw, botUserId)
      .replace(/<([^<>]*)>/g, (_, markup: string) => resolveMarkup(markup))
      .replace(/&(lt|gt|amp);/g, (_, name: 'lt' | 'gt' | 'amp') => ENTITIES[name])
      // What looks like markup only now was typed by hand: it means as little, and is not passed on either.
      .replace(/<((?:[!@#]|https?:)[^<>]*)>/g, (_, markup: string) => resolveMarkup(markup))
      .replace(/<(?=[!@#])/g, '')
      .normalize('NFC')
      .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
      .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
      // Format characters: zero-width ones, direction marks and overrides, soft hyphens, tags.
      .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
      // Half of a surrogate pair is not a character: no surface could show it.
      .toWellFormed()
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
  );
}

const ENTITIES = { lt: '<', gt: '>', amp: '&' } as const;

/** Without a known id, a mention that the text begins with is the bot's: that is how it was called. */
function withoutMention(raw: string, botUserId: string | undefined): string {
  if (botUserId === undefined) return raw.replace(/^\s*<@[A-Z0-9]+(?:\|[^<>]*)?>[\s,:]*/, '');
  return raw.replaceAll(new RegExp(`<@${RegExp.escape(botUserId)}(?:\\|[^<>]*)?>`, 'g'), ' ').replace(/^[\s,:]+/, '');
}

/** What the person saw of `<...>`: the label where there is one, an address, or a word for a broadcast. */
function resolveMarkup(markup: string): string {
  const bar = markup.indexOf('|');
  const target = bar < 0 ? markup : markup.slice(0, bar);
  const label = bar < 0 ? '' : markup.slice(bar + 1);
  if (label) return label;
  if (/^[@#][A-Z0-9]+$/.test(target)) return '';
  if (target.startsWith('!')) return target.slice(1).split('^')[0] ?? '';
  return target.replace(/^mailto:/, '');
}
