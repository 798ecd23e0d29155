import { isDeepStrictEqual } from 'node:util';
import { isMap, isPair, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Fields, Plain } from './entry-fields.ts';
import { blockText, fieldText, inlineText } from './yaml-text.ts';

/** Where entries stand in a file: in the file itself, or under a key of it. A list's entries have their id as a key. */
export interface Section {
  readonly under?: string;
  readonly isList: boolean;
}

/** One change of a file. */
export type FileEdit =
  | { readonly kind: 'add'; readonly id: string; readonly fields: Fields }
  /** `fields` are those that differ; undefined: the key goes. */
  | { readonly kind: 'change'; readonly id: string; readonly fields: Readonly<Record<string, Plain | undefined>> }
  | { readonly kind: 'remove'; readonly id: string };

/** The order of keys in an entry. */
const ORDER = [
  ...[
    'id',
    'statement',
    'topic',
    'key',
    'people',
    'figure',
    'saidBy',
    'when',
    'supersedes',
    'conflictsWith',
    'sensitive',
  ],
  ...['reports', 'outlet', 'headline', 'url', 'published', 'chain', 'copies', 'name', 'kind', 'role', 'aliases'],
  ...['title', 'command', 'family', 'unit'],
];

/**
 * A file's text after a change; every byte that the change does not touch stays. Throws a RangeError for a file or an
 * entry that is not as the edit takes it to be.
 */
export function editFile(text: string, section: Section, edit: FileEdit): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const splice = spliceOf(text, section, edit);
  return text.slice(0, splice.start) + splice.text.replace(/\r?\n/g, eol) + text.slice(splice.end);
}

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Entry {
  readonly id: string;
  readonly node: Node;
  /** Where the entry begins: its key, or the first key of a list's item. */
  readonly start: number;
}

type Collection = YAMLMap | YAMLSeq | undefined;

function collectionOf(text: string, { under, isList }: Section): Collection {
  const document = parseDocument(text);
  const found = under === undefined ? document.contents : document.get(under, true);
  if (found === null || found === undefined || (isScalar(found) && found.value === null)) return undefined;
  if (isList ? isSeq(found) : isMap(found)) return found as YAMLMap | YAMLSeq;
  throw new RangeError('the file is not built as an export takes it to be');
}

function entriesIn(collection: Collection): readonly Entry[] {
  return (collection?.items ?? []).map((item): Entry => {
    if (isPair(item)) {
      const { key, value } = item as Pair<Node, Node | null>;
      return { id: String(key), node: value ?? key, start: key.range?.[0] ?? 0 };
    }
    const node = item as YAMLMap;
    return { id: String(node.get('id')), node, start: node.range?.[0] ?? 0 };
  });
}

function spliceOf(text: string, section: Section, edit: FileEdit): Splice {
  const collection = collectionOf(text, section);
  const entries = entriesIn(collection);
  if (edit.kind === 'add') return addition(text, section, collection, entries, edit);
  const entry = entries.find(({ id }) => id === edit.id);
  if (entry === undefined || !isMap(entry.node)) throw new RangeError(`the file has no entry ${edit.id}`);
  return edit.kind === 'remove' ? removal(text, entry) : change(text, entry.node, edit.fields);
}

function change(text: string, node: YAMLMap, changed: Readonly<Record<string, Plain | undefined>>): Splice {
  if (node.flow) {
    const fields = inOrder({ ...(node.toJSON() as Fields), ...changed });
    return { start: node.range?.[0] as number, end: node.range?.[1] as number, text: inlineText(fields) };
  }
  const start = lineStart(text, firstKey(node));
  const end = lineEnd(text, endOf(text, node));
  let entry = text.slice(start, end);
  // Field by field, each in what the one before made of the entry.
  for (const [key, value] of Object.entries(changed)) entry = changeField(entry, key, value);
  return { start, end, text: entry };
}

/** An entry's own lines with one field changed: the first line may begin with `- `. */
function changeField(entry: string, key: string, value: Plain | undefined): string {
  const lead = /^ *- /.exec(entry)?.[0] ?? '';
  // With the dash blanked out, the entry is a document of its own with the same offsets.
  const node = parseDocument(' '.repeat(lead.length) + entry.slice(lead.length)).contents as YAMLMap<Node, Node | null>;
  const indent = ' '.repeat(firstKey(node) - lineStart(entry, firstKey(node)));
  const place = node.items.findIndex((pair) => String(pair.key) === key);
  const pair = node.items[place];
  if (pair === undefined) {
    if (value === undefined) return entry;
    const before = node.items.findLast((other) => rank(String(other.key)) < rank(key)) ?? node.items[0];
    const at = before ? lineEnd(entry, endOf(entry, before.value ?? before.key)) : entry.length;
    return `${entry.slice(0, at)}\n${indent}${fieldText(key, value, indent)}${entry.slice(at)}`;
  }
  const [start, end] = [pair.key.range?.[0] as number, endOf(entry, pair.value ?? pair.key) + (pair.value ? 0 : 1)];
  if (value === undefined)
    return entry.slice(0, lineStart(entry, start)) + entry.slice(lineEnd(entry, end)).replace(/^\r?\n/, '');
  if (isSeq(pair.value) && !pair.value.flow && Array.isArray(value)) return changeList(entry, start, pair.value, value);
  return entry.slice(0, start) + fieldText(key, value, indent) + entry.slice(end);
}

/** A list with an item a line, under its key: items that it has already keep their lines, with the comments above them. */
function changeList(entry: string, key: number, list: YAMLSeq, wanted: readonly Plain[]): string {
  const items = list.items as Node[];
  const dash = /^ */.exec(entry.slice(lineStart(entry, items[0]?.range?.[0] ?? key)))?.[0] ?? '';
  const ends = [lineEnd(entry, key), ...items.map((item) => lineEnd(entry, endOf(entry, item)))];
  const known = items.map((item, n) => ({
    value: item.toJSON() as Plain,
    lines: entry.slice(ends[n], ends[n + 1]),
  }));
  const lines = wanted.map(
    (item) => known.find(({ value }) => isDeepStrictEqual(value, item))?.lines ?? `\n${dash}- ${inlineText(item)}`,
  );
  return entry.slice(0, ends[0]) + lines.join('') + entry.slice(ends.at(-1));
}

function removal(text: string, { node, start }: Entry): Splice {
  const from = lineStart(text, start);
  const to = lineEnd(text, endOf(text, node));
  const after = /^\r?\n/.exec(text.slice(to))?.[0].length ?? 0;
  // Of the empty lines around it one stays.
  const isApart = /(?:^|\n)\r?\n$/.test(text.slice(0, from)) && /^(?:\r?\n|$)/.test(text.slice(to + after));
  const gap = isApart ? (/\r?\n$/.exec(text.slice(0, from))?.[0].length ?? 0) : 0;
  return { start: from - gap, end: to + after, text: '' };
}

function addition(
  text: string,
  section: Section,
  collection: Collection,
  entries: readonly Entry[],
  { id, fields }: Extract<FileEdit, { kind: 'add' }>,
): Splice {
  const last = entries.at(-1);
  if (last === undefined || (collection?.flow && entries.length === 0))
    return firstEntry(text, section, collection, id, fields);
  if (collection?.flow) throw new RangeError('the file has its entries in one pair of braces');
  const from = lineStart(text, last.start);
  const indent = ' '.repeat(/^ */.exec(text.slice(from))?.[0].length ?? 0);
  const at = lineEnd(text, endOf(text, last.node));
  const before = entries.at(-2);
  const isApart = before
    ? /\n\s*\n/.test(text.slice(endOf(text, before.node), from))
    : isMap(last.node) && !last.node.flow;
  const entry = entryText(section, id, fields, indent, isMap(last.node) && last.node.flow === true);
  return { start: at, end: at, text: `${isApart ? '\n\n' : '\n'}${indent}${entry}` };
}

/** The first entry of a section that is empty or not there: it goes in place of `{}`, or to the end. */
function firstEntry(text: string, section: Section, collection: Collection, id: string, fields: Fields): Splice {
  const indent = section.under === undefined ? '' : '  ';
  const entry = `${indent}${entryText(section, id, fields, indent, false)}`;
  if (collection !== undefined) {
    const [start, end] = collection.range as [number, number, number];
    return { start, end, text: section.under === undefined ? entry : `\n${entry}` };
  }
  const lead = text === '' || text.endsWith('\n') ? '' : '\n';
  const gap = section.under === undefined && text.trim() !== '' ? '\n' : '';
  const head = section.under === undefined ? '' : `${section.under}:\n`;
  return { start: text.length, end: text.length, text: `${lead}${gap}${head}${entry}\n` };
}

function entryText({ isList }: Section, id: string, fields: Fields, indent: string, isInline: boolean): string {
  const inner = `${indent}  `;
  if (isList) return `- ${blockText(fields, inner)}`;
  return isInline
    ? `${inlineText(id, true)}: ${inlineText(fields)}`
    : `${inlineText(id, true)}:\n${inner}${blockText(fields, inner)}`;
}

function inOrder(fields: Readonly<Record<string, Plain | undefined>>): Fields {
  const entries = Object.entries(fields).filter((entry): entry is [string, Plain] => entry[1] !== undefined);
  return Object.fromEntries(entries.sort(([one], [other]) => rank(one) - rank(other)));
}

function rank(key: string): number {
  const place = ORDER.indexOf(key);
  return place < 0 ? ORDER.length : place;
}

function firstKey(node: YAMLMap): number {
  return (node.items[0]?.key as Node | undefined)?.range?.[0] ?? 0;
}

/** Where a node's own text ends: before the comment and the line break behind it. */
function endOf(text: string, node: Node): number {
  const [start, end] = node.range as [number, number, number];
  return start + text.slice(start, end).trimEnd().length;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}
