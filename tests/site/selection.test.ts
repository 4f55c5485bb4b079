import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { writeSelection } from '../../src/model/selection-query.ts';
import type { Selection } from '../../src/model/selection.ts';
import { typeset } from '../../src/model/typography.ts';
import { corpus, rootSite } from './built.ts';
import { readPdf } from './pdf.ts';
import { enterRoom } from './room.ts';

/** A trainer's hour: find, select, put in order, share, project, hand out; and links that somebody broke. */

const { browser, open, at } = enterRoom();

/** What this browser keeps, told as an address would tell it. */
async function keptOn(page: Page): Promise<string | null> {
  const kept = await page.evaluate(() => localStorage.getItem('balises.selection'));
  return kept === null ? null : writeSelection(JSON.parse(kept) as Selection, true);
}

/** A worker would fetch past what a test says of the network. */
const alone = { serviceWorkers: 'block' } as const;

const keysOn = (page: Page): Promise<string[]> =>
  page.$$eval('[data-selection] > li', (items) => items.map((item) => item.getAttribute('data-clause')!));

/** The page is there once its clauses are. */
async function openSelection(page: Page, query: string, folder = '/selection/'): Promise<void> {
  await page.goto(at(folder + query));
  await page.waitForSelector('[data-selection] > li');
}

const wordsOf = (board: string, id: string, lang: 'fr' | 'en'): string =>
  typeset(corpus.texts.get(board)![lang].clauses.get(id)!.text, lang);

const four = '?c=csno:4.c,csspo:4.8,dsfno:4.8.2,cstl:3.2.1.r3';

describe("a trainer's hour", () => {
  test.each([
    [
      'fr',
      {
        search: '/recherche/?q=ami+facebook+eleve',
        matrix: '/matrice/',
        policy: '/politiques/cstl/',
        clause: '/politiques/csno/4.c/',
        nav: 'Sélection',
      },
    ],
    [
      'en',
      {
        search: '/en/search/?q=friend+request',
        matrix: '/en/matrix/',
        policy: '/en/policies/cstl/',
        clause: '/en/policies/csno/4.c/',
        nav: 'Selection',
      },
    ],
  ] as const)('in %s: from the search box to a code on the wall', async (lang, pages) => {
    const { page, faults, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });

    // Find: the first hit, a cell, a clause in its policy, a clause's own page.
    await page.goto(at(pages.search));
    const first = (await page.locator('.hit').first().getAttribute('data-clause'))!;
    await page.locator('.hit .pick').first().press('Enter');
    await expect.poll(() => page.locator('[data-pick-status]').textContent()).toContain('1');
    await page.goto(at(pages.matrix));
    const cell = page.locator('td[data-board="csspo"][data-criterion="friending.requests"] .pick');
    await cell.click();
    expect(await cell.textContent()).toBe('✓');
    await page.goto(at(pages.policy));
    await page.locator('[data-key="cstl:3.2.1.r3"]').click();
    await page.goto(at(pages.clause));
    const pick = page.locator('[data-key="csno:4.c"]');
    if ((await pick.textContent())!.startsWith('+')) await pick.click();
    const chosen = new Set([first, 'csspo:4.8', 'cstl:3.2.1.r3', 'csno:4.c']);

    // Select: the navigation counts, and leads there.
    const link = page.getByRole('navigation').getByRole('link', { name: `${pages.nav} (${chosen.size})` });
    await link.click();
    await page.waitForSelector('[data-selection] > li');
    expect(await keysOn(page)).toEqual([...chosen]);

    // Put in order, by keyboard: the focus stays with the clause, and what was done is said.
    const order = [...chosen];
    await page.locator('[data-selection] > li').first().locator('[data-do=down]').press('Enter');
    order.splice(1, 0, order.shift()!);
    expect(await keysOn(page)).toEqual(order);
    expect(await page.evaluate(() => document.activeElement!.closest('li')!.dataset.clause)).toBe(order[1]);
    expect(await page.locator('[data-status]').textContent()).toContain('2');
    await page.keyboard.press('Alt+ArrowUp');
    order.unshift(order.splice(1, 1)[0]!);
    expect(await keysOn(page)).toEqual(order);
    await page.fill('#title', 'Une heure & plus');
    await page.locator('textarea').first().fill('Lire le verbe');

    // Share: without the notes, unless they are put in.
    await page.locator('[data-do=link]').click();
    const shared = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(shared).searchParams.get('c')).toBe(order.join(','));
    expect(shared).not.toContain('Lire');
    await page.check('[name=notes]');
    await page.locator('[data-do=link]').click();
    const withNotes = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(withNotes).searchParams.get('n1')).toBe('Lire le verbe');
    await page.reload();
    await page.waitForSelector('[data-selection] > li');
    expect(await page.locator('textarea').first().inputValue()).toBe('Lire le verbe');

    // Reopen in a clean browser.
    const other = await open();
    await other.page.goto(shared);
    await other.page.waitForSelector('[data-selection] > li');
    expect(await keysOn(other.page)).toEqual(order);
    expect(await other.page.inputValue('#title')).toBe('Une heure & plus');
    expect(await other.page.locator('textarea').first().inputValue()).toBe('');
    expect(await other.page.evaluate(() => localStorage.length)).toBe(0);

    // Project by keyboard.
    await other.page.locator('[data-do=project]').press('Enter');
    const slide = other.page.locator('[data-slide]');
    const place = other.page.locator('[data-place]');
    await expect.poll(() => place.textContent()).toBe(`1 / ${order.length}`);
    const [board = '', id = ''] = order[0]!.split(':');
    expect(await slide.textContent()).toContain(wordsOf(board, id, lang));
    await other.page.keyboard.press('ArrowRight');
    await expect.poll(() => place.textContent()).toBe(`2 / ${order.length}`);
    await other.page.keyboard.press('End');
    await other.page.keyboard.press('ArrowLeft');
    await other.page.keyboard.press(' ');
    await expect.poll(() => place.textContent()).toBe(`${order.length} / ${order.length}`);
    expect(new URL(other.page.url()).searchParams.get('p')).toBe(String(order.length));
    await other.page.keyboard.press('Escape');
    await expect.poll(() => other.page.url()).not.toContain('p=');
    expect(await other.page.locator('[data-projection]').isVisible()).toBe(false);

    // Print, and hold a telephone over each code.
    const printed = await readPdf(await other.page.pdf({ format: 'Letter', preferCSSPageSize: true }));
    const text = printed
      .map((one) => one.text)
      .join('\n')
      .replaceAll(/\s+/g, ' ');
    expect(text).toContain('Une heure & plus');
    const codes = printed.flatMap((one) => one.codes);
    expect(codes.toSorted()).toEqual(
      order.map((key) => at(`${lang === 'fr' ? '/politiques' : '/en/policies'}/${key.replace(':', '/')}/`)).toSorted(),
    );
    for (const code of codes)
      expect(existsSync(join(rootSite.folder, new URL(code).pathname, 'index.html'))).toBe(true);
    for (const code of codes) expect(text.replaceAll(' ', '')).toContain(code.replace('http://', ''));
    if (lang === 'en') expect(text).toContain('Unofficial translation – the French text prevails');

    expect(faults).toEqual([]);
    expect(other.faults).toEqual([]);
    await context.close();
    await other.context.close();
  });

  test('a link opens straight into the projection, one clause or two', async () => {
    const { page, faults, context } = await open({ viewport: { width: 1920, height: 1080 } });
    await openSelection(page, `${four}&p=2&by=2`);
    expect(await page.locator('[data-place]').textContent()).toBe('2 / 2');
    expect(await page.locator('[data-slide] article').count()).toBe(2);
    await page.goto(at('/politiques/csno/4.c/'));
    await page.getByRole('link', { name: 'Projeter' }).click();
    await expect.poll(() => page.locator('[data-place]').textContent()).toBe('1 / 1');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('what is projected', () => {
  test.each(['light', 'dark'] as const)(
    'is read from afar in a bright room, whatever the screen prefers: %s',
    async (colorScheme) => {
      const { page, context } = await open({ viewport: { width: 1280, height: 720 }, colorScheme });
      await openSelection(page, `${four},csno:A.2.3&p=1`, '/en/selection/');
      for (let slide = 0; slide < 5; slide += 1) {
        const worst = await page.evaluate(() => {
          const channel = (value: number): number =>
            value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          const luminance = (colour: string): number => {
            const [r = 0, g = 0, b = 0] = colour.match(/[\d.]+/g)!.map((part) => channel(Number(part) / 255));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const dialog = document.querySelector('[data-projection]')!;
          const paper = luminance(getComputedStyle(dialog).backgroundColor);
          const ratios = [...dialog.querySelectorAll('*')].map((one) => {
            const ink = luminance(getComputedStyle(one).color);
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
          });
          return Math.min(...ratios);
        });
        expect(worst).toBeGreaterThanOrEqual(7);
        // The words themselves: a twenty-fourth of the height at least.
        const size = await page.$eval('[data-slide] blockquote p', (one) =>
          Number.parseFloat(getComputedStyle(one).fontSize),
        );
        expect(size).toBeGreaterThanOrEqual(0.0415 * 720);
        await page.keyboard.press('PageDown');
      }
      await context.close();
    },
  );

  test('fills the screen when it is asked to', async () => {
    const { page, faults, context } = await open();
    await openSelection(page, '?c=csno:4.c&p=1');
    await page.keyboard.press('Shift+F');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('html');
    await page.keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBe(null);
    expect(faults).toEqual([]);
    await context.close();
  });

  test.each(['/selection/', '/en/selection/'])(
    'holds the words that a clause completes, and its errors marked: %s',
    async (folder) => {
      const { page, context } = await open();
      await openSelection(page, '?c=dsfno:4.7.2,csno:A.2.2&p=1', folder);
      const slide = page.locator('[data-slide]');
      expect(await slide.textContent()).toContain(wordsOf('dsfno', '4.7', 'fr'));
      await page.keyboard.press('End');
      const errors = corpus.notes.get('csno')!.filter(({ on, kind }) => on === 'A.2.2' && kind === 'sic');
      expect(await slide.locator('.sic').count()).toBe(errors.length);
      await context.close();
    },
  );

  test('is never cut: what is too long is read on with the same key', async () => {
    const { page, context } = await open({ viewport: { width: 320, height: 200 } });
    await openSelection(page, '?c=csno:A.2.3,cstl:3.2.1.r4,csno:4.c,csspo:4.8&p=1&by=2');
    const scrolled = () => page.$eval('[data-slide]', (one) => one.scrollTop);
    expect(await scrolled()).toBe(0);
    expect(await page.locator('[data-place]').textContent()).toBe('1 / 2 ↓');
    await page.keyboard.press(' ');
    expect(await page.locator('[data-place]').textContent()).toBe('1 / 2 ↓');
    expect(await scrolled()).toBeGreaterThan(0);
    for (let press = 0; press < 20; press += 1) await page.keyboard.press(' ');
    expect(await page.locator('[data-place]').textContent()).toBe('2 / 2');
    await context.close();
  });

  test('is a whole situation too, the vote before the answers', async () => {
    const { page, faults, context } = await open();
    await page.goto(at('/en/workshops/friend-request/?p=1'));
    const slide = page.locator('[data-slide]');
    const place = async () => Number.parseInt((await page.locator('[data-place]').textContent())!, 10);
    const scenario = corpus.scenarios.find(({ texts }) => texts.en.slug === 'friend-request')!;
    expect(await slide.textContent()).toContain(typeset(scenario.texts.en.question, 'en'));
    expect(await slide.locator('.vote').count()).toBe(0);
    for (const { policy } of scenario.answers.map(({ board }) => ({
      policy: corpus.policies.find((one) => one.board === board)!,
    }))) {
      const before = await place();
      while ((await place()) === before) await page.keyboard.press('ArrowRight');
      expect(await slide.textContent()).toContain(policy.short);
      expect(await slide.locator('.vote').count()).toBe(1);
    }
    expect(await page.locator('[data-place]').textContent()).toMatch(/^6 \/ 8/);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).not.toContain('?p');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('handed out', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    '%i clauses a page at most, on either paper, with head and foot on each',
    async (perPage) => {
      const { page, context } = await open();
      const keys = ['csno:4.c', 'csspo:4.8', 'csno:4.a', 'csspo:4.6', 'csno:5.a', 'csspo:4.1', 'csno:5.f'];
      await openSelection(page, `?c=${keys.join(',')}&t=Essai`);
      await page.selectOption('[name=perPage]', String(perPage));
      for (const format of ['Letter', 'A4']) {
        const printed = await readPdf(await page.pdf({ format, preferCSSPageSize: true }));
        expect(printed.flatMap(({ codes }) => codes)).toHaveLength(keys.length);
        // Short as these are, no page is left half empty.
        expect(printed).toHaveLength(Math.ceil(keys.length / perPage));
        for (const { text, codes } of printed) {
          expect(codes.length).toBeGreaterThan(0);
          expect(codes.length).toBeLessThanOrEqual(perPage);
          expect(text).toContain('Essai');
          expect(text).toContain('appartiennent à leurs conseils');
        }
      }
      await context.close();
    },
  );

  test('as a Word file: the words, where they stand, a link and a code each, in the language and its original', async () => {
    const { page, faults, context } = await open({ acceptDownloads: true });
    await openSelection(page, `${four}&t=Requests`, '/en/selection/');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=word]').click()]);
    expect(download.suggestedFilename()).toBe('Requests.docx');
    const docx = await readFile(await download.path());
    const { value: html } = await mammoth.convertToHtml({ buffer: docx });
    const text = html
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replaceAll(/[✕■△○⧗▼=] /g, '');
    for (const key of four.slice(3).split(',')) {
      const [board = '', id = ''] = key.split(':');
      expect(text).toContain(wordsOf(board, id, 'en'));
      expect(text).toContain(wordsOf(board, id, 'fr'));
      expect(html).toContain(`href="${at(`/en/policies/${board}/${id}/`)}"`);
    }
    expect(html.match(/<img/g)).toHaveLength(4);
    expect(text.match(/Unofficial translation – the French text prevails/g)!.length).toBeGreaterThanOrEqual(4);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('as one file that opens from a stick, with no network', async () => {
    const { page, faults, context } = await open({ acceptDownloads: true });
    await openSelection(page, `${four}&t=Sur une clé`);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=file]').click()]);
    expect(download.suggestedFilename()).toBe('Sur-une-clé.html');
    const file = join(tmpdir(), `balises-${process.pid}.html`);
    await writeFile(file, await readFile(await download.path()));
    expect(faults).toEqual([]);
    await context.close();

    const stick = await browser().newContext({ offline: true });
    const opened = await stick.newPage();
    const asked: string[] = [];
    opened.on('request', (request) => asked.push(request.url()));
    await opened.goto(pathToFileURL(file).href);
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(await opened.title()).toBe('Sur une clé');
    expect(await opened.locator('.sheet-clause').count()).toBe(4);
    expect(await opened.locator('.sheet-clause').first().isVisible()).toBe(true);
    expect(await opened.locator('body').textContent()).toContain(wordsOf('cstl', '3.2.1.r3', 'fr'));
    const printed = await readPdf(await opened.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect(printed.flatMap(({ codes }) => codes)).toHaveLength(4);
    await stick.close();
  });

  test('from a situation: all the clauses that its answers rest on', async () => {
    const { page, context } = await open();
    await page.goto(at('/ateliers/demande-d-ami/'));
    await page.getByRole('link', { name: 'Les clauses citées, à remettre' }).click();
    await page.waitForSelector('[data-selection] > li');
    const { answers } = corpus.scenarios.find(({ id }) => id === 'demande-d-ami')!;
    expect(await keysOn(page)).toEqual(answers.flatMap(({ board, cites }) => cites.map((id) => `${board}:${id}`)));
    await context.close();
  });

  test('below a folder of a host, the codes lead there', async () => {
    const { page, faults, context } = await open();
    await page.goto(at(`/selection/?c=csno:4.c`, 'below'));
    await page.waitForSelector('[data-selection] > li');
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.qr').getAttribute('data-address')).toBe(at('/politiques/csno/4.c/', 'below'));
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('starter packs', () => {
  test('there is one for each core topic, and each opens whole in both languages', async () => {
    expect(corpus.packs.map(({ topic }) => topic)).toEqual(
      corpus.topics.filter(({ core }) => core).map(({ id }) => id),
    );
    const { page, faults, context } = await open();
    for (const [list, lang, name] of [
      ['/ateliers/', 'fr', 'Ouvrir la sélection'],
      ['/en/workshops/', 'en', 'Open the selection'],
    ] as const) {
      for (const [index, pack] of corpus.packs.entries()) {
        await page.goto(at(list));
        await page.getByRole('link', { name, exact: true }).nth(index).click();
        await page.waitForSelector('[data-selection] > li');
        expect(await keysOn(page)).toEqual(pack.clauses);
        expect(await page.inputValue('#title')).toBe(pack.title[lang]);
      }
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("one's own selection", () => {
  test('is not touched by one that comes by a link, until one says so', async () => {
    const { page, faults, context } = await open();
    await page.goto(at('/politiques/csno/4.c/'));
    await page.locator('[data-key="csno:4.c"]').click();
    await openSelection(page, '?c=csspo:4.8,csno:4.c&t=Reçue');
    const mine = () => keptOn(page);
    expect(await mine()).toBe('c=csno:4.c');
    await page.locator('[data-do=remove]').first().click();
    expect(await mine()).toBe('c=csno:4.c');
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'L’ajouter à la mienne' }).click();
    await expect.poll(mine).toBe('c=csno:4.c,csspo:4.8&t=Re%C3%A7ue');
    await page.getByRole('button', { name: 'Tout retirer' }).click();
    await expect.poll(mine).toBe(null);
    await page.getByRole('button', { name: 'Annuler' }).click();
    await expect.poll(mine).toBe('c=csno:4.c,csspo:4.8&t=Re%C3%A7ue');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('is not wiped by a link that holds nothing', async () => {
    const { page, context } = await open();
    await page.goto(at('/politiques/csno/4.c/'));
    await page.locator('[data-key="csno:4.c"]').click();
    await openSelection(page, '?c=xyz:9,foo');
    expect(await keysOn(page)).toEqual(['csno:4.c']);
    expect(await page.locator('[data-remarks]').textContent()).toContain('xyz:9');
    expect(await page.locator('[data-remarks] button').count()).toBe(0);
    await context.close();
  });

  test.each(['', 'null', '[]', '{"chosen":5}', '{"title":{},"chosen":[null]}', 'c=csno:4.c', '{"chosen":[{"key":'])(
    'is none where another page of the host has written %s in its place, and one can be begun',
    async (foreign) => {
      const { page, faults, context } = await open();
      await page.goto(at('/politiques/csno/4.c/'));
      await page.evaluate((text) => localStorage.setItem('balises.selection', text), foreign);
      await page.reload();
      expect(await page.locator('[data-selection-count]').textContent()).toBe('');
      await page.locator('[data-key="csno:4.c"]').click();
      expect(await keptOn(page)).toBe('c=csno:4.c');
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test('and one that has the same clauses under another title are two', async () => {
    const { page, context } = await open();
    await page.goto(at('/politiques/csno/4.c/'));
    await page.locator('[data-key="csno:4.c"]').click();
    await openSelection(page, '?c=csno:4.c&t=Autre&n1=lisez');
    expect(await page.inputValue('#title')).toBe('Autre');
    expect(await page.locator('textarea').inputValue()).toBe('lisez');
    await page.getByRole('button', { name: 'L’ajouter à la mienne' }).click();
    await expect.poll(() => keptOn(page)).toBe('c=csno:4.c&t=Autre&n1=lisez');
    await context.close();
  });

  test('comes back from an undo with what was done since', async () => {
    const { page, context } = await open();
    await openSelection(page, '?c=csno:4.c,csspo:4.8');
    await page.locator('[data-do=remove]').first().click();
    await page.locator('textarea').fill('Écrit depuis');
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await keysOn(page)).toEqual(['csno:4.c', 'csspo:4.8']);
    expect(await page.locator('textarea').nth(1).inputValue()).toBe('Écrit depuis');
    expect(await page.evaluate(() => document.activeElement!.closest('li')!.dataset.clause)).toBe('csno:4.c');
    await context.close();
  });

  test('is followed from one window to another, and nothing written in either is lost', async () => {
    const { page, context } = await open();
    await openSelection(page, '?c=csno:4.c,csspo:4.8');
    await page.fill('#title', 'Une');
    const other = await context.newPage();
    await other.goto(at('/selection/'));
    await other.waitForSelector('[data-selection] > li');
    await other.locator('textarea').first().fill('De l’autre');
    await expect.poll(() => page.locator('textarea').first().inputValue()).toBe('De l’autre');
    await page.fill('#title', 'Deux');
    await expect.poll(() => other.inputValue('#title')).toBe('Deux');
    expect(await other.locator('textarea').first().inputValue()).toBe('De l’autre');
    await context.close();
  });

  test('is shown as it is now on coming back', async () => {
    const { page, context } = await open();
    await page.goto(at('/politiques/csno/4.c/'));
    await page.locator('[data-key="csno:4.c"]').click();
    await page.goto(at('/selection/'));
    await page.waitForSelector('[data-selection] > li');
    await page.goto(at('/politiques/csspo/4.8/'));
    await page.locator('[data-key="csspo:4.8"]').click();
    await page.goBack();
    await expect.poll(() => keysOn(page)).toEqual(['csno:4.c', 'csspo:4.8']);
    await context.close();
  });

  test('lasts as long as the page where storage is full', async () => {
    const { page, context } = await open();
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(at('/politiques/csno/4.c/'));
    await page.locator('[data-key="csno:4.c"]').click();
    expect(await page.locator('[data-key="csno:4.c"]').textContent()).toContain('✓');
    await openSelection(page, '?c=csno:4.c');
    await page.getByRole('button', { name: 'En faire ma sélection' }).click();
    await page.reload();
    await page.waitForSelector('[data-selection] > li');
    expect(await keysOn(page)).toEqual(['csno:4.c']);
    await context.close();
  });

  test('lasts as long as the page where storage is forbidden', async () => {
    const { page, context } = await open();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new Error('forbidden');
        },
      });
    });
    await page.goto(at('/politiques/csno/4.c/'));
    await page.locator('[data-key="csno:4.c"]').click();
    expect(await page.locator('[data-key="csno:4.c"]').textContent()).toContain('✓');
    await context.close();
  });

  test('says how it is filled while it is empty, and without a script what it needs', async () => {
    const { page, context } = await open();
    await page.goto(at('/selection/'));
    await page.getByText('Aucune clause choisie.').waitFor();
    expect(await page.locator('[data-tools]').isVisible()).toBe(false);
    await context.close();
    const plain = await open({ javaScriptEnabled: false });
    await plain.page.goto(at('/selection/?c=csno:4.c'));
    expect(await plain.page.locator('noscript').textContent()).toContain('La sélection a besoin de JavaScript');
    expect(await plain.page.locator('.pick').count()).toBe(0);
    await plain.context.close();
  });
});

describe('a selection that came by a link', () => {
  test('keeps the notes written on it through a reload, a link within the page and a way back', async () => {
    const { page, context } = await open();
    await page.goto(at('/politiques/csspo/4.8/'));
    await page.locator('[data-key="csspo:4.8"]').click();
    await openSelection(page, '?c=csno:4.c&t=Reçue');
    const note = page.locator('textarea');
    await note.fill('À garder');
    await page.evaluate(() => document.querySelector<HTMLElement>('.skip')!.click());
    expect(await note.inputValue()).toBe('À garder');
    await page.reload();
    await page.waitForSelector('[data-selection] > li');
    expect(await note.inputValue()).toBe('À garder');
    await page.locator('[data-selection] h2 a').click();
    await page.waitForURL('**/4.c/');
    await page.goBack();
    await expect.poll(() => note.inputValue()).toBe('À garder');
    expect(await keptOn(page)).toBe('c=csspo:4.8');
    await context.close();
  });

  test('becomes the reader’s own with the first edit, if there is no other', async () => {
    const { page, context } = await open();
    await openSelection(page, '?c=csno:4.c,csspo:4.8');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.locator('[data-do=down]').first().click();
    expect(await keptOn(page)).toBe('c=csspo:4.8,csno:4.c');
    await context.close();
  });

  test('stays whole, and so does one’s own, when what was asked for next does not load', async () => {
    const { page, context } = await open(alone);
    await page.goto(at('/politiques/cstl/3.2.1.r3/'));
    await page.locator('[data-key="cstl:3.2.1.r3"]').click();
    let broken = true;
    await page.route('**/cards/fr/*/cstl.json', (route) => (broken ? route.abort() : route.continue()));
    await openSelection(page, '?c=csno:4.c,csspo:4.8');
    await page.getByRole('button', { name: 'Voir la mienne' }).click();
    const retry = page.getByRole('button', { name: 'Réessayer' });
    await retry.waitFor();
    expect(await keysOn(page)).toEqual(['csno:4.c', 'csspo:4.8']);
    await page.locator('[data-do=remove]').first().click();
    expect(await keptOn(page)).toBe('c=cstl:3.2.1.r3');
    broken = false;
    await retry.click();
    await expect.poll(() => keysOn(page)).toEqual(['cstl:3.2.1.r3']);
    await context.close();
  });
});

describe('a bad link', () => {
  test('names what it left out, and loses nothing of what is valid', async () => {
    const { page, faults, context } = await open();
    await openSelection(page, '?c=csno:4.c,csno:99,nulle-part:1,%3Cimg%20src=x%3E,csspo:4.8,csno:4.c&t=Ma%20page');
    expect(await keysOn(page)).toEqual(['csno:4.c', 'csspo:4.8']);
    const said = await page.locator('[data-remarks]').textContent();
    for (const part of ['csno:99', 'nulle-part:1', '<img src=x>', 'csno:4.c']) expect(said).toContain(part);
    expect(await page.inputValue('#title')).toBe('Ma page');
    expect(faults).toEqual([]);
    await context.close();
  });

  test('follows an id that was retired, and says so', async () => {
    const { page, context } = await open(alone);
    await page.route('**/cards/fr/*/csno.json', async (route) => {
      const response = await route.fetch();
      const board = (await response.json()) as { retired: Record<string, string> };
      board.retired['9.z'] = 'csspo:4.8';
      await route.fulfill({ response, json: board });
    });
    await openSelection(page, '?c=csno:9.z,csno:4.c');
    expect(await keysOn(page)).toEqual(['csspo:4.8', 'csno:4.c']);
    expect(await page.locator('[data-remarks]').textContent()).toContain('csno:9.z se lit maintenant à CSSPO 4.8.');
    await context.close();
  });

  test('of five hundred ids shows each clause that exists, once', async () => {
    const { page, faults, context } = await open();
    const all = [...corpus.clauses].flatMap(([board, { placed }]) =>
      placed.map(({ clause }) => `${board}:${clause.id}`),
    );
    const five = Array.from({ length: 500 }, (_, index) => all[index % all.length] ?? '');
    await openSelection(page, `?c=${five.join(',')}`);
    expect(await keysOn(page)).toEqual(all);
    expect(await page.locator('[data-length]').textContent()).toMatch(/2\s000/);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('clauses that do not load are told, the address keeps the selection, and a second try works', async () => {
    const { page, context } = await open(alone);
    let broken = true;
    await page.route('**/cards/fr/*/csno.json', (route) => (broken ? route.abort() : route.continue()));
    await page.goto(at('/selection/?c=csno:4.c'));
    const retry = page.getByRole('button', { name: 'Réessayer' });
    await retry.waitFor();
    expect(page.url()).toContain('c=csno:4.c');
    broken = false;
    await retry.click();
    await page.waitForSelector('[data-selection] > li');
    expect(await keysOn(page)).toEqual(['csno:4.c']);
    await context.close();
  });
});

test('what is copied for a slide is rich text and plain text', async () => {
  const { page, faults, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(at('/politiques/csno/4.c/'));
  await page.getByRole('button', { name: 'Copier pour une diapositive' }).click();
  await expect.poll(() => page.locator('[data-copy-status]').textContent()).toBe('Texte et lien copiés.');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(html).toContain("<blockquote>« Les demandes « d'amis » d'élèves doivent être refusées. »</blockquote>");
  expect(html).toContain(`<a href="${at('/politiques/csno/4.c/')}">`);
  expect(faults).toEqual([]);
  await context.close();
});

test.each(['/politiques/csno/4.c/', '/en/workshops/friend-request/'])(
  '%s shows its address, and copies it',
  async (path) => {
    const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(at(path, 'below'));
    expect(await page.locator('.address a').textContent()).toBe(`exemple.org/balises${path}`);
    await page.goto(at(path));
    expect(`http://${await page.locator('.address a').textContent()}`).toBe(at(path));
    await page.goto(at(path, 'below'));
    await page.locator('button[data-copies=""]').click();
    await expect.poll(() => page.locator('[data-copy-status]').textContent()).not.toBe('');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(at(path, 'below'));
    await context.close();
  },
);
