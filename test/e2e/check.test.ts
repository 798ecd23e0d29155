import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { type RunningDateline, startDateline } from './running-dateline.ts';

let dateline: RunningDateline;
beforeAll(async () => {
  dateline = await startDateline();
});
afterAll(() => dateline.stop());

const COPY = 'Washington puts the North Korean troops sent to Russia at some 30,000. It rained in Kyiv this morning.';
const composer = (page: Page) => page.getByRole('combobox', { name: /^Message/ });
const log = (page: Page) => page.getByRole('log').first();

describe('a copy editor', () => {
  test('checks a message against the record from its menu, and alone sees the result', async () => {
    const page = await openPage(dateline.url);
    await composer(page).fill(COPY);
    await composer(page).press('Enter');
    const message = log(page).getByRole('article').filter({ hasText: COPY }).last();
    await message.hover();
    await message.getByRole('button', { name: 'Message actions' }).click();
    await page.getByRole('menuitem', { name: /Check against the record/ }).click();
    const result = log(page).getByRole('article').filter({ hasText: 'Checked against the record' });
    await result.getByText('Only visible to you').waitFor();
    const told = (await result.textContent()) ?? '';
    expect(told).toContain('Contradicted by the record');
    expect(told).toContain('“not on record” is not “false”');
    expect(told.indexOf('30,000')).toBeLessThan(told.indexOf('It rained in Kyiv'));
    expect(await result.getByRole('link', { name: 'UPI, 19 Feb 2025' }).first().getAttribute('href')).toMatch(
      /^https:\/\//,
    );
    await result.getByText('Checked against the record').scrollIntoViewIfNeeded();
    await page.screenshot({ path: 'docs/pictures/check.png', animations: 'disabled' });
  });

  test('pastes a draft into a modal and reads the result there', async () => {
    const page = await openPage(dateline.url);
    await composer(page).fill('/dateline check');
    await composer(page).press('Enter');
    const modal = page.getByRole('dialog', { name: 'Check a draft' });
    await modal.getByRole('textbox', { name: 'Draft', exact: true }).fill(COPY);
    await modal.getByRole('button', { name: 'Check', exact: true }).click();
    const result = page.getByRole('dialog', { name: 'Against the record' });
    await result.getByText('Contradicted by the record', { exact: true }).first().waitFor();
    expect(await result.textContent()).toContain('It rained in Kyiv this morning.');
  });
});
