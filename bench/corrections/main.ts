/**
 * One correction to a claim that ten thousand messages show: found, edited, settled and its threads told, beside the same
 * calls to Slack with nothing around them. Slack takes everything at once here; the real one takes 50 edits a minute.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebClient } from '@slack/web-api';
import { createAsker } from '../../src/ask/ask.ts';
import { boltLogger, createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { answerMessage } from '../../src/slack/blocks/answer-message.ts';
import { CORRECTIONS, correctionKey } from '../../src/slack/corrections/correction.ts';
import { createCorrections } from '../../src/slack/corrections/corrections.ts';
import { versionsShown } from '../../src/slack/corrections/versions-shown.ts';
import { createDelivery } from '../../src/slack/delivery/create-delivery.ts';
import { messageBody } from '../../src/slack/delivery/message-body.ts';
import { slackFetch } from '../../src/slack/slack-fetch.ts';
import { TIMINGS } from '../../src/slack/timings.ts';
import { startRecord } from '../../src/start-record.ts';
import type { Json } from '../../src/store/store.ts';
import { startContestant } from '../common/contestant.ts';
import { readOptions } from '../common/read-options.ts';
import { report } from '../common/report.ts';
import { spreadOf } from '../common/statistics.ts';
import { STUB } from '../slack-path/contestants.ts';
import { BOT_TOKEN } from '../slack-path/setup.ts';

const MESSAGES = readOptions().isSmallest ? 40 : 10_000;
const IN_A_THREAD = 8;
const FILLED_AT_ONCE = 50;
const LOOK_MS = 20;
const NOW = '2026-01-15T09:00:00Z';

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const slack = await startContestant(STUB);
const log = createLog('silent');
const metrics = createMetrics();
const { store, record } = await startRecord(
  { kind: 'sqlite', file: join(folder, 'dateline.db') },
  () => loadRecord(new URL('../../data', import.meta.url).pathname),
  log,
);
const client = new WebClient(BOT_TOKEN, {
  slackApiUrl: slack.url,
  fetch: slackFetch,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  logger: boltLogger(log),
});
const timings = { ...TIMINGS, betweenEdits: 0, betweenPosts: 0, lookAgain: 1, tick: LOOK_MS };
const delivery = createDelivery({ client, store, record, metrics, log, timings });
const corrections = createCorrections({ store, record, delivery, metrics, log, timings });
try {
  const [dossier] = record.dossiers;
  const [claim] = dossier?.claims.values() ?? [];
  if (dossier === undefined || claim === undefined) throw new Error('the data folder holds no claim');
  const message = answerMessage(createAsker(record.dossiers).ask({ ask: claim.statement, now: NOW }));
  const shown = versionsShown(message, record);
  if (!shown.some((one) => one.claim === claim.id)) throw new Error(`no answer shows ${claim.id}`);
  const filling = await timed(() => fill({ claims: shown, source: message.source } as unknown as Json, shown));

  const before = await timed(async () => {
    for (let n = 0; n < MESSAGES; n++) await client.chat.update({ ...placeOf(n), ...messageBody(message) });
  });
  corrections.start();
  const correcting = await timed(async () => {
    const act = {
      kind: 'retracted',
      dossier: dossier.slug,
      claim: claim.id,
      why: 'The agency withdrew its report of the evening before.',
      source: 'The agency, 15 January 2026',
    } as const;
    const appended = await store.ledger.append({ by: 'U0EDITOR01', acts: [act] });
    if (appended.kind !== 'appended') throw new Error('the retraction was not entered');
    await record.reached(record.place + 1);
    const key = correctionKey(record.place);
    while (!(await store.deliveries.settledIn(CORRECTIONS)).some((one) => one.key === key)) await sleep(LOOK_MS);
  });
  const stale = (await store.postings.of({ dossier: dossier.slug, claim: claim.id })).filter(
    ({ version }) => version < record.place,
  );
  if (stale.length > 0) throw new Error(`${stale.length} of ${MESSAGES} messages were left as they were`);
  const perMessage = (ms: number) => spreadOf([ms / MESSAGES]);
  report('corrections', [
    {
      what: `correct a claim in ${MESSAGES} messages in ${Math.ceil(MESSAGES / IN_A_THREAD)} threads, a message`,
      unit: 'ms',
      measured: { Dateline: perMessage(correcting.ms), 'chat.update alone': perMessage(before.ms) },
      ratio: { of: 'Dateline', to: 'chat.update alone', spread: spreadOf([correcting.ms / before.ms]) },
    },
    {
      what: 'the same, processor time',
      unit: 'ms',
      measured: { Dateline: perMessage(correcting.processorMs), 'chat.update alone': perMessage(before.processorMs) },
      ratio: {
        of: 'Dateline',
        to: 'chat.update alone',
        spread: spreadOf([correcting.processorMs / before.processorMs]),
      },
    },
    { what: 'record a message with what it shows', unit: 'ms', measured: { Dateline: perMessage(filling.ms) } },
  ]);
} finally {
  await corrections.stop();
  await store.close();
  await slack.stop();
  rmSync(folder, { recursive: true, force: true });
}

function placeOf(n: number) {
  return { channel: `C${Math.floor(n / 100)}`, ts: `1700000000.${String(n).padStart(6, '0')}` };
}

/** Records the messages as deliveries record what they posted. */
async function fill(source: Json, claims: ReturnType<typeof versionsShown>): Promise<void> {
  for (let first = 0; first < MESSAGES; first += FILLED_AT_ONCE) {
    const some = Array.from({ length: Math.min(FILLED_AT_ONCE, MESSAGES - first) }, (_, n) => first + n);
    await Promise.all(
      some.map(async (n) => {
        const thread = placeOf(n - (n % IN_A_THREAD)).ts;
        const place = { kind: 'message', ...placeOf(n), thread } as const;
        await store.deliveries.claim({ key: `bench:${n}`, detail: null, leaseMs: 60_000 });
        await store.deliveries.settle(`bench:${n}`, { kind: 'posted', place, claims }, source);
      }),
    );
  }
}

async function timed(act: () => Promise<void>): Promise<{ readonly ms: number; readonly processorMs: number }> {
  const [begin, processor] = [performance.now(), process.cpuUsage()];
  await act();
  const { user, system } = process.cpuUsage(processor);
  return { ms: performance.now() - begin, processorMs: (user + system) / 1000 };
}
