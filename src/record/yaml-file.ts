import { isMap, isNode, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import type { Mistake } from './mistake.ts';
import { words } from './mistake-words.ts';

/** A path into a file: keys of maps and positions in lists, outermost first. */
export type Path = readonly PropertyKey[];

/** A YAML file as plain values, with the line of each. */
export interface YamlFile {
  readonly path: string;
  /** Undefined for an empty file. */
  readonly value: unknown;
  /** The keys of the map that `path` leads to, as text, in the order of the file; none when there is no map. */
  keysOf(path: Path): readonly string[];
  /** The line of what `path` leads to, or of the nearest thing around it that is there. */
  lineOf(path: Path): number;
}

/** The file, or why it cannot be read as YAML at all. */
export type YamlReading =
  | { readonly ok: true; readonly file: YamlFile }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Reads one file. Dates stay text; a key listed twice, a broken quote or a tab for indentation is a mistake. */
export function readYaml(path: string, text: string): YamlReading {
  if (text.includes('\uFFFD')) {
    const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
    return { ok: false, mistakes: [{ file: path, line, ...words.notUtf8 }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const mistakes: Mistake[] = [...document.errors, ...document.warnings].map((error) => ({
    file: path,
    line: lineAt(error.pos[0]),
    ...words.notYaml(error.code),
  }));
  // The parser's own check for this takes time by the square of the number of keys.
  visit(document, {
    Map(_, map) {
      const seen = new Map<string, number>();
      for (const { key } of map.items) {
        const name = keyText(key);
        const line = isNode(key) && key.range ? lineAt(key.range[0]) : 1;
        const first = seen.get(name);
        if (first === undefined) seen.set(name, line);
        else mistakes.push({ file: path, line, ...words.keyTwice(name, first) });
      }
    },
  });
  if (mistakes.length > 0) return { ok: false, mistakes };
  const root = document.contents;
  return {
    ok: true,
    file: {
      path,
      value: document.toJS() ?? undefined,
      keysOf(place) {
        const node = place.length === 0 ? root : document.getIn(place, true);
        return isMap(node) ? node.items.map(({ key }) => keyText(key)) : [];
      },
      lineOf: (place) => lineAt(offsetOf(root, place)),
    },
  };
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function offsetOf(root: ParsedNode | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === String(step));
      if (pair === undefined) return offset;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else {
      const item = (node as { items?: readonly unknown[] } | null)?.items?.[Number(step)];
      if (!isNode(item)) return offset;
      if (item.range) offset = item.range[0];
      node = item;
    }
  }
  return offset;
}
