/** Where links stand, with or without a space before them. */
const LINK = /(?:https?:\/\/|pic\.twitter\.com\/|www\.)\S+/gi;
const RETWEET = /\bRT\b:?\s*(?:@\w+:?)?|\bvia\s+@\w+/g;
/** "— Name (@handle) December 2, 2018", as posts are quoted: who posted it and when are no matter of the claim. */
const SIGNATURE = /[—–-]\s*[^—–]{0,60}\(@\w+\)\s*(?:\p{L}+ \d{1,2},? \d{2,4})?/gu;
const MENTION = /[@#](\w+)/g;

/** "StopTheCount2020" as words. */
function partWords(written: string): string {
  return written
    .replace(/_+/g, ' ')
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L}{3})(?=\d)/gu, ' ');
}

/** A post without what is no part of what it says: links, marks of retweeting, its signature; hashtags and handles as words. */
export function cleanQuery(text: string): string {
  const said = text.replace(LINK, ' ').replace(RETWEET, ' ').replace(SIGNATURE, ' ');
  // A post may be nothing but its signature.
  const left = /\p{L}{3}/u.test(said) ? said : text.replace(LINK, ' ');
  return left.replace(MENTION, (_, name: string) => ` ${partWords(name)} `);
}
