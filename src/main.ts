import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLiveAsker } from './ask/live-asker.ts';
import { rememberAnswers } from './ask/remember-answers.ts';
import { createLiveChecker } from './check/live-checker.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { inSlices } from './in-slices.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { startMonitor } from './monitor.ts';
import { DatelineError } from './record/dateline-error.ts';
import { loadRecord } from './record/load-record.ts';
import { Secret } from './secret.ts';
import { loadSettings, type Settings } from './settings.ts';
import { type AppSetup, createApp, type DatelineApp } from './slack/app.ts';
import { exampleQuestions } from './slack/example-questions.ts';
import { REQUEST_PATH } from './slack/http-receiver.ts';
import { SHORTCUT_LIST } from './slack/listeners/shortcuts/shortcuts.ts';
import { manifestCommands } from './slack/manifest.ts';
import { BOT_EVENTS, SCOPE_NAMES } from './slack/scopes.ts';
import { WORDS } from './slack/words.ts';
import { startRecord } from './start-record.ts';

/** The app as it was started: where it is to be found, and how it is stopped. */
interface Running extends Pick<DatelineApp, 'isReady' | 'stop'> {
  readonly announcement: string;
}

type Setup = Pick<AppSetup, 'record' | 'asker' | 'checker' | 'store' | 'desk' | 'metrics' | 'log'>;

async function main(): Promise<void> {
  const read = loadSettings();
  if (read.kind === 'mistakes') {
    const mistakes = read.mistakes.map(({ name, problem }) => `  ${name} ${problem}`);
    return giveUp(['The settings cannot be used:', ...mistakes, 'See .env.example.'].join('\n'));
  }
  const { settings } = read;
  const log = createLog(settings.logLevel);
  const metrics = createMetrics();
  const { store, record } = await startRecord(settings.store, () => loadRecord(settings.dataFolder), log);
  const checker = createLiveChecker(record);
  const readBeforehand = () => inSlices(checker.readBeforehand());
  record.onChange(readBeforehand);
  const setup = {
    record,
    asker: rememberAnswers(createLiveAsker(record), record),
    checker,
    store,
    desk: settings.desk,
    metrics,
    log,
  };
  const running = await start(settings, setup);
  const { isReady } = running;
  const monitor =
    settings.monitor &&
    (await startMonitor(settings.monitor, { isReady, metrics: metrics.text }).catch((error) => {
      throw Object.assign(error, { setting: 'DATELINE_METRICS_PORT' });
    }));
  stopOnSignal(log, async () => {
    await running.stop();
    // A store that has stalled would be waited for without end; what it was given before is safe.
    await Promise.race([store.close(), sleep(LONGEST_CLOSE_MS)]);
    await monitor?.close();
  });
  console.log(running.announcement);
  void readBeforehand().then(giveBackMemory);
}

const LONGEST_CLOSE_MS = 1000;
/** Channels of the local workspace, besides its newsroom. */
const LOCAL_DESKS = ['editors-desk', 'world-desk'];

async function start({ connection, port, slackApiUrl }: Settings, setup: Setup): Promise<Running> {
  if (connection.mode === 'workspace') return startLocally(setup, port);
  const app = createApp({ ...setup, connection, port, ...(slackApiUrl === undefined ? {} : { slackApiUrl }) });
  const listening = await app.start();
  return {
    ...app,
    announcement:
      connection.mode === 'http'
        ? `Dateline is listening on http://${connection.host}:${listening.port}${REQUEST_PATH}`
        : 'Dateline is connected to Slack.',
  };
}

/** The app and a Slack of its own, both on this machine, with secrets made up for this run. */
async function startLocally(setup: Setup, port: number): Promise<Running> {
  // Only needed without Slack: a deployed app never loads it.
  const { startWorkspace } = await import('./workspace/start-workspace.ts');
  const botToken = `xoxb-local-${randomBytes(12).toString('hex')}`;
  const signingSecret = randomBytes(16).toString('hex');
  const workspace = await startWorkspace({
    port,
    botToken,
    signingSecret,
    appName: WORDS.manifest.name,
    commands: manifestCommands(setup.record.dossiers).map(({ command, description, usage_hint: usageHint }) => ({
      command,
      description,
      usageHint,
    })),
    shortcuts: SHORTCUT_LIST,
    examples: exampleQuestions(setup.record.dossiers),
    scopes: SCOPE_NAMES,
    events: BOT_EVENTS,
    desks: LOCAL_DESKS,
  });
  const app = createApp({
    ...setup,
    connection: {
      mode: 'http',
      botToken: new Secret(botToken),
      signingSecret: new Secret(signingSecret),
      host: '127.0.0.1',
    },
    port: 0,
    slackApiUrl: workspace.apiUrl,
  });
  const listening = await app.start();
  workspace.sendTo(`http://127.0.0.1:${listening.port}${REQUEST_PATH}`);
  return {
    isReady: app.isReady,
    announcement: `Dateline is ready: open ${workspace.url}`,
    async stop() {
      await app.stop();
      await workspace.close();
    },
  };
}

function stopOnSignal(log: Log, stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      // A second signal is for someone who does not want to wait.
      if (stopping) process.exit(1);
      stopping = true;
      log.info({ signal }, 'stopping');
      await stop();
      process.exit(0);
    });
  }
  // Slack's Socket Mode client leaves a refused token on reconnect as a rejection that nobody handles.
  process.on('unhandledRejection', (err) => {
    log.fatal({ err }, 'unhandled rejection');
    process.exit(1);
  });
}

/** Ends at once: what was opened by then keeps nothing that would be lost. */
function giveUp(message: string): never {
  console.error(message);
  process.exit(1);
}

main().catch((error: NodeJS.ErrnoException & { setting?: string }) => {
  if (error instanceof DatelineError) return giveUp(error.message);
  if (error.code === 'EADDRINUSE')
    return giveUp(`${error.message}\nSomething else uses that port: set ${error.setting ?? 'PORT'} to another.`);
  giveUp(`Dateline could not start: ${error.stack ?? error}`);
});
