import { describe, expect, it } from 'vitest';
import { exportRecord } from '../../src/export/export-record.ts';
import type { DossierSource } from '../../src/record/draft-dossier.ts';
import { type Act, DATA_FOLDER, type LedgerEntry } from '../../src/record/ledger.ts';
import { ledgerDifference } from '../../src/record/ledger-difference.ts';
import { type ClaimValue, thingsOf } from '../../src/record/ledger-values.ts';
import { readRecord } from '../../src/record/read-dossier.ts';

const FILES = {
  'dossier.yml': `# A small dossier.
title: The bridge
topics:
  bridge: { title: The bridge, command: /bridge }
  toll:
    title: The toll   # what crossing costs
measures:
  cost: { title: cost, family: cost, unit: crowns }
`,
  'articles.yml': `# What we rest on.

courier-2024-03-14:
  outlet: Courier
  headline: "Bridge: the bill"
  published: 2024-03-14
  chain: [Wire]

# Our copy has no date.
review-2024:
  outlet: Review
  headline: The bridge
  published: { undated: true }
`,
  'people.yml': `mayor: { name: The mayor, kind: person }
# Bodies.
council: { name: The council, kind: body, aliases: [councillors] }
`,
  'claims/bridge.yml': `# The bridge itself.

- id: cost-9
  statement: >-
    The bridge cost
    nine million crowns.
  topic: bridge
  figure: {measure: cost, value: 9000000}   # before the audit
  saidBy: [mayor]
  reports:
    # The front page.
    - { article: courier-2024-03-14, paragraph: 2, quote: 'nine million' }
    - {article: review-2024, paragraph: 1}

# Nobody else has it.
- id: opened-in-may
  statement: "The bridge opened in May: it rained."
  topic: bridge
  when: 2024-05
  conflictsWith: [opened-in-june]
  reports: [{ article: review-2024, paragraph: 3 }]

- id: opened-in-june
  statement: The bridge opened in June.
  topic: bridge
  reports:
    - { article: courier-2024-03-14, paragraph: 4, via: [] }
`,
};

const source: DossierSource = {
  slug: 'bridge',
  folder: 'data/bridge',
  files: Object.entries(FILES).map(([name, text]) => ({ name, text })),
};

function folder() {
  const reading = readRecord([source]);
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  return reading.dossiers;
}

const claimOf = (id: string) =>
  folder()
    .flatMap(thingsOf)
    .flatMap((thing) => (thing.subject === 'claim' && thing.value.id === id ? [thing.value] : []))[0] as ClaimValue;

const of = { dossier: 'bridge', why: 'Audited', source: 'Audit, 1 Sep 2024' };
const acts: readonly Act[] = [
  {
    kind: 'corrected',
    ...of,
    claim: 'cost-9',
    things: [
      {
        subject: 'claim',
        value: {
          ...claimOf('cost-9'),
          statement: 'The bridge cost eleven million crowns: the council says so.',
          figure: { measure: 'cost', low: 11_000_000, high: 11_000_000, qualifier: 'some' },
          when: { from: '2024-01-01', to: '2024-12-31' },
          saidBy: ['council'],
          reports: [...claimOf('cost-9').reports, { article: 'audit-2024-09-01', paragraph: 1, via: ['Wire'] }],
        },
      },
      {
        subject: 'article',
        value: {
          slug: 'audit-2024-09-01',
          outlet: 'Gazette',
          headline: 'Audit: the bill',
          published: { kind: 'dated', date: '2024-09-01' },
          chain: [],
          copies: [],
        },
      },
    ],
  },
  { kind: 'retracted', ...of, claim: 'opened-in-june' },
  {
    kind: 'approved',
    dossier: 'bridge',
    proposal: 'p1',
    things: [
      { subject: 'person', value: { id: 'auditor', name: 'The auditor, not named', kind: 'person', aliases: [] } },
      {
        subject: 'claim',
        value: {
          ...claimOf('opened-in-june'),
          id: 'toll-2',
          statement: 'Crossing costs two crowns.',
          topic: 'toll',
          key: true,
          saidBy: ['auditor'],
          supersedes: [],
          conflictsWith: ['cost-9'],
        },
      },
    ],
  },
];

function entriesOf(): readonly LedgerEntry[] {
  const filed = ledgerDifference(folder(), []).map((act) => ({ by: DATA_FOLDER, act }));
  const at = '2024-09-02T09:00:00.000Z';
  return [...filed, ...acts.map((act) => ({ by: 'U1', act }))].map((one, n) => ({ seq: n + 1, at, ...one }));
}

describe('an export into a dossier that people wrote', () => {
  it('writes each act where an editor would', async () => {
    const { files } = exportRecord([source], entriesOf());
    const text = files.map((file) => `--- ${file.name}\n${file.text}`).join('\n');
    await expect(text).toMatchFileSnapshot('golden/bridge.txt');
  });

  it('keeps the line ends of a file', () => {
    const windows = {
      ...source,
      files: source.files.map(({ name, text }) => ({ name, text: text.replace(/\n/g, '\r\n') })),
    };
    for (const { name, text } of exportRecord([windows], entriesOf()).files)
      if (name !== 'claims/toll.yml') expect(text.replace(/\r\n/g, '')).not.toContain('\n');
  });
});
