import type { Person } from '../../src/record/dossier.ts';
import { createRandom, type Random } from './random.ts';

/** Whom and what the claims of a made-up record can be about; its parts grow with the record as those of a real one do. */
export interface World {
  readonly persons: readonly Person[];
  readonly bodies: readonly Person[];
  readonly places: readonly string[];
  readonly outlets: readonly string[];
  readonly agencies: readonly string[];
}

const ONSETS = 'b br d dr f g gr h j k kl l m n p pr r s sh sk st t tr v w z'.split(' ');
const NUCLEI = 'a e i o u ai ea ou a e i o'.split(' ');
const CODAS = 'l m n r s t k nd rk lm x sk th rn'.split(' ');

function listed(text: string): readonly string[] {
  return text.split(',').map((part) => part.trim());
}

const OFFICES = listed(
  'spokesman of,spokeswoman of,head of,deputy head of,an engineer at,an inspector with,a former director of,a lawyer for',
);
const BODIES = listed(
  'Ministry,Water Board,Port Authority,Health Service,Rail Company,Coastguard,University,City Council,Energy Agency,Fire Brigade,Police,Trade Union',
);
const PAPERS = listed('Courier,Post,Herald,Gazette,Times,Tribune,Echo,Monitor,Standard,Observer');

function syllable(random: Random): string {
  return random.pick(ONSETS) + random.pick(NUCLEI);
}

/** A made-up name of two to four syllables that has not been given yet. */
function newName(random: Random, given: Set<string>): string {
  for (;;) {
    const more = [0.75, 0.3].map((chance) => (random.next() < chance ? syllable(random) : ''));
    const name = syllable(random) + more.join('') + random.pick(CODAS);
    const written = (name[0] as string).toUpperCase() + name.slice(1);
    if (name.length < 5 || given.has(written)) continue;
    given.add(written);
    return written;
  }
}

/** A world for a record of `size` claims. */
export function createWorld(size: number, seed: number): World {
  const random = createRandom(seed);
  const given = new Set<string>();
  const many = (count: number, make: (n: number) => string) =>
    Array.from({ length: Math.ceil(count) }, (_, n) => make(n));
  const places = many(6 * size ** 0.42, () => newName(random, given));
  const firstNames = many(4 * size ** 0.3, () => newName(random, given));
  const bodies = many(3 * size ** 0.45, (n) => `b${n}`).map(
    (id, n): Person => ({
      id,
      name: `${places[n % places.length]} ${BODIES[(Math.floor(n / places.length) + n) % BODIES.length]}`,
      kind: 'body',
      aliases: [],
    }),
  );
  const persons = many(2 * size ** 0.65, (n) => `p${n}`).map(
    (id): Person => ({
      id,
      name: `${random.pick(firstNames)} ${newName(random, given)}`,
      kind: 'person',
      role: `${random.pick(OFFICES)} the ${random.pickOften(bodies).name}`,
      aliases: [],
    }),
  );
  return {
    persons,
    bodies,
    places,
    outlets: many(12 + size ** 0.25, (n) => `${newName(random, given)} ${PAPERS[n % PAPERS.length]}`),
    agencies: many(6, () => `${newName(random, given)} News Agency`),
  };
}
