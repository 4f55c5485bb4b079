import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pageKinds } from './built.ts';
import { probes } from './probes.ts';
import { enterRoom } from './room.ts';

/** A browser of ten years ago: no modules, no grid, no `:has`, nothing that it does not know. The text, links and tables are whole. */

const { open, at } = enterRoom();

/** What such a browser drops: a declaration that it cannot read, and a whole rule whose selector it cannot. */
const asReadThen = (css: string): string =>
  css
    .replaceAll(/display:\s*(?:inline-)?grid/g, 'display:unknown')
    .replaceAll(':has(', ':unknown(')
    .replaceAll('::details-content', '::unknown')
    .replaceAll(/\((?:scripting|forced-colors|prefers-color-scheme)\b/g, '(unknown');

async function openThen(page: Page, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.route('**/*.js', (route) => route.abort());
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: asReadThen(await response.text()) });
  });
  await page.goto(at(path));
}

/** What is read and followed on a page. */
const content = (page: Page): Promise<{ words: string[]; links: number; tables: number }> =>
  page.evaluate(() => {
    // What is written for a browser that was told to run no scripts is not for one that does not know them.
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('noscript');
    const words: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!.trim();
      if (text !== '' && shown(walker.currentNode.parentElement!)) words.push(text);
    }
    const count = (selector: string): number => [...document.querySelectorAll(selector)].filter(shown).length;
    return { words, links: count('main a[href]'), tables: count('main table') };
  });

test.each(pageKinds.flatMap(({ path }) => [320, 1280].map((width) => ({ path, width }))))(
  '$path, $width px',
  async ({ path, width }) => {
    const modern = await open({ javaScriptEnabled: false, viewport: { width, height: 800 } });
    await modern.page.goto(at(path));
    const now = await content(modern.page);
    await modern.context.close();

    const { page, context } = await open();
    await openThen(page, path, width);
    const then = await content(page);
    const said = new Set(then.words);
    expect(now.words.filter((text) => !said.has(text))).toEqual([]);
    expect(then.links).toBeGreaterThanOrEqual(now.links);
    expect(then.tables).toBe(now.tables);
    expect(await page.evaluate<string[]>(probes['nothing goes past the edge'])).toEqual([]);
    await context.close();
  },
);
