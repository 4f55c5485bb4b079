import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fingerTargets, probes, type ProbeName } from './probes.ts';
import { enterRoom } from './room.ts';
import { stirred, unfold, unfolded } from './states.ts';

/** For everyone: what axe finds, and what it does not. */

const { open, at } = enterRoom();

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All that axe knows, recommended, best practice, the strictest level and what it only tries, is asked. */
const everyRule =
  'axe.run(document, { runOnly: { type: "tag", values: [...new Set(axe.getRules().flatMap(({ tags }) => tags))] }, resultTypes: ["violations", "incomplete"] })';

/** What axe cannot decide, and who does. */
const decidedElsewhere: Record<string, string> = {
  'identical-links-same-purpose': 'the same answer of two boards leads to two cells: its row and column tell which',
  'label-content-name-mismatch': 'a sign, as + or #, has a name in words: there are no visible words to contradict',
  'th-has-data-cells': 'a topic heads rows, not cells; every cell’s own headers are probed',
  'hidden-content': 'what is not shown is shown in the states below, and asked there',
  'color-contrast': 'a button with an arrow for its words: ink on paper like every other button',
  'color-contrast-enhanced': 'the same arrows',
};

/** What is wrong with a page according to axe, or what it leaves open and nobody has decided. */
async function judge(page: Page): Promise<{ found: string[]; open: string[] }> {
  await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate<AxeResults>(everyRule);
  const undecided = incomplete.filter(({ id }) => !(id in decidedElsewhere));
  return {
    found: [...violations, ...undecided].map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
    open: incomplete.map(({ id }) => id),
  };
}

const widths = {
  phone: { width: 320, height: 640 },
  tablet: { width: 768, height: 1024 },
  desk: { width: 1280, height: 800 },
};

/** A scheme changes no width and a width no colour: each is looked at once. */
const looks = {
  'light, at a desk': { colorScheme: 'light', viewport: widths.desk },
  'dark, on a tablet': { colorScheme: 'dark', viewport: widths.tablet },
  'forced colours, on a phone': { forcedColors: 'active', viewport: widths.phone },
} as const;

describe('axe finds nothing, and leaves nothing open that nobody has decided', () => {
  const left = new Set<string>();

  test.each(
    [...unfolded, ...stirred].flatMap((state) =>
      Object.entries(looks).map(([look, options]) => ({ ...state, look, options })),
    ),
  )('$name, $look', async ({ path, act, options }) => {
    // The page's own policy would refuse axe; everything else is tested with the policy on.
    const { page, context } = await open({ ...options, bypassCSP: true });
    await unfold(page, at(path));
    await act?.(page);
    const { found, open: undecided } = await judge(page);
    for (const id of undecided) left.add(id);
    expect(found).toEqual([]);
    await context.close();
  });

  test('and each thing that is decided elsewhere is still there to decide', () => {
    expect(Object.keys(decidedElsewhere).filter((id) => !left.has(id))).toEqual([]);
  });
});

describe('our own probes find nothing', () => {
  test.each([...unfolded, ...stirred].flatMap((state) => Object.keys(widths).map((width) => ({ ...state, width }))))(
    '$name, $width',
    async ({ path, act, width }) => {
      const isPhone = width === 'phone';
      const { page, context } = await open({
        viewport: widths[width as keyof typeof widths],
        ...(isPhone ? { hasTouch: true, isMobile: true } : {}),
      });
      await unfold(page, at(path));
      await act?.(page);
      const found: string[] = [];
      // A window over the page hides it from the reader, and from what asks whether a thing is covered.
      const own = (await page.locator('dialog[open]').count()) > 0 ? ['targets of 24 pixels'] : Object.keys(probes);
      for (const name of own) found.push(...(await page.evaluate<string[]>(probes[name as ProbeName])));
      if (isPhone) found.push(...(await page.evaluate<string[]>(fingerTargets)));
      expect(found).toEqual([]);
      await context.close();
    },
  );

  test.each(unfolded)('$name, with text at 200 % and with the text spacing of WCAG', async ({ path }) => {
    const { page, context } = await open({ viewport: { width: 640, height: 800 }, bypassCSP: true });
    await unfold(page, at(path));
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
    'a table stays one, however it is set':
      "document.querySelector('.glance tr').style.display = 'block'; document.querySelector('.glance td').removeAttribute('role')",
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
    await unfold(page, at('/matrice/'));
    expect(await page.evaluate<string[]>(probes[name])).toEqual([]);
    await page.evaluate(fault);
    expect((await page.evaluate<string[]>(probes[name])).length).toBeGreaterThan(0);
    await context.close();
  });
});

test('targets as wide as a finger are found wanting', async () => {
  const { page, context } = await open({ viewport: widths.phone, hasTouch: true, isMobile: true, bypassCSP: true });
  await page.goto(at('/themes/'));
  expect(await page.evaluate<string[]>(fingerTargets)).toEqual([]);
  await page.addStyleTag({ content: '.site-header li a { min-height: 1.9rem !important }' });
  expect((await page.evaluate<string[]>(fingerTargets)).length).toBeGreaterThan(0);
  await context.close();
});

describe('the keyboard goes through a page in its order, and out of it again', () => {
  test.each(unfolded)('$name', async ({ path }) => {
    const { page, context } = await open();
    await unfold(page, at(path));
    const all = await page.evaluate(() => {
      const found = [
        ...document.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input, select, textarea, summary'),
      ];
      const reached = found.filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
      for (const [place, one] of reached.entries()) one.dataset.place = String(place);
      return reached.length;
    });
    const places: number[] = [];
    for (let press = 0; press < 2 * all; press += 1) {
      await page.keyboard.press('Tab');
      const { left, place } = await page.evaluate(() => ({
        left: document.activeElement === document.body,
        place: (document.activeElement as HTMLElement).dataset.place,
      }));
      if (left) break;
      // A part that scrolls takes the focus too, so that the arrows can move it.
      if (place !== undefined) places.push(Number(place));
    }
    // Each once, in the order of the page, and then the browser's own.
    expect(places).toEqual(Array.from({ length: all }, (_, place) => place));
    await context.close();
  });
});

describe('nothing moves that the reader did not move', () => {
  const shifts = `new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      globalThis.shifts.push(value.toFixed(4) + ' ' + sources.map(({ node }) => node?.outerHTML?.slice(0, 120)).join(' | '));
    }
  }).observe({ type: 'layout-shift', buffered: true }); globalThis.shifts = [];`;

  const settled = async (page: Page, address: string): Promise<string[]> => {
    await page.addInitScript(shifts);
    await page.goto(address, { waitUntil: 'networkidle' });
    return page.evaluate<string[]>('new Promise((done) => setTimeout(() => done(shifts), 100))');
  };

  test.each(unfolded.flatMap(({ name, path }) => (['phone', 'desk'] as const).map((width) => ({ name, path, width }))))(
    '$name, $width',
    async ({ path, width }) => {
      const { page, context } = await open({ viewport: widths[width] });
      expect(await settled(page, at(path))).toEqual([]);
      await context.close();
    },
  );

  test('and what is moved is seen', async () => {
    const { page, context } = await open({ viewport: widths.desk });
    await page.addInitScript(
      `setTimeout(() => document.querySelector('main').prepend(Object.assign(document.createElement('p'), { textContent: 'late' })), 300)`,
    );
    expect(await settled(page, at('/politiques/'))).toHaveLength(1);
    await context.close();
  });
});
