import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';

/** What a built site weighs, on the disk and on the way to a reader. */

export interface Weight {
  raw: number;
  brotli: number;
}

const weigh = (content: Uint8Array): Weight => ({
  raw: content.length,
  brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }).length,
});

export const weighFile = (site: string, path: string): Weight => weigh(readFileSync(join(site, path)));

export interface Extent {
  pages: number;
  files: number;
  bytes: number;
  heaviest: { path: string; raw: number };
}

export function extentOf(site: string): Extent {
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => ({ path, size: statSync(join(site, path)) }))
    .filter(({ size }) => size.isFile());
  const pages = files.filter(({ path }) => path.endsWith('.html')).toSorted((a, b) => b.size.size - a.size.size);
  return {
    pages: pages.length,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size.size, 0),
    heaviest: { path: `/${dirname(pages[0]!.path)}/`, raw: pages[0]!.size.size },
  };
}

/** What a page asks for while `read` reads it, and how many bytes came: as the server packs them, without headers. Its policy is not ours to judge here. */
export async function fetched(
  browser: Browser,
  read: (page: Page) => Promise<void>,
): Promise<{ bytes: number; requests: number; scripts: number }> {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const sizes: Promise<{ size: number; isScript: boolean }>[] = [];
  page.on('requestfinished', (request) => {
    const isScript = request.resourceType() === 'script';
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ size: responseBodySize, isScript })));
  });
  await read(page);
  await page.waitForLoadState('networkidle');
  const all = await Promise.all(sizes);
  await context.close();
  const sum = (some: typeof all): number => some.reduce((total, { size }) => total + size, 0);
  return { bytes: sum(all), requests: all.length, scripts: sum(all.filter(({ isScript }) => isScript)) };
}
