import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageKinds } from './built.ts';
import { probes, type ProbeName } from './probes.ts';
import { enterRoom } from './room.ts';

/** For everyone: what axe finds, and what it does not. */

const { open, at } = enterRoom();

/** A page as it is when its reader has opened what opens, and asked what it answers. */
async function unfold(page: Page, path: string): Promise<void> {
  await page.goto(at(asked[path] ?? path));
  if (asked[path]) await page.waitForSelector('.hit, [data-selection] > li');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Pages that are empty until they are asked. */
const asked: Record<string, string> = {
  '/recherche/': '/recherche/?q=ami+facebook+eleve',
  '/en/search/': '/en/search/?q=photos+without+consent',
  '/selection/': '/selection/?c=csno:4.c,csspo:4.8,cstl:3.2.1.r3&t=Essai',
  '/en/selection/': '/en/selection/?c=csno:4.c,csspo:4.8,csno:99',
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('axe finds nothing', () => {
  const schemes = {
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    'forced colours, on a phone': { forcedColors: 'active', viewport: { width: 320, height: 640 } },
  } as const;
  test.each(pageKinds.flatMap(({ path }) => Object.keys(schemes).map((scheme) => ({ path, scheme }))))(
    '$path, $scheme',
    async ({ path, scheme }) => {
      // The page's own policy would refuse axe; everything else is tested with the policy on.
      const { page, context } = await open({ ...schemes[scheme as keyof typeof schemes], bypassCSP: true });
      await unfold(page, path);
      await page.evaluate(axe);
      const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
      const found = results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
      expect(found).toEqual([]);
      await context.close();
    },
  );
});

const widths = {
  phone: { width: 320, height: 640 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1280, height: 800 },
};

describe('our own probes find nothing', () => {
  test.each(pageKinds.flatMap(({ path }) => Object.keys(widths).map((name) => ({ path, name }))))(
    '$path, $name',
    async ({ path, name }) => {
      const { page, context } = await open({ viewport: widths[name as keyof typeof widths] });
      await unfold(page, path);
      const found: string[] = [];
      for (const probe of Object.values(probes)) found.push(...(await page.evaluate<string[]>(probe)));
      expect(found).toEqual([]);
      await context.close();
    },
  );

  test.each(pageKinds)('$path, with text at 200 % and with the text spacing of WCAG', async ({ path }) => {
    const { page, context } = await open({ viewport: { width: 640, height: 800 }, bypassCSP: true });
    await unfold(page, path);
    const edges = ['nothing goes past the edge', 'nothing is cut off'] as const;
    const found: string[] = [];
    const spacing =
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';
    for (const style of ['html { font-size: 200% }', spacing]) {
      const tag = await page.addStyleTag({ content: style });
      for (const edge of edges)
        found.push(...(await page.evaluate<string[]>(probes[edge])).map((one) => `${style.slice(0, 8)} ${one}`));
      await tag.evaluate((element) => (element as HTMLStyleElement).remove());
    }
    expect(found).toEqual([]);
    await context.close();
  });
});

describe('each probe finds a fault that is put there', () => {
  /** What somebody might do to a page without meaning harm. */
  const faults: Record<ProbeName, string> = {
    'two headers for each data cell': "document.querySelector('.matrix .question th').removeAttribute('scope')",
    'a force is told in a word': "document.querySelector('.matrix .answer a').lastChild.remove()",
    'the focus is visible and not covered': "document.querySelector('main a').style.outline = 'none'",
    'the focus follows the page': "document.querySelector('main a').tabIndex = 3",
    'targets of 24 pixels':
      "document.querySelector('.site-header ul').style.display = 'block'; for (const a of document.querySelectorAll('.site-header li a')) a.style.cssText = 'display:block;min-height:0;line-height:1;font-size:9px'",
    'headings without gaps': "document.querySelector('h2').replaceWith(document.createElement('h4'))",
    'tables and landmarks have names': "document.querySelector('.matrix caption').remove()",
    'nothing moves': "document.querySelector('main').style.transition = 'opacity 1s'",
    'nothing goes past the edge': "document.querySelector('.lead').style.cssText = 'width:200vw;max-width:none'",
    'nothing is cut off': "document.querySelector('.lead').style.cssText = 'overflow:hidden;height:1em'",
    'a live region is there': "for (const one of document.querySelectorAll('[role=status], [aria-live]')) one.remove()",
  };

  test.each(Object.entries(faults) as [ProbeName, string][])('%s', async (name, fault) => {
    const { page, context } = await open({ bypassCSP: true });
    await unfold(page, '/matrice/');
    expect(await page.evaluate<string[]>(probes[name])).toEqual([]);
    await page.evaluate(fault);
    expect((await page.evaluate<string[]>(probes[name])).length).toBeGreaterThan(0);
    await context.close();
  });
});

test('the keyboard goes through a page in its order, and out of it again', async () => {
  const { page, context } = await open();
  await page.goto(at('/politiques/csno/4.c/'));
  const places: number[] = [];
  for (let press = 0; press < 200; press += 1) {
    await page.keyboard.press('Tab');
    const place = await page.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement!));
    if (places.length > 0 && place <= places.at(-1)!) break;
    places.push(place);
  }
  const all = await page.$$eval(
    'a[href], button:not(:disabled), input',
    (found) => found.filter((one) => one.checkVisibility()).length,
  );
  expect(places).toHaveLength(all);
  await context.close();
});
