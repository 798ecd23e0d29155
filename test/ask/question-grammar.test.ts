import { describe, expect, it } from 'vitest';
import {
  asksApiece,
  asksPart,
  countedNoun,
  denies,
  grainAsked,
  readForm,
  readWanted,
  whichNoun,
} from '../../src/ask/question-grammar.ts';

describe('what a question wants', () => {
  it.each([
    ['how many lorries were on board', 'figure'],
    ['how fast did it sink', 'figure'],
    ['when did the minister resign', 'when'],
    ['what time did she go over', 'when'],
    ['nis briefing when', 'when'],
    ['where is the wreck', 'where'],
    ['wreck location', 'where'],
    ['who leads the inquiry', 'who'],
    ['who estimated the losses', 'voice'],
    ['whose report said 1,000', 'voice'],
    ['name of the duty manager', 'name'],
    ["what is the girl's first name", 'name'],
    ['how did the judge describe the sinking', 'words'],
    ['word for word, what did he say', 'words'],
    ['what did seoul say about the men', 'position'],
    ['has the documentary been released', 'yes-no'],
    ['rifleman', 'anything'],
  ])('of "%s" is %s', (question, wanted) => {
    expect(readWanted(question)).toBe(wanted);
  });

  it('is decided by how it begins, not by a word within', () => {
    expect(readWanted('why did the ministry bring the number of dead down by one?')).toBe('why');
    expect(readWanted('were the prisoners hurt when they were taken?')).toBe('yes-no');
    expect(readWanted('what plea is the captain going to enter?')).toBe('anything');
  });

  it('is a reason where something is asked that holds up, causes or stops', () => {
    for (const question of ["what's holding up the transfer", 'what made the ship roll', 'what led to the crash?'])
      expect(readWanted(question)).toBe('why');
  });

  it('is found behind what a reader says first', () => {
    expect(readWanted('hi, do you know when the trial opens?')).toBe('when');
    expect(readWanted('can you tell me how many died')).toBe('figure');
    expect(readWanted('according to the courier, who wrote the memo?')).toBe('who');
    expect(readWanted('one paper has two, another three. how many were there?')).toBe('figure');
  });

  it('is what the outlets are asked to agree on', () => {
    expect(readWanted('do the outlets agree on where they are held?')).toBe('where');
  });
});

describe('the form of an answer', () => {
  it.each([
    ['timeline of the inquiry', 'timeline'],
    ['upi versus the straits times', 'compare'],
    ['do the reports contradict each other', 'conflicts'],
    ['is that single sourced', 'sources'],
    ['how old is he', 'facts'],
  ])('to "%s" is %s', (question, form) => {
    expect(readForm(question)).toBe(form);
  });
});

describe('the noun that is asked about', () => {
  it('is what is counted', () => {
    expect(countedNoun('how many of the lorries were loose')).toBe('lorries');
    expect(countedNoun('how old is she')).toBeUndefined();
  });

  it('is what one is chosen of', () => {
    expect(whichNoun('which ukrainian unit took them')).toBe('unit');
    expect(whichNoun('which is right')).toBeUndefined();
  });
});

describe('what makes a question harder to answer', () => {
  it('is asking what falls to each, but not a per cent', () => {
    expect(asksApiece('how much does each family get')).toBe(true);
    expect(asksApiece('how many per day')).toBe(true);
    expect(asksApiece('how many per cent')).toBe(false);
  });

  it('is asking for a part of a whole', () => {
    expect(asksPart('how many of the dead were children')).toBe(true);
    expect(asksPart('how many children died')).toBe(false);
  });

  it('is a day or an hour rather than any time', () => {
    expect(grainAsked('which day did he visit')).toBe('day');
    expect(grainAsked('at what time did it sink')).toBe('hour');
    expect(grainAsked('when did it sink')).toBeUndefined();
  });
});

describe('a question that denies or doubts', () => {
  it.each(['why was no one told', 'who spread the rumour', "why didn't they stop"])(
    '"%s" takes nothing for a fact',
    (question) => {
      expect(denies(question)).toBe(true);
    },
  );

  it('is not one that asserts', () => {
    expect(denies('when did moscow admit the deployment')).toBe(false);
  });
});
