import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContestantStart } from '../common/contestant.ts';
import { BOT_TOKEN, SIGNING_SECRET } from './setup.ts';

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The smallest Slack that takes replies. */
export const STUB: ContestantStart = { name: 'Slack', script: pathOf('slack-stub.ts') };

/** The floor and the peer, whose replies go to a Slack at that address. */
export const bareHttp = (slackApiUrl: string): ContestantStart => ({
  name: 'node:http',
  script: pathOf('bare-http.ts'),
  args: [slackApiUrl],
});
export const bareBolt = (slackApiUrl: string): ContestantStart => ({
  name: 'Bolt',
  script: pathOf('bare-bolt.ts'),
  args: [slackApiUrl],
});

/** Dateline as `npm start` starts it with tokens: the shipped dossier, an SQLite file, its log and its metrics. */
export function dateline(slackApiUrl: string): ContestantStart & { readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
  return {
    name: 'Dateline',
    script: pathOf('../../src/start.js'),
    env: {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slackApiUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      DATELINE_METRICS_PORT: '0',
      DATELINE_DATA: pathOf('../../data'),
      DATELINE_STORE: join(folder, 'dateline.db'),
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
