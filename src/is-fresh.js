import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The list of what a bundle was made from, and of what was written, in its folder. */
export const MADE_FROM = 'made-from.json';

/**
 * What a bundle's list says: the files that it was made from, by their paths from its folder, and its own.
 * @typedef {{ readonly size: number, readonly mtimeMs: number }} FileState
 * @typedef {{ readonly sources: Record<string, FileState>, readonly written: Record<string, number> }} MadeFrom
 */

/**
 * Whether the bundle in a folder is whole, and what its sources would make now: every file that it was made from is as
 * it was then, to the byte count and the millisecond. Where there is no bundle, it is not.
 * @param {string} folder
 */
export function isFresh(folder) {
  try {
    /** @type {MadeFrom} */
    const { sources, written } = JSON.parse(readFileSync(join(folder, MADE_FROM), 'utf8'));
    return (
      Object.entries(written).every(([name, size]) => statSync(join(folder, name)).size === size) &&
      Object.entries(sources).every(([path, before]) => isSame(stateOf(join(folder, path)), before))
    );
  } catch {
    return false;
  }
}

/**
 * What changes when a file does: its size in bytes and when it was written, in ms since 1970.
 * @param {string} path
 * @returns {FileState}
 */
export function stateOf(path) {
  const { size, mtimeMs } = statSync(path);
  return { size, mtimeMs };
}

/**
 * Images of containers and archives keep times to the second.
 * @param {FileState} now
 * @param {FileState} before
 */
function isSame(now, before) {
  const cutOff = Math.floor(before.mtimeMs / 1000) * 1000;
  return now.size === before.size && (now.mtimeMs === before.mtimeMs || now.mtimeMs === cutOff);
}
