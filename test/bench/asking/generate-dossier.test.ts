import { describe, expect, it } from 'vitest';
import { generateDossier } from '../../../bench/asking/generate-dossier.ts';
import { makeQuestions } from '../../../bench/asking/make-questions.ts';

describe('a made-up dossier', () => {
  const made = generateDossier(400, 2);

  it('has the claims asked for, no two alike, and refers to nothing that is not there', () => {
    const { claims, people, measures, articles } = made.dossier;
    expect(claims.size).toBe(400);
    expect(new Set([...claims.values()].map(({ statement }) => statement)).size).toBeGreaterThan(380);
    for (const { people: about, saidBy, figure, reports } of claims.values()) {
      for (const id of [...about, ...saidBy]) expect(people.has(id)).toBe(true);
      if (figure) expect(measures.has(figure.measure)).toBe(true);
      for (const { article } of reports) expect(articles.get(article.slug)).toBe(article);
    }
  });

  it('is the same for the same seed, and so are its questions', () => {
    const again = generateDossier(400, 2);
    expect([...again.dossier.claims.values()]).toEqual([...made.dossier.claims.values()]);
    expect(makeQuestions(again, 50)).toEqual(makeQuestions(made, 50));
  });

  it('is asked questions that its claims answer, but for those asked for their cost', () => {
    for (const { answers, sort } of makeQuestions(made, 200)) expect(answers.size > 0).toBe(sort !== 'common');
  });
});
