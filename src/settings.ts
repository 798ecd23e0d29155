import { resolve } from 'node:path';
import dotenv from 'dotenv';
import { z } from 'zod';
import { Secret } from './secret.ts';

/** How Slack reaches the app: over HTTP, over Socket Mode, or not at all (the local workspace). */
export type Connection =
  | { readonly mode: 'workspace' }
  | { readonly mode: 'http'; readonly botToken: Secret; readonly signingSecret: Secret; readonly host: string }
  | { readonly mode: 'socket'; readonly botToken: Secret; readonly appToken: Secret };

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** Where accepted work and the ledger are kept: a SQLite file, or a PostgreSQL server by its URL. */
export type StoreSetting =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: Secret };

/** Who the editors are: the members of a Slack user group, or people by their ids. */
export type EditorsSetting =
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'people'; readonly users: readonly string[] };

/** The editors' desk. */
export interface DeskSetting {
  /** Absent: anyone may propose, and nobody may let anything into the record. */
  readonly editors?: EditorsSetting;
  /** The id of the channel in which proposals are reviewed. */
  readonly channel?: string;
  /** Whether nobody may let in what they proposed themselves. */
  readonly fourEyes: boolean;
}

/** What the environment says, checked. */
export interface Settings {
  readonly connection: Connection;
  /** The TCP port of the app, or of the local workspace's page. */
  readonly port: number;
  /** The folder that holds a folder a dossier, absolute. */
  readonly dataFolder: string;
  readonly store: StoreSetting;
  readonly desk: DeskSetting;
  /** Where health and metrics are to be seen; nowhere in the local workspace, unless set. */
  readonly monitor?: { readonly host: string; readonly port: number };
  readonly logLevel: LogLevel;
  /** Slack's Web API, when it is not the public one. */
  readonly slackApiUrl?: string;
}

/** A setting that cannot be used, and how to mend it. Never shows the value of a secret. */
export interface SettingsMistake {
  readonly name: string;
  readonly problem: string;
}

export type SettingsResult =
  | { readonly kind: 'settings'; readonly settings: Settings }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly [SettingsMistake, ...SettingsMistake[]] };

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const port = z
  .string()
  .transform(Number)
  .refine((port) => Number.isInteger(port) && port >= 0 && port <= 65_535, 'must be a whole number from 0 to 65535');

const secret = (form: RegExp, problem: string) =>
  z
    .string()
    .regex(form, problem)
    .transform((value) => new Secret(value))
    .optional();

/** Every setting that Dateline reads, by its name in the environment. */
const environmentSchema = z.object({
  SLACK_BOT_TOKEN: secret(
    /^xoxb-\S+$/,
    'must begin with xoxb-: copy the Bot User OAuth Token from "OAuth & Permissions"',
  ),
  SLACK_SIGNING_SECRET: secret(
    /^\S{8,}$/,
    'must be one word of 8 characters or more: copy it from "Basic Information"',
  ),
  SLACK_APP_TOKEN: secret(
    /^xapp-\S+$/,
    'must begin with xapp-: create an app-level token with connections:write under "Basic Information"',
  ),
  DATELINE_MODE: z.enum(['http', 'socket'], 'must be http or socket').default('http'),
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATELINE_DATA: z.string().default('data'),
  DATELINE_STORE: z.string().optional(),
  DATABASE_URL: secret(/^postgres(?:ql)?:\/\/\S+$/, 'must be the URL of a PostgreSQL database: postgres://...'),
  DATELINE_METRICS_PORT: port.optional(),
  DATELINE_EDITORS: z
    .string()
    .transform(toEditors)
    .refine(
      (editors) => editors !== undefined,
      'must be the id of a user group (S...), or ids of people with commas between (U...,U...)',
    )
    .optional(),
  DATELINE_DESK_CHANNEL: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,}$/, 'must be the id of a channel (C...): copy it from the end of "View channel details"')
    .optional(),
  DATELINE_FOUR_EYES: z.enum(['on', 'off'], 'must be on or off').default('off'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https URL' }).optional(),
});

type Environment = z.infer<typeof environmentSchema>;

/** The names of all settings, in the order of .env.example. */
export const SETTING_NAMES = Object.keys(environmentSchema.shape) as readonly (keyof Environment)[];

/**
 * The settings that an environment gives, or every mistake in it at once.
 * With no Slack secret at all the app runs in the local workspace; a half-set configuration is a mistake.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsResult {
  // An empty line in .env (`PORT=`) means "not set".
  const given = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, environment[name]?.trim()]).filter(([, value]) => value),
  );
  const parsed = environmentSchema.safeParse(given);
  const unusable = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ name: issue.path.join('.'), problem: issue.message }));
  const [first, ...rest] = [...unusable, ...missingSecrets(given), ...twoStores(given)];
  if (first) return { kind: 'mistakes', mistakes: [first, ...rest] };
  return { kind: 'settings', settings: toSettings(parsed.data as Environment) };
}

/** The settings of this process: its environment, with a `.env` file in the working folder beneath it. */
export function loadSettings(): SettingsResult {
  return readSettings(loadEnvironment());
}

/** The data folder alone, absolute: for tools that do not go near Slack. */
export function loadDataFolder(): string {
  return resolve(environmentSchema.shape.DATELINE_DATA.parse(loadEnvironment().DATELINE_DATA?.trim() || undefined));
}

function loadEnvironment(): Readonly<Record<string, string | undefined>> {
  const environment: Record<string, string | undefined> = { ...process.env };
  dotenv.config({ processEnv: environment, quiet: true });
  return environment;
}

function toEditors(value: string): EditorsSetting | undefined {
  const ids = value
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  const [group] = ids;
  if (group !== undefined && ids.length === 1 && /^S[A-Z0-9]{2,}$/.test(group)) return { kind: 'group', group };
  return ids.length > 0 && ids.every((id) => /^[UW][A-Z0-9]{2,}$/.test(id))
    ? { kind: 'people', users: ids }
    : undefined;
}

function missingSecrets(given: Readonly<Record<string, string | undefined>>): SettingsMistake[] {
  const anySecret = given.SLACK_BOT_TOKEN ?? given.SLACK_SIGNING_SECRET ?? given.SLACK_APP_TOKEN;
  if (!anySecret) {
    if (!given.DATELINE_MODE) return [];
    return [{ name: 'DATELINE_MODE', problem: 'is set without any token: set the tokens too, or leave it out' }];
  }
  const mode = given.DATELINE_MODE === 'socket' ? 'socket' : 'http';
  const needed =
    mode === 'socket'
      ? (['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const)
      : (['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'] as const);
  return needed
    .filter((name) => !given[name])
    .map((name) => ({
      name,
      problem: `is missing: ${mode} mode needs ${needed.join(' and ')} (remove all SLACK_ secrets for the local workspace)`,
    }));
}

function twoStores(given: Readonly<Record<string, string | undefined>>): SettingsMistake[] {
  if (!given.DATELINE_STORE || !given.DATABASE_URL) return [];
  return [{ name: 'DATELINE_STORE', problem: 'is set beside DATABASE_URL: there is one store, leave one of them out' }];
}

const USUAL_MONITOR_PORT = 9464;
// What was tried in the local workspace is of no use in a real one: its channels are others.
const USUAL_STORES = { workspace: 'var/local.db', http: 'var/dateline.db', socket: 'var/dateline.db' } as const;

/** The desk as the local workspace seeds it. */
const LOCAL_DESK = { editors: { kind: 'group', group: 'S0EDITORS1' }, channel: 'C0DESK0001' } as const;

function toDesk(read: Environment, mode: Connection['mode']): DeskSetting {
  const usual = mode === 'workspace' ? LOCAL_DESK : {};
  return {
    ...usual,
    ...(read.DATELINE_EDITORS ? { editors: read.DATELINE_EDITORS } : {}),
    ...(read.DATELINE_DESK_CHANNEL ? { channel: read.DATELINE_DESK_CHANNEL } : {}),
    fourEyes: read.DATELINE_FOUR_EYES === 'on',
  };
}

function toSettings(read: Environment): Settings {
  const connection = toConnection(read);
  const { DATABASE_URL: url, DATELINE_STORE: file = USUAL_STORES[connection.mode] } = read;
  const monitorPort = read.DATELINE_METRICS_PORT ?? (connection.mode === 'workspace' ? undefined : USUAL_MONITOR_PORT);
  return {
    connection,
    port: read.PORT,
    dataFolder: resolve(read.DATELINE_DATA),
    store: url ? { kind: 'postgres', url } : { kind: 'sqlite', file: resolve(file) },
    desk: toDesk(read, connection.mode),
    ...(monitorPort === undefined ? {} : { monitor: { host: read.HOST, port: monitorPort } }),
    // In the local workspace the terminal is for the one URL to open.
    logLevel: read.LOG_LEVEL ?? (connection.mode === 'workspace' ? 'warn' : 'info'),
    ...(read.SLACK_API_URL === undefined ? {} : { slackApiUrl: read.SLACK_API_URL }),
  };
}

function toConnection(read: Environment): Connection {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret, SLACK_APP_TOKEN: appToken } = read;
  if (botToken && appToken && read.DATELINE_MODE === 'socket') return { mode: 'socket', botToken, appToken };
  if (botToken && signingSecret) return { mode: 'http', botToken, signingSecret, host: read.HOST };
  return { mode: 'workspace' };
}
