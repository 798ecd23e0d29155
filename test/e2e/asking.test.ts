import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage, sizes } from './browser.ts';
import { type RunningDateline, startDateline } from './running-dateline.ts';

// The whole of Dateline as a reporter meets it: `npm start`, a browser, the first dossier.
let dateline: RunningDateline;
beforeAll(async () => {
  dateline = await startDateline();
});
afterAll(() => dateline.stop());

const composer = (page: Page) => page.getByRole('combobox', { name: /^Message/ });
const thread = (page: Page) => page.getByRole('complementary', { name: 'Thread' });
const lastIn = (page: Page) => page.getByRole('log').first().getByRole('article').last();

/** Says it and waits until something new stands in the channel: one's own message, or the answer to a command. */
async function say(page: Page, text: string) {
  const before = await page.getByRole('article').count();
  await composer(page).fill(text);
  await composer(page).press('Enter');
  await expect.poll(() => page.getByRole('article').count(), { timeout: 10_000 }).toBeGreaterThan(before);
}

/** A picture for the README, made by the run itself. */
async function picture(page: Page, name: string) {
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' });
}

describe('a reporter', () => {
  test('asks by command and sees figures that differ, each with its source, alone', async () => {
    const page = await openPage(dateline.url);
    await say(page, '/deployment how many troops were sent');
    await lastIn(page).getByText('Only visible to you').waitFor();
    const answer = await lastIn(page).innerText();
    for (const figure of ['10,000', '11,000', '12,000', '15,000']) expect(answer).toContain(figure);
    expect(answer).toContain('UPI, 19 Feb 2025');
    expect(answer).toContain('undated');
    expect(await lastIn(page).getByRole('table').isVisible()).toBe(true);
  });

  test('shares the answer, and everyone in the channel sees it', async () => {
    const page = await openPage(dateline.url);
    await say(page, '/dateline ask where are the prisoners held');
    // What was asked before may still be the last to be seen, and has a button too.
    await lastIn(page).getByText(/Kyiv/).first().waitFor();
    await lastIn(page).getByRole('button', { name: 'Share to channel' }).click();
    await page
      .getByText(/shared/i)
      .first()
      .waitFor();
    const other = await openPage(dateline.url);
    await other.getByRole('radio', { name: /Tom Okafor/ }).check({ force: true });
    await lastIn(other).getByText('The Straits Times, 2 Nov 2025').first().waitFor();
    expect(await lastIn(other).innerText()).toContain('Kyiv');
  });

  test('asks by mention, misspelt, and follows up in the thread', async () => {
    const page = await openPage(dateline.url);
    await say(page, '@Dateline who is jang se-yul');
    await thread(page).getByText('Gyeore-eol Nation United').first().waitFor();
    const reply = thread(page).getByRole('combobox');
    await reply.fill('@Dateline is he a defector himself');
    await reply.press('Enter');
    await thread(page)
      .getByText(/Jang Se-yul .*defector/)
      .last()
      .waitFor();
    expect(await thread(page).innerText()).toContain('The Straits Times, 2 Nov 2025');
    await picture(page, 'thread');
  });

  test('is told what is not on record, with what is nearest', async () => {
    const page = await openPage(dateline.url);
    await say(page, '/dateline ask what did Trump say about the prisoners');
    await lastIn(page).getByText('Trump').first().waitFor();
    expect((await lastIn(page).innerText()).toLowerCase()).toContain('no one and nothing called “trump”');
  });

  test('opens a brief with a topic’s command alone', async () => {
    const page = await openPage(dateline.url);
    await say(page, '/asylum');
    await lastIn(page).getByText('Newest report on record').waitFor();
  });

  test('finds help', async () => {
    const page = await openPage(dateline.url);
    await say(page, '/dateline help');
    await lastIn(page).getByText('/dateline timeline').first().waitFor();
    const help = await lastIn(page).innerText();
    for (const command of ['/pows', '/deployment', '/asylum', '/dateline sources', 'Mention me'])
      expect(help).toContain(command);
  });

  test('asks in a direct message', async () => {
    const page = await openPage(dateline.url);
    await page.getByRole('button', { name: /Dateline messages/ }).click();
    await say(page, 'how old is ri?');
    await page.getByText('26').first().waitFor();
  });

  test('gets an answer to text that would ping, link or break', async () => {
    const page = await openPage(dateline.url);
    for (const text of [
      '/dateline ask <!channel> *bold* `code` how many troops',
      '/dateline ask كم عدد الجنود',
      `/dateline ask ${'troops '.repeat(700)}`,
      '/dateline nonsense',
    ]) {
      await say(page, text);
    }
    expect(await page.getByText(/something went wrong|dispatch_failed|operation_timeout/i).count()).toBe(0);
  });
});

describe('pictures for the README', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`an answer, ${colorScheme}`, async () => {
      const page = await openPage(dateline.url, { colorScheme, viewport: { width: 1280, height: 1000 } });
      await say(page, '/deployment how many troops were sent');
      await lastIn(page).getByText('Only visible to you').waitFor();
      await lastIn(page).getByRole('table').scrollIntoViewIfNeeded();
      await picture(page, colorScheme === 'light' ? 'answer' : 'answer-dark');
    });
  }

  test('an answer on a telephone', async () => {
    const page = await openPage(dateline.url, { viewport: sizes.narrow });
    await say(page, '/dateline ask has pyongyang confirmed the deployment');
    await lastIn(page).getByText('April 2025').first().waitFor();
    await picture(page, 'telephone');
    const [wide = 0, seen = 0] = await page.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
    expect(wide).toBeLessThanOrEqual(seen);
  });
});
