/**
 * Fits the likelihood of src/ask/evidence.ts on the questions with known answers, and prints the weights, how well
 * answerable and unanswerable questions are told apart in each set, and what thresholds cost.
 * `--write` puts the weights into src/ask/evidence.ts.
 * Further sets as arguments: `name=data-folder,questions.jsonl,inventory.json[l]`; they are measured, never fitted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { askDossier } from '../src/ask/ask.ts';
import { chooseClaims } from '../src/ask/choose-claims.ts';
import { createClaimIndex } from '../src/ask/claim-index.ts';
import { type Evidence, weighEvidence } from '../src/ask/evidence.ts';
import { certainSilence, holdingClaims } from '../src/ask/is-answered.ts';
import type { Claim } from '../src/record/dossier.ts';
import { loadRecord } from '../src/record/load-record.ts';
import { areaUnderCurve, fitLogistic, upperBound } from './logistic.ts';

interface KnownQuestion {
  readonly ask: string;
  readonly thread?: readonly string[];
  readonly expect_facts: readonly (readonly string[])[];
  readonly must_abstain: boolean;
  readonly set?: 'dev' | 'held';
}

interface Place {
  readonly id: string;
  readonly article: string;
  readonly paragraph: number;
}

interface Row {
  readonly group: string;
  readonly answerable: boolean;
  /** Whether the claims that would be shown are those expected. */
  readonly right: boolean;
  /** Absent where a rule declines whatever the evidence. */
  readonly evidence?: Evidence;
}

const NOW = '2026-01-15T12:00:00Z';
const FITTED = [
  'pows=data,test/questions/north-korean-pows.jsonl,test/data/inventory-places.json',
  'ferry=test/fixtures/harbour-ferry/data,test/fixtures/harbour-ferry/questions.jsonl,test/fixtures/harbour-ferry/inventory.jsonl',
  'quarry=test/fixtures/quarry/data,test/fixtures/quarry/questions.jsonl,test/fixtures/quarry/inventory.jsonl',
  'vaccine=test/fixtures/vaccine/data,test/fixtures/vaccine/questions.jsonl,test/fixtures/vaccine/inventory.jsonl',
];
const EVIDENCE_FILE = new URL('../src/ask/evidence.ts', import.meta.url);
const HELD = ', held';
const THRESHOLDS = [0.3, 0.4, 0.5, 0.6, 0.7];

function readRows<T>(path: string): T[] {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.json')) return JSON.parse(text) as T[];
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function measure(spec: string): Row[] {
  const [name = '', files = ''] = spec.split('=');
  const [data = '', questions = '', inventory = ''] = files.split(',');
  const [dossier] = loadRecord(data);
  if (!dossier) throw new Error(`no dossier in ${data}`);
  const index = createClaimIndex(dossier);
  const place = new Map(
    readRows<Place>(inventory).map(({ id, article, paragraph }) => [id, `${article}#${paragraph}`]),
  );
  const placesOf = (claims: readonly Claim[]) =>
    new Set(claims.flatMap(({ reports }) => reports.map(({ article, paragraph }) => `${article.slug}#${paragraph}`)));
  return readRows<KnownQuestion>(questions).map((question) => {
    const { ask, thread, expect_facts, must_abstain, set } = question;
    const { inquiry, ranked } = askDossier(index, { ask, now: NOW, ...(thread ? { thread } : {}) });
    const [best, ...others] = holdingClaims(inquiry, ranked);
    const group = set === 'held' ? name + HELD : name;
    if (!best || certainSilence(index, inquiry, ranked, [best, ...others]))
      return { group, answerable: !must_abstain, right: false };
    const shown = placesOf(chooseClaims(index, inquiry, [best, ...others]));
    return {
      group,
      answerable: !must_abstain,
      right: expect_facts.every((facts) => facts.some((id) => shown.has(place.get(id) ?? ''))),
      evidence: weighEvidence(inquiry, [best, ...others]),
    };
  });
}

const [more, write] = [
  process.argv.slice(2).filter((argument) => argument.includes('=')),
  process.argv.includes('--write'),
];
const measured = FITTED.flatMap(measure);
// Held questions only measure: neither rules nor weights may have seen them.
const fitted = measured.filter(({ group }) => !group.endsWith(HELD));
const decided = fitted.flatMap(({ evidence, answerable }) => (evidence ? [{ evidence, answerable }] : []));
const names = Object.keys(decided[0]?.evidence ?? {}) as (keyof Evidence)[];
const weights = fitLogistic(
  decided.map(({ evidence, answerable }) => ({ features: names.map((name) => evidence[name]), positive: answerable })),
);
const rounded = weights.map((weight) => Number(weight.toFixed(2)));
const likelihood = ({ evidence }: Row) => {
  if (!evidence) return 0;
  const sum = names.reduce((total, name, n) => total + evidence[name] * (rounded[n + 1] ?? 0), rounded[0] ?? 0);
  return 1 / (1 + Math.exp(-sum));
};

console.log('weights');
for (const [n, name] of ['bias', ...names].entries()) console.log(`  ${name}: ${rounded[n]},`);

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(0)}`.padStart(3);
const rows = [...measured, ...more.flatMap(measure)];
for (const group of ['all fitted', ...new Set(rows.map((row) => row.group))]) {
  const members = group === 'all fitted' ? fitted : rows.filter((row) => row.group === group);
  const can = members.filter(({ answerable }) => answerable);
  const cannot = members.filter(({ answerable }) => !answerable);
  console.log(
    `\n${group}: ${can.length} answerable, ${cannot.length} not; AUC ${areaUnderCurve(can.map(likelihood), cannot.map(likelihood)).toFixed(3)}`,
  );
  for (const threshold of THRESHOLDS) {
    const accepted = can.filter((row) => likelihood(row) >= threshold);
    const wrongly = cannot.filter((row) => likelihood(row) >= threshold).length;
    console.log(
      `  from ${threshold}: answered ${percent(accepted.length, can.length)} %, rightly ${percent(accepted.filter(({ right }) => right).length, can.length)} %, ` +
        `declined ${percent(cannot.length - wrongly, cannot.length)} %; of those to decline at most ${percent(upperBound(wrongly, cannot.length), 1)} % answered (95 %)`,
    );
  }
}

if (write) {
  const source = ['bias', ...names].reduce(
    (text, name, n) => text.replace(new RegExp(`^  ${name}: -?[\\d.]+,`, 'm'), `  ${name}: ${rounded[n]},`),
    readFileSync(EVIDENCE_FILE, 'utf8'),
  );
  writeFileSync(EVIDENCE_FILE, source);
}
