import type { Dossier } from '../record/dossier.ts';
import { topicCommands } from './topic-commands.ts';
import { WORDS } from './words.ts';

const MOST = 3;

/** Questions to begin with, three at most: one on figures that differ, one on what someone said, then the latest of topics. */
export function exampleQuestions(record: readonly Dossier[]): readonly string[] {
  const { figures, said, latest } = WORDS.examples;
  const first = (find: (dossier: Dossier) => string | undefined) =>
    record.flatMap((one) => find(one) ?? []).slice(0, 1);
  return [
    ...first(mostContested).map(figures),
    ...first(mostQuoted).map(said),
    ...topicCommands(record).map(({ title }) => latest(title)),
  ].slice(0, MOST);
}

/** The title of the measure with most different numbers; none where all agree. */
function mostContested({ claims, measures }: Dossier): string | undefined {
  const numbers = new Map<string, Set<string>>();
  for (const { figure } of claims.values()) {
    if (!figure) continue;
    const known = numbers.get(figure.measure) ?? new Set();
    numbers.set(figure.measure, known.add(`${figure.low} ${figure.high}`));
  }
  const [measure, most] = mostOf([...numbers].map(([id, { size }]) => [id, size]));
  return measure !== undefined && most > 1 ? measures.get(measure)?.title : undefined;
}

/** The name of the person whom most claims quote: no one nameless, and no one who tells, or of whom is told, what needs care. */
function mostQuoted({ claims, people }: Dossier): string | undefined {
  const counts = new Map<string, number>();
  const withCare = new Set<string>();
  for (const {
    saidBy,
    people: [subject],
    sensitive,
  } of claims.values()) {
    for (const id of saidBy) counts.set(id, (counts.get(id) ?? 0) + 1);
    if (sensitive) for (const id of [...saidBy, subject ?? '']) withCare.add(id);
  }
  const fit = [...counts].filter(([id]) => {
    const person = people.get(id);
    return person?.kind === 'person' && /^\p{Lu}/u.test(person.name) && !withCare.has(id);
  });
  const [id] = mostOf(fit);
  return id === undefined ? undefined : people.get(id)?.name;
}

/** The first of those with most. */
function mostOf(
  counted: readonly (readonly [id: string, count: number])[],
): readonly [id: string | undefined, most: number] {
  return counted.reduce<readonly [string | undefined, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [undefined, 0],
  );
}
