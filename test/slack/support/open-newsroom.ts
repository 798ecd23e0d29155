import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Asker } from '../../../src/ask/asker.ts';
import type { Checker } from '../../../src/check/checker.ts';
import { createLiveChecker } from '../../../src/check/live-checker.ts';
import { createLog } from '../../../src/log.ts';
import { Secret } from '../../../src/secret.ts';
import { type AppSetup, createApp, type SlackConnection } from '../../../src/slack/app.ts';
import { REQUEST_PATH } from '../../../src/slack/http-receiver.ts';
import { SHORTCUT_LIST } from '../../../src/slack/listeners/shortcuts/shortcuts.ts';
import { manifestCommands } from '../../../src/slack/manifest.ts';
import { BOT_EVENTS, SCOPE_NAMES } from '../../../src/slack/scopes.ts';
import type { Timings } from '../../../src/slack/timings.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { startWorkspace, type Workspace } from '../../../src/workspace/start-workspace.ts';
import { DESK } from './desk.ts';
import { ferryRecord } from './ferry-record.ts';
import { openRecord } from './open-record.ts';
import { createStubAsker } from './stub-asker.ts';

export const SIGNING_SECRET = 'a-secret-of-the-tests';
export const BOT_TOKEN = 'xoxb-local-tests';
const APP_TOKEN = 'xapp-local-tests';

/** What a newsroom is opened with; by default over HTTP, with an asker that answers everything. */
interface Opening extends Partial<Pick<AppSetup, 'now' | 'store' | 'record' | 'desk' | 'metrics' | 'timings'>> {
  readonly asker?: Asker;
  /** By default the real one, over the record: that of the ferry, entered into the store, unless another is given. */
  readonly checker?: Pick<Checker, 'check'>;
  readonly mode?: SlackConnection['mode'];
  readonly scopes?: readonly string[];
  /** A Slack that is already open, for an app that takes over there. */
  readonly slack?: Workspace;
}

/** A local Slack with the real app in it, closed when the test ends. `lines` is what the app logged. */
export async function openNewsroom({ asker, checker, mode = 'http', scopes = SCOPE_NAMES, ...rest }: Opening = {}) {
  const stub = createStubAsker(ferryRecord);
  const lines: Record<string, unknown>[] = [];
  const destination = new PassThrough().on('data', (line) => lines.push(JSON.parse(String(line))));
  const slack = rest.slack ?? (await openSlack(scopes));
  const botToken = new Secret(BOT_TOKEN);
  const connection: SlackConnection =
    mode === 'http'
      ? { mode, botToken, signingSecret: new Secret(SIGNING_SECRET), host: '127.0.0.1' }
      : { mode, botToken, appToken: new Secret(APP_TOKEN) };
  const store = rest.store ?? (await openMemory());
  const record = rest.record ?? (await openRecord(store));
  const app = createApp({
    connection,
    port: 0,
    slackApiUrl: slack.apiUrl,
    asker: asker ?? stub.asker,
    checker: checker ?? createLiveChecker(record),
    log: createLog('info', destination),
    desk: DESK,
    ...rest,
    store,
    record,
    timings: { ...QUICK, ...rest.timings },
  });
  const { port } = await app.start();
  const appUrl = `http://127.0.0.1:${port}${REQUEST_PATH}`;
  slack.sendTo(appUrl);
  onTestFinished(app.stop);
  return { slack, app, appUrl, lines, store, record, asked: stub.asked, claims: stub.claims };
}

/** Shorter times than the real ones, so that nobody waits. */
export const QUICK: Partial<Timings> = { betweenPosts: 5, call: 500, doubt: 10, resume: 50 };

/** A store that is gone when the test ends. */
async function openMemory() {
  const store = await openStore({ kind: 'sqlite', file: ':memory:' }, () => {});
  onTestFinished(store.close);
  return store;
}

/** A local Slack without an app in it, closed when the test ends. */
export async function openSlack(
  scopes: readonly string[] = SCOPE_NAMES,
  retryDelays: readonly number[] = [20, 40],
): Promise<Workspace> {
  const slack = await startWorkspace({
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    appName: 'Dateline',
    commands: manifestCommands(ferryRecord).map(({ command, description }) => ({ command, description })),
    shortcuts: SHORTCUT_LIST,
    examples: [],
    scopes,
    events: BOT_EVENTS,
    desks: ['editors-desk'],
    retryDelays,
    page: false,
  });
  onTestFinished(slack.close);
  return slack;
}
