import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_ADDRESS, manifestText } from '../../src/cli/manifest.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { manifest, type Reach } from '../../src/slack/manifest.ts';
import { BOT_EVENTS, SCOPE_NAMES, SCOPES } from '../../src/slack/scopes.ts';
import { ferryRecord } from './support/ferry-record.ts';
import { manifestSchema } from './support/manifest-schema.ts';

const http: Reach = { mode: 'http', requestUrl: `${EXAMPLE_ADDRESS}/slack/events` };
const record = loadRecord('data');
const validate = new Ajv({ allErrors: true }).compile(manifestSchema);

/** All code that runs in Slack, as one text. */
const code = readdirSync('src/slack', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'scopes.ts')
  .map((name) => readFileSync(join('src/slack', name), 'utf8'))
  .join('\n');

describe('the manifest', () => {
  it('in manifest.yml is the one that the dossiers and the code give: run `npm run manifest` otherwise', () => {
    expect(readFileSync('manifest.yml', 'utf8')).toBe(manifestText('data', http));
  });

  it.each([
    ['the record over HTTP', record, http],
    ['another record over Socket Mode', ferryRecord, { mode: 'socket' } as const],
  ])('of %s is one that Slack takes', (_, dossiers, reach) => {
    validate(manifest(dossiers, reach));
    expect(validate.errors).toBeNull();
  });

  it('says the same in YAML', () => {
    expect(load(manifestText('data', http))).toEqual(JSON.parse(JSON.stringify(manifest(record, http))));
  });

  it('names every topic command of the dossiers, and no address in Socket Mode', () => {
    const { features } = manifest(ferryRecord, { mode: 'socket' });
    expect(features?.slash_commands?.map(({ command }) => command)).toEqual([
      '/ferry-accident',
      '/ferry-toll',
      '/ferry-refit',
      '/ferry-inquiry',
      '/ferry-aftermath',
      '/dateline',
    ]);
    expect(JSON.stringify(manifest(ferryRecord, { mode: 'socket' }))).not.toContain('http');
  });
});

describe('the permissions', () => {
  it.each(SCOPE_NAMES)('%s is needed by something that the code does', (name) => {
    const { neededBy } = SCOPES[name];
    expect(neededBy.length).toBeGreaterThan(0);
    for (const need of neededBy) {
      if (need === 'slash commands') expect(code).toContain('app.command(');
      else if (need === 'shortcuts') expect(code).toContain('app.shortcut(');
      else if (BOT_EVENTS.some((event) => event === need)) expect(code).toContain(`app.event('${need.split('.')[0]}'`);
      else expect(code).toContain(`client.${need}(`);
    }
  });

  it('cover every method of the Web API that the code calls', () => {
    const called = [...code.matchAll(/client\.([a-z]+\.[a-zA-Z.]+)\(/g)].map(([, method]) => method as string);
    const needed = new Set<string>(Object.values(SCOPES).flatMap(({ neededBy }) => neededBy));
    // Views and links to messages need no scope, apps.connections.open an app-level token.
    const isFree = (method: string) => method.startsWith('views.') || method === 'chat.getPermalink';
    expect(called.filter((method) => !needed.has(method) && !isFree(method))).toEqual([]);
  });

  it('cover every event that is subscribed to', () => {
    const needed = new Set<string>(Object.values(SCOPES).flatMap(({ neededBy }) => neededBy));
    expect(BOT_EVENTS.filter((event) => !needed.has(event) && event !== 'app_home_opened')).toEqual([]);
  });
});
