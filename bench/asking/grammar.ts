import type { Figure, Person } from '../../src/record/dossier.ts';
import type { Random } from './random.ts';
import type { Story } from './story.ts';

/** What one claim of a kind says, and the questions that it answers. */
export interface Telling {
  readonly statement: string;
  readonly people: readonly Person[];
  readonly saidBy: readonly Person[];
  /** Of what the kind counts in this story. */
  readonly figure?: Omit<Figure, 'measure'>;
  readonly quote?: string;
  /** The day of the month on which it took place, where it tells one. */
  readonly day?: number;
}

/** A kind of claim that any story may have, with ways of asking for it that do not repeat its words. */
export interface Kind {
  readonly name: string;
  /** What its figures count, without the story. */
  readonly counts?: string;
  readonly tell: (story: Story, random: Random) => Telling;
  readonly ask: (story: Story, told: Telling) => readonly string[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const QUALIFIERS = ['', '', 'some', 'about', 'at least', 'more than'];
const ADJECTIVES =
  'shoddy,reckless,hopeless,avoidable,disgraceful,bewildering,criminal,predictable,negligent,careless'.split(',');
const GROUPS = 'foremen,contractors,smugglers,managers,welders,electricians,brokers,drivers,surveyors,officials'.split(
  ',',
);
const TAILS = [
  '',
  '',
  ', the second such finding in a year',
  ', although the register shows otherwise',
  ', a week before the inquest',
  ', after pressure from relatives',
  ', in a letter seen by reporters',
  ', on the advice of engineers',
  ', without giving a reason',
  ', while the appeal was pending',
];

/** "14 March 2021". */
function dateOf({ year, month }: Story, day: number): string {
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

function monthOf({ year, month }: Story): string {
  return `${MONTHS[month - 1]} ${year}`;
}

function speaker({ persons, bodies }: Story, random: Random): Person {
  return random.pick([persons[0], persons[1], bodies[0], bodies[1]]);
}

function nameOf({ kind, name }: Person): string {
  return kind === 'body' ? `the ${name}` : name;
}

function opening(person: Person): string {
  const name = nameOf(person);
  return (name[0] as string).toUpperCase() + name.slice(1);
}

function amount(random: Random, limit: number): { figure: Omit<Figure, 'measure'>; written: string } {
  const value = 2 + random.below(limit);
  const qualifier = random.pick(QUALIFIERS);
  return {
    figure: { low: value, high: value, ...(qualifier === '' ? {} : { qualifier }) },
    written: `${qualifier} ${value.toLocaleString('en')}`.trim(),
  };
}

/** Every kind of claim. */
export const KINDS: readonly Kind[] = [
  {
    name: 'dead',
    counts: 'killed',
    tell(story, random) {
      const voice = speaker(story, random);
      const { figure, written } = amount(random, 400);
      return {
        statement: `${opening(voice)} puts the number killed in the ${story.place} ${story.thing} ${story.event} at ${written}${random.pick(TAILS)}.`,
        people: [],
        saidBy: [voice],
        figure,
      };
    },
    ask: ({ place, thing, event }, { saidBy: [voice] }) => [
      `How many people died in the ${place} ${thing} ${event}?`,
      `death toll of the ${thing} ${event} in ${place}`,
      `how many dead in ${place} ${thing} ${event}`,
      ...(voice ? [`How many were killed in the ${place} ${thing} ${event} according to ${voice.name}?`] : []),
    ],
  },
  {
    name: 'injured',
    counts: 'injured',
    tell(story, random) {
      const voice = speaker(story, random);
      const { figure, written } = amount(random, 900);
      return {
        statement: `${opening(voice)} says ${written} people were injured when the ${story.thing} in ${story.place} ${story.happened}${random.pick(TAILS)}.`,
        people: [],
        saidBy: [voice],
        figure,
      };
    },
    ask: ({ place, thing, event }) => [
      `How many were wounded in the ${thing} ${event} at ${place}?`,
      `number of people hurt, ${place} ${thing}`,
    ],
  },
  {
    name: 'inquiry',
    tell(story, random) {
      const day = 1 + random.below(28);
      const [, , head] = story.persons;
      return {
        statement: `${head.name} was put in charge of the inquiry into the ${story.place} ${story.thing} ${story.event} on ${dateOf(story, day)}.`,
        people: [head],
        saidBy: [],
        day,
      };
    },
    ask: ({ place, thing, event, persons: [, , head] }) => [
      `Who leads the investigation into the ${place} ${thing} ${event}?`,
      `who heads the ${place} ${thing} inquiry`,
      `Which inquiry was ${head.name} given in ${place}?`,
    ],
  },
  {
    name: 'resigned',
    tell(story, random) {
      const [first] = story.persons;
      return {
        statement: `${first.name} resigned from ${nameOf(story.bodies[0])} in ${monthOf(story)} because of the ${story.thing} ${story.event} in ${story.place}${random.pick(TAILS)}.`,
        people: [first, story.bodies[0]],
        saidBy: [],
      };
    },
    ask: ({ place, thing, event, persons: [first], bodies: [body] }) => [
      `Why did ${first.name} step down from the ${body.name}?`,
      `When did ${first.name} quit over the ${place} ${thing} ${event}?`,
      `who stepped down over the ${thing} ${event} in ${place}?`,
    ],
  },
  {
    name: 'cost',
    counts: 'cost of repair',
    tell(story, random) {
      const voice = speaker(story, random);
      const { figure, written } = amount(random, 90);
      return {
        statement: `Repairing the ${story.thing} in ${story.place} will cost ${written} million crowns, according to ${nameOf(voice)}${random.pick(TAILS)}.`,
        people: [],
        saidBy: [voice],
        figure: { ...figure, low: figure.low * 1_000_000, high: figure.high * 1_000_000 },
      };
    },
    ask: ({ place, thing }, { saidBy: [voice] }) => [
      `How much will it cost to fix the ${place} ${thing}?`,
      `price of mending the ${thing} at ${place}`,
      ...(voice ? [`What does ${voice.name} say repairing the ${place} ${thing} costs?`] : []),
    ],
  },
  {
    name: 'closed',
    tell(story, random) {
      const day = 1 + random.below(28);
      return {
        statement: `${opening(story.bodies[1])} closed the ${story.thing} in ${story.place} to the public on ${dateOf(story, day)}${random.pick(TAILS)}.`,
        people: [story.bodies[1]],
        saidBy: [],
        day,
      };
    },
    ask: (story) => [
      `When was the ${story.thing} in ${story.place} shut?`,
      `who shut the ${story.place} ${story.thing}`,
      `What was closed in ${story.place} in ${monthOf(story)}?`,
    ],
  },
  {
    name: 'warned',
    tell(story, random) {
      const voice = speaker(story, random);
      return {
        statement: `Warnings about the ${story.thing} in ${story.place} had reached ${story.persons[1].name} in ${monthOf(story)}, ${nameOf(voice)} says${random.pick(TAILS)}.`,
        people: [story.persons[1]],
        saidBy: [voice],
      };
    },
    ask: ({ place, thing, persons: [, second] }) => [
      `Who had been told of the dangers of the ${place} ${thing}?`,
      `When was ${second.name} warned about the ${thing} in ${place}?`,
    ],
  },
  {
    name: 'denies',
    tell(story, random) {
      const [body] = story.bodies;
      return {
        statement: `${opening(body)} denies that it ignored reports of ${story.substance} at the ${story.place} ${story.thing}${random.pick(TAILS)}.`,
        people: [body],
        saidBy: [body],
      };
    },
    ask: ({ place, thing, substance, bodies: [body] }) => [
      `What does the ${body.name} say about ${substance} at the ${place} ${thing}?`,
      `Did the ${body.name} ignore ${substance} at the ${thing} in ${place}?`,
    ],
  },
  {
    name: 'hearing',
    tell(story, random) {
      const quote = `${random.pick(ADJECTIVES)} and ${random.pick(ADJECTIVES)}`;
      return {
        statement: `${story.persons[1].name} tells the hearing that the running of the ${story.place} ${story.thing} was "${quote}"${random.pick(TAILS)}.`,
        people: [story.persons[1]],
        saidBy: [story.persons[1]],
        quote,
      };
    },
    ask: ({ place, thing, persons: [, second] }) => [
      `What were ${second.name}'s exact words about the ${place} ${thing}?`,
      `What did ${second.name} say of how the ${thing} in ${place} was run?`,
    ],
  },
  {
    name: 'offer',
    counts: 'offered to each family',
    tell(story, random) {
      const [body] = story.bodies;
      const { figure, written } = amount(random, 90_000);
      return {
        statement: `${opening(body)} offered ${written} crowns to each family after the ${story.thing} ${story.event} in ${story.place}${random.pick(TAILS)}.`,
        people: [body],
        saidBy: [],
        figure,
      };
    },
    ask: ({ place, thing, event }) => [
      `How much compensation was each family offered after the ${place} ${thing} ${event}?`,
      `What was offered to the relatives of the ${place} ${thing} ${event}?`,
    ],
  },
  {
    name: 'arrests',
    counts: 'arrested',
    tell(story, random) {
      const { figure, written } = amount(random, 60);
      return {
        statement: `Police arrested ${written} ${random.pick(GROUPS)} over the ${story.thing} ${story.event} in ${story.place} in ${monthOf(story)}${random.pick(TAILS)}.`,
        people: [],
        saidBy: [],
        figure,
      };
    },
    ask: ({ place, thing, event }) => [
      `How many have been detained over the ${place} ${thing} ${event}?`,
      `who was jailed over the ${thing} ${event} in ${place}`,
    ],
  },
  {
    name: 'tests',
    counts: 'samples with traces',
    tell(story, random) {
      const { figure, written } = amount(random, 40);
      const voice = speaker(story, random);
      return {
        statement: `Tests found ${story.substance} in ${written} of ${45 + random.below(50)} samples from the ${story.place} ${story.thing}, ${nameOf(voice)} says.`,
        people: [],
        saidBy: [voice],
        figure,
      };
    },
    ask: ({ place, thing, substance }) => [
      `How many samples from the ${place} ${thing} had ${substance} in them?`,
      `was ${substance} discovered at the ${thing} in ${place}?`,
    ],
  },
  {
    name: 'vote',
    tell(story, random) {
      return {
        statement: `The council of ${story.place} voted ${12 + random.below(30)} to ${random.below(12)} to rebuild the ${story.thing}${random.pick(TAILS)}.`,
        people: [],
        saidBy: [],
      };
    },
    ask: ({ place, thing }) => [
      `How did ${place} vote on rebuilding the ${thing}?`,
      `Will the ${place} ${thing} be rebuilt?`,
    ],
  },
  {
    name: 'visit',
    tell(story, random) {
      const day = 1 + random.below(28);
      const [first] = story.persons;
      return {
        statement: `${first.name} visited ${story.place} on ${dateOf(story, day)} and met survivors of the ${story.thing} ${story.event}${random.pick(TAILS)}.`,
        people: [first],
        saidBy: [],
        day,
      };
    },
    ask: ({ place, thing, event, persons: [first] }) => [
      `When did ${first.name} go to ${place}?`,
      `Whom did ${first.name} meet in ${place} after the ${thing} ${event}?`,
      `timeline of the ${place} ${thing} ${event}`,
    ],
  },
];
