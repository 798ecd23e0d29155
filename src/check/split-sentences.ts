/** A sentence with where it stands in the copy, in characters. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// Made when the first copy comes: its data takes a while to load.
let segmenter: Intl.Segmenter | undefined;

/** A piece that ends like this goes on: titles, initials, months, "No." before a number. */
const ABBREVIATION =
  /(?:^|[\s("'“‘])(?:(?:mr|mrs|ms|mx|dr|prof|gen|lt|col|maj|capt|cmdr|sgt|cpl|pvt|adm|gov|sen|rep|hon|rev|fr|st|jr|sr|messrs|supt|insp|vs|cf|ca|approx|incl|est|art|sec|vol|fig|dept|inc|ltd|co|corp|bros|e\.g|i\.e|viz|al)\.|(?:\p{Lu}\.)+|(?:[a-z]\.){2,})\s*$/iu;
/** These go on only where a number (or a day) follows. */
const BEFORE_NUMBER = /(?:^|\s)(?:no|nos|p|pp|para|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*$/iu;
const ENDS = /[.!?…。！？।؟]["'”’»)\]]*\s*$/u;
const MARKER = /^\s*(?:[-*•–—▪◦]|\(?\d{1,2}[.)]|[a-z]\))\s+/u;

/** Whether a quotation that opens in the text is still open at its end. */
function isInQuotation(text: string): boolean {
  const curly = (text.match(/“/gu)?.length ?? 0) - (text.match(/”/gu)?.length ?? 0);
  const straight = (text.match(/"/gu)?.length ?? 0) % 2;
  return curly > 0 || straight === 1;
}

function goesOn(piece: string, next: string): boolean {
  const after = next.trimStart();
  if (after === '') return false;
  if (ABBREVIATION.test(piece))
    return (
      !/^\p{Lu}\p{L}*\s+(?:said|told|is|was|has)\b/u.test(after) ||
      /\b(?:mr|mrs|ms|dr|gen|lt|col|capt|prof|sgt|sen|rep|gov)\.\s*$/iu.test(piece)
    );
  if (BEFORE_NUMBER.test(piece)) return /^\d/.test(after);
  if (!ENDS.test(piece)) return !/\n\s*$/.test(piece);
  // A quotation's credit belongs to it: `"It was dark." he said`, `"Will they?" he asked`.
  if (/[.!?…]["'”’»]\s*$/u.test(piece)) return /^\p{Ll}/u.test(after) || isInQuotation(piece);
  if (/^\p{Ll}/u.test(after)) return true;
  return isInQuotation(piece) && /["”]/u.test(next);
}

/** Within one paragraph, the segmenter's pieces joined where a sentence goes on. */
function sentencesOf(paragraph: string): string[] {
  // A paragraph's inner line breaks are no ends of sentences; the blanks keep every place.
  const running =
    paragraph.trimEnd().replace(/[\r\n\u2028\u2029]/gu, ' ') + paragraph.slice(paragraph.trimEnd().length);
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const pieces = [...segmenter.segment(running)].map(({ segment }) => segment);
  const sentences: string[] = [];
  let open = '';
  pieces.forEach((piece, n) => {
    open += piece;
    // A quotation that is never closed must not swallow the page.
    const long = open.length > 600;
    if (long || !goesOn(open, pieces[n + 1] ?? '')) {
      sentences.push(open);
      open = '';
    }
  });
  if (open !== '') sentences.push(open);
  return sentences;
}

function trimmed(text: string, start: number): Sentence | undefined {
  const marker = MARKER.exec(text)?.[0].length ?? 0;
  const lead = marker + (text.slice(marker).length - text.slice(marker).trimStart().length);
  const body = text.slice(lead).trimEnd();
  return /[\p{L}\p{N}]/u.test(body) ? { text: body, start: start + lead, end: start + lead + body.length } : undefined;
}

/** A line that is broken in the middle of a sentence is joined to the next one; a list item or an empty line is not. */
function paragraphsOf(copy: string): { readonly text: string; readonly start: number }[] {
  const paragraphs: { text: string; start: number }[] = [];
  let at = 0;
  for (const line of copy.split(/(?<=\r\n|\n|\r(?!\n)|\u2028|\u2029)/u)) {
    const last = paragraphs.at(-1);
    const joins =
      last !== undefined &&
      line.trim() !== '' &&
      last.text.trim() !== '' &&
      !MARKER.test(line) &&
      /[\p{Ll},;–—-]\s*$/u.test(last.text) &&
      /^\s*\p{Ll}/u.test(line);
    if (joins) last.text += line;
    else paragraphs.push({ text: line, start: at });
    at += line.length;
  }
  return paragraphs;
}

/**
 * The sentences of a piece of copy, in order, none overlapping; list markers and white space are left out of them.
 * Abbreviations, initials, dates and quotations do not end a sentence.
 */
export function splitSentences(copy: string): Sentence[] {
  return paragraphsOf(copy).flatMap(({ text, start }) => {
    let at = start;
    return sentencesOf(text).flatMap((sentence) => {
      const found = trimmed(copy.slice(at, at + sentence.length), at);
      at += sentence.length;
      return found ?? [];
    });
  });
}
