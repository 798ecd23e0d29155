import { describe, expect, it } from 'vitest';
import { createLexicon, namesIn } from '../../src/reading/lexicon.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { analyse } from '../../src/search/analyse.ts';

const [prisoners] = loadRecord('data');
const [ferry] = loadRecord('test/fixtures/harbour-ferry/data');
if (!prisoners || !ferry) throw new Error('a dossier is missing');
const korean = createLexicon(prisoners);
const harbour = createLexicon(ferry);
const named = (lexicon: typeof korean, text: string) => namesIn(lexicon, analyse(text)).map((match) => match.value);

describe('names in running text', () => {
  it.each([
    ['Zelenskyy spoke', ['zelensky']],
    ['the North Korean leader', ['kim-jong-un']],
    ['what Lee and Paek say', ['ri', 'baek']],
    ['Gyeoreeol Nation United', ['gyeore-eol-nation-united']],
    ['Seoul told Kyiv', ['seoul', 'ukraine']],
    ['the US and us', ['washington']],
  ])('%s: %j', (text, expected) => {
    expect(named(korean, text)).toEqual(expected);
  });

  it('finds a person by the last name alone', () => {
    expect(named(harbour, 'did Vallin know')).toEqual(['dorthe-vallin']);
  });
});

describe('who speaks for whom', () => {
  const speaksFor = (lexicon: typeof korean, id: string) =>
    [...(lexicon.speaksFor.get(id) ?? [])].filter((other) => other !== id);

  it.each([
    ['foreign-ministry-official', ['foreign-ministry', 'seoul'], 'an official for the ministry, and it for Seoul'],
    ['nis', ['seoul'], 'a service for its government'],
    ['jang-se-yul', ['gyeore-eol-nation-united'], 'the head of an organisation for it'],
    ['yu-yong-weon', [], 'a lawmaker for no one'],
    ['chosun-journalist', [], 'a journalist for no one'],
  ])('%s: %j, %s', (id, principals) => {
    expect(speaksFor(korean, id)).toEqual(principals);
  });

  it.each([
    ['yana-stroud', ['coastguard'], 'a spokeswoman'],
    ['rasmin-odell', ['transport-ministry'], 'a minister for the ministry'],
    ['hedda-lorne', ['inquiry'], 'the judge who leads it'],
    ['ines-corvo', ['ilvar-brekk'], 'a lawyer for her client'],
    ['joss-wintle', [], 'an employee for no one'],
    ['duty-manager', [], 'a manager at a company for no one'],
  ])('%s: %j, %s', (id, principals) => {
    expect(speaksFor(harbour, id)).toEqual(principals);
  });
});
