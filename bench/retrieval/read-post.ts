/** A post as far as it helps to find a claim. */
export interface Post {
  /** What it says: without links, marks of retweeting and its signature, hashtags and handles as words. */
  readonly said: string;
  /** Its hashtags and handles as they are written. */
  readonly tags: readonly string[];
  /** Who posted it, where a signature says so. */
  readonly author: string;
  /** The month and year of its signature. */
  readonly posted: string;
  /** Whether it shows a picture or a video. */
  readonly pictured: boolean;
}

/** Where links stand, with or without a space before them; a signature may follow at once. */
const LINK = /(?:https?:\/\/|pic\.twitter\.com\/|www\.)[^\s—]+/gi;
const PICTURE = /pic\.twitter\.com\/|\bpic\b/i;
const RETWEET = /\bRT\b:?\s*(?:@\w+:?)?|\bvia\s+@\w+/g;
/** "— Name (@handle) December 2, 2018", as posts are quoted. */
const SIGNATURE = /[—–-]\s*([^—–]{0,60}?)\(@(\w+)\)\s*(?:(\p{L}+)\.? \d{1,2},? (\d{2,4}))?\s*$/u;
const TAG = /[@#](\w+)/g;

/** "StopTheCount2020" as words, "MayorJaneMcKay" too. */
function partWords(written: string): string {
  return written
    .replace(/_+/g, ' ')
    .replace(/(?<=[\p{Ll}\d])(?<!Mc)(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L}{3})(?=\d)/gu, ' ');
}

/** Reads a post from its text. An author without a name is told by the handle. */
export function readPost(text: string): Post {
  const unlinked = text.replace(LINK, ' ');
  const signature = SIGNATURE.exec(unlinked);
  const [, name = '', handle = '', month = '', year = ''] = signature ?? [];
  const body = unlinked.slice(0, signature?.index).replace(RETWEET, ' ');
  return {
    said: body
      .replace(TAG, (_, tag: string) => ` ${partWords(tag)} `)
      .replace(/\s+/g, ' ')
      .trim(),
    tags: [...body.matchAll(TAG)].map(([, tag]) => tag as string),
    author: /\p{L}/u.test(name) ? name.trim() : partWords(handle),
    posted: `${month} ${year}`.trim(),
    pictured: PICTURE.test(text),
  };
}
