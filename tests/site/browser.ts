import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Serving } from '../../scripts/static-server.ts';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** On Linux x64 the dependencies bring a Chromium; elsewhere an installed one must do. It is never skipped. */
export async function executable(): Promise<string> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  if (process.platform === 'linux' && process.arch === 'x64') return chromium.executablePath();
  const found = installed.find((path) => existsSync(path));
  if (found) return found;
  throw new Error('The browser tests need a Chrome or Chromium: install one, or say where it is with CHROME_PATH.');
}

export async function launch(): Promise<Browser> {
  return playwright.launch({
    executablePath: await executable(),
    args: ['--headless=shell', '--no-sandbox', '--disable-gpu'],
    // A machine that names no language would save « Sur-une-clé.html » as "download".
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
}

/** A fresh page, with all that it does against the rules: what it asks of other hosts, what its policy refuses. */
export async function visit(
  browser: Browser,
  own: readonly Serving[],
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; faults: string[]; context: BrowserContext }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!own.some(({ address }) => request.url().startsWith(new URL(address).origin))) {
      faults.push(`asked ${request.url()}`);
    }
  });
  return { page, faults, context };
}
