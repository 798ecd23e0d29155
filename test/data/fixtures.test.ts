import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/record/dossier.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { linesOf, readJsonl } from '../read-jsonl.ts';

const FIXTURES = `${import.meta.dirname}/../fixtures`;
const stories = readdirSync(FIXTURES).filter((name) => existsSync(`${FIXTURES}/${name}/data`));

interface Place {
  readonly article: string;
  readonly paragraph: number;
}
interface Fact extends Place {
  readonly id: string;
  readonly conflicts_with: readonly string[];
  readonly same_as: readonly string[];
}

const show = ({ article, paragraph }: Place) => `${article}#${paragraph}`;

/** The article's lines with the headline first; a rubric above the headline is left out. */
function linesFromHeadline(story: string, article: string, headline: string): readonly string[] {
  const lines = linesOf(`${FIXTURES}/${story}/articles/${article}.txt`);
  return lines.slice(lines.indexOf(headline));
}

describe('the fixture stories', () => {
  it('are there to be read', () => {
    expect(stories).toContain('harbour-ferry');
  });

  describe.each(stories)('%s', (story) => {
    const dossiers: readonly Dossier[] = loadRecord(`${FIXTURES}/${story}/data`);
    const articles = dossiers.flatMap((dossier) => [...dossier.articles.values()]);
    const reports = dossiers.flatMap((dossier) => [...dossier.claims.values()].flatMap((claim) => claim.reports));
    const facts = readJsonl<Fact>(`${FIXTURES}/${story}/inventory.jsonl`);
    const ids = new Set(facts.map((fact) => fact.id));

    it('has a claim at every place where an article states a fact', () => {
      const covered = new Set(reports.map(({ article, paragraph }) => show({ article: article.slug, paragraph })));
      expect(facts.map(show).filter((place) => !covered.has(place))).toEqual([]);
    });

    it('reports every claim from a paragraph that the article has', () => {
      const lengths = new Map(
        articles.map(({ slug, headline }) => [slug, linesFromHeadline(story, slug, headline).length]),
      );
      const beyond = reports.filter(({ article, paragraph }) => paragraph >= (lengths.get(article.slug) ?? 0));
      expect(beyond.map(({ article, paragraph }) => show({ article: article.slug, paragraph }))).toEqual([]);
    });

    it('quotes only words that stand in the paragraph it names', () => {
      const invented = reports.filter(({ article, paragraph, quote }) => {
        const line = linesFromHeadline(story, article.slug, article.headline)[paragraph];
        return quote !== undefined && !line?.includes(quote.replace(/\.$/, ''));
      });
      expect(invented.map(({ quote }) => quote)).toEqual([]);
    });

    it('names only facts of its inventory in its questions, its drafts and between its facts', () => {
      const questions = readJsonl<{ expect_facts: string[][] }>(`${FIXTURES}/${story}/questions.jsonl`);
      const drafts = readJsonl<{ facts: string[] }>(`${FIXTURES}/${story}/drafts.jsonl`);
      const named = [
        ...questions.flatMap((question) => question.expect_facts.flat()),
        ...drafts.flatMap((draft) => draft.facts),
        ...facts.flatMap((fact) => [...fact.conflicts_with, ...fact.same_as]),
      ];
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
    });
  });
});
