// Letters that look the same and mean nothing to Slack. Zero-width characters would not do: Slack
// takes them for word boundaries, which is what lets `*` and `_` begin a format in the first place.
const LOOKALIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/**
 * Text for a message's `text` that Slack shows as it is: `&`, `<` and `>` escaped, nothing that begins a format,
 * a quote, an emoji or a mention. The addresses in `links` stay whole, so that they still lead somewhere;
 * any other address is written so that Slack does not link it.
 */
export function neutralText(text: string, links: ReadonlySet<string> = new Set()): string {
  return text
    .split(/(https?:\/\/[^\s<>|]+)/)
    .map((part, index) => (index % 2 === 1 && links.has(part) ? escapeControls(part) : neutralise(part)))
    .join('');
}

function neutralise(text: string): string {
  const literal = text
    .replace(/[*_~`]/g, (character) => LOOKALIKES[character] ?? character)
    .replace(/^(\s*)(?:>|&gt;)/gm, '$1›')
    .replace(/:(?=[a-z0-9'+-]+(?:ˍ[a-z0-9'+-]+)*:)/gi, '∶')
    .replace(/:\/\//g, ':\u2060//')
    .replace(/@(?=\w)/g, '@\u2060');
  return escapeControls(literal);
}

function escapeControls(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
