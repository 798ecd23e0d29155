import { expect, test } from 'vitest';
import type { Claim, Dossier } from '../../src/record/dossier.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import places from './inventory-places.json' with { type: 'json' };

const dossier = loadRecord('data').find(({ slug }) => slug === 'north-korean-pows') as Dossier;
const claims = [...dossier.claims.values()];

/** The claims for which `fails` holds, by id: a failing test names them. */
const idsWhere = (fails: (claim: Claim) => boolean) => claims.filter(fails).map(({ id }) => id);

const quotesOf = ({ reports }: Claim) => reports.flatMap(({ quote }) => quote ?? []);

test('every fact of the articles is carried by its claim, which cites its paragraph', () => {
  const lost = places.filter(({ claim, article, paragraph }) => {
    const reports = dossier.claims.get(claim)?.reports ?? [];
    return !reports.some((report) => report.article.slug === article && report.paragraph === paragraph);
  });
  expect(lost).toEqual([]);
  expect(places.length).toBeGreaterThan(180);
});

test('every figure that a fact gives is the figure of its claim', () => {
  const given = places.flatMap(({ id, claim, figure }) => (figure === undefined ? [] : [{ id, claim, figure }]));
  const held = given.map(({ id, claim }) => ({ id, claim, figure: dossier.claims.get(claim)?.figure?.low }));
  expect(held).toEqual(given);
  expect(given.length).toBeGreaterThan(20);
});

test('no claim about self-harm is among the key claims', () => {
  const careful = claims.filter(({ sensitive }) => sensitive === 'self-harm');
  expect(careful.filter(({ key }) => key)).toEqual([]);
  expect(careful.length).toBeGreaterThan(0);
});

test('no quote is longer than twelve words', () => {
  expect(idsWhere((claim) => quotesOf(claim).some((quote) => quote.split(/\s+/).length > 12))).toEqual([]);
});

test('what a statement puts in quotation marks is quoted from an article, and the marks are straight', () => {
  const quoted = ({ statement }: Claim) => [...statement.matchAll(/"([^"]*)"/g)].map(([, words]) => words as string);
  expect(idsWhere((claim) => quoted(claim).some((words) => !quotesOf(claim).includes(words)))).toEqual([]);
  expect(idsWhere(({ statement, reports }) => /[‘’“”]/.test(JSON.stringify([statement, reports])))).toEqual([]);
});

test('a statement is one whole sentence of at most 240 characters', () => {
  expect(idsWhere(({ statement }) => !/^[A-Z].*\.$/.test(statement) || statement.length > 240)).toEqual([]);
});

test('each topic has five to eight key claims, none of them overtaken', () => {
  const overtaken = new Set(claims.flatMap(({ supersedes }) => supersedes));
  const key = claims.filter((claim) => claim.key);
  for (const topic of dossier.topics.keys()) {
    const count = key.filter((claim) => claim.topic === topic).length;
    expect(count, topic).toBeGreaterThanOrEqual(5);
    expect(count, topic).toBeLessThanOrEqual(8);
  }
  expect(key.filter(({ id }) => overtaken.has(id))).toEqual([]);
});

test('the article that a claim cites never speaks as its own source', () => {
  const outlets = new Set([...dossier.articles.values()].map(({ outlet }) => outlet));
  const names = new Map([...dossier.people].map(([id, { name }]) => [id, name]));
  expect(idsWhere(({ saidBy }) => saidBy.some((id) => outlets.has(names.get(id) as string)))).toEqual([]);
});

test('every person and body of the dossier appears in a claim', () => {
  const seen = new Set(claims.flatMap(({ people, saidBy }) => [...people, ...saidBy]));
  expect([...dossier.people.keys()].filter((id) => !seen.has(id))).toEqual([]);
});

test('no synonym turns the killed into the wounded or the missing', () => {
  const dead = ['killed', 'dead', 'died', 'deaths', 'fatalities', 'toll'];
  const alive = ['wounded', 'injured', 'hurt', 'missing', 'casualties', 'losses'];
  const synonyms = (words: readonly string[]) => words.flatMap((word) => dossier.vocabulary.get(word) ?? []);
  expect(synonyms(dead).filter((word) => alive.includes(word))).toEqual([]);
  expect(synonyms(alive).filter((word) => dead.includes(word))).toEqual([]);
});
