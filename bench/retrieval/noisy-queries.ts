import type { Claim } from '../../src/record/dossier.ts';
import { THESAURUS } from '../../src/search/thesaurus.ts';
import { misspell } from '../asking/make-questions.ts';
import type { Random } from '../asking/random.ts';
import type { JudgedQuery } from './read-collection.ts';

const BEFORE = [
  '',
  '',
  'BREAKING:',
  'Can anybody confirm this?',
  "You can't make this up!",
  'RT @newsdesk24:',
  'So let me get this straight:',
  'Just heard that',
  'Nobody in the media will tell you, but',
  'My brother works there and he says',
];
const AFTER = [
  '',
  '',
  'Unbelievable. Share before they delete it!',
  'What a disgrace, and nobody will be held to account.',
  'When will the people wake up?',
  'This is what happens when you vote for clowns.',
  'Thoughts and prayers with the families tonight.',
  'https://t.co/x9Kq2LmPz pic.twitter.com/Ab3dEf',
  'I cannot believe that this is the country we live in now, honestly.',
  'Remember this next time they ask you for your taxes.',
];
const SIGNED = ['', '', '— Truth Seeker (@seeker_99) December 2, 2018', '— Jane Doe (@janed) March 14, 2020'];
const SYNONYMS = new Map<string, readonly string[]>(
  THESAURUS.flatMap((group) => group.filter((word) => !word.includes(' ')).map((word) => [word, group] as const)),
);
// How often a word is dropped, told in another word, or made a hashtag.
const DROPPED = 0.4;
const REWORDED = 0.5;
const TAGGED = 0.06;
/** How often a post runs two things together. */
const MIXED = 0.5;

function retell(statement: string, random: Random): string {
  return statement
    .replace(/[.,"]/g, '')
    .split(' ')
    .flatMap((word) => {
      if (random.next() < DROPPED) return [];
      const group = SYNONYMS.get(word);
      if (group && random.next() < REWORDED) return [random.pick(group)];
      return [/^[A-Z][a-z]{4}/.test(word) && random.next() < TAGGED ? `#${word}` : word];
    })
    .join(' ');
}

/** The last words of another claim. */
function tailOf(statement: string): string {
  const words = statement.replace(/[.,"]/g, '').split(' ');
  return words.slice(-Math.ceil(words.length / 3)).join(' ');
}

/** What someone might post who has heard of one of the claims: part of it in other words, with all that posts have around it. */
export function noisyQuery(claims: readonly Claim[], id: string, random: Random): JudgedQuery {
  const claim = random.pick(claims);
  const told = retell(claim.statement, random) || claim.statement;
  const spelt = random.next() < 0.35 && /[A-Za-z]{6}/.test(told) ? misspell(told, random) : told;
  const cased = random.next() < 0.3 ? spelt.toLowerCase() : spelt;
  const other = random.next() < MIXED ? `And ${tailOf(random.pick(claims).statement)}?` : '';
  const text = [random.pick(BEFORE), cased, other, random.pick(AFTER), random.pick(SIGNED)].filter(Boolean).join(' ');
  return { id, text, relevant: new Set([claim.id]) };
}
