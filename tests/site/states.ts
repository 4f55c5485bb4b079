import type { Page } from 'playwright-core';
import { pageKinds } from './built.ts';

/** Pages as their readers have them before them: unfolded, asked, answered, changed. */

export interface State {
  name: string;
  path: string;
  /** What the reader did. */
  act?: (page: Page) => Promise<unknown>;
}

/** Pages that are empty until they are asked. */
const asked: Record<string, string> = {
  '/recherche/': '/recherche/?q=ami+facebook+eleve',
  '/en/search/': '/en/search/?q=photos+without+consent',
  '/selection/': '/selection/?c=csno:4.c,csspo:4.8,cstl:3.2.1.r3&t=Essai',
  '/en/selection/': '/en/selection/?c=csno:4.c,csspo:4.8,csno:99',
};

/** Opens a page, waits until it has answered what it was asked, and opens all that opens. */
export async function unfold(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const { pathname, search } = new URL(address);
  if (/\/(?:recherche|search)\/$/.test(pathname) && search) {
    await page.waitForSelector('[data-answers]', { state: 'attached' });
  }
  if (pathname.endsWith('/selection/') && search) await page.waitForSelector('[data-selection] > li');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

export const unfolded: State[] = pageKinds.map(({ name, path }) => ({ name, path: asked[path] ?? path }));

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

export const stirred: State[] = [
  { name: 'an empty selection', path: '/selection/' },
  { name: 'a search before it is asked', path: '/en/search/' },
  { name: 'a search without an answer', path: '/recherche/?q=zzqqxx' },
  {
    name: 'a search narrowed, with a board of one’s own that is silent',
    path: '/recherche/?q=ami+facebook&force=prohibition',
    act: async (page) => {
      await page.selectOption('[name=mine]', 'csscv');
      await page.waitForSelector('[data-silent=csscv]');
    },
  },
  {
    name: 'a search whose index is gone',
    path: '/en/search/',
    act: async (page) => {
      await page.route('**/search/**', (route) => route.abort());
      await page.fill('main #q', 'friend');
      await page.waitForSelector('[data-answer] > button');
    },
  },
  {
    name: 'the matrix of two boards and one topic',
    path: '/matrice/?b=csno,csscv&t=friending',
    act: (page) => page.getByRole('checkbox', { name: 'DSFNO' }).check(),
  },
  { name: 'a comparison of one board', path: '/en/compare/?b=csno' },
  {
    name: 'a clause put into the selection',
    path: '/politiques/csno/4.c/',
    act: press('Ajouter CSNO 4.c à ma sélection'),
  },
  { name: 'a situation on the wall', path: '/ateliers/demande-d-ami/', act: press('Projeter') },
  {
    name: 'a selection with a note, one clause moved and one removed',
    path: '/selection/?c=csno:4.c,csspo:4.8,cstl:3.2.1.r3',
    act: async (page) => {
      await page.locator('textarea').first().fill('À lire à haute voix');
      await press('Descendre CSNO 4.c')(page);
      await press('Retirer CSSPO 4.8')(page);
    },
  },
  {
    name: 'a selection on the wall',
    path: '/en/selection/?c=csno:4.c,csspo:4.8',
    act: press('Project'),
  },
  {
    name: 'a translated policy without its original',
    path: '/en/policies/csscv/',
    act: (page) => page.locator('.show-original input:visible').first().uncheck({ force: true }),
  },
];
