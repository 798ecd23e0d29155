import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { manifestCommands } from '../../src/slack/manifest.ts';
import { BOT_EVENTS, SCOPE_NAMES } from '../../src/slack/scopes.ts';
import { startWorkspace, type Workspace } from '../../src/workspace/start-workspace.ts';
import { ferryRecord } from '../slack/support/ferry-record.ts';
import { BOT_TOKEN, SIGNING_SECRET } from '../slack/support/open-newsroom.ts';
import { spawnInstance } from '../slack/support/spawn-instance.ts';
import { openPage } from './browser.ts';
import { pageApi } from './page-api.ts';

const MESSAGES = 50;
const QUESTION = 'how many people were rescued?';
const OLD = 'The coastguard says that 190 people were pulled from the water or from rafts.';
const NEW = 'The coastguard says that 188 people were pulled from the water or from rafts.';

/** A local Slack with its page, in this process: it outlives the app. */
async function openSlackWithPage(): Promise<Workspace> {
  return startWorkspace({
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
    appName: 'Dateline',
    commands: manifestCommands(ferryRecord).map(({ command, description }) => ({ command, description })),
    shortcuts: [],
    examples: [],
    scopes: SCOPE_NAMES,
    events: BOT_EVENTS,
    desks: ['editors-desk', 'world-desk'],
  });
}

/** Answers of the app in a channel, in threads too. */
const answersIn = (slack: Workspace, channel: string) =>
  slack.messages({ channel }).filter(({ bot_id, text }) => bot_id && !text?.startsWith('Correction, '));
const noticesIn = (slack: Workspace, channel: string) =>
  slack.messages({ channel }).filter(({ text }) => text?.startsWith('Correction, ')).length;
const isMarked = ({ text }: { readonly text?: string }) => text?.startsWith('Corrected on ') === true;

async function correct(page: Page) {
  const newest = page.getByRole('log').first().getByRole('article').filter({ hasText: QUESTION }).last();
  await newest.getByRole('button', { name: '1 reply' }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByRole('button', { name: 'Correct or trace' }).click();
  const list = page.getByRole('dialog', { name: 'On the record' });
  await list.getByText(OLD).waitFor();
  await list.getByRole('button', { name: 'Correct…' }).click();
  const form = page.getByRole('dialog', { name: 'Correct a claim' });
  await form.getByRole('textbox', { name: 'Why it is amended' }).fill('Two had been counted twice.');
  await form.getByRole('textbox', { name: 'The source that shows it' }).fill('Kestrel News, 13 Mar 2024');
  await form.getByRole('textbox', { name: 'The claim' }).fill(NEW);
  await form.getByRole('textbox', { name: /^Figure/ }).fill('188');
  await form.getByRole('button', { name: 'Correct it' }).click();
  const done = page.getByRole('dialog', { name: 'Done' });
  await done.getByText(/^Corrected\. 50 messages showed it/).waitFor();
  await done.getByRole('button', { name: 'Close' }).last().click();
}

test('a correction to 50 messages is finished after the process was killed halfway', async ({ onTestFinished }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-killed-'));
  const slack = await openSlackWithPage();
  onTestFinished(async () => {
    await slack.close();
    rmSync(folder, { recursive: true });
  });
  const store = { kind: 'sqlite', file: join(folder, 'desk.db') } as const;
  const start = () => spawnInstance(slack, store, { betweenEdits: 40, tick: 200 }, { answers: true });
  const dateline = await start();
  const api = pageApi(slack.url);
  const channels = ['newsroom', 'world-desk'];
  for (let asked = 0; asked < MESSAGES; asked += 1) {
    const channel = channels[asked % channels.length] as string;
    await api.act({ act: 'send', user: 'nadia', channel, text: `@Dateline ${QUESTION}` });
  }
  const answers = () => channels.flatMap((channel) => answersIn(slack, channel));
  await slack.until(() => answers().length === MESSAGES, { within: 20_000, label: '50 answers' });
  for (const { text } of answers()) expect(text).toContain(OLD);

  const page = await openPage(`${slack.url}?as=tom`);
  page.setDefaultTimeout(10_000);
  await correct(page);
  const marked = () => answers().filter(isMarked).length;
  await slack.until(() => marked() >= MESSAGES / 2, { within: 20_000, label: 'half of the messages marked' });
  await dateline.kill();
  expect(marked()).toBeLessThan(MESSAGES);

  await start();
  await slack.until(() => marked() === MESSAGES, { within: 20_000, label: 'all messages marked' });
  await slack.until(() => channels.every((channel) => noticesIn(slack, channel) >= MESSAGES / 2), {
    within: 20_000,
    label: 'a notice in every thread',
  });
  for (const channel of channels) {
    await page.getByRole('navigation').getByRole('button', { name: channel }).click();
    const log = page.getByRole('log').first();
    const asked = log.getByRole('article').filter({ hasText: QUESTION });
    expect(await asked.count()).toBe(MESSAGES / channels.length);
    for (const root of await asked.all()) {
      await root.getByRole('button', { name: '2 replies' }).click();
      const thread = page.getByRole('complementary', { name: 'Thread' });
      await thread.locator(`[data-ts="${await root.getAttribute('data-ts')}"]`).waitFor();
      const [, answer = '', ...notices] = await thread.getByRole('article').allInnerTexts();
      expect(answer).toMatch(/Corrected on .*was: .*now: /su);
      expect(answer).toContain(NEW);
      expect(notices).toEqual([expect.stringContaining('Correction, ')]);
    }
  }
}, 120_000);
