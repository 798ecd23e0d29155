import { flushCompileCache } from 'node:module';
import { createLiveAsker } from '../../../src/ask/live-asker.ts';
import { createLog } from '../../../src/log.ts';
import { Secret } from '../../../src/secret.ts';
import { createApp } from '../../../src/slack/app.ts';
import { REQUEST_PATH } from '../../../src/slack/http-receiver.ts';
import type { Timings } from '../../../src/slack/timings.ts';
import { openStore, type StoreLocation } from '../../../src/store/open-store.ts';
import { DESK } from './desk.ts';
import { ferryRecord } from './ferry-record.ts';
import { openRecord } from './open-record.ts';
import { createStubAsker } from './stub-asker.ts';

// A Dateline in a process of its own, to be killed. Prints its address when it is ready; its log goes to standard error.
export interface InstanceArguments {
  readonly slackApiUrl: string;
  readonly location: StoreLocation;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly timings: Partial<Timings>;
  /** Whether it answers from the record; otherwise it answers everything, and is up sooner. */
  readonly answers?: boolean;
}

const { slackApiUrl, location, botToken, signingSecret, timings, answers } = JSON.parse(
  process.argv[2] ?? '',
) as InstanceArguments;
// Loading the real checker would take longer than everything else.
const unasked = () => {
  throw new Error('nothing is to be checked here');
};
const store = await openStore(location, () => {});
const record = await openRecord(store);
const app = createApp({
  connection: {
    mode: 'http',
    botToken: new Secret(botToken),
    signingSecret: new Secret(signingSecret),
    host: '127.0.0.1',
  },
  port: 0,
  slackApiUrl,
  record,
  asker: answers ? createLiveAsker(record) : createStubAsker(ferryRecord).asker,
  checker: { check: unasked },
  store,
  desk: DESK,
  log: createLog('info'),
  timings,
});
const { port } = await app.start();
process.on('SIGTERM', async () => {
  await app.stop();
  await store.close();
  process.exit(0);
});
// Otherwise written at the end, which a killed one does not have.
flushCompileCache();
console.log(`http://127.0.0.1:${port}${REQUEST_PATH}`);
