import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** On Linux x64 the dependencies bring a Chromium; elsewhere an installed one must do. It is never skipped. */
async function executable(): Promise<string> {
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
  });
}
