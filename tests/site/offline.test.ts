import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Edition, EditionSize } from '../../src/model/edition.ts';
import { writeEdition } from '../../src/publish-edition.ts';
import { launch, visit } from './browser.ts';
import { belowSite, pageKinds, readJson, readPage, rootSite, type Site } from './built.ts';
import { openHost, type Host } from './host.ts';
import { readPdf } from './pdf.ts';
import { ProjectCopy } from './project-copy.ts';

/** A room without a network: what is kept, what is taken along, what a new edition changes, and how all of it is let go. */

let browser: Browser;
/** Copies of the site, made here. */
let folder: string;
let second: string;
let third: string;
let farewell: string;

/** As a French reader is told: "2,9", and "3" where nothing stands behind the comma. */
const megabytes = (bytes: number): string => String(Number((bytes / 1e6).toFixed(1))).replace('.', ',');

const plain = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, ' ').trim();

/** The second edition: another style sheet, which every page names, and other words on one page. */
async function publishSecond(target: string): Promise<void> {
  cpSync(rootSite.folder, target, { recursive: true });
  const styles = readdirSync(join(target, '_astro')).find((name) => name.endsWith('.css'))!;
  renameSync(join(target, '_astro', styles), join(target, '_astro/second.css'));
  for (const name of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue;
    const html = readFileSync(join(target, name), 'utf8').replaceAll(styles, 'second.css');
    writeFileSync(join(target, name), html.replaceAll('<h1', '<p>Seconde édition</p><h1'));
  }
  await writeEdition(target, '/', 'on');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balises-editions-'));
  second = join(folder, 'second');
  third = join(folder, 'third');
  farewell = join(folder, 'farewell');
  cpSync(rootSite.folder, farewell, { recursive: true });
  await writeEdition(farewell, '/', 'off');
  cpSync(rootSite.folder, third, { recursive: true });
  writeFileSync(join(third, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeEdition(third, '/', 'on');
  await publishSecond(second);
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A device may be slow, a browser looks for a new worker when it has time: what is waited for here comes in the end, or never. */
const soon = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 50_000 });

interface Room {
  host: Host;
  page: Page;
  context: BrowserContext;
  faults: string[];
  go: (path: string) => Promise<unknown>;
  /** From now on there is no network, and nothing in what the browser keeps by itself: what is shown has been kept by us. */
  cut: () => Promise<void>;
}

/** Somebody with a browser of their own, and a host of the site. */
async function inRoom(body: (room: Room) => Promise<void>, site: Site = rootSite): Promise<void> {
  const host = await openHost(site.folder, site.base);
  const { page, faults, context } = await visit(browser, [host]);
  const session = await context.newCDPSession(page);
  const cut = async (): Promise<void> => {
    host.mood = 'gone';
    await session.send('Network.clearBrowserCache');
  };
  try {
    await body({
      host,
      page,
      context,
      faults,
      cut,
      go: (path) => page.goto(new URL(path.slice(1), host.address).href),
    });
  } finally {
    await context.close();
    await host.close();
  }
}

/** The worker is there and has kept the page that is open. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!(await caches.match(location.pathname))) await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

/** A browser looks for a new worker in its own time; here, now. */
const renewed = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const before = registration.active;
    await registration.update();
    while (registration.active === before || registration.active?.state !== 'activated') {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

const keptNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());
const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => url.slice(location.origin.length));
  });

const take = (page: Page) => page.locator('[data-offline-download]');
const said = async (page: Page): Promise<string> => plain(await page.locator('[data-offline-status]').textContent());
/** It runs its scripts and has its styles: the buttons that the script makes have the size that the style gives. */
const isWhole = (page: Page): Promise<boolean> =>
  page.evaluate(() => getComputedStyle(document.querySelector('.site-header')!).display === 'flex');

async function takeAll(page: Page): Promise<void> {
  await take(page).click();
  await soon(() => said(page)).toMatch(/^Tout le site est sur cet appareil, |^The whole site is on this device, /);
}

const editionOf = (site: string): Edition =>
  JSON.parse(readFileSync(join(site, 'offline-files.json'), 'utf8')) as Edition;

describe('an edition', () => {
  test('lists all that readers open, with what it holds and weighs, and its id says what it holds', () => {
    const { edition, files } = editionOf(rootSite.folder);
    const size = readJson(rootSite, 'offline.json') as EditionSize;
    expect(size).toEqual({
      edition,
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    });
    for (const { path, hash } of files) {
      const file = join(rootSite.folder, path, path === '' || path.endsWith('/') ? 'index.html' : '');
      const sum = createHash('sha256')
        .update(readFileSync(file.replace(/\/$/, '')))
        .digest('hex');
      expect([path, sum.startsWith(hash) && hash.length === 16]).toEqual([path, true]);
    }
    const listed = new Set(files.map(({ path }) => path.replace(/(^|\/)$/, '$1index.html')));
    const left = readdirSync(rootSite.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(rootSite.folder, name)).isFile() && !listed.has(name))
      .filter((name) => !/^data\/.*\.(?:json|xml)$/.test(name));
    expect(left.toSorted()).toEqual([
      '.nojekyll',
      '.well-known/security.txt',
      '404.html',
      '_headers',
      'offline-files.json',
      'offline.json',
      'robots.txt',
      'sitemap.xml',
      'sw.js',
    ]);
  });

  test('is the same again where nothing has changed, and another where a byte has', async () => {
    const again = join(folder, 'again');
    cpSync(rootSite.folder, again, { recursive: true });
    await writeEdition(again, '/', 'on');
    for (const file of ['offline.json', 'offline-files.json', 'sw.js']) {
      const built = readFileSync(join(rootSite.folder, file), 'utf8');
      expect(readFileSync(join(again, file), 'utf8')).toBe(built);
      expect(readFileSync(join(third, file), 'utf8')).not.toBe(built);
    }
  });
});

describe('a page that was visited', () => {
  test.each([
    ['/politiques/csno/', rootSite],
    ['/en/workshops/', rootSite],
    ['/politiques/csno/', belowSite],
  ])('is read without a network, with its styles and scripts: %s', async (path, site) => {
    await inRoom(async ({ host, page, go, cut }) => {
      await go(path);
      await settled(page);
      await cut();
      await go(path);
      expect(await isWhole(page)).toBe(true);
      expect(await page.locator('h1').textContent()).toBe(/<h1[^>]*>([^<]+)/.exec(readPage(site, path))![1]);
      if (path.includes('csno')) expect(await page.locator('button.pick').count()).toBeGreaterThan(10);
      await page.reload();
      expect(await isWhole(page)).toBe(true);
      // Without its slash too.
      await go(path.replace(/\/$/, ''));
      expect(new URL(page.url()).pathname).toBe(new URL(path.slice(1), host.address).pathname);
    }, site);
  });

  test('is kept without what was asked of it', async () => {
    await inRoom(async ({ page, go }) => {
      await go('/politiques/csno/?secret=1');
      await settled(page);
      await go('/recherche/?q=secret');
      await settled(page);
      const addresses = await keptAddresses(page);
      expect(addresses).toContain('/recherche/');
      expect(addresses.filter((address) => address.includes('secret'))).toEqual([]);
    });
  });

  test('comes from the network while there is one, and from here when it hangs or fails', async () => {
    await inRoom(async ({ host, page, go }) => {
      await go('/methode/');
      await settled(page);
      host.asked.length = 0;
      await go('/methode/');
      expect(host.asked).toContain('methode/');
      for (const mood of ['silent', 'failing'] as const) {
        host.mood = mood;
        await go('/methode/');
        expect(await page.locator('h1').textContent()).toBe('Méthode');
        expect(await isWhole(page)).toBe(true);
      }
    });
  });

  test('keeps nothing else: no cookie, no storage, and only caches that are ours', async () => {
    await inRoom(async ({ page, context, faults, go }) => {
      await go('/politiques/csno/');
      await settled(page);
      expect(await keptNames(page)).toEqual(['balises:/:visited']);
      expect(await context.cookies()).toEqual([]);
      expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
      expect(faults).toEqual([]);
    });
  });
});

describe('a page that was not visited', () => {
  test('has a page in its place that says in both languages what is kept, and leads there', async () => {
    await inRoom(async ({ host, page, go, cut }) => {
      for (const path of ['/politiques/csno/', '/en/policies/csno/4.c/', '/themes/amitie/']) {
        await go(path);
        await settled(page);
      }
      await cut();
      await go('/en/matrix/');
      expect(await page.locator('h1').textContent()).toBe('Hors ligne');
      expect(await page.locator('section[lang=en] h2').first().textContent()).toBe('Offline');
      expect(await isWhole(page)).toBe(true);
      const links = (lang: string) =>
        page
          .locator(`section[lang=${lang}] [data-list] a`)
          .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      await soon(() => links('fr')).toEqual(['/themes/amitie/', '/politiques/csno/']);
      expect(await links('en')).toEqual(['/en/policies/csno/4.c/']);
      expect(await page.locator('section[lang=en] [data-whole]').isVisible()).toBe(false);
      await page.locator('section[lang=fr] [data-list] a').last().click();
      await page.waitForURL('**/politiques/csno/');
      expect(await page.locator('h1').textContent()).toContain('Utilisation acceptable');
      await go('/en/matrix/');
      host.mood = 'well';
      await page.getByRole('button', { name: 'Try again' }).click();
      await soon(() => page.locator('h1').textContent()).toBe('Matrix');
    });
  });
});

describe('the whole site', () => {
  test('is taken along when asked, for what it was said to weigh; then every page opens, searches, projects and prints without a network', async () => {
    await inRoom(async ({ host, page, faults, go, cut }) => {
      const size = readJson(rootSite, 'offline.json') as EditionSize;
      await go('/ateliers/');
      await soon(() => take(page).textContent()).toContain('Emporter tout le site');
      expect(plain(await take(page).textContent())).toBe(`Emporter tout le site (${megabytes(size.bytes)} Mo)`);
      expect(await said(page)).toContain(`${size.files} fichiers`);
      await settled(page);
      expect(host.asked.filter((path) => path.includes('?v=') || path === 'offline-files.json')).toEqual([]);
      host.asked.length = 0;
      await takeAll(page);
      const fetched = host.asked.filter((path) => path.includes('?v='));
      console.log(`taken along: ${fetched.length} files, ${host.sentOf('?v=')} bytes; said: ${size.bytes}`);
      expect(new Set(fetched).size).toBe(size.files);
      expect(fetched).toHaveLength(size.files);
      expect(host.sentOf('?v=')).toBe(size.bytes);
      expect(await take(page).isVisible()).toBe(false);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('offline');

      await cut();
      // What is shown for an address that leads nowhere: nobody goes there on purpose.
      for (const { path } of pageKinds.filter(({ path: own }) => own !== '/404.html')) {
        await go(path);
        const h1 = /<h1[^>]*>\s*([^<]+)/.exec(readPage(rootSite, path))![1]!;
        expect([path, plain(await page.locator('h1').textContent())]).toEqual([
          path,
          expect.stringContaining(plain(h1)),
        ]);
        expect([path, await isWhole(page)]).toEqual([path, true]);
      }
      for (const [path, q, clause] of [
        ['/recherche/', 'ami facebook élève', 'csno:4.c'],
        ['/en/search/', 'friend request', 'csno:4.c'],
      ] as const) {
        await go(`${path}?q=${encodeURIComponent(q)}`);
        await page.waitForSelector(`[data-answers=${JSON.stringify(q)}]`, { state: 'attached' });
        expect(await page.locator(`[data-clause="${clause}"]`).count()).toBe(1);
      }
      await go('/ateliers/demande-d-ami/');
      await page.locator('[data-project]').click();
      expect(await page.locator('dialog[data-projection]').isVisible()).toBe(true);
      await go('/selection/?c=csno:4.c,csspo:4.8&t=Essai');
      await page.waitForSelector('[data-selection] > li');
      expect(plain((await readPdf(await page.pdf())).map(({ text }) => text).join(' '))).toContain(
        'doivent être refusées',
      );
      const saved = page.waitForEvent('download');
      await page.locator('[data-do=word]').click();
      expect((await saved).suggestedFilename()).toContain('.docx');
      await go('/matrice/');
      const workbook = page.waitForEvent('download');
      await page.locator('a[href$="matrix.xlsx"]').first().click();
      expect(statSync(await (await workbook).path()).size).toBe(
        statSync(join(rootSite.folder, 'data/v1/matrix.xlsx')).size,
      );
      // What is not part of it is said to be so.
      await go('/politiques/csno/99/');
      await soon(() => page.locator('section[lang=fr] [data-whole]').isVisible()).toBe(true);
      expect(faults.filter((fault) => !fault.includes('ERR_'))).toEqual([]);
    });
  }, 180_000);

  test('is let go by a button, with all that was visited, and nothing of other sites of the same host', async () => {
    await inRoom(async ({ page, go, cut }) => {
      await go('/en/about/');
      await settled(page);
      await page.evaluate(async () => {
        await caches.open('balises:/:visited');
        await caches.open('another');
      });
      expect(plain(await take(page).textContent())).toMatch(/^Take the whole site along \(\d(?:\.\d)? MB\)$/);
      await takeAll(page);
      expect(await keptNames(page)).toHaveLength(3);
      await page.getByRole('button', { name: 'Erase all that is kept here' }).click();
      await soon(() => said(page)).toContain('nothing of the site is kept');
      expect((await keptNames(page)).toSorted()).toEqual(['another', 'balises:/:visited']);
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
      await cut();
      await expect(go('/en/about/')).rejects.toThrow('ERR_');
    }, belowSite);
  }, 120_000);

  test('is stopped and resumed, also by who has left the page, and fetches nothing twice', async () => {
    await inRoom(async ({ host, page, go }) => {
      await go('/a-propos/');
      await settled(page);
      await soon(() => take(page).isVisible()).toBe(true);
      const fetched = () => host.asked.filter((path) => path.includes('?v='));
      // The host hangs after a while: so it is stopped in the middle of files.
      host.mood = () => (fetched().length >= 200 ? 'silent' : 'well');
      await take(page).click();
      await soon(async () => Number(await page.locator('[data-offline] progress').getAttribute('value'))).toBe(200);
      expect(await page.locator('[data-offline-count]').textContent()).toMatch(/^Fichiers/);
      await soon(() => fetched().length).toBeGreaterThan(200);
      expect(await take(page).textContent()).toBe('Arrêter');
      await take(page).click();
      await soon(() => said(page)).toBe('Le réseau ne répond pas. Ce qui est gardé le reste.');
      const before = new Set(fetched().slice(0, 200));
      host.mood = 'well';
      expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-offline-download'))).toBe(true);
      await page.keyboard.press('Enter');
      await soon(() => take(page).textContent()).toContain('Reprendre');
      expect(await said(page)).toMatch(/^Il y a déjà 200 fichiers sur \d+; ils ne seront pas repris\.$/);
      await go('/matrice/');
      await go('/ateliers/');
      await soon(() => take(page).textContent()).toContain('Reprendre');
      expect(await said(page)).toContain(' fichiers sur ');
      host.asked.length = 0;
      await takeAll(page);
      expect(fetched().filter((path) => before.has(path))).toEqual([]);
    });
  }, 120_000);

  test('is not whole where a file fails or holds something else; that is told, and mended', async () => {
    await inRoom(async ({ host, page, go }) => {
      await go('/ateliers/');
      await settled(page);
      host.mood = (path) => (path.startsWith('politiques/csno/4.c/') ? 'failing' : 'well');
      await take(page).click();
      await soon(() => said(page)).toBe(
        'Fichiers qui ne sont pas venus : 1. Ce qui est pris le reste; vous pouvez reprendre.',
      );
      expect(host.asked.filter((path) => path.startsWith('politiques/csno/4.c/'))).toHaveLength(3);
      expect(await page.locator('[data-offline-download]').textContent()).toContain('Reprendre');
      // Another edition is published by and by: its file is not taken for that of this one.
      const changed = join(folder, 'changed');
      cpSync(rootSite.folder, changed, { recursive: true });
      writeFileSync(join(changed, 'politiques/csno/4.c/index.html'), '<!doctype html><title>Autre</title>');
      await host.publish(changed);
      host.mood = 'well';
      await take(page).click();
      await soon(() => said(page)).toContain('Fichiers qui ne sont pas venus : 1.');
      await host.publish(rootSite.folder);
      await takeAll(page);
    });
  }, 120_000);

  test('waits for the part of the script that does it: where that does not come, the page says to load it again', async () => {
    await inRoom(async ({ host, page, go }) => {
      await go('/ateliers/');
      await settled(page);
      expect(host.asked.filter((path) => path.includes('take-along'))).toEqual([]);
      host.mood = (path) => (path.includes('take-along') ? 'failing' : 'well');
      await take(page).click();
      await soon(() => said(page)).toBe(
        'Une partie de la page n’a pas pu être chargée. Rechargez la page, puis recommencez : ce qui est gardé le reste.',
      );
      host.mood = 'well';
      await go('/ateliers/');
      await takeAll(page);
    });
  }, 120_000);

  test('does not fit: that is told, and what was kept stays', async () => {
    await inRoom(async ({ host, page, context, go, cut }) => {
      await go('/politiques/csno/');
      await settled(page);
      await go('/ateliers/');
      await settled(page);
      const session = await context.newCDPSession(page);
      const { origin } = new URL(host.address);
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
      await take(page).click();
      await soon(() => said(page)).toBe('Cet appareil n’a plus assez de place. Ce qui était gardé avant le reste.');
      expect(await keptNames(page)).toEqual(['balises:/:visited']);
      // Pages are shown all the same, and those that were kept still are.
      await go('/matrice/');
      expect(await isWhole(page)).toBe(true);
      await cut();
      await go('/politiques/csno/');
      expect(await isWhole(page)).toBe(true);
    });
  }, 120_000);
});

describe('a newer edition', () => {
  const isSecond = async (page: Page): Promise<boolean> =>
    (await page.getByText('Seconde édition', { exact: true }).count()) > 0;

  test('shows at one reload; of the older one stays what a kept page still needs, and no more', async () => {
    await inRoom(async ({ host, page, go, cut }) => {
      await go('/methode/');
      await settled(page);
      await go('/politiques/csno/');
      await settled(page);
      expect((await keptAddresses(page)).filter((address) => address.endsWith('.css'))).toHaveLength(1);
      await host.publish(second);
      await page.reload();
      expect(await isSecond(page)).toBe(true);
      expect(await isWhole(page)).toBe(true);
      await renewed(page);
      await soon(async () => (await keptAddresses(page)).filter((address) => address.endsWith('.css'))).toHaveLength(2);
      await cut();
      await go('/methode/');
      expect([await isSecond(page), await isWhole(page)]).toEqual([false, true]);
      await go('/politiques/csno/');
      expect([await isSecond(page), await isWhole(page)]).toEqual([true, true]);
      // When no page names it any more, it goes with the next edition.
      await host.publish(third);
      host.mood = 'well';
      for (const path of ['/methode/', '/politiques/csno/']) {
        await go(path);
        await page.reload();
        expect(await isSecond(page)).toBe(false);
        await soon(() =>
          page.evaluate(async () => (await (await caches.match(location.pathname))!.text()).includes('second.css')),
        ).toBe(false);
      }
      expect(await keptAddresses(page)).toContain('/_astro/second.css');
      await host.publish(rootSite.folder);
      await renewed(page);
      await soon(async () => (await keptAddresses(page)).includes('/_astro/second.css')).toBe(false);
      expect(await keptNames(page)).toEqual(['balises:/:visited']);
    });
  }, 120_000);

  test('whose worker is not installed leaves the older one at its work', async () => {
    await inRoom(async ({ host, page, go, cut }) => {
      await go('/politiques/csno/');
      await settled(page);
      await host.publish(second);
      host.mood = (path) => (path.startsWith('hors-ligne/') ? 'failing' : 'well');
      const failed = await page.evaluate(async () => {
        const registration = (await navigator.serviceWorker.getRegistration())!;
        const before = registration.active;
        await registration.update();
        const coming = registration.installing;
        if (!coming) return 'no update';
        while (coming.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 20));
        return `${coming.state}, ${registration.active === before}`;
      });
      expect(failed).toBe('redundant, true');
      await cut();
      await go('/politiques/csno/');
      expect([await isSecond(page), await isWhole(page)]).toEqual([false, true]);
      await go('/politiques/cstl/');
      expect([await page.locator('h1').textContent(), await isWhole(page)]).toEqual(['Hors ligne', true]);
    });
  });

  test('is told where the older one was taken along, leaves that whole until it is whole itself, and fetches only what has changed', async () => {
    await inRoom(async ({ host, page, go, cut }) => {
      await go('/ateliers/');
      await settled(page);
      await takeAll(page);
      const [older] = await keptNames(page);
      await host.publish(second);
      await go('/ateliers/');
      expect(await isSecond(page)).toBe(true);
      await soon(() => said(page)).toContain('Une édition plus récente est publiée.');
      const hashes = new Set(editionOf(rootSite.folder).files.map(({ hash }) => hash));
      const changed = editionOf(second).files.filter(({ hash }) => !hashes.has(hash));
      expect(plain(await take(page).textContent())).toBe(
        `Prendre la nouvelle édition (${megabytes(changed.reduce((sum, { bytes }) => sum + bytes, 0))} Mo)`,
      );

      // Interrupted: by the network, and by leaving.
      const fetched = () => host.asked.filter((path) => path.includes('?v='));
      host.asked.length = 0;
      host.mood = (path) => (path.includes('?v=') && fetched().length > 100 ? 'gone' : 'well');
      await take(page).click();
      await soon(() => said(page)).toMatch(/^Fichiers qui ne sont pas venus : \d+/);
      await cut();
      for (const path of ['/politiques/cstl/', '/en/topics/sanctions/', '/selection/']) {
        await go(path);
        expect([path, await isSecond(page), await isWhole(page)]).toEqual([path, false, true]);
      }
      await go('/recherche/?q=logo');
      await page.waitForSelector('[data-answers="logo"]', { state: 'attached' });
      expect(await page.locator('.hit').count()).toBeGreaterThan(3);

      host.mood = 'well';
      await go('/ateliers/');
      await soon(() => take(page).textContent()).toContain('Prendre la nouvelle édition');
      await takeAll(page);
      expect(new Set(fetched()).size).toBe(changed.length);
      const names = await keptNames(page);
      expect(names).toHaveLength(1);
      expect(names).not.toContain(older);
      await cut();
      await page.reload();
      for (const path of ['/ateliers/', '/politiques/cstl/', '/en/topics/sanctions/']) {
        await go(path);
        expect([path, await isSecond(page), await isWhole(page)]).toEqual([path, true, true]);
      }
    });
  }, 180_000);
});

test('an operator turns it off: what was kept goes, the worker goes, and pages do not call it back', async () => {
  await inRoom(async ({ host, page, go }) => {
    await go('/ateliers/');
    await settled(page);
    await takeAll(page);
    await host.publish(farewell);
    await go('/politiques/csno/');
    await soon(() => keptNames(page)).toEqual([]);
    await soon(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
}, 120_000);

test('a site built without it offers nothing of it, and its privacy page speaks of none', () => {
  const copy = new ProjectCopy();
  try {
    const { status, said: told } = copy.runIn({ OFFLINE: 'off' }, 'build');
    expect([told.includes('Error'), status]).toEqual([false, 0]);
    for (const path of ['index', 'ateliers/index', 'a-propos/index', 'confidentialite/index', 'en/privacy/index']) {
      const html = copy.read(`dist/${path}.html`);
      expect([path, ...(html.match(/data-worker|data-offline|sans réseau|without a network/g) ?? [])]).toEqual([path]);
    }
    expect(readPage(rootSite, '/confidentialite/')).toContain('sans réseau');
  } finally {
    copy.remove();
  }
});

describe('where there are no workers', () => {
  const without = {
    'an old browser, or a connection that is not secure': () => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      Reflect.deleteProperty(globalThis, 'caches');
    },
    'a window that refuses them': () => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'));
    },
  };
  test.each(Object.entries(without))(
    'the site is the same, and says that nothing can be kept: %s',
    async (_, script) => {
      await inRoom(async ({ page, faults, go }) => {
        await page.addInitScript(script);
        for (const path of ['/politiques/csno/', '/recherche/?q=logo', '/hors-ligne/', '/en/about/', '/ateliers/']) {
          await go(path);
          expect(await isWhole(page)).toBe(true);
        }
        await soon(() => said(page)).toMatch(/^Ce navigateur ne peut rien garder ici/);
        expect(await take(page).isVisible()).toBe(false);
        expect(faults).toEqual([]);
      });
    },
  );
});

describe('what it costs who asks for nothing', () => {
  test('on the search page nothing at all: a first search asks for no worker', async () => {
    await inRoom(async ({ host, page, go }) => {
      await go('/recherche/?q=logo');
      await page.waitForSelector('[data-answers="logo"]', { state: 'attached' });
      await page.waitForLoadState('networkidle');
      expect(host.asked.filter((path) => /sw\.js|offline|hors-ligne/.test(path))).toEqual([]);
      expect(host.asked.length).toBeLessThanOrEqual(8);
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    });
  });

  test('on another page the worker, the page for the offline, and what they need', async () => {
    await inRoom(async ({ host, page, go }) => {
      await go('/politiques/csno/');
      await page.waitForLoadState('load');
      const sent = host.sentOf('');
      const asked = host.asked.length;
      await settled(page);
      console.log(
        `the worker of a first visit: ${host.sentOf('') - sent} bytes in ${host.asked.length - asked} requests: ${host.asked.slice(asked).join(', ')}`,
      );
      expect(host.asked.filter((path) => path.startsWith('offline'))).toEqual([]);
    });
  });

  test('no script may name another script than ours', async () => {
    await inRoom(async ({ page, go }) => {
      await go('/politiques/csno/');
      const refused = await page.evaluate(() => {
        const { trustedTypes } = globalThis as unknown as {
          trustedTypes: { createPolicy: (name: string, rules: object) => unknown };
        };
        return ['autre', 'balises'].map((name) => {
          try {
            trustedTypes.createPolicy(name, {});
            return 'made';
          } catch {
            return 'refused';
          }
        });
      });
      expect(refused).toEqual(['refused', 'refused']);
    });
  });
});
