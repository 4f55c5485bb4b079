import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serve, type Serving } from '../../scripts/static-server.ts';
import { launch, visit } from './browser.ts';
import { belowSite, rootSite } from './built.ts';

/** What the tests of one file share: a browser, and the two built sites, each served. */

const sites = { root: rootSite, below: belowSite };
type SiteName = keyof typeof sites;

export interface Room {
  browser: () => Browser;
  /** A fresh page. */
  open: (options?: Parameters<Browser['newContext']>[0]) => ReturnType<typeof visit>;
  /** Where a path of the site is, on the site at the root of its host or on the one below a folder. */
  at: (path: string, site?: SiteName) => string;
}

/** To be called once in a test file. */
export function enterRoom(): Room {
  let browser: Browser;
  let served: Record<SiteName, Serving>;

  beforeAll(async () => {
    const [launched, root, below] = await Promise.all([
      launch(),
      serve(sites.root.folder, sites.root.base, 0),
      serve(sites.below.folder, sites.below.base, 0),
    ]);
    browser = launched;
    served = { root, below };
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all(Object.values(served).map((serving) => serving.close()));
  });

  return {
    browser: () => browser,
    open: (options = {}) => visit(browser, Object.values(served), options),
    at: (path, site = 'root') => new URL(path.slice(1), served[site].address).href,
  };
}
