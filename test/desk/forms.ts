import type { Actor, Desk } from '../../src/desk/decision.ts';
import {
  EMPTY_ARTICLE,
  EMPTY_CLAIM,
  EMPTY_REPORT,
  type FilledClaim,
  type FilledReport,
} from '../../src/desk/filled-form.ts';
import { readFiling } from '../../src/desk/read-filing.ts';
import type { Dossier } from '../../src/record/dossier.ts';
import type { Act, LedgerEntry } from '../../src/record/ledger.ts';
import { thingsOf } from '../../src/record/ledger-values.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { replay } from '../../src/record/replay.ts';

/** The dossiers at hand, for what has to hold for any. */
export const records = ['data', 'test/fixtures/harbour-ferry/data', 'test/fixtures/quarry/data'].flatMap(loadRecord);

export const ferry = loadRecord('test/fixtures/harbour-ferry/data')[0] as Dossier;

export const claim: FilledClaim = {
  ...EMPTY_CLAIM,
  statement: 'The chief mate was at the wheel when the ferry rolled.',
  topic: 'accident',
  saidBy: [{ kind: 'on-record', id: 'sela-dravik' }],
};

export const report: FilledReport = { ...EMPTY_REPORT, article: 'kestrel-news-2024-03-12', paragraph: '9' };

export const article = {
  ...EMPTY_ARTICLE,
  outlet: 'The Night Post',
  headline: 'No light on the bridge, says passenger',
  published: '2024-09-01',
};

export const reporter: Actor = { user: 'U1', isEditor: false };
export const editor: Actor = { user: 'U2', isEditor: true };

/** The things of a form that has nothing wrong. */
export function thingsIn(
  filled: Partial<FilledClaim> = {},
  where: Partial<FilledReport> = {},
  dossier: Dossier = ferry,
) {
  const reading = readFiling({ ...claim, ...filled }, { ...report, ...where }, dossier);
  if (reading.kind === 'mistakes') throw new Error(JSON.stringify(reading.mistakes));
  return reading.things;
}

/** A desk at which acts are entered, each batch by one person; the data folder's come first. */
export function openDesk(dossier: Dossier = ferry) {
  const entries: LedgerEntry[] = [];
  const enter = (by: string, acts: readonly Act[]) => {
    for (const act of acts) {
      const seq = entries.length + 1;
      entries.push({ seq, at: `2026-11-22T05:${String(seq % 60).padStart(2, '0')}:00.000Z`, by, act });
    }
    return entries.at(-1)?.seq ?? 0;
  };
  enter(
    'data folder',
    thingsOf(dossier).map((thing) => ({ kind: 'added', dossier: dossier.slug, thing })),
  );
  const desk = (): Desk => ({ entries: [...entries], dossiers: replay(entries, [dossier]) });
  const standing = () => desk().dossiers[0] as Dossier;
  return { enter, desk, standing, entries };
}
