import { withRoom } from './with-room.ts';

/**
 * What was read of words, found by the letters of a text from one place to before another, without cutting them out.
 * `hash` is that of those letters, as `mixLetter` makes it of each in turn, from 0 on.
 */
export interface WordTable<Value> {
  find(text: string, from: number, to: number, hash: number): Value | undefined;
  /** Puts a whole word in that is not there yet. */
  put(word: string, hash: number, value: Value): void;
  readonly size: number;
}

/** The hash of a word with one letter more. */
export function mixLetter(hash: number, code: number): number {
  return (Math.imul(hash, 0x01000193) + code) | 0;
}

/** The hash of a whole word. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = mixLetter(hash, word.charCodeAt(at));
  return hash;
}

/** An empty table. */
export function createWordTable<Value>(): WordTable<Value> {
  const values: Value[] = [];
  /** Word n has the letters from `ends[n]` to before `ends[n + 1]`. */
  let ends: Uint32Array = new Uint32Array(1024);
  let hashes: Int32Array = new Int32Array(1024);
  let letters: Uint16Array = new Uint16Array(8192);
  /** Open addressing, at most half full: at a hash's place or behind it stands the number of its word, and one more. */
  let places = new Uint32Array(4096);

  function placeOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (places.length - 1);
  }

  function seat(hash: number, number: number): void {
    let place = placeOf(hash);
    while (places[place] !== 0) place = (place + 1) & (places.length - 1);
    places[place] = number + 1;
  }

  function isWord(number: number, text: string, from: number, to: number): boolean {
    const start = ends[number] as number;
    if ((ends[number + 1] as number) - start !== to - from) return false;
    for (let at = from; at < to; at++) if (text.charCodeAt(at) !== letters[start + at - from]) return false;
    return true;
  }

  return {
    get size() {
      return values.length;
    },
    find(text, from, to, hash) {
      for (let place = placeOf(hash); ; place = (place + 1) & (places.length - 1)) {
        const number = (places[place] as number) - 1;
        if (number < 0) return undefined;
        if (hashes[number] === hash && isWord(number, text, from, to)) return values[number];
      }
    },
    put(word, hash, value) {
      const number = values.push(value) - 1;
      if (2 * values.length > places.length) {
        places = new Uint32Array(places.length * 2);
        for (let other = 0; other < number; other++) seat(hashes[other] as number, other);
      }
      hashes = withRoom(hashes, number + 1);
      ends = withRoom(ends, number + 2);
      const start = ends[number] as number;
      letters = withRoom(letters, start + word.length);
      for (let at = 0; at < word.length; at++) letters[start + at] = word.charCodeAt(at);
      ends[number + 1] = start + word.length;
      hashes[number] = hash;
      seat(hash, number);
    },
  };
}
