import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pages, readPage, rootSite } from './built.ts';
import { enterRoom } from './room.ts';

/** Nothing leaves the browser, and nothing stays in it but what the privacy page says: all pages, and everything that they can do. */

const { open, at } = enterRoom();

interface Watch {
  page: Page;
  context: BrowserContext;
  /** What the browser refused, what failed, what was asked of others, what was set or shown that must not be. */
  faults: string[];
  /** The keys under which something was ever kept. */
  keys: Set<string>;
  /** To be called before a page is left: a storage that is emptied later counts too. */
  look: () => Promise<void>;
}

async function watch(): Promise<Watch> {
  const { page, context, faults } = await open({
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
  const keys = new Set<string>();
  await context.exposeBinding('refused', (_source, what: string) => void faults.push(`refused ${what}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      (globalThis as unknown as { refused: (what: string) => void }).refused(`${effectiveDirective} ${blockedURI}`),
    );
  });
  page.on('dialog', (dialog) => {
    faults.push(`a dialog says ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('response', (response) => {
    if ('set-cookie' in response.headers()) faults.push(`a cookie comes with ${response.url()}`);
  });
  const look = async (): Promise<void> => {
    const kept = await page.evaluate(async () => ({
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
      cookies: document.cookie,
    }));
    for (const key of [...kept.storage, ...kept.databases]) keys.add(key);
    if (kept.cookies !== '' || (await context.cookies()).length > 0) faults.push(`a cookie is kept: ${kept.cookies}`);
  };
  return { page, context, faults, keys, look };
}

/** The keys that the privacy page names, in the order in which it does. */
const keysTold = (path: string): string[] =>
  [...readPage(rootSite, path).matchAll(/<code>(balises\.[\w.-]+)<\/code>/g)].map(([, key]) => key!);

test('the privacy page names the same keys in both languages', () => {
  expect(keysTold('/confidentialite/').length).toBeGreaterThan(0);
  expect(keysTold('/en/privacy/')).toEqual(keysTold('/confidentialite/'));
});

test('pages open without breaking a rule, and keep nothing: all but those of clauses, and of these one in twenty', async () => {
  const { page, context, faults, keys, look } = await watch();
  const clausePages = pages.filter((one) => one.page.kind === 'clause');
  const sample = [
    ...pages.filter((one) => one.page.kind !== 'clause'),
    ...clausePages.filter((_, index) => index % 20 === 0),
  ];
  for (const { path } of sample) await page.goto(at(path));
  // What one page keeps, the next ones find.
  await look();
  console.log(`opened ${sample.length} pages`);
  expect(sample.length).toBeGreaterThan(130);
  expect(faults).toEqual([]);
  expect([...keys]).toEqual([]);
  await context.close();
}, 300_000);

const tongues = {
  fr: {
    search: '/recherche/?q=ami+facebook+eleve',
    searches: ['logo', '« réseaux sociaux »', 'can I friend a student', 'diciplinaires', 'ChatGPT', 'stationnement'],
    matrix: '/matrice/',
    compare: '/comparer/?b=dsfno,csno&t=friending',
    policy: '/politiques/cstl/',
    clause: '/politiques/csno/4.c/',
    scenario: '/ateliers/demande-d-ami/',
    selection: '/selection/',
    data: '/donnees/',
  },
  en: {
    search: '/en/search/?q=friend+request',
    searches: ['logo', '"social media"', 'demande d’ami', 'disciplinery', 'ChatGPT', 'parking'],
    matrix: '/en/matrix/',
    compare: '/en/compare/?b=dsfno,csno&t=friending',
    policy: '/en/policies/cstl/',
    clause: '/en/policies/csno/4.c/',
    scenario: '/en/workshops/friend-request/',
    selection: '/en/selection/',
    data: '/en/data/',
  },
};

/** Everything that the pages can do, as a reader does it. */
async function useEverything({ page, look }: Watch, tongue: (typeof tongues)['fr']): Promise<void> {
  const tickAll = async (): Promise<void> => {
    for (const box of await page.locator('main input[type=checkbox]:visible').all()) await box.click();
  };
  // Each thing says in its status line that it was done: a feature that does not run would prove nothing.
  const said = (line: string) => expect.poll(() => page.locator(line).first().textContent()).not.toBe('');

  await page.goto(at(tongue.search));
  await page.waitForSelector('.hit');
  for (const q of tongue.searches) {
    await page.fill('main #q', q);
    await page.waitForSelector(`[data-answers=${JSON.stringify(q)}]`, { state: 'attached' });
  }
  await page.fill('main #q', 'logo');
  await page.waitForSelector('[data-answers=logo]');
  await page.locator('[data-filters] summary').click();
  for (const [name, value] of [
    ['mine', 'cstl'],
    ['board', 'csno'],
    ['force', 'prohibition'],
    ['audience', 'staff'],
    ['topic', ''],
  ]) {
    await page.selectOption(`[data-filters] select[name=${name}]`, value!);
  }
  await look();
  for (const name of ['board', 'force', 'audience']) {
    await page.selectOption(`[data-filters] select[name=${name}]`, '');
  }
  await page.locator('.hit .pick').first().click();
  await said('[data-pick-status]');
  await page.selectOption('[data-filters] select[name=mine]', '');
  await look();

  await page.goto(at(tongue.matrix));
  await page.locator('[data-filter] summary').first().click();
  await page.locator('#b-csspo').uncheck();
  await page.locator('#t-sanctions').uncheck();
  for (const button of await page.locator('[data-copy-table]').all()) {
    await button.click();
    await said('[data-tools] [data-copy-status]');
  }
  await page.locator('[data-filter] [type=reset]').click();
  await page.locator('td .pick').first().click();
  await page.goto(at(tongue.compare));
  await page.locator('[data-filter] summary').first().click();
  await page.locator('#b-cstl').check();
  await look();

  await page.goto(at(tongue.policy));
  await tickAll();
  await page.locator('.pick').first().click();
  await page.goto(at(tongue.clause));
  for (const button of await page.locator('[data-copies]').all()) {
    await button.click();
    await said('[data-copy-status]');
  }
  const pick = page.locator('[data-key="csno:4.c"]');
  if ((await pick.textContent())!.startsWith('+')) await pick.click();

  await page.goto(at(tongue.scenario));
  for (const answer of await page.locator('.reveal summary').all()) await answer.click();
  await tickAll();
  for (const button of await page.locator('[data-copies]').all()) await button.click();
  await page.locator('[data-project]').click();
  for (let slide = 0; slide < 10; slide += 1) await page.keyboard.press(' ');
  await page.keyboard.press('f');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('html');
  await page.keyboard.press('Escape');
  await look();

  await page.goto(at(tongue.selection));
  await page.waitForSelector('[data-selection] > li');
  await page.fill('#title', 'Une heure');
  await page.locator('textarea').first().fill('À lire');
  await page.locator('[data-selection] [data-do=down]').first().click();
  await tickAll();
  await page.locator('[data-do=link]').click();
  await said('[data-status]');
  await page.locator('[data-do=project]').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await page.pdf({ preferCSSPageSize: true });
  for (const what of ['word', 'file']) {
    await Promise.all([page.waitForEvent('download'), page.locator(`[data-do=${what}]`).click()]);
  }
  await look();
  await page.locator('[data-do=remove]').first().click();
  await page.locator('[data-status] button').click();
  await page.locator('[data-do=clear]').click();
  await look();

  await page.goto(at(tongue.data));
  const files = await page.$$eval('main a[href*="/data/v1/"]', (links) =>
    links.map((link) => (link as HTMLAnchorElement).href),
  );
  expect(files.length).toBeGreaterThan(10);
  const statuses = await page.evaluate(
    (all) => Promise.all(all.map(async (file) => (await fetch(file)).status)),
    files,
  );
  expect(new Set(statuses)).toEqual(new Set([200]));
  await page.locator('.language a').click();
  await look();
}

test.each(['fr', 'en'] as const)(
  'everything used in %s: no rule broken, no other host asked, no cookie, and no key but those that the privacy page names',
  async (lang) => {
    const seen = await watch();
    await useEverything(seen, tongues[lang]);
    expect(seen.faults).toEqual([]);
    expect([...seen.keys].toSorted()).toEqual(keysTold('/confidentialite/').toSorted());
    await seen.context.close();
  },
  240_000,
);

describe('with a breach it is seen:', () => {
  /** The page as it is, with something put into it or another policy. */
  async function breached(change: (html: string) => string, headers: Record<string, string> = {}): Promise<Watch> {
    const seen = await watch();
    await seen.page.route('**/politiques/csno/4.c/', async (route) => {
      const response = await route.fetch();
      const body = change(await response.text());
      await route.fulfill({ response, body, headers: { ...response.headers(), ...headers } });
    });
    await seen.page.goto(at('/politiques/csno/4.c/'));
    await seen.look();
    await seen.context.close();
    return seen;
  }
  const put = (markup: string) => (html: string) => html.replace('</main>', `${markup}</main>`);

  test.each([
    ['a script in the page', '<script>document.title = "ran"</script>', 'refused script-src-elem inline'],
    ['a handler in the page', '<img src="x" onerror="alert(1)">', 'refused script-src-attr inline'],
    ['a style in the page', '<p style="color: red">…</p>', 'refused style-src-attr inline'],
    ['an image of another host', '<img src="https://exemple.net/x.png">', 'refused img-src https://exemple.net/x.png'],
    ['a frame', '<iframe src="/"></iframe>', 'refused frame-src'],
    ['a base', '<base href="https://exemple.net/">', 'refused base-uri https://exemple.net/'],
  ])('%s', async (_name, markup, expected) => {
    const { faults } = await breached(put(markup));
    expect(faults.some((fault) => fault.startsWith(expected))).toBe(true);
  });

  test('a policy that refuses our own scripts', async () => {
    const { faults } = await breached((html) => html, {
      'content-security-policy': "default-src 'none'; style-src 'self'",
    });
    expect(faults.some((fault) => fault.startsWith('refused script-src-elem'))).toBe(true);
  });

  test('no policy at all, where a page holds something of another host', async () => {
    const { faults } = await breached(
      (html) => put('<img src="https://exemple.net/x.png">')(html.replace(/<meta http-equiv[^>]*>/, '')),
      { 'content-security-policy': '' },
    );
    expect(faults).toContain('asked https://exemple.net/x.png');
  });

  test('a cookie, a key that nobody names, a database', async () => {
    const { page, context, faults, keys, look } = await watch();
    await page.goto(at('/'));
    await page.evaluate(() => {
      document.cookie = 'who=me';
      sessionStorage.setItem('balises.other', 'x');
      return new Promise((resolve) => {
        indexedDB.open('visits').onsuccess = resolve;
      });
    });
    await look();
    expect(faults).toEqual(['a cookie is kept: who=me']);
    expect([...keys]).toEqual(['balises.other', 'visits']);
    await context.close();
  });

  test('a sink', async () => {
    const { page, context, faults } = await watch();
    await page.goto(at('/'));
    await page.evaluate(() => {
      try {
        // As what the linter does not see would write it.
        Object.assign(document.createElement('p'), { innerHTML: '<b>x</b>' });
      } catch {
        // Refused, as it should be.
      }
    });
    await expect.poll(() => faults.some((fault) => fault.startsWith('refused require-trusted-types-for'))).toBe(true);
    await context.close();
  });
});
