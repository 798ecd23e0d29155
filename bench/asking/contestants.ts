import { create, insert, search } from '@orama/orama';
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { askDossier } from '../../src/ask/ask.ts';
import { createClaimIndex } from '../../src/ask/claim-index.ts';
import { findClaims } from '../../src/ask/find-claims.ts';
import { holdingClaims } from '../../src/ask/is-answered.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import type { Claim, Dossier } from '../../src/record/dossier.ts';
import { analyse } from '../../src/search/analyse.ts';
import { bagOf, createSearchIndex } from '../../src/search/search-index.ts';

/** What answers a question with the numbers of the claims that it thinks best, the best first. */
export type Find = (question: string) => readonly number[] | Promise<readonly number[]>;

/** One that takes part: it is given a dossier and made ready; some can take in one claim more. */
export type Contestant = (dossier: Dossier) => { readonly find: Find; readonly add?: (claim: Claim) => void };

const NOW = '2026-01-15T12:00:00Z';
const KEPT = 10;

function numberOf(claim: Claim): number {
  return Number(claim.id.slice(1));
}

/** Everything that Dateline's own index reads of a claim, as text. */
function textOf({ people, measures }: Dossier, claim: Claim): string {
  const parties = [...claim.people, ...claim.saidBy].flatMap((id) => people.get(id) ?? []);
  const measure = claim.figure && measures.get(claim.figure.measure);
  const { quote } = claim.reports[0];
  return [
    claim.statement,
    ...parties.map(({ name, role }) => `${name} ${role ?? ''}`),
    measure?.title ?? '',
    quote ?? '',
    claim.reports.map(({ article }) => article.outlet).join(' '),
  ].join(' ');
}

/** Dateline's own reading of words, for all: without it the others do far worse. */
function stemmed(text: string): string {
  return analyse(text)
    .filter((token) => !token.stop)
    .map((token) => token.stem)
    .join(' ');
}

function* texts(dossier: Dossier): Generator<{ id: number; text: string }> {
  for (const claim of dossier.claims.values()) yield { id: numberOf(claim), text: stemmed(textOf(dossier, claim)) };
}

const words = (text: string) => text.split(' ');

/** Those that take part, by name. */
export const CONTESTANTS = {
  /** All of it: reading, finding, deciding, composing the answer. */
  ask(dossier) {
    const index = createClaimIndex(dossier);
    const find = (ask: string) => {
      const { inquiry, ranked } = askDossier(index, { ask, now: NOW });
      return holdingClaims(inquiry, ranked).map(({ claim }) => numberOf(claim));
    };
    return { find };
  },
  /** Reading the question and ranking the claims, as far as the libraries go. */
  finding(dossier) {
    const index = createClaimIndex(dossier);
    const find = (ask: string) =>
      findClaims(index, readQuestion(index, ask, NOW.slice(0, 10)))
        .slice(0, KEPT)
        .map(({ claim }) => numberOf(claim));
    return { find };
  },
  /** Dateline's index alone, given the very words that the others are given. */
  index(dossier) {
    const weighted = (text: string) => words(text).map((term) => ({ term, weight: 1 }));
    const index = createSearchIndex(texts(dossier).map(({ text }) => weighted(text)));
    const add = (claim: Claim) => {
      const bag = bagOf(index.intern, weighted(stemmed(textOf(dossier, claim))));
      index.change(index.size, undefined, bag);
    };
    const find = (ask: string) => {
      const slots = [...new Set(words(stemmed(ask)))].map((term) => ({ alternatives: [{ term, weight: 1 }] }));
      return index.search(slots, KEPT).map(({ document }) => document);
    };
    return { find, add };
  },
  minisearch(dossier) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize: words,
      processTerm: (term) => term,
      searchOptions: { fuzzy: (term) => (term.length > 5 ? 0.2 : false) },
    });
    for (const document of texts(dossier)) index.add(document);
    const find = (ask: string) =>
      index
        .search(stemmed(ask))
        .slice(0, KEPT)
        .map(({ id }) => id as number);
    return { find };
  },
  flexsearch(dossier) {
    const index = new FlexSearch.Index({ tokenize: 'strict', encode: words });
    for (const { id, text } of texts(dossier)) index.add(id, text);
    return { find: (ask) => index.search(stemmed(ask), { limit: KEPT, suggest: true }) as number[] };
  },
  orama(dossier) {
    const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: words };
    const index = create({ schema: { text: 'string' } as const, components: { tokenizer } });
    for (const { id, text } of texts(dossier)) insert(index, { id: String(id), text });
    const find = async (ask: string) => {
      const { hits } = await search(index, { term: stemmed(ask), limit: KEPT });
      return hits.map(({ id }) => Number(id));
    };
    return { find };
  },
  'fuse.js token'(dossier) {
    const index = new Fuse([...texts(dossier)], { keys: ['text'], useTokenSearch: true });
    return { find: (ask) => index.search(stemmed(ask), { limit: KEPT }).map(({ item }) => item.id) };
  },
  'fuse.js'(dossier) {
    const index = new Fuse(
      [...dossier.claims.values()].map((claim) => ({ id: numberOf(claim), text: claim.statement })),
      { keys: ['text'], ignoreLocation: true },
    );
    return { find: (ask) => index.search(ask, { limit: KEPT }).map(({ item }) => item.id) };
  },
} satisfies Record<string, Contestant>;
