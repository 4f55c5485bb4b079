import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../scripts/static-server.ts';
import { readCorpus, type Corpus } from '../../src/model/corpus.ts';
import { partsOf } from '../../src/model/parts.ts';
import { allPages, pathOf } from '../../src/routes.ts';
import { manyBoards } from '../model/many-boards.ts';
import { launch, visit } from './browser.ts';
import { probes } from './probes.ts';
import { ProjectCopy } from './project-copy.ts';
import { invalid } from './valid.ts';

/** The site of forty boards: more than stand side by side, and more words than one page may hold. */

const count = 40;

let copy: ProjectCopy;
let site: Serving;
let browser: Browser;
let corpus: Corpus;
let folder: string;

beforeAll(async () => {
  copy = new ProjectCopy();
  for (const own of ['policies', 'scenarios', 'packs']) {
    rmSync(join(copy.folder, 'content', own), { recursive: true });
  }
  // Each copy of a board has a name of its own, to be found by.
  const named = [...manyBoards(count)].map(([path, bytes]): [string, string] => {
    const number = /^content\/policies\/[a-z]+-(\d+)\/fr\.mdx$/.exec(path)?.[1];
    const text = new TextDecoder().decode(bytes);
    return [path, number === undefined ? text : text.replace(/^short: .*$/m, `$& ${number}`)];
  });
  for (const [path, text] of named) copy.write(path, text);
  corpus = readCorpus(new Map(named.map(([path, text]) => [path, new TextEncoder().encode(text)]))).corpus!;
  const { status, said } = copy.run('build');
  expect(said).toContain(`read     ${count} policies`);
  if (status !== 0) throw new Error(said);
  folder = join(copy.folder, 'dist');
  [site, browser] = await Promise.all([serve(folder, '/', 0), launch()]);
}, 900_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  copy.remove();
});

const htmlFiles = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

const open = (options: Parameters<Browser['newContext']>[0] = {}) => visit(browser, [site], options);

const go = (page: Page, path: string) => page.goto(new URL(path.slice(1), site.address).href);

const shownBoards = (page: Page): Promise<string[]> =>
  page.$$eval('.matrix .question', (rows) => rows.filter((row) => row.checkVisibility()).map(({ id }) => id));

/** A topic whose table comes in parts, and a board of the last one. */
const parted = () => {
  const topic = corpus.topics.find((one) => partsOf(corpus, one, 'matrix').length > 1)!;
  return { topic, last: partsOf(corpus, topic, 'matrix').at(-1)!.at(-1)! };
};

test('no page passes 300,000 bytes before it is compressed', () => {
  const sizes = htmlFiles().map((file) => ({ file, size: statSync(join(folder, file)).size }));
  for (const { file, size } of sizes.toSorted((a, b) => b.size - a.size).slice(0, 6)) console.log(`${file}: ${size}`);
  expect(sizes.length).toBeGreaterThan(3_000);
  expect(sizes.filter(({ size }) => size > 300_000)).toEqual([]);
});

test.each(['matrice', 'en/matrix'])('/%s/: each board has a cell for each question, once', (start) => {
  const cells = htmlFiles()
    .filter((file) => file.startsWith(`${start}/`))
    .flatMap((file) =>
      Array.from(
        read(file).matchAll(/<td id="([^"]+)" role="cell" data-board="([^"]+)" data-criterion="([^"]+)"/g),
        ([, id, board, criterion]) => {
          expect(id).toBe(`${criterion}-${board}`);
          return id!;
        },
      ),
    );
  expect(cells).toHaveLength(count * corpus.criteria.size);
  expect(new Set(cells).size).toBe(cells.length);
});

test('every link between the pages that compare leads to a page and a place', () => {
  const ids = new Map<string, Set<string>>();
  const idsOf = (file: string): Set<string> => {
    const found = ids.get(file) ?? new Set(Array.from(read(file).matchAll(/\sid="([^"]+)"/g), ([, id]) => id!));
    ids.set(file, found);
    return found;
  };
  const built = new Set(htmlFiles());
  const pages = [...built].filter((file) => !/^(?:en\/)?polic?i?tiq?u?e?s?\/.+\/.+\//.test(file));
  const broken = pages.flatMap((file) =>
    Array.from(read(file).matchAll(/\shref="(\/[^"#?]*\/|)(?:\?[^"#]*)?(?:#([^"]*))?"/g), ([href, path, place]) => {
      const target = path ? `${path.slice(1)}index.html` : file;
      if (!built.has(target)) return `${file}: ${href} leads nowhere`;
      return place && !idsOf(target).has(place) ? `${file}: ${href}: no such place` : '';
    }).filter(Boolean),
  );
  expect(broken.slice(0, 5)).toEqual([]);
});

describe('the pages of many boards', () => {
  const paths = [
    '/',
    '/matrice/',
    '/matrice/amitie/',
    '/matrice/eleves/2/',
    '/comparer/',
    '/politiques/',
    '/themes/eleves/2/',
    '/politiques/csno-3/4.c/',
    '/en/',
    '/en/matrix/',
    '/en/matrix/friending/',
    '/en/compare/',
    '/en/policies/',
  ];

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  test.each(paths.flatMap((path) => [320, 1280].map((width) => ({ path, width }))))(
    '$path, $width pixels wide: axe and our own probes find nothing',
    async ({ path, width }) => {
      const { page, faults, context } = await open({ viewport: { width, height: 800 }, bypassCSP: true });
      await go(page, path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const found: string[] = [];
      for (const probe of Object.values(probes)) {
        found.push(...(await page.evaluate<string[]>(probe)));
        // What one probe has scrolled to lies over what another measures.
        await page.evaluate(() => {
          for (const one of [document.documentElement, document.querySelector('.scroller')]) one?.scrollTo(0, 0);
        });
      }
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
      found.push(...results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`));
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test.each(paths)('%s is valid HTML', async (path) => {
    expect(await invalid(read(join(path, 'index.html')))).toEqual([]);
  });

  test.each(paths)('%s breaks no rule of its policy', async (path) => {
    const { page, faults, context } = await open();
    await go(page, path);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the table of a topic', () => {
  test('is whole without JavaScript, and a box takes its column away', async () => {
    const { page, context } = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
    await go(page, '/matrice/amitie/');
    expect(await shownBoards(page)).toEqual(corpus.policies.map(({ board }) => board));
    expect(await page.locator('#find').isVisible()).toBe(false);
    await page.getByText('Choisir les questions').click();
    await page.locator('[id="q-friending.former"]').uncheck();
    expect(await page.locator('td[data-criterion="friending.former"]').first().isVisible()).toBe(false);
    expect(await page.locator('td[data-criterion="friending.requests"]').first().isVisible()).toBe(true);
    await context.close();
  });

  test('is searched by name, by keyboard; the address keeps it, and the other language shows the same', async () => {
    const { page, faults, context } = await open();
    await go(page, '/matrice/amitie/');
    await page.locator('#find').focus();
    await page.keyboard.type('Nord-ouest 3');
    const found = ['dsfno-30', 'csno-3', 'csno-13', 'csno-23', 'csno-33', 'csno-38'].filter((board) =>
      corpus.policies.some((policy) => policy.board === board),
    );
    expect((await shownBoards(page)).toSorted()).toEqual([...found, 'dsfno-35'].toSorted());
    expect(new URL(page.url()).searchParams.get('n')).toBe('Nord-ouest 3');
    expect(await page.locator('[data-count]').textContent()).toBe('7 organismes affichés');
    await page.reload();
    expect(await shownBoards(page)).toHaveLength(7);
    await page.locator('.language a').press('Enter');
    await page.waitForURL('**/en/matrix/friending/**');
    expect(await shownBoards(page)).toHaveLength(7);
    await page.getByText('Choose questions').click();
    await page.getByRole('button', { name: 'Show everything' }).press('Enter');
    expect(new URL(page.url()).search).toBe('');
    expect(await shownBoards(page)).toHaveLength(count);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('brings boards that stand on another part beside those that are here, to pick from as well', async () => {
    const { page, faults, context } = await open();
    const { topic, last } = parted();
    const first = corpus.policies[0]!.board;
    await go(page, `${pathOf({ kind: 'matrix-topic', slug: topic.slug }, 'fr')}?b=${first},${last}`);
    await expect.poll(() => shownBoards(page)).toEqual([first, last]);
    await expect.poll(() => page.locator('[data-count]').textContent()).toBe('2 organismes affichés');
    const picks = page.locator(`[id="${last}"] .pick`);
    expect(await picks.count()).toBeGreaterThan(0);
    await picks.first().press('Enter');
    expect(await page.locator('[data-selection-count]').textContent()).toContain('1');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('copies what it shows', async () => {
    const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await go(page, '/matrice/amitie/?b=csno-3,csscv-2&q=friending.requests,friending.sending');
    await page.getByRole('button', { name: 'Copier ce choix en CSV' }).click();
    await expect.poll(() => page.locator('[data-copy-status]').textContent()).toBe('Tableau copié.');
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^"CSSCV 2","Silence du texte reçu","Silence du texte reçu"$/);
    expect(lines[2]).toContain('« Les demandes « d’amis » d’élèves doivent être refusées. »');
    await context.close();
  });

  test('hostile words in the address do nothing', async () => {
    const { page, faults, context } = await open();
    await go(
      page,
      encodeURI('/matrice/amitie/?n=<img src=x onerror=alert(1)>&b=%00,"&q=x#"><script>alert(1)</script>'),
    );
    expect(await page.locator('.matrix img').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('a direct link to a cell of the matrix of a few boards', () => {
  test('lands on the count of its question', async () => {
    const { page, context } = await open();
    await go(page, '/matrice/#friending.requests');
    expect(await page.locator('[id="friending.requests"]').textContent()).toContain('24 sur 40 interdisent');
    expect(new URL(page.url()).pathname).toBe('/matrice/');
    await context.close();
  });

  test.each(['/matrice/', '/en/topics/students/'])('%s leads on to the part that has it', async (path) => {
    const { page, faults, context } = await open();
    const { topic, last } = parted();
    const cell = `${topic.criteria[0]!.id}-${last}`;
    await go(page, `${path === '/matrice/' ? path : pathOf({ kind: 'topic', slug: topic.slug }, 'en')}#${cell}`);
    await page.waitForSelector(`[id="${cell}"]`);
    expect(new URL(page.url()).hash).toBe(`#${cell}`);
    expect(new URL(page.url()).pathname).toMatch(
      path === '/matrice/' ? /^\/matrice\/[a-z-]+\/2\/$/ : /^\/en\/topics\/[a-z-]+\/\d+\/$/,
    );
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('the map of the site names each part once', () => {
  const paths = allPages(corpus).map(({ page, lang }) => pathOf(page, lang));
  expect(new Set(paths).size).toBe(paths.length);
  // And the two that stand for others: for what is not found, and for what is not kept.
  expect(htmlFiles()).toHaveLength(paths.length + 2);
});
