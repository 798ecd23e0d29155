/** A quotation of a text: the words between the marks, with the place of what stands inside them. */
export interface WrittenQuote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const QUOTES =
  /“(?<curly>[^“”]+)(?:”|$)|"(?<straight>[^"]+)(?:"|$)|«(?<angle>[^«»]+)»|„(?<low>[^„“”]+)[“”]|(?<![\p{L}\p{N}])[‘'](?<single>[^‘’']+(?:['’]\p{L}+[^‘’']*)*)[’'](?![\p{L}\p{N}])/gu;

/** The quotations of a text in order. An apostrophe is no mark. */
export function readQuotes(text: string): WrittenQuote[] {
  return [...text.matchAll(QUOTES)].flatMap((match) => {
    const inside = Object.values(match.groups ?? {}).find((value) => value !== undefined);
    if (inside === undefined || !/\p{L}/u.test(inside)) return [];
    const start = match.index + match[0].indexOf(inside);
    return [{ text: inside, start, end: start + inside.length }];
  });
}
