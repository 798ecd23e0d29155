/**
 * A text as Slack sends it, as the person saw it: markup resolved, entities unescaped, invisible and direction-changing
 * characters dropped. White space and quotation marks stay.
 */
export function asSeen(raw: string): string {
  return (
    raw
      .replace(/<([^<>]*)>/g, (_, markup: string) => resolveMarkup(markup))
      .replace(/&(lt|gt|amp);/g, (_, name: 'lt' | 'gt' | 'amp') => ENTITIES[name])
      // What looks like markup only now was typed by hand: it means as little, and is not passed on either.
      .replace(/<((?:[!@#]|https?:)[^<>]*)>/g, (_, markup: string) => resolveMarkup(markup))
      .replace(/<(?=[!@#])/g, '')
      .normalize('NFC')
      // Format characters: zero-width ones, direction marks and overrides, soft hyphens, tags.
      .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
      // Half of a surrogate pair is not a character: no surface could show it.
      .toWellFormed()
  );
}

const ENTITIES = { lt: '<', gt: '>', amp: '&' } as const;

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
