import { analyse } from '../../src/search/analyse.ts';
import { toSteps } from '../../src/search/posting-store.ts';
import { createWordRepairer } from '../../src/search/repair-words.ts';
import { createIndexBuilder } from '../../src/search/search-index.ts';
import { cleanQuery } from './clean-query.ts';

/** A document of a corpus. */
export interface TextDocument {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

/** What is added to a document's share of the best BM25 score, for the whole of what it means. Learnt on made-up queries. */
export interface RankWeights {
  /** The share of the document's own weight that the query has: a claim told in full within a long post. */
  readonly told: number;
  /** The share of what they have in common that stands side by side in both. */
  readonly beside: number;
  /** The share of the query's weight that the document has. */
  readonly asked: number;
}

/** An index of any texts. */
export interface TextIndex {
  /** The ids of the best documents, the best first: fifty at most. */
  search(query: string, weights?: RankWeights): string[];
}

export const RANK_WEIGHTS: RankWeights = { told: 0.1, beside: 0.1, asked: 0.6 };
/** Nothing but BM25. */
export const NO_RERANKING: RankWeights = { told: 0, beside: 0, asked: 0 };
const TITLE = 1;
const TEXT = 1;
const KEPT = 50;
/** Within how many words two count as side by side. */
const BESIDE = 2;

/** Builds an index: BM25 over titles and texts in one, then a second look at the best fifty, word by word. */
export function createTextIndex(documents: readonly TextDocument[]): TextIndex {
  const builder = createIndexBuilder();
  const words = new Set<string>();
  const frequencies: number[] = [];
  const bodies: Uint32Array[] = [];
  for (const { title = '', text } of documents) {
    const sums = new Map<number, number>();
    const body: number[] = [];
    for (const [part, weight] of [
      [title, TITLE],
      [text, TEXT],
    ] as const) {
      for (const { word, stem, stop } of analyse(part)) {
        words.add(word);
        if (stop) continue;
        const term = builder.intern(stem);
        sums.set(term, (sums.get(term) ?? 0) + weight);
        body.push(term);
      }
    }
    for (const term of sums.keys()) frequencies[term] = (frequencies[term] ?? 0) + 1;
    bodies.push(Uint32Array.from(body));
    builder.add({ terms: [...sums.keys()], weights: Array.from(sums.values(), toSteps) });
  }
  const index = builder.finish();
  const rarity = Float32Array.from(frequencies, (df) => Math.log(1 + (documents.length - df + 0.5) / (df + 0.5)));
  const repairer = createWordRepairer(words);
  /** Where in the query a term stands first, from 1; 0 where it does not. All zero between searches. */
  const asked = new Uint16Array(frequencies.length);
  const seen = new Uint32Array(frequencies.length);
  let turn = 0;

  /** The stems that a query asks for, unknown words mended. */
  function stemsOf(query: string): string[] {
    return analyse(cleanQuery(query)).flatMap(({ word, stem, stop }) => {
      if (stop) return [];
      if (index.has(stem)) return [stem];
      return partJoined(word) ?? analyse(repairer.repair(word) ?? word).map((token) => token.stem);
    });
  }

  /** "climatechange" as the two words that it is made of, where both are known. */
  function partJoined(word: string): string[] | undefined {
    for (let at = 4; at <= word.length - 4; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      if (words.has(head) && words.has(tail)) return analyse(`${head} ${tail}`).map((token) => token.stem);
    }
    return undefined;
  }

  /** What speaks for a document beside its BM25 score. */
  function meritOf(weights: RankWeights, body: Uint32Array, whole: number): number {
    turn++;
    let own = 0;
    let common = 0;
    let beside = 0;
    let previous = 0;
    for (const term of body) {
      const place = asked[term] as number;
      const weight = rarity[term] as number;
      if (place > 0 && previous > 0 && place > previous && place - previous <= BESIDE) beside += weight;
      previous = place;
      if (seen[term] === turn) continue;
      seen[term] = turn;
      own += weight;
      if (place > 0) common += weight;
    }
    if (common === 0) return 0;
    return (
      (weights.told * common) / own + weights.beside * Math.min(1, beside / common) + (weights.asked * common) / whole
    );
  }

  return {
    search(query, weights = RANK_WEIGHTS) {
      const stems = [...new Set(stemsOf(query))];
      const hits = index.search(
        stems.map((term) => ({ alternatives: [{ term, weight: 1 }] })),
        KEPT,
      );
      const best = hits[0]?.score ?? 1;
      const numbers = stems.map((stem) => (index.has(stem) ? index.intern(stem) : -1));
      numbers.forEach((term, n) => {
        if (term >= 0) asked[term] = n + 1;
      });
      const whole = numbers.reduce((sum, term) => sum + (rarity[term] ?? 0), 0) || 1;
      const again = hits.map(({ document, score }) => ({
        document,
        score: score / best + meritOf(weights, bodies[document] as Uint32Array, whole),
      }));
      for (const term of numbers) if (term >= 0) asked[term] = 0;
      again.sort((a, b) => b.score - a.score || a.document - b.document);
      return again.map(({ document }) => documents[document]?.id as string);
    },
  };
}
