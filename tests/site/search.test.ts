import type { AxeResults } from 'axe-core';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { evaluate, report, score } from '../search/evaluate.ts';
import { belowSite } from './built.ts';
import { enterRoom } from './room.ts';

const { browser, open, at } = enterRoom();

const answered = (page: Page, q: string) =>
  page.waitForSelector(`[data-answers=${JSON.stringify(q)}]`, { state: 'attached' });
/** Typography apart. */
const plain = async (text: Promise<string | null>): Promise<string> => (await text)!.replaceAll('\u00A0', ' ');
const found = (page: Page): Promise<string[]> =>
  page.$$eval('[data-clause]', (hits) => hits.map((hit) => hit.getAttribute('data-clause')!));

/** What a page asks for, and how much it weighs on the way. */
function weigh(page: Page): { asked: string[]; bytes: () => Promise<number> } {
  const asked: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    asked.push(request.url());
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return { asked, bytes: async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) };
}

test.each([
  ['/recherche/', 'ami facebook élève'],
  // Words from A to Z: all files of the index.
  ['/recherche/', 'photo compte classe'],
  ['/en/search/', 'student account privacy'],
])('a first search weighs little, and asks for nothing twice: %s %s', async (path, first) => {
  const { page, context } = await open();
  const { asked, bytes } = weigh(page);
  await page.goto(at(`${path}?q=${encodeURIComponent(first)}`));
  await answered(page, first);
  await page.waitForLoadState('networkidle');
  console.log(`first search: ${await bytes()} bytes in ${asked.length} requests`);
  expect(asked.length).toBeLessThanOrEqual(8);
  expect(await bytes()).toBeLessThanOrEqual(115_000);
  if (path !== '/recherche/') return context.close();
  for (const q of ['photo', 'photo sortie', 'photos', 'confidentialité', 'sanctions', 'élève', 'logo', 'parents']) {
    await page.fill('main #q', q);
    await answered(page, q);
  }
  expect(new Set(asked).size).toBe(asked.length);
  await context.close();
});

test('what is asked in the other language is found, and only then is its index fetched', async () => {
  const { page, faults, context } = await open();
  const { asked } = weigh(page);
  await page.goto(at('/recherche/?q=photo'));
  await answered(page, 'photo');
  expect(asked.filter((address) => address.includes('/search/en/'))).toEqual([]);
  for (const q of ['can I friend a student', 'a frie', 'freind request', 'copyrighted music', 'add']) {
    await page.fill('main #q', q);
    await answered(page, q);
  }
  await page.fill('main #q', 'friend request');
  await answered(page, 'friend request');
  expect(await page.locator('.remark').count()).toBe(0);
  // Two boards forbid it: either is right.
  expect(['csno:4.c', 'cstl:annexe-2.personnel.8']).toContain((await found(page))[0]);
  expect(await page.locator('.hit .quoted').first().textContent()).toContain('demandes');
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.filter((address) => address.includes('wasm'))).toHaveLength(1);
  expect(faults).toEqual([]);
  await context.close();
});

test('a hit shows its words, its force, its board, its place, and leads to both', async () => {
  const { page, faults, context } = await open();
  await page.goto(at('/recherche/?q=ami%20facebook%20eleve'));
  await answered(page, 'ami facebook eleve');
  const hit = page.locator('[data-clause="csno:4.c"]');
  expect(['csno:4.c', 'cstl:annexe-2.personnel.8']).toContain((await found(page))[0]);
  expect(await plain(hit.locator('.quoted').textContent())).toBe(
    'c. Les demandes « d’amis » d’élèves doivent être refusées.',
  );
  expect(await hit.locator('mark').allTextContents()).toEqual(['amis', 'élèves']);
  expect(await plain(hit.locator('.hit-head').textContent())).toBe('CSNO 4.c Interdit · vise le personnel');
  expect(await hit.locator('.hit-where').textContent()).toContain('s. d., art. 4 c)');
  const links = await hit.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links).toEqual(['/politiques/csno/4.c/', '/politiques/csno/#4.c']);
  expect(await page.locator('[data-status]').textContent()).toMatch(/^\d+ clauses trouvées$/);
  expect(faults).toEqual([]);
  await context.close();
});

test('below a folder, and in English, it leads there', async () => {
  const { page, faults, context } = await open();
  await page.goto(at('/en/search/?q=friend%20request', 'below'));
  await answered(page, 'friend request');
  const links = await page.locator('.hit a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    const path = link.replace(/^\/balises\//, '/').split('#')[0]!;
    expect([link, existsSync(join(belowSite.folder, path, 'index.html'))]).toEqual([link, true]);
  }
  // In the language of the page, with the notice that leads to the French.
  expect(await plain(page.locator('.hit .quoted').first().textContent())).toContain('requests from students');
  expect(await page.locator('.hit .translation').first().textContent()).toBe(
    'Unofficial translation – the French text prevails',
  );
  expect(faults).toEqual([]);
  await context.close();
});

test('what is typed is in the address, without a step in the history; going back and reloading restore it', async () => {
  const { page, context } = await open();
  await page.goto(at('/recherche/'));
  const steps = await page.evaluate(() => history.length);
  await page.fill('main #q', 'logo');
  await answered(page, 'logo');
  await page.locator('summary').click();
  await page.selectOption('select[name="board"]', 'csno');
  await expect.poll(() => new URL(page.url()).search).toBe('?q=logo&board=csno');
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await expect.poll(async () => (await found(page)).every((clause) => clause.startsWith('csno:'))).toBe(true);
  const before = await found(page);
  await page.reload();
  await answered(page, 'logo');
  expect(await found(page)).toEqual(before);
  await page.locator('.hit a').first().click();
  await page.goBack();
  await answered(page, 'logo');
  expect([await page.inputValue('main #q'), await found(page)]).toEqual(['logo', before]);
  await page.locator('.language a').click();
  await answered(page, 'logo');
  expect(page.url()).toMatch(/\/en\/search\/\?q=logo&board=csno$/);
  await context.close();
});

test('each choice says how many clauses it leaves', async () => {
  const { page, context } = await open();
  await page.goto(at('/recherche/?q=logo&force=prohibition'));
  await answered(page, 'logo');
  const options = await page.locator('select[name="board"] option').allTextContents();
  const named = options.flatMap((text) => /^(\w+) \((\d+)\)$/.exec(text)?.slice(1) ?? []);
  expect(named.length).toBe(10);
  const csno = Number(named[named.indexOf('CSNO') + 1]);
  await page.selectOption('select[name="board"]', 'csno');
  await expect.poll(async () => (await found(page)).length).toBe(Math.min(10, csno));
  await context.close();
});

test('one’s own board comes first, is kept in this browser alone, and is undone by a button', async () => {
  const { page, context } = await open();
  await page.goto(at('/recherche/?q=ami%20facebook'));
  await answered(page, 'ami facebook');
  expect((await found(page))[0]).not.toMatch(/^csspo:/);
  await page.locator('summary').click();
  await page.selectOption('select[name="mine"]', 'csspo');
  await expect.poll(async () => (await found(page))[0]).toMatch(/^csspo:/);
  const kept = () => page.evaluate(() => [Object.keys(localStorage), localStorage.getItem('balises.board')]);
  expect(await kept()).toEqual([['balises.board'], 'csspo']);
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await answered(page, 'ami facebook');
  expect((await found(page))[0]).toMatch(/^csspo:/);
  await page.getByRole('button', { name: 'Annuler ce choix' }).click();
  await expect.poll(async () => (await found(page))[0]).not.toMatch(/^csspo:/);
  expect(await kept()).toEqual([[], null]);
  await context.close();
});

test('where one’s board says nothing of what is asked, that is the answer, with its proof', async () => {
  const { page, context } = await open();
  await page.addInitScript(() => localStorage.setItem('balises.board', 'csscv'));
  await page.goto(at('/recherche/?q=ami%20facebook%20eleve'));
  await answered(page, 'ami facebook eleve');
  const silent = page.locator('[data-silent="csscv"]');
  expect(await plain(silent.textContent())).toContain('CSSCV : le texte reçu n’en parle pas.');
  await silent.getByRole('link').click();
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/themes/amitie/#friending.requests-csscv');
  await context.close();
});

test('what nobody speaks of is said, and the topics are offered', async () => {
  const { page, context } = await open();
  await page.goto(at('/recherche/?q=ChatGPT'));
  await answered(page, 'ChatGPT');
  expect(await page.locator('[data-silent="all"]').textContent()).toContain('Aucun des textes n’en parle.');
  await page.fill('main #q', 'stationnement');
  await answered(page, 'stationnement');
  expect(await plain(page.locator('.remark').textContent())).toBe('Aucun des textes n’emploie : « stationnement ».');
  expect(await page.getByRole('link', { name: 'Demandes d’amitié' }).isVisible()).toBe(true);
  await context.close();
});

test('a typing error is told', async () => {
  const { page, context } = await open();
  await page.goto(at('/recherche/?q=diciplinaires'));
  await answered(page, 'diciplinaires');
  expect(await plain(page.locator('.remark').textContent())).toContain(
    '« disciplinaires », au lieu de : « diciplinaires »',
  );
  await context.close();
});

test('a slash goes to the box of any page, and what is asked there is answered on the search page', async () => {
  const { page, context } = await open();
  await page.goto(at('/en/policies/csno/4.c/'));
  await page.keyboard.press('/');
  await page.keyboard.type('logo');
  await page.keyboard.press('Enter');
  await answered(page, 'logo');
  expect(new URL(page.url()).pathname).toBe('/en/search/');
  await context.close();
});

test('by keyboard alone: a slash goes to the box, the next hits keep the focus', async () => {
  const { page, context } = await open();
  await page.goto(at('/recherche/'));
  await page.keyboard.press('/');
  await page.keyboard.type('élève');
  await answered(page, 'élève');
  expect((await found(page)).length).toBe(10);
  await page.getByRole('button', { name: 'Afficher la suite' }).press('Enter');
  await expect.poll(async () => (await found(page)).length).toBeGreaterThan(10);
  expect(
    await page.evaluate(() => document.activeElement?.closest('[data-clause]')?.previousElementSibling !== null),
  ).toBe(true);
  await context.close();
});

test.each([
  ['an index', '**/*.pf_index', 'logo'],
  ['the index of the other language', '**/search/en/*/index/*', 'friend logo'],
  ['the list of its documents', '**/search/en/*/*.pf_meta', 'friend logo'],
  ['its list of words', '**/search/en/*/words.json', 'friend logo'],
])('%s that does not load is told, and can be tried again', async (_, files, q) => {
  const { page, context } = await open();
  await page.route(files, (route) => route.abort());
  await page.goto(at(`/recherche/?q=${encodeURIComponent(q)}`));
  await expect.poll(() => page.locator('[data-status]').textContent()).toContain('n’a pas pu être chargé');
  expect(await page.getByRole('link', { name: 'Demandes d’amitié' }).isVisible()).toBe(true);
  await page.unroute(files);
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await answered(page, q);
  expect((await found(page)).length).toBeGreaterThan(0);
  await context.close();
});

test.each(['light', 'dark'] as const)('with its hits the page is accessible, in the %s', async (colorScheme) => {
  const { page, context } = await open({ colorScheme, viewport: { width: 320, height: 700 } });
  await page.goto(at('/recherche/?q=diciplinaires%20photo&board=cstl'));
  await answered(page, 'diciplinaires photo');
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await context.close();
});

test('it answers as people ask', async () => {
  const results = await evaluate(browser(), at('/'));
  console.log(report(results));
  // Floors, not the aim: nine of ten first, nineteen of twenty in the first three. Of each set: one that was looked at must not carry another.
  for (const set of ['seen', 'held', 'wide', 'unseen']) {
    const { first, three } = score(results.filter(({ question }) => question.set === set));
    expect([set, first >= 0.91, three >= 0.95]).toEqual([set, true, true]);
  }
}, 240_000);

test('from the key to the painted hits, in time that is told', async () => {
  const { page, context } = await open();
  await page.goto(at('/recherche/?q=logo'));
  await answered(page, 'logo');
  const times = await page.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>('main #q')!;
    const answer = document.querySelector<HTMLElement>('[data-answer]')!;
    const measured: number[] = [];
    for (const q of [
      'photo',
      'photo s',
      'photo so',
      'ami',
      'ami f',
      'ami facebook',
      'sanction',
      'élève',
      'parents',
      'logo',
    ]) {
      box.value = q;
      const start = performance.now();
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      while (answer.dataset.answers !== q) await new Promise(requestAnimationFrame);
      measured.push(performance.now() - start);
    }
    return measured.toSorted((a, b) => a - b);
  });
  console.log(`key to hits: median ${times[5]!.toFixed(0)} ms, slowest ${times.at(-1)!.toFixed(0)} ms`);
  expect(times).toHaveLength(10);
  await context.close();
});
