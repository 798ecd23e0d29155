import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The list of what a bundle was made from, in its folder: each file's path from there, and its size and time. */
export const MADE_FROM = 'made-from.json';

/**
 * Whether the bundle in a folder is what its sources would make now: every file that it was made from is as it was then,
 * to the byte count and the millisecond. Where there is no bundle, it is not.
 * @param {string} folder
 */
export function isFresh(folder) {
  try {
    const files = JSON.parse(readFileSync(join(folder, MADE_FROM), 'utf8'));
    return Object.entries(files).every(([path, before]) => stateOf(join(folder, path)) === before);
  } catch {
    return false;
  }
}

/**
 * What changes when a file does: its size and when it was written.
 * @param {string} path
 */
export function stateOf(path) {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
}
