import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { readSettings, SETTING_NAMES } from '../src/settings.ts';
import { identity, seedChannels, userGroups } from '../src/workspace/state/seed.ts';

const http = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_SIGNING_SECRET: 'signing-secret-1' };

/** The settings of an environment that has to be usable. */
function settingsOf(environment: Record<string, string>) {
  const read = readSettings(environment);
  if (read.kind === 'mistakes') throw new Error(inspect(read.mistakes));
  return read.settings;
}

/** The names of the settings that cannot be used, and why. */
function mistakesIn(environment: Record<string, string>) {
  const read = readSettings(environment);
  return read.kind === 'mistakes' ? Object.fromEntries(read.mistakes.map(({ name, problem }) => [name, problem])) : {};
}

describe('settings', () => {
  it('without any secret ask for the local workspace, quietly', () => {
    expect(settingsOf({})).toMatchObject({ connection: { mode: 'workspace' }, port: 3000, logLevel: 'warn' });
  });

  it('of .env.example, copied as it is, are those without any secret', () => {
    expect(readSettings(parse(readFileSync('.env.example')))).toEqual(readSettings({}));
  });

  it('are all named in .env.example, each after a comment', () => {
    const text = readFileSync('.env.example', 'utf8');
    expect(Object.keys(parse(text))).toEqual(SETTING_NAMES);
    for (const name of SETTING_NAMES) expect(text).toMatch(new RegExp(`^# .+\n${name}=`, 'm'));
  });

  it('with a bot token and a signing secret connect over HTTP', () => {
    const { connection, logLevel } = settingsOf(http);
    expect(connection).toMatchObject({ mode: 'http', host: '0.0.0.0' });
    expect(logLevel).toBe('info');
    expect(connection.mode === 'http' && connection.signingSecret.reveal()).toBe('signing-secret-1');
  });

  it('with a bot token and an app token connect over Socket Mode when asked to', () => {
    const environment = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', DATELINE_MODE: 'socket' };
    expect(settingsOf(environment).connection).toMatchObject({ mode: 'socket' });
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    [{ SLACK_SIGNING_SECRET: 'signing-secret-1' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-1', DATELINE_MODE: 'socket' }, ['SLACK_BOT_TOKEN']],
    [{ ...http, DATELINE_MODE: 'socket' }, ['SLACK_APP_TOKEN']],
    [{ DATELINE_MODE: 'http' }, ['DATELINE_MODE']],
  ])('half set, as %j, are a mistake in %j', (environment, names) => {
    expect(Object.keys(mistakesIn(environment))).toEqual(names);
  });

  it('name every mistake at once, each with its mend', () => {
    const mistakes = mistakesIn({
      SLACK_BOT_TOKEN: 'xapp-swapped',
      SLACK_SIGNING_SECRET: 'short',
      DATELINE_MODE: 'carrier-pigeon',
      PORT: '80 80',
      LOG_LEVEL: 'loud',
      SLACK_API_URL: 'ftp://slack',
    });
    expect(mistakes).toEqual({
      SLACK_BOT_TOKEN: expect.stringContaining('must begin with xoxb-'),
      SLACK_SIGNING_SECRET: expect.stringContaining('copy it from'),
      DATELINE_MODE: 'must be http or socket',
      PORT: 'must be a whole number from 0 to 65535',
      LOG_LEVEL: expect.stringContaining('must be one of'),
      SLACK_API_URL: 'must be an http or https URL',
    });
    expect(JSON.stringify(mistakes)).not.toMatch(/swapped|"short"/);
  });

  it('keep the store in a file, another one in the local workspace', () => {
    expect(settingsOf({}).store).toEqual({ kind: 'sqlite', file: resolve('var/local.db') });
    expect(settingsOf(http).store).toEqual({ kind: 'sqlite', file: resolve('var/dateline.db') });
    expect(settingsOf({ DATELINE_STORE: '/srv/d.db' }).store).toEqual({ kind: 'sqlite', file: '/srv/d.db' });
  });

  it('keep the store in PostgreSQL where a database is named, without showing its password', () => {
    const { store } = settingsOf({ DATABASE_URL: 'postgresql://dateline:hush@db/dateline' });
    expect(store.kind === 'postgres' && store.url.reveal()).toBe('postgresql://dateline:hush@db/dateline');
    expect(inspect(store)).not.toContain('hush');
  });

  it('that name two stores, or a database of another kind, are a mistake', () => {
    expect(mistakesIn({ DATABASE_URL: 'mysql://db/x' })).toEqual({
      DATABASE_URL: expect.stringContaining('PostgreSQL'),
    });
    expect(mistakesIn({ DATABASE_URL: 'postgres://db/x', DATELINE_STORE: 'x.db' })).toEqual({
      DATELINE_STORE: expect.stringContaining('leave one of them out'),
    });
  });

  it('show health and metrics on a port of their own, in the local workspace only when set', () => {
    expect(settingsOf(http).monitor).toEqual({ host: '0.0.0.0', port: 9464 });
    expect(settingsOf({}).monitor).toBeUndefined();
    expect(settingsOf({ DATELINE_METRICS_PORT: '9000', HOST: '127.0.0.1' }).monitor).toEqual({
      host: '127.0.0.1',
      port: 9000,
    });
  });

  it('know the editors as a user group or as people, and the desk by its channel', () => {
    const desk = (environment: Record<string, string>) => settingsOf({ ...http, ...environment }).desk;
    expect(desk({})).toEqual({ fourEyes: false });
    expect(
      desk({ DATELINE_EDITORS: 'S0123ABCD', DATELINE_DESK_CHANNEL: 'C0123ABCD', DATELINE_FOUR_EYES: 'on' }),
    ).toEqual({
      editors: { kind: 'group', group: 'S0123ABCD' },
      channel: 'C0123ABCD',
      fourEyes: true,
    });
    expect(desk({ DATELINE_EDITORS: 'U0123ABCD, W0456EFGH' }).editors).toEqual({
      kind: 'people',
      users: ['U0123ABCD', 'W0456EFGH'],
    });
  });

  it('of the desk that are no ids are mistakes', () => {
    const given = { ...http, DATELINE_EDITORS: '@editors', DATELINE_DESK_CHANNEL: '#desk', DATELINE_FOUR_EYES: 'yes' };
    expect(Object.keys(mistakesIn(given))).toEqual(['DATELINE_EDITORS', 'DATELINE_DESK_CHANNEL', 'DATELINE_FOUR_EYES']);
    expect(Object.keys(mistakesIn({ ...http, DATELINE_EDITORS: 'S0123ABCD,U0123ABCD' }))).toEqual(['DATELINE_EDITORS']);
  });

  it('of the desk in the local workspace are the group and the channel that it has', () => {
    const { desk } = settingsOf({});
    expect(desk.editors).toEqual({ kind: 'group', group: userGroups[0].id });
    const channels = seedChannels(identity('Dateline'), ['editors-desk']);
    expect(channels.find(({ id }) => id === desk.channel)?.name).toBe('editors-desk');
  });

  it('never print a secret', () => {
    const settings = settingsOf(http);
    const printed = [
      inspect(settings, { depth: 9, showHidden: true }),
      JSON.stringify(settings),
      `${Object.values(settings.connection)}`,
    ];
    for (const text of printed) {
      expect(text).toContain('[secret]');
      expect(text).not.toMatch(/1-secret|signing-secret-1/);
    }
  });
});
