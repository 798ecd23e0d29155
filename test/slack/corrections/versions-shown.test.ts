import { describe, expect, it, onTestFinished } from 'vitest';
import { createAsker } from '../../../src/ask/ask.ts';
import { showClaim } from '../../../src/ask/show-claim.ts';
import type { Claim, Dossier } from '../../../src/record/dossier.ts';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { versionsShown } from '../../../src/slack/corrections/versions-shown.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { openRecord } from '../support/open-record.ts';
import { typicalAnswers } from '../support/typical-answers.ts';
import { asFiled, corrected, enter, FERRY, superseded } from './amend.ts';

const CLAIM = 'rescued-190';
const NEW = 'The coastguard says that 188 people were pulled from the water or from rafts.';
const NOW = '2026-11-22T05:00:00Z';

async function open() {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
  onTestFinished(store.close);
  const record = await openRecord(store);
  const answer = (ask: string) => answerMessage(createAsker(record.dossiers).ask({ ask, now: NOW }));
  const versionIn = (message: ReturnType<typeof answer>, claim = CLAIM) =>
    versionsShown(message, record).find((one) => one.claim === claim)?.version;
  const filed = record.versionOf({ dossier: FERRY, claim: CLAIM });
  return { store, record, answer, versionIn, filed };
}

describe('the version that a message shows a claim in', () => {
  it('is the one that it says, whenever it is asked for', async () => {
    const { store, record, answer, versionIn, filed } = await open();
    const before = answer('how many were rescued?');
    expect(versionIn(before)).toBe(filed);
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    expect(versionIn(before)).toBeLessThan(seq);
    expect(versionIn(answer('how many were rescued?'))).toBe(seq);
  });

  it('is the newest where the old is told with what became of it', async () => {
    const { store, record, answer, versionIn } = await open();
    const seq = await enter({ store, record }, corrected(CLAIM, NEW));
    const then = answer('how many were rescued, as of 20 March 2024?');
    expect(then.text).toContain(asFiled(CLAIM).statement);
    expect(then.text).toContain('[corrected on ');
    expect(versionIn(then)).toBe(seq);
    const later = await enter({ store, record }, corrected(CLAIM, `${NEW} So it says again.`));
    expect(versionIn(then)).toBeLessThan(later);
  });

  it('is the old one where it is not told that it was overtaken', async () => {
    const { store, record, answer, versionIn } = await open();
    const before = answer('how many were rescued?');
    const seq = await enter({ store, record }, superseded(CLAIM, 'passengers-214-tollesund'));
    expect(versionIn(before)).toBeLessThan(seq);
    const brief = answerMessage(
      createAsker(record.dossiers).brief({ dossier: FERRY, topic: asFiled(CLAIM).topic }, NOW),
    );
    expect(versionIn(brief) ?? seq).toBe(seq);
  });

  it('is known of claims that a mark quotes, too', async () => {
    const { store, record } = await open();
    await enter({ store, record }, superseded(CLAIM, 'passengers-214-tollesund'));
    const [dossier] = record.dossiers as [Dossier];
    const shown = showClaim({ dossier }, dossier.claims.get(CLAIM) as Claim);
    const told = answerMessage({ ...typicalAnswers.facts, claims: [shown] });
    expect(versionsShown(told, record).map((one) => one.claim)).toContain('passengers-214-tollesund');
  });
});
