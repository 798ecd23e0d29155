import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { type RunningDateline, startDateline } from './running-dateline.ts';

// The whole of Dateline as editors meet it: `npm start`, a browser, an empty store, the record of an invented accident.
// Each test goes on where the one before it ended.
const folder = mkdtempSync(join(tmpdir(), 'dateline-desk-'));
let dateline: RunningDateline;
beforeAll(async () => {
  dateline = await startDateline({
    DATELINE_STORE: join(folder, 'desk.db'),
    DATELINE_DATA: 'test/fixtures/harbour-ferry/data',
  });
});
afterAll(async () => {
  await dateline.stop();
  rmSync(folder, { recursive: true });
});

const QUESTION = 'how many divers searched the wreck?';
const FILED = 'The navy says that 24 divers searched the wreck.';
const CORRECTED = 'The navy says that 14 divers searched the wreck.';
const CITED = 'Harbour Gazette, 2 Sep 2024';
const WHY = 'The navy counted 24 dives, not divers.';
const SHOWN_BY = 'Harbour Gazette, 3 Sep 2024';

const PATIENT = { timeout: 10_000 };

type Person = 'nadia' | 'tom' | 'ines';
/** A person's page; what it is waited for has to come within ten seconds. */
async function chair(person: Person): Promise<Page> {
  const page = await openPage(`${dateline.url}?as=${person}`);
  page.setDefaultTimeout(10_000);
  return page;
}
const messages = (page: Page) => page.getByRole('log').first().getByRole('article');
const thread = (page: Page) => page.getByRole('complementary', { name: 'Thread' });
const modal = (page: Page, title: string) => page.getByRole('dialog', { name: title });
const press = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: typeof name === 'string' }).click();
const fill = (form: Locator, field: string, text: string) => form.getByRole('textbox', { name: field }).fill(text);
/** What the alerts of a form say, from the top. */
const errorsIn = (form: Locator) => form.getByRole('alert').allInnerTexts();

async function go(page: Page, place: RegExp) {
  await page.getByRole('navigation').getByRole('button', { name: place }).click();
}

async function say(page: Page, text: string) {
  const composer = page.getByRole('combobox', { name: /^Message/ });
  await composer.fill(text);
  await composer.press('Enter');
}

/** Types into a menu and takes what it offers under a name. */
async function choose(form: Locator, field: string, typed: string, offered: string | RegExp = typed) {
  const menu = form.getByRole('combobox', { name: field, exact: true });
  await menu.click();
  await menu.pressSequentially(typed);
  await form.page().getByRole('option', { name: offered }).first().click();
}

/** A picture for the README, made by the run itself. */
async function picture(page: Page, name: string) {
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' });
}

test('a reporter files from a decline what the record lacks, and hears that the desk has it', async () => {
  const page = await chair('nadia');
  await say(page, `@Dateline ${QUESTION}`);
  await press(thread(page), 'File it');
  const form = modal(page, 'File to the record');
  await form.getByText(QUESTION).waitFor();
  await fill(form, 'The claim', FILED);
  await choose(form, 'Topic', 'aftermath');
  await choose(form, 'Who says so', 'Calvany Navy', 'Add “Calvany Navy” (a body)');
  await picture(page, 'filing');
  await fill(form, 'When it happened or held', 'late August');
  await form.getByRole('checkbox', { name: /key fact/ }).check();
  await press(form, 'The article is not on record');
  await choose(form, 'Outlet', 'Harbour Gazette', 'Use “Harbour Gazette”');
  await fill(form, 'Headline', 'Divers end search of the Maren Tolle');
  await fill(form, 'Address', 'https://harbourgazette.example/divers-end-search');
  await fill(form, 'Paragraph', 'four');
  await press(form, 'File');
  // When it happened, when it was published, and the paragraph: each at its field.
  await expect.poll(() => errorsIn(form), PATIENT).toHaveLength(3);
  await expect.poll(() => page.locator(':focus').inputValue(), PATIENT).toBe('late August');
  expect(await form.getByRole('textbox', { name: 'The claim' }).inputValue()).toBe(FILED);
  await fill(form, 'When it happened or held', '2024-08');
  await form.getByLabel('Published on').fill('2024-09-02');
  await fill(form, 'Paragraph', '4');
  expect(await errorsIn(form)).toEqual([]);
  await press(form, 'File');
  await form.waitFor({ state: 'detached' });
  await go(page, /Dateline messages/);
  await messages(page).filter({ hasText: 'Filed: the editors’ desk has it.' }).getByText(CITED).first().waitFor();
});

test('an editor lets it in, another is told who did, and it answers at once', async () => {
  const [tom, ines, nadia] = await Promise.all([chair('tom'), chair('ines'), chair('nadia')]);
  for (const page of [tom, ines]) {
    await go(page, /editors-desk/);
    await messages(page).last().getByText('Nadia Brandt proposes a claim.').waitFor();
  }
  await picture(tom, 'review');
  await press(messages(ines).last(), 'Edit');
  const form = modal(ines, 'Change a proposal');
  await form.waitFor();
  await press(messages(tom).last(), 'Approve');
  await messages(tom).last().getByText('Approved by Tom Okafor').waitFor();
  expect(await messages(tom).last().getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await fill(form, 'The claim', CORRECTED);
  await press(form, 'Save');
  await form.getByText(/^Tom Okafor approved it already/).waitFor();
  expect(await form.getByRole('textbox', { name: 'The claim' }).inputValue()).toBe(CORRECTED);
  await press(form, 'Cancel');

  await go(nadia, /Dateline messages/);
  await messages(nadia).filter({ hasText: 'Tom Okafor approved what you filed. It is on record.' }).waitFor();
  await go(nadia, /newsroom/);
  await say(nadia, `@Dateline ${QUESTION}`);
  await thread(nadia).getByText(FILED).waitFor();
  await thread(nadia).getByRole('link', { name: CITED }).waitFor();
  await go(tom, /newsroom/);
  await say(tom, `/dateline ask ${QUESTION}`);
  await messages(tom).filter({ hasText: 'Only visible to you' }).getByText(FILED).waitFor();
});

test('what editors decline goes back to the reporter with the reason', async () => {
  const [nadia, tom] = await Promise.all([chair('nadia'), chair('tom')]);
  await say(nadia, '/dateline file The captain was seen in the galley.');
  const form = modal(nadia, 'File to the record');
  await form.waitFor();
  expect(await form.getByRole('textbox', { name: 'The claim' }).inputValue()).toContain('galley');
  await choose(form, 'Topic', 'accident');
  await choose(form, 'Article on record', 'tidewatch', /Tidewatch/);
  await fill(form, 'Paragraph', '5');
  await press(form, 'File');
  await form.waitFor({ state: 'detached' });
  await go(tom, /editors-desk/);
  await press(messages(tom).last(), 'Decline');
  const why = modal(tom, 'Decline a proposal');
  await fill(why, 'Why it is declined', 'Tidewatch names nobody who saw it.');
  await press(why, 'Decline');
  await messages(tom)
    .last()
    .getByText(/Declined by Tom Okafor.*names nobody/)
    .waitFor();
  await go(nadia, /Dateline messages/);
  await messages(nadia).getByText('Tom Okafor declined what you filed: Tidewatch names nobody who saw it.').waitFor();
});

test('a reporter who finds a mistake is led to tell the desk', async () => {
  const page = await chair('nadia');
  await press(messages(page).filter({ hasText: QUESTION }).last(), /1 reply/);
  await press(thread(page), 'Correct or trace');
  await press(modal(page, 'On the record'), 'Correct…');
  const form = modal(page, 'Tell the desk');
  await form.getByText('Only editors correct the record.').waitFor();
  await fill(form, 'What is wrong', 'Dives, not divers.');
  await fill(form, 'The source that shows it', SHOWN_BY);
  await press(form, 'Send');
  await form.getByText('The editors’ desk has it.').waitFor();
  await form.getByRole('button', { name: 'Close' }).last().click();
  const tom = await chair('tom');
  await go(tom, /editors-desk/);
  await messages(tom).last().getByText('Dives, not divers.').waitFor();
});

test('the digest of a channel carries it', async () => {
  const page = await chair('tom');
  await say(page, '/dateline digest');
  const form = modal(page, 'Digest');
  await choose(form, 'Topics', 'aftermath');
  await press(form, 'Save');
  await page.getByText(/set up:/).waitFor();
  await say(page, '/dateline digest now');
  await messages(page).filter({ hasText: 'The record as it stands' }).getByText(FILED).waitFor();
});

test('an editor corrects it, and everyone who was shown it is told', async () => {
  const ines = await chair('ines');
  await press(messages(ines).filter({ hasText: QUESTION }).last(), /1 reply/);
  await press(thread(ines), 'Correct or trace');
  await press(modal(ines, 'On the record'), 'Correct…');
  const form = modal(ines, 'Correct a claim');
  await fill(form, 'Why it is amended', WHY);
  await fill(form, 'The claim', CORRECTED);
  await fill(form, 'When it happened or held', 'late August');
  await press(form, 'Correct it');
  await form.getByText('Please complete this required field.').waitFor();
  await fill(form, 'The source that shows it', SHOWN_BY);
  await press(form, 'Correct it');
  await form.getByText('That is not a time').waitFor();
  expect(await form.getByRole('textbox', { name: 'Why it is amended' }).inputValue()).toBe(WHY);
  expect(await form.getByRole('textbox', { name: 'The claim' }).inputValue()).toBe(CORRECTED);
  await fill(form, 'When it happened or held', '2024-08');
  await press(form, 'Correct it');
  const done = modal(ines, 'Done');
  await done.getByText(/^Corrected. 5 messages showed it; they are being corrected, and 1 person/).waitFor();
  await done.getByRole('button', { name: 'Close' }).last().click();

  const answer = thread(ines).getByRole('article').nth(1);
  await answer.getByText('Corrected on').first().waitFor();
  expect(await answer.locator('.line-through').allInnerTexts()).toEqual([FILED]);
  await answer.getByText(CORRECTED).waitFor();
  await answer.getByText(`${WHY} (${SHOWN_BY})`).waitFor();
  await thread(ines)
    .getByText(/^Correction, .* UTC: what was said here was wrong/)
    .waitFor();
  await messages(ines).filter({ hasText: 'The record as it stands' }).getByText('Corrected on').first().waitFor();
  await ines.setViewportSize({ width: 1280, height: 1000 });
  // Where it hovers, a message shows what can be done with it.
  await ines.mouse.move(0, 0);
  await picture(ines, 'correction');

  const tom = await chair('tom');
  await go(tom, /Dateline messages/);
  await messages(tom)
    .getByText(/^Correction, .* UTC: what you were shown was wrong/)
    .waitFor();
  await go(ines, /Dateline messages/);
  await messages(ines)
    .getByText(/The correction of .* is through/)
    .waitFor();
  // Every thread has one notice.
  await go(tom, /newsroom/);
  await messages(tom).filter({ hasText: QUESTION }).last().getByRole('button', { name: '2 replies' }).waitFor();
});

test('the next digest leads with it, its history tells it, and App Home shows it', async () => {
  const page = await chair('tom');
  await say(page, '/dateline digest now');
  const edition = messages(page).filter({ hasText: 'Since the last edition: 1 correction.' });
  await edition.waitFor();
  const text = await edition.innerText();
  expect(text.indexOf('Corrections')).toBeLessThan(text.indexOf(CORRECTED));
  await say(page, '/dateline history divers searched the wreck');
  const history = messages(page).last();
  await history.getByText('Version 2 · Corrected').waitFor();
  const told = await history.innerText();
  expect(told).toContain('5 messages that showed it corrected.');
  expect(told).toContain('Filed by @Nadia Brandt, approved by @Tom Okafor');
  await go(page, /Dateline home/);
  const home = page.getByRole('region', { name: 'Home of Dateline' });
  await home.getByText('Latest corrections').waitFor();
  await home.getByText(CORRECTED).waitFor();
});
