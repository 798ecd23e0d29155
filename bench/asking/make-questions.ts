import type { Fact, MadeUpDossier } from './generate-dossier.ts';
import { createRandom, type Random } from './random.ts';

/** A question about a made-up dossier. */
export interface MadeUpQuestion {
  readonly ask: string;
  /** The claims that answer it, by their number; empty where it is asked for its cost alone. */
  readonly answers: ReadonlySet<number>;
  readonly sort: 'plain' | 'outlet' | 'scrap' | 'timeline' | 'common' | 'misspelt';
}

/** Questions of nothing but common words: the dearest to find, with no right answer among so many. */
const COMMON = [
  'How many people were killed?',
  'who resigned?',
  'When was the bridge closed?',
  'What did the police say about the fire?',
  'how much compensation was offered to each family after the collapse?',
  'Why was the inquiry delayed?',
  'what were the findings of the tests?',
];

const SHARES: readonly (readonly [number, MadeUpQuestion['sort']])[] = [
  [0.68, 'plain'],
  [0.1, 'outlet'],
  [0.12, 'scrap'],
  [0.05, 'timeline'],
  [0.05, 'common'],
];

function sortOf(random: Random): MadeUpQuestion['sort'] {
  let rest = random.next();
  for (const [share, sort] of SHARES) {
    rest -= share;
    if (rest < 0) return sort;
  }
  return 'plain';
}

/** A typing error in one word: a letter dropped, doubled, changed or swapped with the next, never the first. */
function mistype(word: string, random: Random): string {
  const at = 1 + random.below(word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word[at] as string, word.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + random.pick('etaoinsrl'.split('').filter((other) => other !== letter)) + after;
    default:
      return before + after[0] + letter + after.slice(1);
  }
}

const LONG_WORD = /[A-Za-z]{6,}/g;

/** A text with typing errors in one or two of its longer words. */
export function misspell(text: string, random: Random): string {
  const words = [...new Set(text.match(LONG_WORD) ?? [])];
  const wrong = new Set([random.pick(words), ...(words.length > 4 ? [random.pick(words)] : [])]);
  return text.replace(LONG_WORD, (word) => (wrong.has(word) ? mistype(word, random) : word));
}

/** Questions about a dossier, the same for the same seed; `sort` makes all of one sort. */
export function makeQuestions(
  made: MadeUpDossier,
  count: number,
  seed = 7,
  only?: MadeUpQuestion['sort'],
): MadeUpQuestion[] {
  const random = createRandom(seed);
  const claims = [...made.dossier.claims.values()];
  const byStory = new Map<string, number[]>();
  const asked = Array.from({ length: count }, () => {
    const fact = random.pick(made.facts);
    byStory.set(fact.story.key, []);
    return fact;
  });
  for (let claim = 0; claim < claims.length; claim++) byStory.get(made.keyOf(claim).story)?.push(claim);

  function ask(fact: Fact): MadeUpQuestion {
    const { story, kind, told } = fact;
    const sort = only ?? sortOf(random);
    const ofStory = byStory.get(story.key) ?? [];
    const ofKind = ofStory.filter((claim) => made.keyOf(claim).kind === kind.name);
    const plain = random.pick(kind.ask(story, told).filter((text) => !text.startsWith('timeline')));
    switch (sort) {
      case 'outlet': {
        const outlet = claims[fact.claim]?.reports[0].article.outlet ?? '';
        const carried = ofStory.filter((claim) =>
          claims[claim]?.reports.some(({ article }) => article.outlet === outlet),
        );
        const text = `What did the ${outlet} report about the ${story.place} ${story.thing} ${story.event}?`;
        return { ask: text, answers: new Set(carried), sort };
      }
      case 'timeline':
        return {
          ask: `timeline of the ${story.place} ${story.thing} ${story.event}`,
          answers: new Set(ofStory),
          sort,
        };
      case 'common':
        return { ask: random.pick(COMMON), answers: new Set(), sort };
      case 'scrap':
        return { ask: plain.toLowerCase().replace(/[?,]/g, ''), answers: new Set(ofKind), sort };
      case 'misspelt':
        return { ask: misspell(plain, random), answers: new Set(ofKind), sort };
      case 'plain':
        return { ask: plain, answers: new Set(ofKind), sort };
    }
  }
  return asked.map(ask);
}
