import { constructFromEvents, EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import type { Mistake } from './mistake.ts';
import { words } from './mistake-words.ts';

/** A path into a file: keys of maps and positions in lists, outermost first. */
export type Path = readonly PropertyKey[];

/** A YAML file as plain values, with the line of each. */
export interface YamlFile {
  readonly path: string;
  /** Maps are plain objects, dates stay text; undefined for an empty file. */
  readonly value: unknown;
  /** The line, from 1, of what `path` leads to, or of the nearest thing around it that is there. */
  lineOf(path: Path): number;
}

/** What came of reading a file; without `file` it cannot be read as YAML at all, and `mistakes` says why. */
export interface YamlReading {
  readonly file?: YamlFile;
  readonly mistakes: readonly Mistake[];
}

// Control characters but tab and line breaks, and the sign for bytes that are not UTF-8.
const UNREADABLE = /[^\P{Cc}\t\n\r]|\uFFFD/gu;

/** Reads one file. A key written twice, a broken quote, a tab for indentation or a lost letter is a mistake. */
export function readYaml(path: string, text: string): YamlReading {
  const lineAt = lineCounter(text);
  const unreadable = [...text.matchAll(UNREADABLE)].map(({ 0: character, index }): Mistake => {
    const wording = character === '\uFFFD' ? words.notUtf8 : words.controlCharacter;
    return { file: path, line: lineAt(index), ...wording };
  });
  if (unreadable.length > 0) return { mistakes: onePerLine(unreadable) };
  try {
    const events = parseEvents(text, {});
    const mistakes: Mistake[] = keysTwice(events, text).map(({ key, offset, first }) => ({
      file: path,
      line: lineAt(offset),
      ...words.keyTwice(key, lineAt(first)),
    }));
    const second = events.findIndex(({ type }, position) => type === EVENT_ID.DOCUMENT && position > 0);
    if (second > 0) {
      const line = lineAt(Math.max(0, startOf(events[second + 1])));
      return { mistakes: [{ file: path, line, ...words.manyDocuments }] };
    }
    const [value] = constructFromEvents(events, { source: text, json: true });
    // The events weigh far more than the text, so they are read again when a line is asked for.
    let again: readonly Event[] | undefined;
    const lineOf = (place: Path) => {
      again ??= parseEvents(text, {});
      return lineAt(offsetOf(again, text, place));
    };
    return { file: { path, value: value ?? undefined, lineOf }, mistakes };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + 1;
    return { mistakes: [{ file: path, line, ...words.notYaml(error.reason) }] };
  }
}

function onePerLine(mistakes: readonly Mistake[]): readonly Mistake[] {
  return mistakes.filter(({ line }, position) => mistakes[position - 1]?.line !== line);
}

/** Gives the line of an offset, from 1. */
function lineCounter(text: string): (offset: number) => number {
  let ends: readonly number[] | undefined;
  return (offset) => {
    ends ??= [...text.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length);
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

interface KeyTwice {
  readonly key: string;
  readonly offset: number;
  readonly first: number;
}

function keysTwice(events: readonly Event[], text: string): readonly KeyTwice[] {
  const found: KeyTwice[] = [];
  const open: { readonly keys: Map<string, number> | undefined; isKeyNext: boolean }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const around = open.at(-1);
    if (around?.keys !== undefined) {
      if (around.isKeyNext && event.type === EVENT_ID.SCALAR) {
        const key = getScalarValue(text, event);
        const first = around.keys.get(key);
        if (first === undefined) around.keys.set(key, event.valueStart);
        else found.push({ key, offset: event.valueStart, first });
      }
      around.isKeyNext = !around.isKeyNext;
    }
    if (event.type === EVENT_ID.MAPPING) open.push({ keys: new Map(), isKeyNext: true });
    if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.DOCUMENT)
      open.push({ keys: undefined, isKeyNext: false });
  }
  return found;
}

/** Where the node at `path` starts in the text; for a value of a map, where its key starts. */
function offsetOf(events: readonly Event[], text: string, path: Path): number {
  // The first event opens the document, the second is its root.
  let [start, node] = [1, 1];
  for (const step of path) {
    const child = childOf(events, text, node, step);
    if (child === undefined) break;
    ({ start, value: node } = child);
  }
  // A node left blank has no place of its own: that of the one before it is the nearest.
  while (start > 0 && startOf(events[start]) < 0) start--;
  return Math.max(0, startOf(events[start]));
}

function childOf(events: readonly Event[], text: string, parent: number, step: PropertyKey) {
  const isMap = events[parent]?.type === EVENT_ID.MAPPING;
  if (!isMap && events[parent]?.type !== EVENT_ID.SEQUENCE) return undefined;
  let last: { readonly start: number; readonly value: number } | undefined;
  for (let start = parent + 1, position = 0; events[start]?.type !== EVENT_ID.POP; position++) {
    const value = isMap ? after(events, start) : start;
    const key = events[start];
    const name = isMap ? key?.type === EVENT_ID.SCALAR && getScalarValue(text, key) : String(position);
    // Of a key written twice the last counts, as for the value itself.
    if (name === String(step)) last = { start, value };
    start = after(events, value);
  }
  return last;
}

/** The position after the node that starts at `position`. */
function after(events: readonly Event[], position: number): number {
  let depth = 0;
  for (let at = position; ; at++) {
    const type = events[at]?.type;
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) depth++;
    if (type === EVENT_ID.POP) depth--;
    if (depth === 0 || type === undefined) return at + 1;
  }
}

function startOf(event: Event | undefined): number {
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.valueStart;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart;
    default:
      return -1;
  }
}
