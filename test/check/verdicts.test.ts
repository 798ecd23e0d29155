import { describe, expect, test } from 'vitest';
import { verdictOn } from './records.ts';

describe('what is right as credited and dated is supported', () => {
  test.each([
    'Washington puts the North Korean troops sent to Russia at some 12,000.',
    'The number of North Koreans killed and wounded in Kursk is more than 6,000, Militarnyi reported.',
    'Pyongyang did not acknowledge sending troops until April.',
    'Jang Se-yul, who heads Gyeore-eol Nation United, is himself a North Korean defector.',
    'On 19 February neither Moscow nor Pyongyang had confirmed the deployment.',
    'In February 2025 just one of the two had voiced an interest in resettling in the South.',
    'An unnamed report put the number of North Koreans killed at 1,000 by February, according to UPI.',
    'Ri is a 26-year-old sniper.',
  ])('%s', (sentence) => {
    expect(verdictOn(sentence).verdict).toBe('supported');
  });
});

describe('what the record denies or has otherwise is contradicted', () => {
  test.each([
    ['another number', 'Washington says North Korea sent some 20,000 troops to Russia.'],
    [
      'a bound that is not on record',
      'At most 6,000 North Koreans have been killed and wounded in Kursk, Militarnyi reported.',
    ],
    [
      'the killed for the killed and wounded',
      'More than 6,000 North Korean soldiers have been killed in Kursk, according to Militarnyi.',
    ],
    [
      'the wounded for the killed',
      "Seoul's spy agency said in September that around 2,000 North Korean soldiers had been wounded.",
    ],
    ['another age', 'Paek, 26, served as a rifleman.'],
    ['another length of time', 'Ri spent about a year in Chagang Province before going to Russia.'],
    ['another day', 'The documentary interview was held on 18 October 2025.'],
    ['another month', 'Moscow and Pyongyang signed their partnership treaty in August.'],
    ['a denial of what is affirmed', "South Korea's Constitution does not regard people in the North as citizens."],
    ['what is denied on record', 'Seoul and Kyiv have signed an agreement on the transfer.'],
    ['a prefix that denies', 'The two soldiers were unhurt when Ukraine took them prisoner.'],
    ['a word that excludes the one on record', 'The ministry official gave UPI the statement by telephone.'],
    ['an altered quotation', 'Yu Yong-weon said sending them back would be "essentially a prison sentence".'],
    ['the attribute of another', 'Baek served as a reconnaissance sniper.'],
  ])('%s: %s', (_, sentence) => {
    expect(verdictOn(sentence).verdict).toBe('contradicted');
  });

  test('two who have changed places', () => {
    expect(verdictOn('The memo was written by Dorthe Vallin and addressed to Joss Wintle.', 'ferry').verdict).toBe(
      'contradicted',
    );
  });

  test('an altered quotation is shown beside the one on record', () => {
    const { difference, claims } = verdictOn(
      '"I asked for ballast and was told to wait," Captain Brekk told the Courier.',
      'ferry',
    );
    expect(difference?.onRecord).toBe('I asked for ballast and was told to sail.');
    expect(claims[0]).toBe('brekk-ballast');
  });
});

describe('what is on record under another name or outlet is misattributed', () => {
  test.each([
    ['a number of another', 'Washington puts the North Korean troops sent to Russia at some 15,000.'],
    ['another voice', 'Pyongyang said around 2,000 of its soldiers had been killed.'],
    ['a voice that the record does not know', 'Russian officials said the two prisoners had attempted self-harm.'],
    ['another outlet', 'About 15,000 troops have been sent since late 2024, AFP reported.'],
    [
      'another outlet that was told',
      'A ministry official told Militarnyi in a text message that North Korean soldiers "are our citizens according to the Constitution".',
    ],
    [
      'another who did it',
      'Jang Se-yul visited the prisoners in February, when one of them asked to live in the South.',
    ],
    ['a quotation of another', '"Everyone who joined the army with me is dead," Baek told the Chosun Ilbo.'],
  ])('%s: %s', (_, sentence) => {
    expect(verdictOn(sentence).verdict).toBe('misattributed');
  });

  test('two renderings of one remark are both right for their outlet', () => {
    expect(verdictOn('"Being captured is akin to desertion," Ri said, according to The Straits Times.').verdict).toBe(
      'supported',
    );
    expect(verdictOn('"Being captured is seen as betrayal," Ri said, according to UPI.').verdict).toBe('supported');
  });

  test('the attribution to paste names the voice, the outlet and the day', () => {
    expect(verdictOn('Pyongyang said around 2,000 of its soldiers had been killed.').suggestion).toBe(
      "South Korea's National Intelligence Service said, according to The Straits Times on 2 Nov 2025",
    );
  });
});

describe('what was right once is outdated, unless the sentence says when', () => {
  test.each([
    'Pyongyang has not confirmed the deployment.',
    "North Korea's part in the war remains officially unacknowledged by Pyongyang.",
    'So far a single captured soldier is considering asylum in the South.',
    'Neither prisoner has so far asked to go to South Korea.',
  ])('%s', (sentence) => {
    expect(verdictOn(sentence).verdict).toBe('outdated');
  });

  test('dated to its time it is supported', () => {
    expect(verdictOn('The death toll stands at 23.', 'ferry').verdict).toBe('outdated');
    expect(verdictOn('On 12 March the coastguard counted at least nine dead.', 'ferry').verdict).toBe('supported');
  });
});

describe('where sources differ, a sentence has to credit one', () => {
  test.each([
    ['prisoners', 'The two prisoners are being held in Kyiv.'],
    ['prisoners', 'Around 10,000 North Korean troops were sent to fight for Russia.'],
    ['ferry', 'There were 214 passengers on the ferry.'],
    ['ferry', 'Tollesund Ferries has agreed to pay the families 45 million crowns.'],
  ] as const)('%s: %s', (dossier, sentence) => {
    expect(verdictOn(sentence, dossier).verdict).toBe('conflicting-sources');
  });

  test('a sentence that credits one is supported', () => {
    expect(verdictOn("Seoul's own estimate in February was some 11,000 troops.").verdict).toBe('supported');
  });
});

describe('what the record lacks is not on record, and that is not called false', () => {
  test.each([
    ['a cause that is added', 'The transfer has stalled because Moscow objects.'],
    ['a name that nobody has', 'The Red Cross has visited the two prisoners.'],
    ['a figure of something else', 'North Korea lost 40 tanks in the Kursk offensive.'],
    ['another event', 'Two North Korean prisoners were exchanged in May 2025.'],
  ])('%s: %s', (_, sentence) => {
    expect(verdictOn(sentence).verdict).toBe('unsupported');
  });

  test('the reason says so', () => {
    expect(verdictOn('Penguins cannot fly over Antarctica.').reason).toBe(
      'The record has nothing on this; that does not make it false.',
    );
  });
});

test.each(['What now?', 'And so it goes.', '* * *'])('there is nothing to check in "%s"', (sentence) => {
  expect(verdictOn(sentence).verdict).toBe('nothing-to-check');
});

describe('what is near the record is not supported by it', () => {
  test.each([
    [
      'what the record calls false',
      'prisoners',
      'South Korean soldiers were operating the drones in Kursk, Ri said.',
      'contradicted',
    ],
    [
      'a rank that it denies',
      'prisoners',
      'It was the first attempt to capture North Korean soldiers.',
      'contradicted',
    ],
    [
      'the report credited says otherwise',
      'prisoners',
      "The prisoner's jaw injury has not healed, The Asia Review reported.",
      'contradicted',
    ],
    [
      'a name in the place of another',
      'prisoners',
      'The prisoners hung portraits of Volodymyr Zelenskyy in their quarters.',
      'contradicted',
    ],
    ['a title that nobody quotes', 'prisoners', 'The documentary is called "Two Men from the North".', 'unsupported'],
    [
      'another thing sent',
      'prisoners',
      'Besides troops, North Korea has sent Russia news and missiles for its war.',
      'unsupported',
    ],
    ['what was ruled out', 'quarry', 'Vasht said he would send the army to the ridge.', 'contradicted'],
    ['what was promised as done', 'quarry', 'Corvane has drilled all four wells it promised.', 'contradicted'],
    [
      'a number that counts something else',
      'quarry',
      'The register filed with the provincial court lists 138 families.',
      'contradicted',
    ],
    ['what was demanded as agreed', 'quarry', 'The strike ended with a pay rise of 15 per cent.', 'contradicted'],
    [
      'a role before another name',
      'quarry',
      'The charges against the 39 demonstrators will stand, says prosecutor Edda Linhov.',
      'misattributed',
    ],
    ['the count of another', 'quarry', 'The police counted some 3,000 people at the rally in Marl.', 'misattributed'],
    ['a denial that was withdrawn', 'quarry', 'The Mines Ministry says that no such memo exists.', 'outdated'],
    [
      'one of the accounts',
      'quarry',
      "Some 5,000 people attended the League's rally in October.",
      'conflicting-sources',
    ],
  ] as const)('%s (%s): %s', (_, dossier, sentence, verdict) => {
    expect(verdictOn(sentence, dossier).verdict).toBe(verdict);
  });
});
