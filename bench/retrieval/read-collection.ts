import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TextDocument } from './text-index.ts';

/** A query with the documents that answer it. */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly relevant: ReadonlySet<string>;
}

/** What cannot be used of the files, in words for who gave them. */
export class CollectionError extends Error {}

const Id = z.union([z.string().min(1), z.number()]).transform(String);
const Document = z.object({ id: Id, title: z.string().optional(), text: z.string() });
const Query = z.object({ id: Id, text: z.string() });
const IRRELEVANT = /^(?:0|-\d+|false)$/i;

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new CollectionError(`${path} cannot be read.`, { cause });
  }
}

/** Objects one a line. Blank lines are passed over; anything else that does not fit is an error with its line. */
function readLines<Row>(path: string, schema: z.ZodType<Row>, wanted: string): Row[] {
  return readText(path)
    .split(/\r?\n/)
    .flatMap((line, n): Row[] => {
      if (line.trim() === '') return [];
      let value: unknown;
      try {
        value = JSON.parse(line);
      } catch {
        throw new CollectionError(`${path}:${n + 1} is not JSON; each line has to be ${wanted}.`);
      }
      const row = schema.safeParse(value);
      if (!row.success) throw new CollectionError(`${path}:${n + 1} is not ${wanted}.`);
      return [row.data];
    });
}

/**
 * Which documents answer which query: `query<TAB>document`, or TREC's `query 0 document relevance`, in columns parted
 * by tabs or spaces; a header is passed over, and so is what is judged irrelevant.
 */
function readJudgements(path: string, queries: ReadonlySet<string>, documents: ReadonlySet<string>) {
  const relevant = new Map<string, Set<string>>();
  const unknown: string[] = [];
  const lines = readText(path)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  lines.forEach((line, n) => {
    const columns = (line.includes('\t') ? line.split('\t') : line.split(/\s+/)).map((cell) => cell.trim());
    const [query = '', second = '', third, fourth] = columns;
    const document = documents.has(second) || third === undefined || !documents.has(third) ? second : third;
    const judged = document === second ? third : fourth;
    if (!queries.has(query) || !documents.has(document)) {
      // The first line may be a header.
      if (n > 0) unknown.push(`${path}:${n + 1}: ${queries.has(query) ? `document ${document}` : `query ${query}`}`);
      return;
    }
    if (judged !== undefined && IRRELEVANT.test(judged)) return;
    relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
  });
  return { relevant, unknown };
}

/** Reads a corpus, queries and judgements. `unknown` are judgements of queries or documents that are not there. Throws a CollectionError. */
export function readCollection(paths: { corpus: string; queries: string; qrels: string }): {
  documents: TextDocument[];
  queries: JudgedQuery[];
  unknown: readonly string[];
} {
  const documents = readLines(paths.corpus, Document, 'a document: {"id", "title"?, "text"}').map(
    ({ id, text, title }): TextDocument => (title === undefined ? { id, text } : { id, title, text }),
  );
  const asked = readLines(paths.queries, Query, 'a query: {"id", "text"}');
  const { relevant, unknown } = readJudgements(
    paths.qrels,
    new Set(asked.map(({ id }) => id)),
    new Set(documents.map(({ id }) => id)),
  );
  const queries = asked.flatMap((query) => {
    const answers = relevant.get(query.id);
    return answers ? [{ ...query, relevant: answers }] : [];
  });
  if (queries.length === 0)
    throw new CollectionError(`${paths.qrels} names no query of ${paths.queries} with a document of ${paths.corpus}.`);
  return { documents, queries, unknown };
}
