import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach } from 'vitest';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Browser | undefined;
const pages: Page[] = [];

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
});

afterAll(async () => {
  await browser?.close();
  browser = undefined;
});

/** A wide window and a phone's. */
export const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } } as const;

/**
 * Opens an address in a fresh profile of Chromium (`CHROMIUM`, else /usr/bin/chromium), closed after the test.
 * Fails the test when the page logs an error or asks for anything but its own address.
 */
export const openPage = async (url: string, options: BrowserContextOptions = {}): Promise<Page> => {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags,
  });
  const context = await browser.newContext({ viewport: sizes.wide, ...options });
  const page = await context.newPage();
  pages.push(page);
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('request', (request) => {
    const own = request.url().startsWith(new URL(url).origin) || request.url().startsWith('data:');
    if (!own) throw new Error(`the page asked for ${request.url()}`);
  });
  await page.goto(url);
  return page;
};
