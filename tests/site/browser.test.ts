import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { typeset } from '../../src/model/typography.ts';
import { corpus, pageKinds } from './built.ts';
import { enterRoom } from './room.ts';

const { open, at } = enterRoom();

describe('the words on the page are the words of the source', () => {
  test.each([...corpus.clauses.keys()].flatMap((board) => [`/politiques/${board}/`, `/en/policies/${board}/`]))(
    '%s',
    async (path) => {
      const { page, context } = await open();
      await page.goto(at(path));
      const shown = await page.$$eval('.clause', (clauses) =>
        clauses.map((clause) => {
          const said = [...clause.querySelectorAll('.words')].map((element) => {
            const words = element.cloneNode(true) as HTMLElement;
            for (const ours of words.querySelectorAll('.sic, .label')) ours.remove();
            return [element.closest('[lang]')!.getAttribute('lang'), words.textContent];
          });
          return { id: clause.id, said };
        }),
      );
      const board = path.split('/').at(-2)!;
      const { clauses } = corpus.texts.get(board)!.en;
      expect(shown).toEqual(
        corpus.clauses.get(board)!.placed.map(({ clause }) => ({
          id: clause.id,
          said: path.startsWith('/en')
            ? [
                ['en-CA', typeset(clauses.get(clause.id)!.text, 'en')],
                ['fr', typeset(clause.text, 'fr')],
              ]
            : [['fr-CA', typeset(clause.text, 'fr')]],
        })),
      );
      await context.close();
    },
  );
});

test('the address of a clause lands on it in the text of its policy', async () => {
  const { page, context } = await open();
  await page.goto(at('/politiques/csno/#4.c'));
  const box = await page.locator('[id="4.c"]').boundingBox();
  expect(box!.y).toBeGreaterThanOrEqual(0);
  expect(box!.y).toBeLessThan(200);
  await context.close();
});

describe('copying, by keyboard', () => {
  test.each([
    ['/politiques/csno/4.c/', 'Copier le lien', 'Lien copié.', /^http:\/\/127\.0\.0\.1:\d+\/politiques\/csno\/4\.c\/$/],
    [
      '/politiques/csno/4.c/',
      'Copier pour une diapositive',
      'Texte et lien copiés.',
      /^« Les demandes « d'amis » d'élèves doivent être refusées\. »\nCSNO, DA 142, .*, s\. d\., art\. 4 c\)\nhttp:.*\/politiques\/csno\/4\.c\/$/,
    ],
    [
      '/en/policies/csno/4.c/',
      'Copy for a slide',
      'Text and link copied.',
      /^“‘Friend’ requests from students must be refused\.”\nCSNO, DA 142, .*, n\.d\., s\. 4\(c\)\nUnofficial translation – the French text prevails\n« Les demandes « d'amis » d'élèves doivent être refusées\. »\nhttp:.*\/en\/policies\/csno\/4\.c\/$/,
    ],
  ])('%s: %s', async (path, name, said, copied) => {
    const { page, faults, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(at(path));
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction((text) => document.querySelector('[role="status"]')?.textContent === text, said);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(copied);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a browser that refuses says so', async () => {
    const { page, context } = await open();
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.goto(at('/politiques/csno/4.c/'));
    await page.getByRole('button', { name: 'Copier le lien' }).press('Space');
    await expect.poll(() => page.locator('[data-copy-status]').textContent()).toContain('La copie a échoué');
    await context.close();
  });
});

test.each([
  ['/matrice/?b=csno,cstl#friending.requests', /\/en\/matrix\/\?b=[^#]*csno[^#]*cstl[^#]*#friending\.requests$/],
  ['/en/policies/csno/?x=1#4.c', /\/politiques\/csno\/\?x=1#4\.c$/],
])('the other language of %s is the same page, with the same query and fragment', async (path, other) => {
  const { page, faults, context } = await open();
  await page.goto(at(path));
  await page.locator('.language a').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toMatch(other);
  expect(faults).toEqual([]);
  await context.close();
});

describe('the French beside the English', () => {
  const clause = (page: Page) => page.locator('[id="4.c"]');

  test('stands clause by clause in two columns on a wide screen, without a script too, and can be put away', async () => {
    const { page, context } = await open({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    await page.goto(at('/en/policies/csno/'));
    const [english, french] = await clause(page).locator('.words').all();
    const [left, right] = await Promise.all([english!.boundingBox(), french!.boundingBox()]);
    expect(Math.abs(left!.y - right!.y)).toBeLessThan(3);
    expect(right!.x).toBeGreaterThan(left!.x + left!.width - 1);
    await page.getByRole('checkbox', { name: 'Show the original text beside' }).uncheck();
    expect(await french!.isVisible()).toBe(false);
    expect(await english!.isVisible()).toBe(true);
    await context.close();
  });

  test('comes below each clause on a phone when it is asked for', async () => {
    const { page, context } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    await page.goto(at('/en/policies/csno/'));
    const [english, french] = await clause(page).locator('.words').all();
    expect(await french!.isVisible()).toBe(false);
    await page.getByRole('checkbox', { name: 'Show the original text below' }).check();
    const [above, under] = await Promise.all([english!.boundingBox(), french!.boundingBox()]);
    expect(under!.y).toBeGreaterThan(above!.y + above!.height - 1);
    await context.close();
  });

  test('is said on every sheet of a printed translation to be the text that prevails', async () => {
    const { page, context } = await open();
    await page.goto(at('/en/policies/csscv/'));
    const pdf = await page.pdf({ format: 'Letter' });
    const sheets = (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
    expect(sheets).toBeGreaterThan(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.languages').evaluate((line) => getComputedStyle(line).position)).toBe('fixed');
    await context.close();
  });
});

test('without JavaScript everything reads and navigates, and no dead button is shown', async () => {
  const { page, context } = await open({ javaScriptEnabled: false });
  await page.goto(at('/'));
  await page.getByRole('link', { name: 'Politiques', exact: true }).click();
  await page.getByRole('link', { name: 'Utilisation acceptable des réseaux sociaux' }).click();
  await page.getByRole('link', { name: 'Clause 4.c : sa page' }).click();
  expect(new URL(page.url()).pathname).toBe('/politiques/csno/4.c/');
  expect(await page.locator('main').getByRole('button').count()).toBe(0);
  await page.getByRole('link', { name: 'Lire dans le texte de la politique' }).click();
  expect(new URL(page.url()).hash).toBe('#4.c');
  await page.getByRole('link', { name: 'English' }).click();
  expect(new URL(page.url()).pathname).toBe('/en/policies/csno/');
  await page.fill('#q', 'friend');
  await page.getByRole('button', { name: 'Search' }).click();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/en/search/?q=friend');
  expect(await page.locator('main').textContent()).toContain('Search needs JavaScript');
  await page.getByRole('link', { name: 'Friending' }).click();
  expect(new URL(page.url()).pathname).toBe('/en/topics/friending/');
  await context.close();
});

describe('the matrix', () => {
  const shownColumns = (page: Page) =>
    page.$$eval('.matrix thead th[data-board]', (heads) =>
      heads
        .filter((head) => (head as HTMLElement).offsetParent !== null)
        .map((head) => head.getAttribute('data-board')),
    );
  const shownRows = (page: Page) =>
    page.$$eval('.matrix .question', (rows) =>
      rows.filter((row) => (row as HTMLElement).offsetParent !== null).map(({ id }) => id),
    );

  test('has a cell for every board and question, with its board and its question', async () => {
    const { page, context } = await open();
    await page.goto(at('/matrice/'));
    const cells = await page.$$eval('.matrix td[data-board][data-criterion]', (all) => all.map(({ id }) => id));
    expect(new Set(cells).size).toBe(corpus.policies.length * corpus.criteria.size);
    expect(await page.$$eval('.matrix td', (all) => all.filter((cell) => cell.textContent.trim() === '').length)).toBe(
      0,
    );
    await context.close();
  });

  test.each([true, false])('hides what is not chosen, with JavaScript: %s', async (javaScriptEnabled) => {
    const { page, context } = await open({ javaScriptEnabled });
    await page.goto(at('/matrice/'));
    await page.getByText('Choisir les organismes').click();
    await page.getByRole('checkbox', { name: 'CSSPO' }).uncheck();
    await page.getByRole('checkbox', { name: 'Sanctions', exact: true }).uncheck();
    expect(await shownColumns(page)).toEqual(['dsfno', 'csscv', 'csno', 'cstl']);
    const rows = await shownRows(page);
    expect(rows).toContain('friending.requests');
    expect(rows).not.toContain('sanctions.person');
    await context.close();
  });

  test('keeps the choice in the address, and finds it there again', async () => {
    const { page, faults, context } = await open();
    await page.goto(at('/matrice/?b=csno,cstl&t=friending,consent'));
    expect(await shownColumns(page)).toEqual(['csno', 'cstl']);
    expect((await shownRows(page)).every((id) => /^(?:friending|consent)\./.test(id))).toBe(true);
    await page.getByText('Choisir les organismes').click();
    await page.getByRole('checkbox', { name: 'DSFNO' }).check();
    expect(new URL(page.url()).search).toBe('?b=dsfno,csno,cstl&t=friending,consent');
    await page.getByRole('button', { name: 'Tout afficher' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(await shownRows(page)).toHaveLength(corpus.criteria.size);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('copies what it shows, as a table and as CSV', async () => {
    const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(at('/matrice/?b=csno,csscv&t=friending'));
    await page.getByRole('button', { name: 'Copier ce choix en CSV' }).click();
    await expect.poll(() => page.locator('[data-tools] [role="status"]').textContent()).toBe('Tableau copié.');
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toContain('« Les demandes « d’amis » d’élèves doivent être refusées. »');
    await page.getByRole('button', { name: 'Copier ce choix comme tableau' }).click();
    await expect.poll(() => page.locator('[data-tools] [role="status"]').textContent()).toBe('Tableau copié.');
    await context.close();
  });

  test('copies a translation with what stands with it', async () => {
    const { page, context } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(at('/en/matrix/?b=csno,csscv&t=friending'));
    await page.getByRole('button', { name: 'Copy this choice as CSV' }).click();
    await expect.poll(() => page.locator('[data-tools] [role="status"]').textContent()).toBe('Table copied.');
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\r\n');
    expect(lines[1]).toContain('Unofficial translation – the French text prevails');
    expect(lines[1]).toContain('“‘Friend’ requests from students must be refused.”');
    await context.close();
  });

  test('a comparison of two boards puts first what differs between these two', async () => {
    const { page, context } = await open();
    await page.goto(at('/comparer/?b=dsfno,csno&t=friending'));
    const groups = await page.$$eval('.matrix tbody', (bodies) =>
      bodies.map((body) => [
        body.id,
        [...body.querySelectorAll('.question')].filter((row) => !(row as HTMLElement).hidden).map(({ id }) => id),
      ]),
    );
    expect(groups).toEqual([
      ['differ', ['friending.requests']],
      ['only', []],
      ['same', []],
      ['none', ['friending.sending', 'friending.existing', 'friending.class-accounts', 'friending.former']],
    ]);
    await context.close();
  });

  test('a comparison of one board says that it takes two, and no longer when there are two', async () => {
    const { page, context } = await open();
    await page.goto(at('/comparer/?b=csno'));
    const said = page.locator('[data-fewer]');
    expect(await said.textContent()).toContain('au moins deux organismes');
    await page.locator('summary', { hasText: 'Choisir' }).click();
    await page.check('#b-cstl');
    expect(await said.textContent()).toBe('');
    expect(new URL(page.url()).search).toBe('?b=csno,cstl');
    await context.close();
  });
});

test('below a folder, the site navigates and stays inside it', async () => {
  const { page, faults, context } = await open();
  await page.goto(at('/', 'below'));
  await page.getByRole('link', { name: 'Politiques', exact: true }).click();
  await page.getByRole('link', { name: 'Charte d’utilisation' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  expect(new URL(page.url()).pathname).toBe('/balises/en/policies/csscv/');
  expect(faults).toEqual([]);
  await context.close();
});

describe('the server', () => {
  test.each([
    ['/politiques/csno', 301, '/politiques/csno/'],
    ['/politiques/csno/4.c/', 200, null],
    ['/politiques/csno/9.z/', 404, null],
    ['/../package.json', 404, null],
    ['/%2e%2e/package.json', 404, null],
    ['/%', 200, null],
  ])('%s answers %i', async (path, status, location) => {
    const response = await fetch(new URL(at('/')).origin + path, { redirect: 'manual' });
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBe(location);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('each kind of page', () => {
  test.each(pageKinds)('$name breaks no rule, keeps to its host and stays within 320 px', async ({ path }) => {
    const { page, faults, context } = await open({ viewport: { width: 320, height: 640 } });
    await page.goto(at(path));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length)).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});
