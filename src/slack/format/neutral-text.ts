// Letters that look the same and mean nothing to Slack. Zero-width characters would not do: Slack
// takes them for word boundaries, which is what lets `*` and `_` begin a format in the first place.
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/**
 * Text for a message's `text` that Slack shows as it is: `&`, `<` and `>` escaped, and nothing in it that begins
 * a format, a quote, an emoji, a link or a mention.
 */
export function neutralText(text: string): string {
  return text
    .replace(/[*_~`]/g, (character) => LOOKALIKES[character] ?? character)
    .replace(/^(\s*)(?:>|&gt;)/gm, '$1›')
    .replace(/:(?=[a-z0-9'+-]+(?:ˍ[a-z0-9'+-]+)*:)/gi, '∶')
    .replace(/:\/\//g, ':\u2060//')
    .replace(/@(?=\w)/g, '@\u2060')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
