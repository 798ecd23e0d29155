import { readFileSync } from 'node:fs';

/** The lines of a text file that hold anything. */
export function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

/** The values of a file with a line of JSON for each. */
export function readJsonl<Row>(path: string): Row[] {
  return linesOf(path).map((line) => JSON.parse(line) as Row);
}
