import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { afterEach } from 'vitest';
import type { WorkspaceOptions } from '../../src/workspace/options.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';

/** Scopes of an app that reads and writes in channels and direct messages. */
export const allScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'users:read',
];

/** Every event that the workspace can send. */
export const allEvents = [
  'app_home_opened',
  'app_mention',
  'member_joined_channel',
  'message.channels',
  'message.groups',
  'message.im',
];

const opened: Workspace[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((workspace) => workspace.close()));
});

/** The secrets of every workspace in these tests. */
export const secrets = { signingSecret: 'a local signing secret', botToken: 'xoxb-local-test' };

/** A workspace without a page, closed after the test. */
export const openWorkspace = async (options: Partial<WorkspaceOptions> = {}): Promise<Workspace> => {
  const workspace = await startWorkspace({
    ...secrets,
    appName: 'Desk',
    commands: [{ command: '/ask', description: 'Ask the record', usageHint: 'a question' }],
    shortcuts: [
      { name: 'Check', callbackId: 'check', type: 'message' },
      { name: 'File', callbackId: 'file', type: 'global' },
    ],
    examples: [],
    scopes: allScopes,
    events: allEvents,
    desks: ['harbour-desk'],
    retryDelays: [5, 10, 15],
    page: false,
    ...options,
  });
  opened.push(workspace);
  return workspace;
};

/** A logger that says nothing: a test that ends may cut an app off in the middle of a word. */
export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** Slack's own client, as apps use it, without retries unless asked, and without noise. */
export const clientOf = (
  workspace: Workspace,
  token: string = secrets.botToken,
  retryConfig: WebClientOptions['retryConfig'] = { retries: 0 },
): WebClient =>
  new WebClient(token, {
    slackApiUrl: workspace.apiUrl,
    logger: quiet,
    retryConfig,
    rejectRateLimitedCalls: true,
  });

/** What a call answers with, its refusals included. */
export const answerTo = async (call: Promise<unknown>): Promise<Record<string, unknown> & { error?: string }> => {
  try {
    return (await call) as Record<string, unknown>;
  } catch (error) {
    const { data } = error as { data?: Record<string, unknown> };
    if (data) return data;
    throw error;
  }
};
