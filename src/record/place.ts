import type { Mistake } from './mistake.ts';
import type { Wording } from './mistake-words.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** Somewhere in a file; `subject` is what an editor calls it: `claim "hurt-40"`. */
export interface Place {
  readonly file: YamlFile;
  readonly path: Path;
  readonly subject?: string;
}

/** An entry of a map as its file has it, which may be anything. */
export interface PlacedEntry {
  readonly id: string;
  readonly value: unknown;
  readonly place: Place;
}

/** A place further in. */
export function within(place: Place, ...steps: Path): Place {
  return { ...place, path: [...place.path, ...steps] };
}

/** A place as editors read it: `data/x/people.yml:12`. */
export function formatPlace({ file, path }: Place): string {
  return `${file.path}:${file.lineOf(path)}`;
}

/** The mistake at a place. */
export function mistakeAt({ file, path, subject }: Place, { problem, mend }: Wording): Mistake {
  const where = { file: file.path, line: file.lineOf(path), ...(subject === undefined ? {} : { subject }) };
  return { ...where, problem, mend };
}
