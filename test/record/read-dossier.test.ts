import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/record/dossier.ts';
import type { SourceFile } from '../../src/record/draft-dossier.ts';
import { formatMistake } from '../../src/record/mistake.ts';
import { readDossier, readRecord } from '../../src/record/read-dossier.ts';
import { ferryFiles, spoil } from './ferry-files.ts';
import { mistakes, type Spoiling, unreadable } from './ferry-mistakes.ts';

const sourceOf = (files: readonly SourceFile[], slug = 'ferry') => ({ slug, folder: `data/${slug}`, files });

function mistakesIn(files: readonly SourceFile[]): readonly string[] {
  const reading = readDossier(sourceOf(files));
  return reading.ok ? [] : reading.mistakes.map(formatMistake);
}

function ferry(files = ferryFiles): Dossier {
  const reading = readDossier(sourceOf(files));
  if (!reading.ok) throw new Error(reading.mistakes.map(formatMistake).join('\n'));
  return reading.dossier;
}

function without(name: string): readonly SourceFile[] {
  return ferryFiles.filter((file) => file.name !== name);
}

const lineOf = ({ name, text }: Spoiling) => {
  const file = ferryFiles.find((file) => file.name === name)?.text ?? '';
  return `${name}:${file.slice(0, file.indexOf(text)).split('\n').length}`;
};

describe('a dossier without mistakes', () => {
  it('is read with every key that an editor may write', () => {
    const { claims, ...rest } = ferry();
    expect(rest).toEqual({
      slug: 'ferry',
      title: 'The ferry',
      topics: new Map([
        ['accident', { id: 'accident', title: 'The accident', command: '/accident' }],
        ['inquiry', { id: 'inquiry', title: 'The inquiry', command: '/inquiry' }],
        ['relatives', { id: 'relatives', title: 'The relatives' }],
      ]),
      measures: new Map([
        ['aboard', { id: 'aboard', title: 'people aboard', family: 'people' }],
        ['drowned', { id: 'drowned', title: 'people drowned', family: 'people', unit: 'people' }],
      ]),
      vocabulary: new Map([['ferry', ['boat', 'ship']]]),
      policy: { names: 'Do not name the drowned.' },
      amendments: new Map(),
      articles: new Map([
        [
          'courier-2024-03-14',
          {
            slug: 'courier-2024-03-14',
            outlet: 'The Courier',
            headline: 'Ferry aground',
            url: 'https://courier.example/ferry',
            published: { kind: 'dated', date: '2024-03-14' },
            chain: [],
            copies: [
              { outlet: 'Mirror', url: 'https://mirror.example/1' },
              { outlet: 'Gazette', published: '2024-03-15' },
            ],
          },
        ],
        [
          'review-2024',
          {
            slug: 'review-2024',
            outlet: 'The Review',
            headline: 'The grounding: what is known',
            published: { kind: 'undated', notBefore: '2024-03-15', notAfter: '2024-06-30', basis: 'cites the Courier' },
            chain: ['Courier', 'AFP'],
            copies: [],
          },
        ],
      ]),
      people: new Map([
        [
          'line',
          {
            id: 'line',
            name: 'The Line',
            kind: 'body',
            role: 'owner of the ferry',
            aliases: ['the company', 'Vik-Line'],
          },
        ],
        ['port', { id: 'port', name: 'Port of Vik', kind: 'body', aliases: [] }],
        ['moe', { id: 'moe', name: 'Kari Moe', kind: 'person', aliases: ['the captain'] }],
      ]),
    });
    expect([...claims.keys()]).toEqual([
      'aboard-line',
      'aboard-port',
      'no-lifeboats',
      'captain-asleep',
      'captain-awake',
    ]);
  });

  it('gives a claim its article, and the chain of the article where a report has none of its own', () => {
    const { articles, claims } = ferry();
    expect(claims.get('aboard-line')).toEqual({
      id: 'aboard-line',
      statement: 'The Line puts those aboard at some 140.',
      topic: 'accident',
      key: true,
      people: ['line'],
      figure: { measure: 'aboard', low: 140, high: 140, qualifier: 'some' },
      saidBy: ['line'],
      when: { from: '2024-03-12', to: '2024-03-12' },
      supersedes: [],
      conflictsWith: [],
      reports: [
        { article: articles.get('courier-2024-03-14'), paragraph: 2, via: [], quote: 'some 140 souls' },
        { article: articles.get('review-2024'), paragraph: 4, via: ['Courier', 'AFP'] },
      ],
    });
    expect(claims.get('aboard-line')?.reports[1]?.article).toBe(articles.get('review-2024'));
  });

  it("keeps a report's own chain, and an empty one as the outlet's own reporting", () => {
    const { claims } = ferry();
    expect(claims.get('captain-asleep')?.reports[0].via).toEqual(['The Courier']);
    expect(claims.get('aboard-port')?.reports[0].via).toEqual([]);
  });

  it('reads a figure of two numbers, and times of a month, a year and a range', () => {
    const { claims } = ferry();
    expect(claims.get('aboard-port')?.figure).toEqual({ measure: 'aboard', low: 151, high: 155 });
    expect(claims.get('aboard-port')?.when).toEqual({ from: '2024-03-01', to: '2024-12-31' });
    expect(claims.get('no-lifeboats')?.when).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  });

  it('puts a conflict on both sides', () => {
    const { claims } = ferry();
    expect(claims.get('captain-asleep')?.conflictsWith).toEqual(['captain-awake']);
    expect(claims.get('captain-awake')?.conflictsWith).toEqual(['captain-asleep']);
  });

  it('lists a conflict once when both sides list it', () => {
    const both = spoil(ferryFiles, 'claims/inquiry.yml', 'saidBy: [moe]', 'conflictsWith: [captain-asleep]');
    expect(ferry(both).claims.get('captain-awake')?.conflictsWith).toEqual(['captain-asleep']);
  });

  it('joins the lines of a text, and takes text from any script', () => {
    expect(ferry().claims.get('captain-awake')?.statement).toBe('The captain was awake.');
    const korean = spoil(ferryFiles, 'people.yml', 'name: Kari Moe', 'name: 백승호 (Baek)');
    expect(ferry(korean).people.get('moe')?.name).toBe('백승호 (Baek)');
  });

  it('lets a name stand twice within one entry', () => {
    const twice = spoil(ferryFiles, 'people.yml', 'aliases: [the captain]', 'aliases: [KARI MOE, Kari-Moe, kari moe.]');
    expect(ferry(twice).people.get('moe')?.aliases).toHaveLength(3);
  });

  it('needs no measures, vocabulary, policy or people, and takes a file of claims that has none yet', () => {
    const { measures, vocabulary, policy, people, claims } = ferry([
      { name: 'dossier.yml', text: 'title: The ferry\ntopics: { accident: { title: The accident } }\n' },
      {
        name: 'articles.yml',
        text: '\uFEFFcourier: { outlet: The Courier, headline: Aground, published: 2024-03-14 }\r\n',
      },
      { name: 'people.yml', text: '# nobody yet\n' },
      { name: 'claims/a.yml', text: '' },
      {
        name: 'claims/b.yml',
        text: '- { id: a, statement: A., topic: accident, reports: [{ article: courier, paragraph: 1 }] }',
      },
    ]);
    expect([measures.size, vocabulary.size, policy, people.size]).toEqual([0, 0, {}, 0]);
    expect([...claims.keys()]).toEqual(['a']);
  });
});

describe('a mistake in a file', () => {
  it.each(mistakes)('$name: $by', ({ name, text, by, mistake }) => {
    expect(mistakesIn(spoil(ferryFiles, name, text, by))).toEqual([mistake]);
  });

  it.each(unreadable)('unreadable, $name: $by', ({ name, text, by, mistake }) => {
    expect(mistakesIn(spoil(ferryFiles, name, text, by))).toEqual([mistake]);
  });
});

describe('mistakes in several places', () => {
  // These change what other places may refer to, or need one another.
  const entangled = /command: \/accident }$|^- id:|^drowned|supersedes|VIKLINE|Company|paragraph: 2 }$/;
  const places = [...new Set(mistakes.map(lineOf))];
  const oneEach = fc
    .tuple(
      ...places.map((place) => {
        const here = mistakes.filter((mistake) => lineOf(mistake) === place && !entangled.test(mistake.by));
        return here.length === 0 ? fc.constant(undefined) : fc.option(fc.constantFrom(...here), { nil: undefined });
      }),
    )
    .map((chosen) => chosen.filter((mistake) => mistake !== undefined));

  it('are all reported, and nothing else', () => {
    fc.assert(
      fc.property(oneEach, (chosen) => {
        const files = chosen.reduce((files, { name, text, by }) => spoil(files, name, text, by), ferryFiles);
        expect([...mistakesIn(files)].sort()).toEqual(chosen.map(({ mistake }) => mistake).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('are in the order of files and lines', () => {
    const files = [
      ['people.yml', 'kind: person', 'kind: man'],
      ['claims/accident.yml', 'key: true', 'key: yes'],
      ['claims/accident.yml', 'people: [line]', 'people: [lime]'],
      ['articles.yml', 'outlet: The Courier', 'outlet:'],
    ].reduce((files, [name, text, by]) => spoil(files, name as string, text as string, by as string), ferryFiles);
    expect(mistakesIn(files).map((mistake) => mistake.split(' ')[0])).toEqual([
      'data/ferry/articles.yml:2',
      'data/ferry/claims/accident.yml:4',
      'data/ferry/claims/accident.yml:5',
      'data/ferry/people.yml:3',
    ]);
  });

  it('name a circle of claims that supersede one another once', () => {
    const chain = ['a', 'b', 'c'].map((id, position) => {
      const older = ['c', 'a', 'b'][position];
      return `- { id: ${id}, statement: A., topic: accident, supersedes: [${older}], reports: [{ article: review-2024, paragraph: 1 }] }`;
    });
    expect(mistakesIn([...ferryFiles, { name: 'claims/chain.yml', text: chain.join('\n') }])).toEqual([
      'data/ferry/claims/chain.yml:1 claim "a": These claims supersede one another in a circle: a, c, b. ' +
        "Keep 'supersedes' only on the newer claim, with the id of the older.",
    ]);
  });
});

describe('a file that is missing or is not what it should be', () => {
  it.each([
    [
      'dossier.yml',
      'data/ferry/dossier.yml: This file is missing. Make dossier.yml: the title of the story, its topics and measures.',
    ],
    [
      'articles.yml',
      'data/ferry/articles.yml: This file is missing. Make articles.yml: the published pieces, each with outlet, headline and date.',
    ],
    [
      'people.yml',
      'data/ferry/people.yml: This file is missing. Make people.yml: the people and bodies that act or speak in the story.',
    ],
  ])('%s missing is the only mistake: references into it are not held against the claims', (name, mistake) => {
    expect(mistakesIn(without(name))).toEqual([mistake]);
  });

  it('no file of claims', () => {
    expect(mistakesIn(ferryFiles.filter(({ name }) => !name.startsWith('claims/')))).toEqual([
      'data/ferry/claims: There are no files of claims in this folder. ' +
        'Make a file in it whose name ends in .yml, for instance one for each topic: a list of claims.',
    ]);
  });

  it('another ending', () => {
    expect(mistakesIn([...ferryFiles, { name: 'claims/more.yaml', text: '- id: a' }])).toEqual([
      'data/ferry/claims/more.yaml: This file is not read, since its name does not end in .yml. Rename it to claims/more.yml.',
    ]);
  });

  it('a list for a map, a map for a list', () => {
    const files = [
      ...without('people.yml'),
      { name: 'people.yml', text: '- line' },
      { name: 'claims/more.yml', text: 'id: a' },
    ];
    expect(mistakesIn(files)).toEqual([
      'data/ferry/claims/more.yml:1: This file must be a list of claims. Start each claim with a dash and its id: "- id: hurt-40-ministry".',
      'data/ferry/people.yml:1: This file must be entries: a key, a colon and what belongs to it. Write each entry as "key:" with its own lines below, indented by two spaces.',
    ]);
  });

  it('claims that are no claims, each by its number; a blank one by the line before it', () => {
    expect(mistakesIn([...ferryFiles, { name: 'claims/more.yml', text: '- 7\n-\n- [a]\n' }])).toEqual(
      ['1 claim number 1', '1 claim number 2', '3 claim number 3'].map(
        (place) =>
          `data/ferry/claims/more.yml:${place}: This entry has no keys. ` +
          'Write them below it, each on a line of its own as "key: value", or take the entry out.',
      ),
    );
  });

  it('a file saved in another encoding is one mistake a line at most', () => {
    const utf16 = Buffer.from('\uFEFF- id: a\n- id: b\n', 'utf16le').toString('utf8');
    const found = mistakesIn([...ferryFiles, { name: 'claims/more.yml', text: utf16 }]);
    expect(found[0]).toBe(
      'data/ferry/claims/more.yml:1: Letters on this line were lost when the file was saved. Save the file as UTF-8 and put the letters back.',
    );
    expect(found.length).toBeLessThanOrEqual(3);
  });
});

describe('dossiers that are read together', () => {
  it('may have the same ids, people and measures', () => {
    const other = spoil(
      spoil(ferryFiles, 'dossier.yml', ', command: /accident', ''),
      'dossier.yml',
      ', command: /inquiry',
      '',
    );
    const reading = readRecord([sourceOf(ferryFiles), sourceOf(other, 'tunnel')]);
    expect(reading.ok && reading.dossiers.map(({ slug }) => slug)).toEqual(['ferry', 'tunnel']);
  });

  it('may not share a command, and the mistakes of all are told at once', () => {
    const other = spoil(ferryFiles, 'dossier.yml', 'command: /accident', 'command: /tunnel');
    const reading = readRecord([
      sourceOf(spoil(ferryFiles, 'people.yml', 'kind: person', 'kind: man')),
      sourceOf(other, 'tunnel'),
    ]);
    expect(!reading.ok && reading.mistakes.map(formatMistake)).toEqual([
      'data/ferry/people.yml:3 person "moe": \'kind\' must be person or body. Write one of these.',
      'data/tunnel/dossier.yml:4 topic "inquiry": The command /inquiry is already that of another topic (data/ferry/dossier.yml:4). ' +
        'Give one of the two another command: a command belongs to one topic.',
    ]);
  });
});
