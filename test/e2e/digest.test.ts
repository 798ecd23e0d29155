import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { type RunningDateline, startDateline } from './running-dateline.ts';

// The whole of Dateline as an editor meets it: `npm start`, a browser, the first dossier, an empty store.
const folder = mkdtempSync(join(tmpdir(), 'dateline-digest-'));
let dateline: RunningDateline;
beforeAll(async () => {
  dateline = await startDateline({ DATELINE_STORE: join(folder, 'digest.db') });
});
afterAll(async () => {
  await dateline.stop();
  rmSync(folder, { recursive: true });
});

const form = (page: Page) => page.getByRole('dialog', { name: 'Digest' });
const messages = (page: Page) => page.getByRole('log').first().getByRole('article');

async function say(page: Page, text: string) {
  const composer = page.getByRole('combobox', { name: /^Message/ });
  await composer.fill(text);
  await composer.press('Enter');
}

async function choose(page: Page, field: string, typed: string) {
  const menu = form(page).getByRole('combobox', { name: field });
  await menu.fill(typed);
  await menu.press('Enter');
}

test('an editor sets up a digest, asks for it at once, and the channel has it', async () => {
  const page = await openPage(dateline.url, { viewport: { width: 1280, height: 1000 } });
  await say(page, '/dateline digest');
  await form(page).getByText('On a day without news').waitFor();
  expect(await form(page).getByRole('checkbox', { name: 'Friday' }).isChecked()).toBe(true);
  await choose(page, 'Topics', 'The deployment');
  await form(page).getByLabel('Hour').fill('07:30');
  await form(page).getByRole('checkbox', { name: 'Sunday' }).check();
  await choose(page, 'Time zone', 'Lord Howe');
  await form(page).getByRole('radio', { name: 'Post nothing' }).check();
  await form(page).getByRole('button', { name: 'Save' }).click();
  await page.getByText(/set up: .*Friday and Sunday at 07:30 \(Australia\/Lord_Howe\)/).waitFor();

  await say(page, '/dateline digest now');
  const edition = messages(page).filter({ hasText: 'The record as it stands' });
  await edition.getByText('The deployment').first().waitFor();
  const text = (await edition.allInnerTexts()).join('\n');
  expect(text).toContain('UPI, 19 Feb 2025');
  expect(text).not.toContain('The asylum position');
  await page.screenshot({ path: 'docs/pictures/digest.png', animations: 'disabled' });

  await say(page, '/dateline digest status');
  await messages(page).last().getByText('It covers: The deployment.').waitFor();
  const home = await openPage(dateline.url);
  await home.getByRole('button', { name: /Dateline home/i }).click();
  await home.getByText('Digests that you set up').waitFor();
});

test('a form without a day says so at its field, and stays', async () => {
  const page = await openPage(dateline.url);
  await say(page, '/dateline digest');
  await form(page).getByText('On a day without news').waitFor();
  for (const day of await form(page).getByRole('checkbox').all()) await day.uncheck();
  await form(page).getByRole('button', { name: 'Save' }).click();
  await form(page)
    .getByRole('alert')
    .or(form(page).getByText(/required|at least one day/i))
    .first()
    .waitFor();
  expect(await form(page).isVisible()).toBe(true);
});

test('where Dateline is not in the channel, it says how to invite it', async () => {
  // Another chair: the form that the test before leaves open covers the page of whoever opened it.
  const page = await openPage(`${dateline.url}?as=tom`);
  await page.getByRole('button', { name: /standards/ }).click();
  await say(page, '/dateline digest');
  await page.getByText('/invite @Dateline').waitFor();
});
