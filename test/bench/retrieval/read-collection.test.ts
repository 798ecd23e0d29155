import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCollection } from '../../../bench/retrieval/read-collection.ts';

const CORPUS = '{"id":"d1","title":"Dam","text":"The dam broke."}\n\n{"id":2,"text":"The ferry sank."}\n';
const QUERIES = '{"id":"q1","text":"dam broken"}\n{"id":"q2","text":"ferry"}\n';

function read(qrels: string, corpus = CORPUS, queries = QUERIES) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-collection-'));
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return readCollection({ corpus: put('c', corpus), queries: put('q', queries), qrels: put('r', qrels) });
}

function judged(qrels: string) {
  return read(qrels).queries.map(({ id, relevant }) => [id, [...relevant]]);
}

describe('reading a judged corpus', () => {
  it.each([
    ['two columns', 'q1\td1\nq2\t2\n'],
    ['a header', 'query\tdocument\nq1\td1\nq2\t2\n'],
    ['the form of TREC', 'q1 0 d1 1\nq2 0 2 1\n'],
    ['a column of relevance', 'q1\td1\t1\nq2\t2\t1\nq2\td1\t0\n'],
    ['the ends of lines of Windows', 'q1\td1\r\nq2\t2\r\n'],
  ])('takes judgements in %s', (_, qrels) => {
    expect(judged(qrels)).toEqual([
      ['q1', ['d1']],
      ['q2', ['2']],
    ]);
  });

  it('leaves out queries without a judgement, and tells which judgements are of what is not there', () => {
    const { queries, unknown } = read('q1\td1\nq9\td1\nq1\td9\n');
    expect(queries.map(({ id }) => id)).toEqual(['q1']);
    expect(unknown.map((line) => line.replace(/^.*:(?=\d)/, ''))).toEqual(['2: query q9', '3: document d9']);
  });

  it.each([
    ['a line that is not JSON', 'q1\td1\n', '{"id":"d1","text":"x"}\nnonsense\n', /c:2 is not JSON/],
    ['a document without text', 'q1\td1\n', '{"id":"d1"}\n', /c:1 is not a document/],
    ['no judgement that fits', 'a\tb\nc\td\n', CORPUS, /names no query/],
  ])('says what is wrong with %s', (_, qrels, corpus, message) => {
    expect(() => read(qrels, corpus)).toThrow(message);
  });
});
