import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { startDeskApp } from '../workspace/desk-app.ts';
import { clientOf, openWorkspace } from '../workspace/open-workspace.ts';
import { openPage, sizes } from './browser.ts';

const open = async (address = '') => {
  const workspace = await openWorkspace({ page: true, examples: ['How many were sent?', 'Who said so?', 'When?'] });
  const { received } = await startDeskApp(workspace);
  const page = await openPage(workspace.url + address);
  await page.getByRole('log').waitFor();
  return { workspace, received, page };
};

const composer = (page: Page) => page.getByRole('combobox', { name: /^Message/ });
const last = (page: Page) => page.getByRole('article').last();

describe('the page', () => {
  test('opens with three questions, and a click asks one and shows the answer in its thread', async () => {
    const { page } = await open();
    const examples = page.getByRole('region', { name: 'Start here' }).getByRole('button');
    expect(await examples.allInnerTexts()).toEqual(['How many were sent?\n→', 'Who said so?\n→', 'When?\n→']);
    await examples.first().click();
    await page.getByRole('complementary', { name: 'Thread' }).getByText('Mentioned.').waitFor();
    expect(await page.getByRole('button', { name: /1 reply/ }).isVisible()).toBe(true);
  });

  test('completes commands by keyboard and shows the answer to one person alone', async () => {
    const { page, workspace } = await open();
    await composer(page).pressSequentially('/a');
    const option = page.getByRole('option', { name: /\/ask/ });
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await composer(page).getAttribute('aria-expanded')).toBe('true');
    await composer(page).press('Enter');
    expect(await composer(page).inputValue()).toBe('/ask ');
    await composer(page).pressSequentially('how many');
    await composer(page).press('Enter');
    await last(page).getByText('Only visible to you').waitFor();
    await last(page).getByText('You asked: how many').waitFor();
    expect(workspace.messages({ user: 'tom' })).toEqual([]);
  });

  test('completes a mention with the arrow keys', async () => {
    const { page, workspace } = await open();
    await composer(page).pressSequentially('Ask @');
    await composer(page).press('ArrowDown');
    await composer(page).press('Tab');
    await composer(page).pressSequentially('please');
    await composer(page).press('Enter');
    await last(page).getByText('@Tom Okafor').waitFor();
    expect(workspace.messages()[0]?.text).toBe('Ask <@U0TOM00002> please');
  });

  test('shows what the app escaped as text, not as a mention', async () => {
    const { page } = await open();
    await composer(page).fill('<!channel> & <b>bold</b> 5 * 3 * 2');
    await composer(page).press('Enter');
    await last(page).getByText('<!channel> & <b>bold</b> 5 * 3 * 2', { exact: true }).waitFor();
  });

  test('draws Slack’s markup as Slack does', async () => {
    const { page, workspace } = await open();
    const lines = [
      '*bold* _italic_ ~struck~ `code` a*b*c 5 * 3 * 2 snake_case_name',
      '&lt;!channel&gt; &lt;@U0TOM00002&gt; &amp;amp; <b>',
      '<@U0NADIA001> <@U0TOM00002> <#C0NEWSROOM> <!here>',
      '<https://example.org/a_b|UPI, 19 Feb 2025>, <javascript:alert(1)|nothing>, <mailto:desk@example.org|the desk>',
      '<!date^1739923200^{date_num}|19 Feb 2025>',
      '> quoted\nand after',
      '# no heading, | no | table, ![no](image)',
    ];
    const text = lines.join('\n');
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text } }];
    await clientOf(workspace).chat.postMessage({ channel: 'C0NEWSROOM', text, blocks });
    await clientOf(workspace).chat.postMessage({
      channel: 'C0NEWSROOM',
      text: 'Plain',
      blocks: [{ type: 'section', text: { type: 'plain_text', text: '*not bold* <https://example.org|no link>' } }],
    });
    await page.getByText('*not bold* <https://example.org|no link>', { exact: true }).waitFor();
    const drawn = await page.locator('.section-text .text').first().innerHTML();
    await expect(`${drawn}\n`).toMatchFileSnapshot('golden/markup.html');
  });

  test('draws a table with its header, and rich text as it is', async () => {
    const { page, workspace } = await open();
    const cells = (...texts: string[]) => texts.map((text) => ({ type: 'raw_text', text }));
    const blocks = [
      { type: 'table', rows: [cells('Figure', 'Voice'), cells('some 12,000', 'Washington'), cells('11,000', 'Seoul')] },
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '*as is* <b>' }] }],
      },
    ];
    await clientOf(workspace).chat.postMessage({ channel: 'C0NEWSROOM', text: 'Figures', blocks: blocks as never });
    await page.getByRole('columnheader', { name: 'Voice' }).waitFor();
    expect(await page.getByRole('row').allInnerTexts()).toEqual([
      'Figure\tVoice',
      'some 12,000\tWashington',
      '11,000\tSeoul',
    ]);
    expect(await page.getByText('*as is* <b>', { exact: true }).isVisible()).toBe(true);
  });

  test('shares with a click, asks before it retracts, and picks from a menu', async () => {
    const { page, workspace } = await open();
    const ask = async () => {
      await composer(page).fill('/ask how many');
      await composer(page).press('Enter');
      await page.getByText('You asked: how many').waitFor();
    };
    await ask();
    await page.getByRole('button', { name: 'Retract' }).click();
    const dialog = page.getByRole('alertdialog', { name: 'Retract this?' });
    await dialog.getByRole('button', { name: 'Keep' }).click();
    expect(await page.getByText('You asked: how many').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Retract' }).click();
    await dialog.getByRole('button', { name: 'Retract' }).click();
    await page.getByText('Retracted.').waitFor();
    await ask();
    await page.getByRole('button', { name: 'More actions' }).last().click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Chosen: keep').waitFor();
    await ask();
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByText('Shared: how many').waitFor();
    expect(workspace.messages({ user: 'ines' }).map((message) => message.text)).toEqual(['Shared: how many']);
  });

  test('fills a modal by keyboard, with the errors of the form and of the app', async () => {
    const { page, received } = await open();
    await composer(page).fill('/ask form');
    await composer(page).press('Enter');
    const modal = page.getByRole('dialog', { name: 'File a claim' });
    const file = modal.getByRole('button', { name: 'File' });
    await file.waitFor();
    expect(await page.locator(':focus').getAttribute('id')).toBe(
      await modal.getByRole('textbox', { name: 'Statement' }).getAttribute('id'),
    );
    await file.click();
    await modal.getByText('Please complete this required field.').waitFor();
    const statement = modal.getByRole('textbox', { name: 'Statement' });
    expect(await statement.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => page.locator(':focus').getAttribute('id')).toBe(await statement.getAttribute('id'));
    await statement.fill('wrong');
    await modal.getByText('Please complete this required field.').waitFor({ state: 'detached' });
    await file.click();
    await modal.getByText('Nobody said so.').waitFor();
    await statement.fill('A fact');
    const source = modal.getByRole('combobox', { name: 'Source' });
    await source.click();
    await source.pressSequentially('af');
    await page.getByRole('option', { name: 'AFP' }).waitFor();
    await source.press('Enter');
    const told = modal.getByRole('combobox', { name: 'Who is to know' });
    await told.pressSequentially('Ines');
    await told.press('Enter');
    await modal.getByRole('radio', { name: /Disputed/ }).check();
    await file.click();
    await modal.waitFor({ state: 'detached' });
    const submission = received.find(
      ({ body }) => body.type === 'view_submission' && body.view.state.values.statement.text.value === 'A fact',
    );
    expect(submission?.body.view.state.values).toMatchObject({
      source: { source: { selected_option: { value: 'AFP', text: { type: 'plain_text', text: 'AFP' } } } },
      told: { told: { selected_users: ['U0INES0003'] } },
      standing: { standing: { selected_option: { value: 'disputed' } } },
      day: { day: { selected_date: '2025-02-19' } },
    });
  });

  test('closes a menu with Escape before the modal around it', async () => {
    const { page, received } = await open();
    await composer(page).fill('/ask form');
    await composer(page).press('Enter');
    const modal = page.getByRole('dialog', { name: 'File a claim' });
    const source = modal.getByRole('combobox', { name: 'Source' });
    await source.click();
    await page.getByRole('option', { name: 'UPI' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await source.getAttribute('aria-expanded')).toBe('false');
    expect(await modal.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'detached' });
    expect(received.at(-1)?.body.type).toBe('view_closed');
  });

  test('runs a shortcut on a message', async () => {
    const { page } = await open();
    await composer(page).fill('Some 12,000 were sent.');
    await composer(page).press('Enter');
    await last(page).hover();
    await last(page).getByRole('button', { name: 'Message actions' }).click();
    await page.getByRole('menuitem', { name: /Check/ }).click();
    await page.getByText('Checked: Some 12,000 were sent.').waitFor();
  });

  test('shows the Home tab and the direct message of the app', async () => {
    const { page } = await open();
    await page.getByRole('button', { name: /Desk home/ }).click();
    await page.getByRole('region', { name: 'Home of Desk' }).getByText('The record').waitFor();
    await page.getByRole('tab', { name: 'Messages' }).click();
    await composer(page).fill('Hello');
    await composer(page).press('Enter');
    await page.getByText('A word in private.').waitFor();
  });

  test('lets another person in another window see what is posted, and a switch of chair show what is theirs', async () => {
    const { page, workspace } = await open();
    const other = await openPage(`${workspace.url}/?as=tom`);
    await composer(page).fill('Hello, Tom.');
    await composer(page).press('Enter');
    await other.getByText('Hello, Tom.').waitFor();
    await page.getByRole('radio', { name: /Ines Duarte/ }).check({ force: true });
    await page.getByRole('button', { name: /source-protection/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('as')).toBe('ines');
  });

  test('is not for other sites to act on', async () => {
    const { workspace } = await open();
    const act = (origin: string) =>
      fetch(`${workspace.url}/page/act`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ act: 'send', user: 'nadia', channel: 'newsroom', text: 'Hello' }),
      });
    expect((await act('https://elsewhere.example')).status).toBe(403);
    expect(workspace.messages()).toEqual([]);
    expect((await act(workspace.url)).status).toBe(200);
  });
});

describe('on a phone', () => {
  test('everything fits, and the menu leads everywhere', async () => {
    const workspace = await openWorkspace({ page: true, examples: ['How many were sent?'] });
    await startDeskApp(workspace);
    const page = await openPage(workspace.url, { viewport: sizes.narrow, hasTouch: true, isMobile: true });
    await page.getByRole('button', { name: 'How many were sent?' }).tap();
    await page.getByRole('button', { name: /1 reply/ }).tap();
    await page.getByText('Mentioned.').waitFor();
    await page.getByRole('button', { name: 'Close thread' }).tap();
    await page.getByRole('button', { name: 'Channels and people' }).tap();
    await page.getByRole('button', { name: 'harbour-desk' }).tap();
    await page.getByRole('heading', { name: '#harbour-desk', level: 1 }).waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
