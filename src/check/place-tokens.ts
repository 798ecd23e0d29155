import { analyse, type Token } from '../search/analyse.ts';

/** A word with where it stands in its text, in characters. */
export interface PlacedToken extends Token {
  readonly start: number;
  readonly end: number;
}

const WRITTEN =
  /(?:\p{L}\.){2,}|[\p{L}\p{M}\p{N}]+(?:[.,](?=\p{N}))?(?:(?:['’ʼ]|(?<=\p{N})[.,](?=\p{N}))?[\p{L}\p{M}\p{N}]+)*['’]?/gu;

/** The words of a text in order, each with its place. Hyphens and punctuation part words. */
export function placeTokens(text: string): PlacedToken[] {
  const placed: PlacedToken[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const start = match.index;
    const end = start + match[0].length;
    for (const token of analyse(match[0])) placed.push({ ...token, start, end });
  }
  return placed;
}
